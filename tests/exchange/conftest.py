"""What is not a test here, though it lies among them."""

collect_ignore = ["fuzz_candidate.py"]  # a program of its own, which turns what it imports inside out
