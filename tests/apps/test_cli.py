"""What a person can type, and what a script can rely on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from apps.conftest import CANDIDATE
from apps.terminal import Terminal, run_alone

from nof1_lab.apps import command, demo
from nof1_lab.study.file import load
from nof1_lab.study.schedule import randomise

PLAN = ["--reference", "A", "--arm", "B", "--days", "5", "--start", "2026-01-05"]
EVERY = "lab app demo new propose ask prior plan analysis record register fit log check".split()  # noqa: SIM905


# Every command.


@pytest.mark.parametrize("mean", ["-1e308", "-1e999", "-1e-999", "1e308"])
def test_a_number_beyond_all_bounds_is_refused_as_a_number(terminal: Terminal, proposed: Path, mean: str):
    said = terminal.run("prior", proposed, "B", "--mean", mean, "--sd", "0")
    assert (said.code, said.out) == (1, "")
    assert "was expected" in said.err


def test_a_number_with_an_endless_exponent_is_no_number(terminal: Terminal, proposed: Path):
    said = terminal.run("prior", proposed, "B", "--mean", "-1e-99999999999", "--sd", "1")
    assert (said.code, said.out) == (2, "")


@pytest.mark.parametrize("level", ["1e-300", "0.9999999999999999", "nan", "1"])
def test_an_interval_that_holds_nothing_or_all_is_refused(terminal: Terminal, proposed: Path, level: str):
    said = terminal.run("prior", proposed, "B", "--interval", "-1", "1", "--level", level)
    assert said.code == 1
    assert "Write 95% as 0.95" in said.err


@pytest.mark.parametrize(
    "words", [["--draws", "0"], ["--draws", "-5"], ["--chains", "0"], ["--chains", "1000"], ["--seed", "-1"]]
)
def test_an_effort_that_cannot_be_is_refused(terminal: Terminal, tmp_path: Path, words: list[str]):
    terminal.done("demo", tmp_path)
    said = terminal.run("fit", tmp_path / "first-trial.nof1", *words)
    assert said.code == 1
    assert "A whole number from" in said.err


@pytest.mark.parametrize("scale", ["binary", "count", "ordinal"])
def test_what_is_no_measurement_is_not_analysed_as_one(terminal: Terminal, tmp_path: Path, scale: str):
    study = tmp_path / "x.nof1"
    terminal.done(
        "new",
        study,
        "--title",
        "T",
        "--measure",
        "M",
        "--better",
        "lower",
        "--worthwhile",
        "1",
        "--scale",
        scale,
    )
    terminal.done("propose", study, "-", "--accept", "all", stdin="name,estimate\nB,-1\n")
    terminal.done("plan", study, *PLAN, "--cycles", "2")
    terminal.done(
        "record", study, "-", stdin="day,value\n" + "".join(f"{day},{day % 2}\n" for day in range(1, 21))
    )
    said = terminal.run("fit", study, "--engine", "exact")
    assert said.code == 1
    assert scale in said.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_disk_without_room_for_the_answer_is_told(planned: Path):
    command = [sys.executable, "-m", "nof1_lab.apps.cli", "log", str(planned)]
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("name", EVERY)
def test_every_command_explains_itself(terminal: Terminal, name: str):
    said = terminal.run(name, "--help")
    assert said.code == 0
    assert "--json" in said.out
    assert said.out.startswith(f"usage: nof1-lab {name}")


def test_help_lists_every_command(terminal: Terminal):
    assert [name for name in EVERY if f"\n    {name} " not in terminal.run("--help").out] == []


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["new"],
        ["fit"],
        ["fit", "x.nof1", "--engine", "steam"],
        ["new", "x.nof1", "--title", "T", "--measure", "M", "--better", "bigger", "--worthwhile", "1"],
        ["new", "x.nof1", "--title", "T", "--measure", "M", "--better", "lower", "--worthwhile", "0,5"],
        ["prior", "x.nof1", "B", "--mean", "1"],
        ["prior", "x.nof1", "B", "--interval", "0", "1", "--sd", "1"],
        ["plan", "x.nof1", *PLAN],
        ["plan", "x.nof1", *PLAN, "--design", "fixed"],
        ["plan", "x.nof1", *PLAN, "--cycles", "2", "--start", "5.1.2026"],
        ["plan", "x.nof1", *PLAN, "--cycles", "2", "--start", "2026-02-30"],
        ["record", "x.nof1", "-", "--map", "night"],
        ["analysis", "x.nof1", "--trend", "0", "1", "--no-trend"],
        ["analysis", "x.nof1", "--rho", "0", "0.5", "--independent"],
        ["log", "x.nof1", "--js"],
    ],
)  # fmt: skip
def test_wrong_use_ends_with_two(terminal: Terminal, words: list[str]):
    said = terminal.run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: nof1-lab")


def test_what_is_refused_ends_with_one_and_three_sentences(terminal: Terminal, tmp_path: Path):
    said = terminal.run("log", tmp_path / "nothing.nof1")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"nof1-lab: '{tmp_path / 'nothing.nof1'}' does not exist. A file that can be read was expected."
        " Check the path, or begin a study with `nof1-lab new`.\n"
    )


def test_a_refusal_is_one_json_object_too(terminal: Terminal, tmp_path: Path):
    said = terminal.run("log", tmp_path / "nothing.nof1", "--json")
    assert said.code == 1
    assert set(said.json) == {"error"}
    assert set(said.json["error"]) == {"wrong", "expected", "remedy"}
    assert said.json["error"]["remedy"] in said.err


def test_json_may_be_asked_for_before_the_command(terminal: Terminal, begun: Path):
    assert terminal.run("--json", "check", begun).json == terminal.run("check", begun, "--json").json


def test_a_fault_of_the_program_is_three_sentences_too(
    terminal: Terminal, begun: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(_: object) -> None:
        raise ZeroDivisionError("secret value 42")

    monkeypatch.setattr(command, "describe", broken)
    said = terminal.run("analysis", begun)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "ZeroDivisionError" in said.err
    assert "Please report it" in said.err
    assert "42" not in said.err
    monkeypatch.setenv("NOF1_DEBUG", "1")
    assert "Traceback" in terminal.run("analysis", begun).err


def test_what_libraries_print_does_not_reach_standard_output(
    terminal: Terminal, begun: Path, monkeypatch: pytest.MonkeyPatch
):
    def chatty(prior: object) -> dict[str, str]:
        print("Only 3 more wishes!")
        return {"rho": str(prior)}

    monkeypatch.setattr(command, "describe", chatty)
    said = terminal.run("analysis", begun, "--json")
    assert "rho" in said.json["priors"]
    assert "wishes" in said.err


def test_foreign_characters_cannot_steer_the_terminal(terminal: Terminal, begun: Path):
    said = terminal.run("propose", begun, "-", stdin="name,rationale\nTea,\x1b[2J\u202eevil\n")
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


# new


def test_a_new_study_is_a_file_of_one_step(terminal: Terminal, tmp_path: Path):
    path = tmp_path / "mood.nof1"
    said = terminal.done(
        "new", path, "--title", "Mood", "--measure", "mood", "--unit", "points", "--scale", "score",
        "--low", "-10", "--high", "10", "--better", "higher", "--worthwhile", "1e0",
    )  # fmt: skip
    log = load(path.read_bytes())
    measure = log.study.measure
    assert (measure.low, measure.high, measure.scale, measure.unit) == (-10.0, 10.0, "score", "points")
    assert said == {
        "path": str(path),
        "title": "Mood",
        "study": log.study.fingerprint,
        "head": log.head,
        "steps": 1,
    }
    assert log.links[0].who == "ann"


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        (["--worthwhile", "-1"], "positive number"),
        (["--worthwhile", "nan"], "with a dot"),
        (["--worthwhile", "1", "--low", "3"], "low and high together"),
        (["--worthwhile", "1", "--low", "3", "--high", "-3"], "Swap"),
        (["--worthwhile", "1", "--measure", " "], "in a few words"),
    ],
)
def test_a_measure_that_cannot_be_is_refused(
    terminal: Terminal, tmp_path: Path, options: list[str], remedy: str
):
    path = tmp_path / "mood.nof1"
    said = terminal.run("new", path, "--title", "T", "--measure", "mood", "--better", "lower", *options)
    assert said.code == 1
    assert remedy in said.err
    assert not path.exists()


def test_new_never_overwrites(terminal: Terminal, begun: Path):
    before = begun.read_bytes()
    said = terminal.run(
        "new", begun, "--title", "T", "--measure", "m", "--better", "lower", "--worthwhile", "1"
    )
    assert said.code == 1
    assert "Choose another name" in said.err
    assert begun.read_bytes() == before


def test_a_study_is_called_a_study(terminal: Terminal, tmp_path: Path):
    words = ["--title", "T", "--measure", "m", "--better", "lower", "--worthwhile", "1"]
    said = terminal.run("new", tmp_path / "mood.json", *words)
    assert (said.code, "Call it 'mood.nof1'" in said.err) == (1, True)
    assert list(tmp_path.iterdir()) == []


# propose


def test_propose_shows_first_and_takes_nothing(terminal: Terminal, begun: Path):
    before = begun.read_bytes()
    said = terminal.done("propose", begun, "-", stdin=CANDIDATE)
    assert [candidate["name"] for candidate in said["candidates"]] == ["B"]
    assert said["accepted"] == []
    assert begun.read_bytes() == before
    assert "Nothing is accepted yet" in terminal.run("propose", begun, "-", stdin=CANDIDATE).out


def test_propose_takes_what_is_named(terminal: Terminal, begun: Path, tmp_path: Path):
    table = tmp_path / "answer.md"
    table.write_text("| Rank | Candidate |\n|---|---|\n| 1 | Tea |\n| 2 | Warm milk |\n")
    said = terminal.done(
        "propose", begun, table, "--accept", "Warm milk", "--why", "Nothing else in the house."
    )
    assert said["accepted"] == ["Warm milk"]
    log = load(begun.read_bytes())
    assert [(candidate.name, candidate.rank) for candidate in log.study.candidates] == [("Warm milk", 2)]
    assert log.links[-1].why == "Nothing else in the house."


@pytest.mark.parametrize(
    ("text", "accept", "remedy"),
    [
        (CANDIDATE, "Whisky", "exactly as it is shown"),
        ("name,lower,upper\nTea,1,0\nMilk,0,1\n", "all", "nothing was changed"),
        ("name,lower,upper\nTea,1,0\nMilk,0,1\n", "Tea", "exactly as it is shown"),
        ("I cannot help with that.", "all", "Ask the model"),
        ("", "all", "Paste"),
    ],
)
def test_candidates_that_cannot_be_taken_change_nothing(
    terminal: Terminal, begun: Path, text: str, accept: str, remedy: str
):
    before = begun.read_bytes()
    said = terminal.run("propose", begun, "-", "--accept", accept, stdin=text)
    assert said.code == 1
    assert remedy in said.err
    assert begun.read_bytes() == before


def test_candidates_from_a_file_that_is_not_there(terminal: Terminal, begun: Path):
    said = terminal.run("propose", begun, "nowhere.json")
    assert (said.code, "nowhere.json" in said.err) == (1, True)


# prior


def test_the_prior_is_exactly_what_was_said(terminal: Terminal, proposed: Path):
    said = terminal.done("prior", proposed, "B", "--mean", "-0.6", "--sd", ".25")
    assert said["prior"]["parts"] == [{"weight": 1, "mean": -0.6, "sd": 0.25}]
    assert (said["prior"]["arm"], said["prior"]["mean"], said["prior"]["sd"]) == ("B", -0.6, 0.25)


def test_a_prior_may_be_an_interval(terminal: Terminal, proposed: Path):
    (part,) = terminal.done("prior", proposed, "B", "--interval", "-1.1", "-1e-1")["prior"]["parts"]
    assert part["mean"] == pytest.approx(-0.6)
    assert part["sd"] == pytest.approx(0.25510672846232696)
    (narrow,) = terminal.done("prior", proposed, "B", "--interval", "-1.1", "-.1", "--level", "0.9")["prior"][
        "parts"
    ]
    assert narrow["sd"] == pytest.approx(0.5 / 1.6448536269514722)


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["Whisky", "--mean", "0", "--sd", "1"], "Accept the candidate first"),
        (["B", "--mean", "0", "--sd", "0"], "positive number"),
        (["B", "--mean", "inf", "--sd", "1"], "with a dot"),
        (["B", "--interval", "1", "-1"], "Swap"),
        (["B", "--interval", "-1", "1", "--level", "95"], "Write 95% as 0.95"),
    ],
)
def test_a_prior_that_cannot_be_changes_nothing(
    terminal: Terminal, proposed: Path, words: list[str], remedy: str
):
    before = proposed.read_bytes()
    said = terminal.run("prior", proposed, *words)
    assert said.code == 1
    assert remedy in said.err
    assert proposed.read_bytes() == before


# plan


def test_a_schedule_is_drawn_from_its_seed(terminal: Terminal, proposed: Path):
    said = terminal.done("plan", proposed, *PLAN, "--cycles", "6", "--run-in", "3", "--seed", "7")
    schedule = load(proposed.read_bytes()).study.schedule
    assert schedule is not None
    assert schedule == randomise("A", ["B"], cycles=6, days=5, start=schedule.start, seed=7, run_in_days=3)
    assert said["sequence"] == schedule.letters
    assert said["seed"] == 7
    assert len(said["periods"]) == 12


def test_without_a_seed_one_is_drawn_and_kept(terminal: Terminal, proposed: Path):
    seeds = {terminal.done("plan", proposed, *PLAN, "--cycles", "4")["seed"] for _ in range(3)}
    assert len(seeds) == 3
    assert {type(seed) for seed in seeds} == {int}


def test_an_order_may_be_given(terminal: Terminal, proposed: Path):
    blocks = terminal.done("plan", proposed, *PLAN, "--design", "blocks", "--sequence", "AB", "BA", "ba")
    assert (blocks["sequence"], blocks["schedule"]["design"], blocks["seed"]) == ("ABBABA", "blocks", None)
    fixed = terminal.done("plan", proposed, *PLAN, "--design", "fixed", "--sequence", "AABB", "--cycles", "1")
    assert (fixed["sequence"], fixed["schedule"]["design"]) == ("AABB", "fixed")


def test_several_arms_may_be_named_together_or_one_by_one(terminal: Terminal, begun: Path):
    terminal.done("propose", begun, "-", "--accept", "all", stdin="name\nB\nC\n")
    base = [
        "plan",
        begun,
        "--reference",
        "A",
        "--days",
        "5",
        "--start",
        "2026-01-05",
        "--cycles",
        "2",
        "--seed",
        "1",
    ]
    together = terminal.done(*base, "--arm", "B", "C")
    assert terminal.done(*base, "--arm", "B", "--arm", "C")["schedule"] == together["schedule"]
    assert sorted(together["sequence"][:3]) == ["A", "B", "C"]


@pytest.mark.parametrize("design", ["williams", "latin", "alternation", "phases"])
def test_a_later_design_is_a_known_word_and_refused(terminal: Terminal, proposed: Path, design: str):
    before = proposed.read_bytes()
    said = terminal.run("plan", proposed, *PLAN, "--cycles", "4", "--design", design)
    assert said.code == 1
    assert "Use --design blocks" in said.err
    assert proposed.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        (["--design", "blocks", "--sequence", "AABB"], "call the design fixed"),
        (["--design", "blocks", "--sequence", "ABBA", "--cycles", "3"], "call the design fixed"),
        (["--design", "fixed", "--sequence", "ABX"], "Write A for the reference"),
        (["--design", "fixed", "--sequence", "AAAA"], "Add a period"),
        (["--cycles", "4", "--washout", "5"], "shorten the wash-out"),
        (["--cycles", "0"], "in that range"),
        (["--cycles", "4", "--arm", "Whisky"], "Accept the candidate first"),
        (["--cycles", "4", "--arm", "A"], "Rename one"),
    ],
)
def test_a_schedule_that_cannot_be_changes_nothing(
    terminal: Terminal, proposed: Path, options: list[str], remedy: str
):
    before = proposed.read_bytes()
    said = terminal.run("plan", proposed, *PLAN, *options)
    assert said.code == 1
    assert remedy in said.err
    assert proposed.read_bytes() == before


# analysis


def test_the_analysis_plan_is_set_piece_by_piece(terminal: Terminal, begun: Path):
    first = terminal.done("analysis", begun, "--intercept", "6", "1.5", "--spread-halfnormal", "2")
    assert first["analysis"]["intercept"] == {"mean": 6, "sd": 1.5}
    second = terminal.done(
        "analysis", begun, "--known-spread", "0.8", "--rho", "0.1", "0.5", "--family", "gaussian"
    )
    assert second["analysis"] == {
        "intercept": {"mean": 6, "sd": 1.5}, "trend": None, "has_trend": True, "spread": None,
        "known_spread": 0.8, "rho": [0.1, 0.5], "family": "gaussian",
    }  # fmt: skip
    third = terminal.done("analysis", begun, "--no-trend", "--independent", "--spread-halfnormal", "3")[
        "analysis"
    ]
    assert (third["has_trend"], third["rho"], third["known_spread"]) == (False, [0, 0], None)
    fourth = terminal.done("analysis", begun, "--trend", "-0.1", "0.3")["analysis"]
    assert (fourth["has_trend"], fourth["trend"]) == (True, {"mean": -0.1, "sd": 0.3})
    assert terminal.done("analysis", begun, "--defaults")["analysis"]["intercept"] is None


def test_the_analysis_plan_is_shown_without_changing_it(terminal: Terminal, begun: Path):
    before = begun.read_bytes()
    said = terminal.done("analysis", begun)
    assert set(said["priors"]) == {"intercept", "trend", "spread", "rho"}
    assert begun.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        (["--rho", "0.5", "0.1"], "two equal numbers"),
        (["--rho", "0", "1"], "two equal numbers"),
        (["--family", "poisson"], "choose gaussian"),
        (["--known-spread", "-1"], "positive number"),
        (["--intercept", "6", "0"], "positive number"),
    ],
)
def test_an_analysis_that_cannot_be_changes_nothing(
    terminal: Terminal, begun: Path, options: list[str], remedy: str
):
    before = begun.read_bytes()
    said = terminal.run("analysis", begun, *options)
    assert said.code == 1
    assert remedy in said.err
    assert begun.read_bytes() == before


# record


def test_outcomes_come_from_a_file_or_from_standard_input(terminal: Terminal, planned: Path, tmp_path: Path):
    csv = tmp_path / "diary.csv"
    csv.write_text("day,value\n1,6.6\n2,6.9\n")
    assert terminal.done("record", planned, csv)["days"] == 2
    assert terminal.done("record", planned, "-", stdin="day,value\n3,6.1\n2,6.8\n")["days"] == 3
    diary = load(planned.read_bytes()).study.diary
    assert [(entry.day, entry.value) for entry in diary.entries] == [(1, 6.6), (2, 6.8), (3, 6.1)]


def test_columns_may_be_named_by_hand(terminal: Terminal, planned: Path):
    said = terminal.done(
        "record", planned, "-", "--map", "night=day", "how bad=value", stdin="night,how bad,x\n1,6.5,9\n"
    )
    assert said["entries"] == [{"day": 1, "value": 6.5, "note": ""}]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("day,value\n1,6.6\n99,6.9\n", "nothing was changed"),
        ("day,value\n1,six\n", "nothing was changed"),
        ("day,value\n1,6\n1,7\n", "nothing was changed"),
        ("mood\n6\n", ""),
        ("", ""),
    ],
)
def test_outcomes_that_cannot_be_taken_change_nothing(
    terminal: Terminal, planned: Path, text: str, remedy: str
):
    before = planned.read_bytes()
    said = terminal.run("record", planned, "-", stdin=text)
    assert said.code == 1
    assert remedy in said.err
    assert planned.read_bytes() == before


def test_outcomes_need_a_schedule(terminal: Terminal, proposed: Path):
    said = terminal.run("record", proposed, "-", stdin="day,value\n1,6\n")
    assert (said.code, "Plan the trial first" in said.err) == (1, True)


def test_what_is_no_text_is_refused(terminal: Terminal, planned: Path):
    before = planned.read_bytes()
    assert terminal.run("record", planned, "-", stdin=b"PK\x03\x04\xff\xfe\0").code == 1
    assert planned.read_bytes() == before


# register, log and check


def test_a_registered_protocol_changes_only_for_a_reason(terminal: Terminal, planned: Path):
    protocol = terminal.done("register", planned)["protocol"]
    assert len(protocol) == 64
    before = planned.read_bytes()
    refused = terminal.run("prior", planned, "B", "--mean", "0", "--sd", "1")
    assert (refused.code, "Say why" in refused.err) == (1, True)
    assert planned.read_bytes() == before
    terminal.done("prior", planned, "B", "--mean", "0", "--sd", "1", "--why", "A new trial came out.")
    checked = terminal.done("check", planned)
    assert (checked["ok"], checked["registration"], checked["is_as_registered"]) == (True, protocol, False)
    (amendment,) = checked["amendments"]
    assert (amendment["why"], amendment["who"], amendment["number"]) == ("A new trial came out.", "ann", 5)
    words = terminal.run("check", planned).out
    assert protocol in words
    assert "Reason: A new trial came out." in words


def test_the_log_tells_who_did_what_and_why(
    terminal: Terminal, planned: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NOF1_WHO", "bob")
    terminal.done("record", planned, "-", "--why", "Found on a slip of paper.", stdin="day,value\n1,6\n2,7\n")
    last = terminal.done("log", planned)["log"][-1]
    assert (last["number"], last["who"], last["step"], last["why"]) == (
        4,
        "bob",
        "record",
        "Found on a slip of paper.",
    )
    words = terminal.run("log", planned).out.splitlines()
    assert words[0].split() == ["step", "when", "who", "what", "why"]
    assert "planned ABBABAAB of A and B, 5 days each, from 2026-01-05" in words[3]
    assert "wrote down 2 days from 1 to 2" in words[4]


def test_a_whole_file_checks_well(terminal: Terminal, planned: Path):
    said = terminal.done("check", planned)
    assert (said["ok"], said["problems"], said["hints"], said["registration"]) == (True, [], [], None)
    assert terminal.run("check", planned).out.startswith("The file is whole: 3 steps")


@pytest.mark.parametrize("at", [5, 300, -20])
def test_a_changed_byte_is_found(terminal: Terminal, planned: Path, at: int):
    raw = bytearray(planned.read_bytes())
    raw[at] ^= 1
    planned.write_bytes(raw)
    said = terminal.run("check", planned, "--json")
    assert said.code == 1
    assert (said.json["ok"], len(said.json["problems"])) == (False, 1)
    assert "Restore the file from a copy" in said.err
    for words in (["log"], ["fit"], ["analysis"], ["register"]):
        assert terminal.run(words[0], planned).code == 1
    assert planned.read_bytes() == raw


def test_a_file_that_others_may_read_is_pointed_out(terminal: Terminal, planned: Path):
    planned.chmod(0o644)
    assert any("chmod 600" in hint for hint in terminal.done("check", planned)["hints"])


def test_the_other_side_of_a_conflict_is_pointed_out(terminal: Terminal, planned: Path):
    planned.with_name("sleep.conflict-0123abcd.nof1").write_bytes(planned.read_bytes())
    assert any("sleep.conflict-0123abcd.nof1" in hint for hint in terminal.done("check", planned)["hints"])


def test_a_study_is_found_through_a_link(terminal: Terminal, planned: Path, tmp_path: Path):
    link = tmp_path / "link.nof1"
    link.symlink_to(planned)
    terminal.done("record", link, "-", stdin="day,value\n1,6\n")
    assert link.is_symlink()
    assert len(load(planned.read_bytes()).links) == 4


@pytest.mark.parametrize("command_", ["log", "check", "fit", "register"])
def test_a_folder_is_not_a_study(terminal: Terminal, tmp_path: Path, command_: str):
    said = terminal.run(command_, tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "Name the study file itself" in said.err


def test_the_same_step_twice_is_one_step(terminal: Terminal, proposed: Path):
    once = terminal.done("prior", proposed, "B", "--mean", "-0.6", "--sd", "0.25")
    assert terminal.done("prior", proposed, "B", "--mean", "-0.6", "--sd", "0.25")["head"] == once["head"]


# demo


def test_the_demo_writes_a_whole_trial_and_its_parts(terminal: Terminal, tmp_path: Path):
    said = terminal.done("demo", tmp_path / "trials")
    files = {path.name for path in (tmp_path / "trials").iterdir()}
    assert files == set(said["files"])
    assert files >= {"first-trial.nof1", "first-trial-diary.csv", "candidates.json", "candidates.md"}
    study = load((tmp_path / "trials" / "first-trial.nof1").read_bytes()).study
    assert "(invented example)" in study.title
    assert study.is_ready
    assert len(study.candidates) == 3


def test_the_demo_is_the_same_every_time_and_may_be_written_again(terminal: Terminal, tmp_path: Path):
    terminal.done("demo", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    terminal.done("demo", tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_demo_overwrites_nothing_of_yours(terminal: Terminal, tmp_path: Path):
    (tmp_path / "candidates.md").write_text("mine")
    said = terminal.run("demo", tmp_path)
    assert said.code == 1
    assert "move the file away" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["candidates.md"]
    assert (tmp_path / "candidates.md").read_text() == "mine"


def test_the_demo_needs_a_folder(terminal: Terminal, tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert terminal.run("demo", tmp_path / "file" / "trials").code == 1


def test_the_parts_of_the_demo_make_the_same_study(terminal: Terminal, tmp_path: Path):
    """Whoever pastes the candidates and uploads the diary comes to the trial that is shipped."""
    terminal.done("demo", tmp_path)
    shipped = load((tmp_path / "first-trial.nof1").read_bytes()).study
    own = tmp_path / "own.nof1"
    measure = ["--measure", shipped.measure.name, "--unit", "points", "--scale", "score"]
    bounds = ["--low", "0", "--high", "10", "--better", "lower", "--worthwhile", "0.4"]
    terminal.done("new", own, "--title", shipped.title, *measure, *bounds)
    terminal.done("propose", own, tmp_path / "candidates.json", "--accept", "all")
    arms = ["--reference", demo.REFERENCE, "--arm", *demo.EFFECTS]
    length = ["--cycles", "4", "--days", "7", "--washout", "2", "--run-in", "7"]
    terminal.done("plan", own, *arms, *length, "--start", "2026-01-05", "--seed", str(demo.SEED))
    said = terminal.done("record", own, tmp_path / "first-trial-diary.csv")
    assert said["study"] == shipped.fingerprint
    markdown = terminal.done("propose", own, tmp_path / "candidates.md")["candidates"]
    assert [(c["name"], c["estimate"], c["lower"], c["upper"]) for c in markdown] == [
        (c.name, c.estimate, c.lower, c.upper) for c in shipped.candidates
    ]


# In a process of its own.


@pytest.mark.slow
def test_the_command_is_the_same_in_a_process_of_its_own(planned: Path):
    said = run_alone("record", planned, "-", "--json", stdin="day,value\n1,6.6\n2,6.9\n6,5.8\n7,5.5\n")
    assert (said.code, said.err) == (0, "")
    assert said.json["days"] == 4
    refused = run_alone("record", planned, "-", "--json", stdin="day,value\n99,1\n")
    assert refused.code == 1
    assert set(refused.json) == {"error"}
    assert run_alone("dance").code == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["fit", "--engine", "exact"], {"bambi", "pymc", "nutpie", "arviz", "panel", "bokeh"}),
        (["log"], {"pandas", "scipy", "bambi", "panel", "bokeh", "param"}),
        (["check"], {"pandas", "scipy", "bambi", "panel", "bokeh", "param"}),
        (["analysis"], {"pandas", "scipy", "bambi", "panel", "bokeh", "param"}),
    ],
)
def test_a_command_loads_only_what_it_needs(planned: Path, words: list[str], unwanted: set[str]):
    assert run_alone("record", planned, "-", stdin="day,value\n2,6.6\n3,6.9\n7,5.8\n8,5.5\n").code == 0
    name, *options = words
    program = (
        "import json, sys; from nof1_lab.apps.cli import main;"
        f"assert main([{name!r}, sys.argv[1], '--json', *sys.argv[2:]]) == 0;"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, planned, *options], capture_output=True, text=True, check=True
    )
    assert unwanted & set(json.loads(done.stderr)) == set()


@pytest.mark.slow
def test_a_reader_who_leaves_early_is_no_fault(planned: Path):
    command_ = f"{sys.executable} -m nof1_lab.apps.cli log {planned} --json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command_], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_two_programs_on_one_study_keep_both_sides(
    terminal: Terminal, planned: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another program saves between our reading and our writing."""
    real = command.opened

    def slow(path: str):
        found = real(path)
        monkeypatch.setattr(command, "opened", real)
        assert terminal.run("record", planned, "-", stdin="day,value\n1,6\n").code == 0
        return found

    monkeypatch.setattr(command, "opened", slow)
    said = terminal.run("prior", planned, "B", "--mean", "0", "--sd", "1", "--json")
    assert said.code == 1
    (side,) = planned.parent.glob("sleep.conflict-*.nof1")
    assert side.name in said.err
    assert load(side.read_bytes()).study.prior("B") is not None
    assert len(load(planned.read_bytes()).study.diary.entries) == 1
