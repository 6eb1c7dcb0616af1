"""What a command says: words for a person, one JSON object for a script."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nof1_lab.errors import NofOneError


@dataclass(frozen=True)
class Answer:
    """The outcome of a command; ``then`` is what goes on after it was said, such as a server."""

    plain: Mapping[str, Any]
    words: str
    faults: tuple[NofOneError, ...] = ()
    then: Callable[[], int] | None = field(default=None, repr=False)


def text(answer: Answer) -> str:
    """The answer for a person; foreign characters cannot steer the terminal."""
    return printable(answer.words)


def as_json(answer: Answer) -> str:
    """The answer for a script: one JSON object, with null for what is not a number."""
    return json.dumps(finite(answer.plain), allow_nan=False, indent=1)


def refused(fault: NofOneError) -> dict[str, Any]:
    """A refusal as a JSON object."""
    return {"error": {"wrong": fault.wrong, "expected": fault.expected, "remedy": fault.remedy}}


def finite(value: Any) -> Any:
    """The same value without what JSON has no word for."""
    if isinstance(value, Mapping):
        return {str(name): finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [finite(item) for item in value]
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    return value


def printable(words: str) -> str:
    r"""The text with characters that nobody sees spelled out.

    >>> printable("red \x1b[31m")
    'red \\x1b[31m'
    """
    return "".join(
        character if character.isprintable() or character == "\n" else repr(character)[1:-1]
        for character in words
    )


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A small table: words to the left, numbers to the right.

    >>> print(aligned(["arm", "mean"], [["Melatonin", "0.5"], ["Tea", "−12"]]))
    arm        mean
    Melatonin   0.5
    Tea         −12
    """
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    is_number = [all(map(_is_number, column)) for column in zip(*rows, strict=True)] or [False] * len(head)
    return "\n".join(
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, is_number, strict=True)
        ).rstrip()
        for line in lines
    )


def _is_number(cell: str) -> bool:
    return cell in {"", "–"} or (cell[0] in "−0123456789" and not cell.count("-"))
