"""An effect in free words while it is being read: what was found, and where."""

from dataclasses import dataclass, field

from nof1_lab.exchange import phrase
from nof1_lab.exchange.piece import Piece

A_TIME = "days weeks months hours tage wochen monate stunden tagen jours semaines mois heures"
TIMES = frozenset(A_TIME.split())
SIGNS = "+-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0b\uff0d"
NEAR = 80
MOST_TRIES = 200


@dataclass(slots=True)
class Claim:
    """Free words while they are being read: what was found, by its role, and where the interval stood."""

    piece: Piece
    decimal: str = ""
    heading: str = ""
    in_percent: bool = False
    found: dict[str, Piece] = field(default_factory=dict[str, Piece])
    interval: tuple[int, int] | None = None
    number: tuple[int, int] | None = None
    is_share: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.piece.value

    def take(self, role: str, span: tuple[int, int]) -> Piece:
        """Keep the words at a place for a role, when there are none yet."""
        return self.found.setdefault(role, self.piece.part(*span))


def word_of(unit: str) -> str:
    """The first word of a unit."""
    words = unit.partition("/")[0].split(maxsplit=1)
    return words[0].casefold() if words else ""


def is_dose(text: str, at: int) -> bool:
    """Whether the number that ends here is a dose or a time, and no effect."""
    behind = phrase.BEHIND.match(text, at)
    return behind is not None and word_of(behind["unit"]) in {*phrase.DOSES, *TIMES}


def take_unit(claim: Claim, unit: str | None, at: int) -> None:
    """Keep the unit behind a number, when it is one."""
    words = (unit or "").split()
    if not words:
        return
    if words[0] == "%" and not claim.in_percent:
        claim.is_share = True
    elif words[0] in {"SD", "SDs"}:
        claim.take("unit", (at, at + len(words[0])))
    elif word_of(words[0]) not in phrase.NO_UNIT:
        kept = (
            unit
            if len(words) > 1 and words[1].casefold() in {"per", "pro", "par", "/", "a", "points", "punkte"}
            else words[0]
        )
        claim.take("unit", (at, at + len(kept or "")))
