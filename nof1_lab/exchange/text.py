"""Foreign text, made such that what is seen is what is there."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from typing import TypeAlias

from nof1_lab.errors import ReadError

MOST_IN_A_CELL = 300
# Letters that show nothing, though Unicode does not class them with the invisible ones.
BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u2800\u3164\uffa0")
NO_TEXT = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ".docx", ".pdf", ".zip", ".nof1", ".ipynb", ".pkl")
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
Place: TypeAlias = tuple[int, int]
SPACE = re.compile(r"\s+")


def decoded(data: bytes | str, *, most_bytes: int, name: str = "") -> str:
    """The text in ``data``; what is no text, or too much of it, is refused."""
    if name.casefold().endswith(NO_TEXT):
        raise ReadError(
            f"The file {cell(name)!r} is not one of plain text.",
            "Plain text in UTF-8 was expected.",
            "Save a spreadsheet as CSV (UTF-8), or copy and paste the table.",
        )
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > most_bytes:
        raise ReadError(
            f"There are {len(raw)} bytes to read.",
            f"At most {most_bytes} were expected.",
            "Take only the rows that matter.",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"Byte {error.start + 1} is not UTF-8 text.",
            "Plain text in UTF-8 was expected.",
            "Save a spreadsheet as CSV (UTF-8), or copy and paste the table.",
        ) from None
    if "\0" in text:
        raise ReadError(
            "This is a program's file and not text.",
            "Plain text in UTF-8 was expected.",
            "Save a spreadsheet as CSV (UTF-8), or copy and paste the table.",
        )
    if not text.strip():
        raise ReadError(
            "There is nothing to read.", "Some text was expected.", "Paste the table or the JSON."
        )
    return text


def is_hidden(letter: str) -> bool:
    """Whether a letter is not seen, or turns what is seen around."""
    return (
        (unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and letter not in "\n\r\t")
        or letter in BLANK_LETTERS
        or "\ufe00" <= letter <= "\ufe0e"
        or "\ufff0" <= letter <= "\ufff8"
        or "\U000e0000" <= letter <= "\U000e0fff"
    )


def hidden(text: str) -> tuple[str, ...]:
    """The names of the hidden letters of a text, each once."""
    unseen = _unseen(text)
    return (
        tuple(dict.fromkeys(f"U+{ord(letter):04X}" for letter in text if letter in unseen)) if unseen else ()
    )


def _unseen(text: str) -> frozenset[str]:
    """The hidden letters of a text: each letter is looked at once, however often it stands there."""
    return frozenset() if text.isascii() and text.isprintable() else frozenset(filter(is_hidden, set(text)))


def prose(text: str) -> str:
    """The text without hidden letters; its lines stay lines."""
    unseen = _unseen(text)
    seen = "".join(letter for letter in text if letter not in unseen) if unseen else text
    return unicodedata.normalize("NFC", seen).replace("\r\n", "\n").replace("\r", "\n").strip()


def line(text: str) -> str:
    """The text without hidden letters, on one line."""
    return SPACE.sub(" ", prose(text)).strip()


def cell(text: str) -> str:
    """The text as a row shows it: on one line, not too long, and hidden letters as marks."""
    clipped = text if len(text) <= MOST_IN_A_CELL else f"{text[:MOST_IN_A_CELL]}…"
    marked = "".join(f"⟨U+{ord(x):04X}⟩" if is_hidden(x) else x for x in clipped)
    return SPACE.sub(" ", marked).strip()


def utf16(text: str) -> Callable[[Place], Place]:
    """How places in a text are counted by a browser, to which letters beyond U+FFFF are two.

    >>> utf16("💊 Melatonin")((2, 11))
    (3, 12)
    """
    large = [] if text.isascii() else [found.start() for found in ASTRAL.finditer(text)]

    def place(at: Place) -> Place:
        start, end = at
        return start + bisect_left(large, start), end + bisect_left(large, end)

    return place
