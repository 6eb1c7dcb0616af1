"""What you see: tables, pictures, words and sheets."""
