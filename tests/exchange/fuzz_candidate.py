"""Feeds the reader of candidates with what a fuzzer finds, led by which lines of the reader it reaches.

`python tests/exchange/fuzz_candidate.py FOLDER -max_total_time=20`, where FOLDER holds texts to begin from.
It ends at the first text that is neither read nor refused, and writes it to a file.
"""

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["nof1_lab.exchange", "nof1_lab.study"]):
    from exchange.law import is_read_or_refused


def one(data: bytes) -> None:
    """Read one text: as the bytes that they are, or as text with the first byte deciding."""
    if data[:1] < b"\x80":
        is_read_or_refused(data[1:].decode("utf-8", "replace"))
    else:
        is_read_or_refused(data[1:], name="ideas.xlsx" if data[1:3] == b"PK" else "")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
