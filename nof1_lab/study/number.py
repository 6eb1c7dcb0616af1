"""Numbers and words that can be trusted: inside what was said, and such that they can be shown."""

import re

from nof1_lab.errors import NofOneError, NounError

# Squares and ratios of such numbers stay finite everywhere above this floor.
LARGEST = 1e12
SMALLEST = 1e-12

# Controls (which move a terminal's cursor), overrides of the writing direction (which let one name look
# like another) and lone surrogates (which no file can hold).
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
UNSEEN_IN_PROSE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def require_finite(value: object, name: str, error: type[NounError]) -> None:
    """Refuse what is not a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -LARGEST <= value <= LARGEST:
        raise error(
            f"{name} is {shown(value)}.",
            f"A finite number from {-LARGEST:g} to {LARGEST:g} was expected.",
            f"Give {_in_a_sentence(name)} as a number, with a dot.",
        )


def require_positive(value: object, name: str, error: type[NounError]) -> None:
    """Refuse what is not a number above zero."""
    require_finite(value, name, error)
    if not (isinstance(value, int | float) and value >= SMALLEST):
        raise error(
            f"{name} is {shown(value)}.",
            f"A number above zero, {SMALLEST:g} or more, was expected.",
            f"Give {_in_a_sentence(name)} as a positive number.",
        )


def require_count(
    value: object, name: str, error: type[NofOneError], *, least: int, most: int = 10_000
) -> None:
    """Refuse what is not a whole number between ``least`` and ``most``."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise error(
            f"{name} is {shown(value)}.",
            f"A whole number from {least} to {most} was expected.",
            f"Choose {_in_a_sentence(name)} in that range.",
        )


def require_text(value: object, name: str, error: type[NounError], *, most: int = 200) -> None:
    """Refuse what is not a line of one to ``most`` characters."""
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise error(
            f"{name} is {_lacking(value)}.",
            f"A text of 1 to {most} characters was expected.",
            f"Write {_in_a_sentence(name)} in a few words.",
        )
    _require_seen(UNSEEN, value, name, error)


def require_prose(value: object, name: str, error: type[NounError], *, most: int) -> None:
    """Refuse what is not a text of at most ``most`` characters; it may be empty and have several lines."""
    if not isinstance(value, str) or len(value) > most:
        raise error(
            f"{name} is {_lacking(value)}.",
            f"A text of at most {most} characters was expected.",
            f"Shorten {_in_a_sentence(name)}, or leave it out.",
        )
    _require_seen(UNSEEN_IN_PROSE, value, name, error)


def shown(value: object) -> str:
    """A value as a message shows it: on one line, and never a long one."""
    if isinstance(value, int) and not -(10**20) < value < 10**20:
        return "a number of very many digits"
    if isinstance(value, list | dict | tuple):
        return "a table of values"
    text = repr(value[:80] if isinstance(value, str) else value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _require_seen(unseen: re.Pattern[str], value: str, name: str, error: type[NounError]) -> None:
    found = unseen.search(value)
    if found is not None:
        raise error(
            f"{name} holds the character U+{ord(found[0]):04X}, which cannot be shown.",
            "Plain text was expected.",
            f"Take the character out of {_in_a_sentence(name)}, or type it anew.",
        )


def _lacking(value: object) -> str:
    if not isinstance(value, str):
        return shown(value)
    return f"{len(value)} characters long" if value.strip() else "empty"


def _in_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]
