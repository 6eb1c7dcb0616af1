"""What one part of a candidate was read from, and how sure that is."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
How = Literal["read", "repaired", "guessed", "missing", "edited"]

# Every part of a candidate, in the order in which a person looks at them.
LABELS = {
    "name": "name",
    "rank": "rank",
    "estimate": "estimate",
    "lower": "lower end",
    "upper": "upper end",
    "level": "level",
    "sd": "standard deviation",
    "confidence": "confidence",
    "scale": "scale",
    "interval_kind": "what the interval is about",
    "unit": "unit",
    "direction": "direction",
    "dose": "dose",
    "onset_days": "days until it acts",
    "washout_days": "days until it is washed out",
    "rationale": "rationale",
    "citations": "citations",
    "population": "people of the evidence",
    "design": "kind of evidence",
    "model": "model",
    "made_on": "date",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One part of one row: ``text`` is what an edit box shows, ``at`` is where it stands in the text shown.

    >>> Field("rank", "rank", "1", "read", (0, 1)).is_there
    True
    """

    role: str
    label: str
    text: str
    how: How
    at: Span | None = None
    note: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the text, or a person, says anything here."""
        return self.how != "missing"


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person typed over one part of one row; an empty text takes the part away."""

    row: int
    role: str
    text: str
