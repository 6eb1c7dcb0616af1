"""The door to other formats: foreign text becomes candidates and entries."""
