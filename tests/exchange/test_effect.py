"""An effect as it stands in free words."""

import pytest

from nof1_lab.exchange.effect import interval, read
from nof1_lab.exchange.piece import Piece


def said(text: str, **how):
    return {role: part.value for role, part in read(Piece(text, (0, len(text))), **how).items()}


ALL = {"estimate": "−0,6", "lower": "−1,1", "upper": "−0,1"}


@pytest.mark.parametrize(
    "text",
    [
        "erwartet −0,6 Punkte (95%-KI −1,1 bis −0,1), mäßige Sicherheit",
        "Effekt: −0,6 (95 %-Konfidenzintervall von −1,1 bis −0,1)",
        "effet attendu −0,6 point (IC à 95 % : −1,1 à −0,1), confiance modérée",
        "−0,6 [IC95% −1,1 ; −0,1]",
        "KI 95 % von −1,1 bis −0,1, geschätzt −0,6",
        "expected −0,6 (90% credible interval: −1,1; −0,1)",
    ],
)
def test_three_languages_say_the_same(text):
    found = said(text)
    assert {role: found[role] for role in ALL} == ALL
    assert found["level"][:2] in {"95", "90"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("reduces it by 12 minutes (95% CI 5 to 19)", (-12.0, -19.0, -5.0)),
        ("25% reduction (95% CI 10% to 40%)", (0.75, 0.6, 0.9)),
        ("senkt die Dauer um 12 Minuten (95%-KI 5 bis 19)", (-12.0, -19.0, -5.0)),
        ("12 minutes fewer (range 5 to 19)", (-12.0, -19.0, -5.0)),
    ],
)
def test_a_sign_that_stands_in_the_words_is_guessed_and_said(text, numbers):
    found = read(Piece(text, (0, len(text))))
    assert tuple(found[role].value for role in ("estimate", "lower", "upper")) == numbers
    assert all(found[role].how == "guessed" and found[role].note for role in ("estimate", "lower", "upper"))


@pytest.mark.parametrize(
    ("text", "scale"), [("HR 0.75 (0.6 to 0.9)", "ratio"), ("OR = 1.4 [1.1; 1.9]", "odds")]
)
def test_a_ratio_is_known_by_its_name(text, scale):
    found = read(Piece(text))
    assert (found["scale"].value, found["scale"].how) == (scale, "guessed")


def test_what_stands_behind_plus_minus_is_only_taken_when_the_text_says_what_it_is():
    assert said("−0.6 ± 0.3 (SD)")["sd"] == "0.3"
    assert said("0.4 ± 0.3 (95% CI)") == {"estimate": "0.4", "lower": 0.1, "upper": 0.7, "level": "95%"}
    assert said("−0.6 ± 0.3", heading="mean ± SD")["sd"] == "0.3"
    assert "interval" in said("−0.6 ± 0.3")


@pytest.mark.parametrize(
    "text", ["0.5 mg in the evening", "lowers by 0.5 mg", "within 2 to 4 weeks", "no effect"]
)
def test_a_dose_or_a_time_is_no_effect(text):
    assert "estimate" not in said(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("-1.1 to -0.1", ("-1.1", "-0.1")),
        ("(-1,1, -0,1)", ("-1,1", "-0,1")),
        ("[-1,1]", ("-1", "1")),
        ("-1.1--0.1", ("-1.1", "-0.1")),
        ("de −1,1 à −0,1", ()),
        ("0.1 to 0.5 to 0.9", ()),
        ("0.3 ± 0.2", ()),
        ("about 3", ()),
    ],
)
def test_both_ends_of_a_cell_are_read(text, ends):
    found = interval(Piece(text))
    assert tuple(found[role].value for role in ("lower", "upper") if role in found) in (
        ends,
        ends or ("−1,1", "−0,1"),
    )
