"""One stage of the way from claim to prior, and all that the next one may look at."""

from dataclasses import dataclass, replace
from typing import Literal, Self, TypeAlias

from nof1_lab.inference.amount import amount
from nof1_lab.inference.ground import Ground
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.prior import Part, Prior

Key: TypeAlias = Literal["stated", "recalibrated", "person", "representation", "robust", "capped", "nothing"]
LABELS: dict[Key, str] = {
    "stated": "as stated",
    "recalibrated": "recalibrated",
    "person": "for one person",
    "representation": "for people like you",
    "robust": "allowing for being wrong",
    "capped": "capped",
    "nothing": "nothing known",
}


@dataclass(frozen=True, slots=True)
class Dial:
    """A number of a doubt that can be turned; ``name`` is its field of the discount, None is not known."""

    name: str
    value: float | None
    low: float
    high: float
    is_default: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """What is believed after one stage of the way from claim to prior, and why, in one sentence.

    ``is_on`` is the stage's switch; one that is off repeats the belief before it.
    """

    key: Key
    label: str
    mean: float
    sd: float
    note: str
    parts: tuple[Part, ...]
    is_on: bool = True
    can_switch: bool = False
    dial: Dial | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A stage, and the belief after it as a prior."""

    prior: Prior
    stage: Stage

    @classmethod
    def of(cls, key: Key, prior: Prior, note: str, *, is_on: bool = True, dial: Dial | None = None) -> Self:
        """The step to a belief; only the claim itself cannot be switched off."""
        can_switch = key not in ("stated", "nothing")
        stage = Stage(key, LABELS[key], prior.mean, prior.sd, note, prior.parts, is_on, can_switch, dial)
        return cls(prior, stage)


@dataclass(frozen=True, slots=True)
class Path:
    """A claim with its doubts, and the beliefs that it went through so far."""

    candidate: Candidate
    discount: Discount
    ground: Ground
    steps: tuple[Step, ...] = ()

    @property
    def last(self) -> Prior:
        """What is believed so far."""
        return self.steps[-1].prior

    @property
    def bell(self) -> Normal:
        """Middle and spread of what is believed so far."""
        return Normal(self.last.mean, self.last.sd)

    def then(self, step: Step) -> Self:
        """The way one step further."""
        return replace(self, steps=(*self.steps, step))

    def says(self, x: float) -> str:
        """A number in the unit of the measure."""
        return amount(x, self.ground.measure)
