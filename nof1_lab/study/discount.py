"""How far a candidate's claim is believed of this person: every doubt with its switch and its number."""

from dataclasses import dataclass
from typing import Literal, get_args

from nof1_lab.errors import PriorError
from nof1_lab.study.number import require_finite, require_positive, require_text, shown
from nof1_lab.study.source import Group

Likeness = Literal["", "most", "some", "few", "none"]
Way = Literal["answer", "accuracy", "shares", "overlap"]


@dataclass(frozen=True, slots=True)
class Discount:
    """The doubts about one candidate; None leaves a number to its stated default.

    ``usual`` is the usual level of the measure, which turns a ratio into a difference. How like the people
    of the evidence this person is, is said in one of four ways: by an ``answer`` in words (``likeness``),
    by a relative ``accuracy`` (that of a prediction here against there), by the ``shares`` of groups
    (``groups``, of which ``own`` is the person's), or by the ``overlap`` of covariates (transport weights
    worth ``overlap`` of the people). ``between`` is how far persons differ (standard deviation),
    ``weight`` the belief that the claim keeps against being wrong altogether, ``cap`` the most that the
    prior may be worth, as a share of the planned days.
    """

    arm: str
    usual: float | None = None
    recalibrates: bool = True
    transfers: bool = True
    between: float | None = None
    represents: bool = True
    way: Way = "answer"
    likeness: Likeness = ""
    accuracy: float | None = None
    groups: tuple[Group, ...] = ()
    own: str = ""
    overlap: float | None = None
    robustifies: bool = True
    weight: float | None = None
    caps: bool = True
    cap: float = 0.5

    def __post_init__(self) -> None:
        require_text(self.arm, "The arm's name", PriorError)
        if self.likeness not in get_args(Likeness) or self.way not in get_args(Way):
            raise PriorError(
                f"How like the evidence this person is: {shown(self.way)}, {shown(self.likeness)}.",
                f"One of {', '.join(get_args(Way))}, and one of {', '.join(filter(None, get_args(Likeness)))}"
                " were expected.",
                "Choose one of the answers.",
            )
        if self.usual is not None:
            require_positive(self.usual, "The usual level of the measure", PriorError)
        if self.between is not None:
            require_finite(self.between, "How far persons differ", PriorError)
            if self.between < 0.0:
                raise PriorError(
                    f"Persons differ by {self.between:g}.",
                    "A standard deviation of 0 or more was expected.",
                    "Give 0 if all persons are alike.",
                )
        for share, name in (
            (self.accuracy, "The relative accuracy"),
            (self.overlap, "The overlap of the people"),
            (self.weight, "The weight of the claim"),
            (self.cap, "The most that the prior may be worth, as a share of the planned days,"),
        ):
            _require_share(share, name)

    @property
    def is_answered(self) -> bool:
        """Whether anybody said how like the people of the evidence this person is."""
        if self.way == "answer":
            return self.likeness != ""
        return bool(self.groups) if self.way == "shares" else getattr(self, self.way) is not None


def _require_share(share: float | None, name: str) -> None:
    if share is None:
        return
    require_finite(share, name, PriorError)
    if not 0.0 <= share <= 1.0:
        raise PriorError(
            f"{name} is {share:g}.", "A share from 0 to 1 was expected.", "Write 80% as 0.8."
        )  # fmt: skip
