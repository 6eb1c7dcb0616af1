"""One foreign text twice: as it is read, without what hides, and as it is shown, with marks there."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from nof1_lab.exchange.field import Span
from nof1_lab.exchange.text import is_hidden

LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Page:
    r"""``words`` are read, ``shown`` is what a person sees; places are counted in ``words``.

    >>> page = written("Mela\u200btonin")
    >>> page.words, page.shown, page.seen((0, 9)), page.hidden((0, 9))
    ('Melatonin', 'Mela⟨U+200B⟩tonin', (0, 17), ('U+200B',))
    """

    words: str
    shown: str
    cuts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    growth: tuple[int, ...] = (0,)

    def seen(self, at: Span) -> Span:
        """Where a place of the words stands in what is shown, with the marks at its ends."""
        start, end = at
        return (
            start + self.growth[bisect_left(self.cuts, start)],
            end + self.growth[bisect_right(self.cuts, end)],
        )

    def hidden(self, at: Span) -> tuple[str, ...]:
        """The names of the hidden letters in a place, each once."""
        start, end = at
        names = self.names[bisect_left(self.cuts, start) : bisect_right(self.cuts, end)]
        return tuple(dict.fromkeys(names[:1_000]))


def written(text: str) -> Page:
    """The page of a text: one spelling for each letter and each line end, and a mark for what hides."""
    plain = LINE_END.sub("\n", unicodedata.normalize("NFC", text).removeprefix("\ufeff"))
    found = sorted(letter for letter in set(plain) if is_hidden(letter))
    if not found:
        return Page(plain, plain)
    unseen = re.compile(f"[{re.escape(''.join(found))}]")
    places = [(match.start(), f"U+{ord(match[0]):04X}") for match in unseen.finditer(plain)]
    growth = (0, *accumulate(len(name) + 2 for _, name in places))
    return Page(
        unseen.sub("", plain),
        unseen.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", plain),
        tuple(at - before for before, (at, _) in enumerate(places)),
        tuple(name for _, name in places),
        growth,
    )
