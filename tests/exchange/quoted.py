"""Whether the words that a field is said to come from hold what was read."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

DIGITS = re.compile(r"\d(?:[\d.,'’\u00a0\u202f\u2009 ]*\d)?(?:[eE][+-]?\d+)?|\.\d+")
PART = re.compile(r"\d+(?:[.,]\d+)?")
NO_LETTER = re.compile(r"[\W_]+")
ENTITY = re.compile(r"⟨U\+[0-9A-F]+⟩|&(?:amp|lt|gt|quot|#\d+);|\\[nrt]")
GROUPING = re.compile(r"['’\u00a0\u202f\u2009 ]")
# Per cent, weeks, months and hours: what a repaired number may have been before.
BEFORE = (1.0, 100.0, 1 / 7, 1 / 30, 24.0, 1_440.0)


def holds(role: str, value: Any, quote: str, *, is_as_written: bool) -> bool:
    """Whether a value stands in the words quoted for it.

    >>> holds("estimate", -0.6, "−0,6 Punkte", is_as_written=True)
    True
    >>> holds("level", 0.95, "95 %", is_as_written=True)
    True
    >>> holds("estimate", -0.6, "−0.5 points", is_as_written=True)
    False
    """
    if isinstance(value, int | float):
        return _holds_number(abs(value), quote, BEFORE[:2] if is_as_written else BEFORE)
    if isinstance(value, date):
        return str(value.year) in quote or str(value.year % 100) in quote
    if role == "population":
        return all(_holds_words(group.name, quote) for group in value)
    return all(_holds_words(text, quote) for text in ([value] if isinstance(value, str) else value))


def _holds_number(size: float, quote: str, before: Iterable[float]) -> bool:
    sizes = set(numbers(quote))
    return any(abs(size * times - one) <= 1e-6 * max(1.0, one) for times in before for one in sizes)


def numbers(quote: str) -> Iterator[float]:
    """Every size that the digits of a text may mean, whatever divides them."""
    for found in DIGITS.findall(quote[:2_000]):
        plain = GROUPING.sub("", found)
        for text in (plain, plain.replace(",", "."), plain.replace(",", ""), plain.replace(".", "")):
            for one in (text, text.replace(",", ".")):
                if one.count(".") <= 1 and "," not in one:
                    yield float(one)
        yield from (float(part.replace(",", ".")) for part in PART.findall(found))


def _holds_words(text: str, quote: str) -> bool:
    wanted, there = _letters(text), _letters(quote)
    return wanted in there


def _letters(text: str) -> str:
    return NO_LETTER.sub("", ENTITY.sub("", text)).casefold()
