"""What the terminal says about beliefs: every way to set a prior, and how far a claim is believed."""

import json
from pathlib import Path

import pytest
from apps.terminal import Terminal

from nof1_lab.inference.named import named
from nof1_lab.inference.prior import derived, prior_of
from nof1_lab.study.document import Study
from nof1_lab.study.file import load
from nof1_lab.study.prior import Prior
from nof1_lab.study.shape import Shape


def study_at(path: Path) -> Study:
    return load(path.read_bytes()).study


def test_the_schema_of_candidates_is_printed_without_a_study(terminal: Terminal):
    said = terminal.run("propose", "--schema")
    assert said.code == 0
    assert json.loads(said.out) == terminal.done("propose", "--schema")


def test_without_the_schema_a_study_and_a_file_are_needed(terminal: Terminal, begun: Path):
    assert terminal.run("propose", begun).code == 2


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        (["--mean", "-0.4", "--sd", "0.2", "--family", "student"], Shape("student", -0.4, 0.2)),
        (
            ["--mean", "-0.4", "--sd", "0.2", "--family", "student", "--tail", "7"],
            Shape("student", -0.4, 0.2, 7),
        ),
        (
            ["--mean", "-0.4", "--sd", "0.2", "--family", "skewed", "--lean", "0.3"],
            Shape("skewed", -0.4, 0.2, lean=0.3),
        ),
    ],
)
def test_a_curve_is_set_exactly(terminal: Terminal, proposed: Path, words: list[str], shape: Shape):
    terminal.done("prior", proposed, "B", *words)
    assert prior_of(study_at(proposed), "B") == Prior.shaped("B", shape)


def test_quartiles_are_kept_as_they_were_said(terminal: Terminal, proposed: Path):
    terminal.done("prior", proposed, "B", "--quartiles", "-0.8", "-0.5", "-0.1")
    belief = prior_of(study_at(proposed), "B")
    assert belief.said is not None
    assert (belief.said.way, belief.said.at) == ("quartiles", (-0.8, -0.5, -0.1))
    for chance, effect in zip((0.25, 0.5, 0.75), belief.said.at, strict=True):
        assert belief.below(effect) == pytest.approx(chance, abs=0.01)


def test_chips_become_a_curve(terminal: Terminal, proposed: Path):
    terminal.done("prior", proposed, "B", "--chips", "-2", "2", "2", "8", "8", "2")
    belief = prior_of(study_at(proposed), "B")
    assert belief.said is not None
    assert belief.said.at == (-2.0, -1.0, 0.0, 1.0, 2.0)
    assert belief.mean == pytest.approx(0.0, abs=0.05)


@pytest.mark.parametrize("name", ["stated", "discounted", "sceptical", "enthusiastic", "near-flat"])
def test_a_named_prior_is_set_by_its_name(terminal: Terminal, proposed: Path, name: str):
    wanted = next(each for each in named(study_at(proposed), "B") if each.key == name.replace("-", " "))
    terminal.done("prior", proposed, "B", "--named", name)
    belief = prior_of(study_at(proposed), "B")
    assert belief.parts == wanted.prior.parts
    assert belief.said is not None


@pytest.mark.parametrize(
    "words",
    [
        ["--mean", "1"],
        ["--interval", "-1", "1", "--family", "student"],
        ["--quartiles", "1", "2"],
        ["--mean", "1", "--sd", "1", "--interval", "0", "1"],
    ],
)
def test_options_that_do_not_stand_together_are_wrong_use(
    terminal: Terminal, proposed: Path, words: list[str]
):
    assert terminal.run("prior", proposed, "B", *words).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--chips", "-1", "1"],
        ["--chips", "1", "-1", "2", "2"],
        ["--chips", "-1", "1", "0", "0"],
        ["--quartiles", "3", "2", "1"],
        ["--mean", "0", "--sd", "1", "--family", "skewed", "--lean", "5"],
        ["--mean", "0", "--sd", "1", "--family", "student", "--tail", "1"],
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_changes_nothing(
    terminal: Terminal, proposed: Path, words: list[str]
):
    before = proposed.read_bytes()
    said = terminal.run("prior", proposed, "B", *words)
    assert said.code == 1
    assert "expected" in said.err
    assert proposed.read_bytes() == before


def test_a_discount_is_shown_and_nothing_is_changed(terminal: Terminal, proposed: Path):
    before = proposed.read_bytes()
    said = terminal.done("discount", proposed, "B")
    assert [stage["key"] for stage in said["waterfall"]] == [
        "stated", "recalibrated", "person", "representation", "robust", "capped",
    ]  # fmt: skip
    assert proposed.read_bytes() == before


def test_being_unlike_the_evidence_widens_the_belief(terminal: Terminal, proposed: Path):
    before = derived(study_at(proposed), "B")
    said = terminal.done("discount", proposed, "B", "--likeness", "few", "--why", "another age group")
    after = derived(study_at(proposed), "B")
    assert said["discount"]["likeness"] == "few"
    assert after.claim[0].sd > before.claim[0].sd
    assert load(proposed.read_bytes()).links[-1].why == "another age group"


def test_a_doubt_is_switched_off_and_on_again(terminal: Terminal, proposed: Path):
    off = terminal.done("discount", proposed, "B", "--off", "robust", "capped")["discount"]
    assert (off["robustifies"], off["caps"]) == (False, False)
    assert derived(study_at(proposed), "B").vague == 0
    on = terminal.done("discount", proposed, "B", "--on", "robust", "--weight", "0.6")["discount"]
    assert (on["robustifies"], on["weight"]) == (True, 0.6)
    assert derived(study_at(proposed), "B").parts[0].weight == pytest.approx(0.6)


def test_shares_of_groups_are_taken(terminal: Terminal, proposed: Path):
    words = ["--shares", "Europe=0.79", "Asia=0.21", "--own", "Asia"]
    said = terminal.done("discount", proposed, "B", *words)["discount"]
    assert (said["way"], said["own"]) == ("shares", "Asia")
    assert said["groups"] == [{"name": "Europe", "share": 0.79}, {"name": "Asia", "share": 0.21}]


@pytest.mark.parametrize(
    "words", [["--weight", "2"], ["--accuracy", "-1"], ["--between", "-1"], ["--usual", "0"]]
)
def test_a_doubt_that_cannot_be_is_refused(terminal: Terminal, proposed: Path, words: list[str]):
    before = proposed.read_bytes()
    assert terminal.run("discount", proposed, "B", *words).code == 1
    assert proposed.read_bytes() == before


def test_what_should_be_looked_at_twice_is_said_at_the_terminal_too(terminal: Terminal, begun: Path):
    text = '{"candidates": [{"name": "B", "estimate": -1.0, "lower": -1.1, "upper": 0.9}]}'
    (row,) = terminal.done("propose", begun, "-", stdin=text)["rows"]
    assert row["warnings"] != []
    assert f"Row 1: {row['warnings'][0]}" in terminal.run("propose", begun, "-", stdin=text).out
