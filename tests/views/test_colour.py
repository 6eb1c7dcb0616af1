"""Arms are told apart by more than their colour."""

import pytest

from nof1_lab.views.colour import HARM, INK, WORTHWHILE, look, look_of


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_reference_is_grey_and_the_letters_follow():
    assert [look(i).letter for i in range(4)] == ["A", "B", "C", "D"]
    assert look_of("A") == look(0)
    assert look(0).colour == "#777777"


@pytest.mark.parametrize("attribute", ["colour", "dash", "marker"])
def test_six_arms_differ_in_each_way(attribute: str):
    assert len({str(getattr(look(i), attribute)) for i in range(6)}) == 6


@pytest.mark.parametrize("paper", ["#ffffff", "#000000", "#111111"])
def test_the_ink_reads_on_light_and_on_dark(paper: str):
    assert contrast(INK, paper) >= 4.0


def test_benefit_and_harm_differ():
    assert HARM != WORTHWHILE
