"""When to adopt, drop or stop: agreed before day one."""

from dataclasses import dataclass, fields

from nof1_lab.errors import RuleError
from nof1_lab.study.number import require_finite, shown


@dataclass(frozen=True, slots=True)
class Rule:
    """The two-prior rule, as chances.

    Adopt when a worthwhile benefit is likelier than ``adopt`` under the person's own prior and a sceptic
    is convinced of some benefit (``convince``). Drop when it is unlikelier than ``drop`` under the own
    prior and than ``drop_flat`` under a nearly flat one. Stop when harm is likelier than ``harm``.
    ``burden`` is what taking it costs, in units of the measure: what a benefit must make up for.

    >>> Rule().convince
    0.95
    """

    adopt: float = 0.8
    convince: float = 0.95
    drop: float = 0.1
    drop_flat: float = 0.2
    harm: float = 0.5
    burden: float = 0.0

    def __post_init__(self) -> None:
        require_finite(self.burden, "The burden", RuleError)
        if self.burden < 0:
            raise RuleError(
                f"The burden is {shown(self.burden)}.",
                "Zero, or a number above it, was expected.",
                "Say how large a benefit must be to make up for taking it.",
            )
        for field in fields(self):
            if field.name == "burden":
                continue
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 < value < 1.0:
                raise RuleError(
                    f"The rule's {field.name} is {shown(value)}.",
                    "A chance between 0 and 1 was expected.",
                    "Write 80% as 0.8.",
                )
