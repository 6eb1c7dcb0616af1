"""When to adopt, drop or stop."""

import math
from dataclasses import fields

import pytest

from nof1_lab.errors import RuleError
from nof1_lab.study.rule import Rule


@pytest.mark.parametrize("name", [field.name for field in fields(Rule) if field.name != "burden"])
@pytest.mark.parametrize("value", [0.0, 1.0, 80, -0.5, math.nan, math.inf, True, "0.8", None])
def test_every_chance_of_the_rule_lies_between_0_and_1(name, value):
    with pytest.raises(RuleError, match=r"Write 80% as 0\.8"):
        Rule(**{name: value})


@pytest.mark.parametrize("value", [-0.1, math.nan, math.inf, True, "0.8", None])
def test_a_burden_is_a_number_from_zero_up(value):
    with pytest.raises(RuleError, match=r"Say how large a benefit must be|Give the burden as a number"):
        Rule(burden=value)
