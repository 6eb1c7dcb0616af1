"""Where a candidate came from: the text, how each part was read out of it, and the people of its evidence."""

from dataclasses import dataclass
from typing import Literal, get_args

from nof1_lab.errors import CandidateError
from nof1_lab.study.number import require_finite, require_prose, require_text, shown

How = Literal["read", "repaired", "guessed", "edited"]
MOST_MARKS = 100


@dataclass(frozen=True, slots=True)
class Group:
    """People whom the evidence is about, and their share of it when it is known."""

    name: str
    share: float | None = None

    def __post_init__(self) -> None:
        require_text(self.name, "The name of a group of people", CandidateError)
        if self.share is not None:
            require_finite(self.share, f"The share of {self.name!r}", CandidateError)
            if not 0.0 <= self.share <= 1.0:
                raise CandidateError(
                    f"The share of {self.name!r} in the evidence is {self.share:g}.",
                    "A share from 0 to 1 was expected, such as 0.79.",
                    "Write 79% as 0.79.",
                )


@dataclass(frozen=True, slots=True)
class Mark:
    """How one part of a candidate came about, and the words that it was taken from."""

    part: str
    how: How
    quote: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        require_text(self.part, "The part that a mark is about", CandidateError, most=40)
        if self.how not in get_args(How):
            raise CandidateError(
                f"A mark says {shown(self.how)}.",
                f"One of {', '.join(get_args(How))} was expected.",
                "Read the candidate again.",
            )
        require_prose(self.quote, "The words behind a part", CandidateError, most=1_000)
        require_prose(self.note, "The note on a part", CandidateError, most=1_000)


@dataclass(frozen=True, slots=True)
class Source:
    """The text that a candidate was read from: its name, its SHA-256, and how each part came about."""

    name: str = ""
    sha256: str = ""
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        require_prose(self.name, "The name of the source", CandidateError, most=200)
        require_prose(self.sha256, "The hash of the source", CandidateError, most=64)
        if len(self.marks) > MOST_MARKS:
            raise CandidateError(
                f"The source has {len(self.marks)} marks.",
                f"At most {MOST_MARKS} were expected.",
                "Read the candidate again.",
            )
