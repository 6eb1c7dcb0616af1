"""How long the reader of candidates takes over the longest texts, kind by kind; we aim for under two seconds.

Run it with `python tests/benchmarks/bench_paste.py`, on a machine that does nothing else.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from exchange.case import cases  # noqa: E402
from exchange.longest import HEADS, PIECES, longest, seconds  # noqa: E402

from nof1_lab.errors import ReadError  # noqa: E402
from nof1_lab.exchange.candidate import read_candidates  # noqa: E402

AIM = 2.0


def read(text: str) -> None:
    """Read, or be refused."""
    try:
        read_candidates(text)
    except ReadError:
        return


def main() -> None:
    """Measure and print."""
    print("Processor seconds to read or refuse a megabyte of one piece, by what stands before it.")
    print(f"{'':<20}" + "".join(f"{head or 'nothing':>15}" for head in HEADS))
    slowest = 0.0
    for kind in PIECES:
        took = [seconds(read, text) for _, text in longest(kind)]
        slowest = max(slowest, *took)
        print(f"{kind:<20}" + "".join(f"{each:15.3f}" for each in took))
    short = [case.text for case in cases() if case.kind == "good"]
    each = sum(seconds(read, text) for text in short) / len(short)
    print(f"The slowest took {slowest:.2f} s (aim: {AIM:g} s); a usual text takes {1000 * each:.1f} ms.")


if __name__ == "__main__":
    main()
