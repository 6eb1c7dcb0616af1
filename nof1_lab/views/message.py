"""What a browser sent: vetted before anything looks at it."""

import math
from dataclasses import dataclass
from typing import Any

from nof1_lab.errors import FileError, SheetError
from nof1_lab.study.plain import from_plain

LARGEST = 1e12
MOST_THINGS = 100_000
MOST_CHARACTERS = 6_000_000
DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Message:
    """One part of a study as the person wants it; ``settled`` when the gesture is finished."""

    n: int
    part: Any
    settled: bool


def number_of(value: object) -> int | None:
    """The number that a message carries, or None when it carries none."""
    n = value.get("n") if isinstance(value, dict) else None
    return n if type(n) is int and 0 <= n <= 2**53 else None


def opened(value: object) -> Message:
    """The message in a value of the browser."""
    n = number_of(value)
    if n is None or not isinstance(value, dict) or set(value) - {"seen"} != {"n", "part", "settled"}:
        raise refusal("The message is not one of a sheet", "What the sheet itself sends")
    if not isinstance(value["settled"], bool):
        raise refusal("The message does not say whether the gesture is finished", "A yes or no")
    vet(value["part"])
    return Message(n, value["part"], value["settled"])


def vet(value: object) -> None:
    """Refuse what is not plain JSON of a sane size."""
    things, characters, waiting = 0, 0, [(value, 0)]
    while waiting:
        thing, depth = waiting.pop()
        things += 1
        if isinstance(thing, str):
            characters += _length(thing)
        elif isinstance(thing, list | dict):
            things += len(thing)
            waiting += [(item, depth + 1) for item in _items(thing)] if things <= MOST_THINGS else []
        else:
            _vet_number(thing)
        if things > MOST_THINGS or characters > MOST_CHARACTERS or depth > DEEPEST:
            raise refusal("The message is too large", "A part that fits on a sheet")


def take(kind: Any, value: object) -> Any:
    """The noun of type ``kind`` in a part of a message."""
    try:
        return from_plain(kind, value)
    except FileError as error:
        raise refusal(error.wrong.rstrip("."), "What the sheet itself sends") from None


def refusal(wrong: str, expected: str) -> SheetError:
    """The three sentences for a value that no sheet of ours would send."""
    return SheetError(
        f"{wrong}.", f"{expected} was expected.", "Reload the page and do it again; nothing was changed."
    )


def _length(text: str) -> int:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refusal("A text holds half a character", "A text of whole characters") from None
    return len(text)


def _items(thing: list[Any] | dict[Any, Any]) -> list[Any]:
    if isinstance(thing, list):
        return thing
    if not all(isinstance(key, str) for key in thing):
        raise refusal("The message has a name that is no text", "Plain JSON")
    return [*thing, *thing.values()]


def _vet_number(thing: object) -> None:
    if thing is None or isinstance(thing, bool):
        return
    if not isinstance(thing, int | float):
        raise refusal(f"The message holds a {type(thing).__name__}", "Plain JSON")
    if not (math.isfinite(thing) if isinstance(thing, float) else True) or abs(thing) > LARGEST:
        raise refusal("A number is not finite, or beyond all measure", "A number that can be measured")
