"""How it became true."""

import copy

import pytest
from study.trial import SLEEP, STAMP, forged, planned, schedule, started, written

from nof1_lab.errors import FileError, NewerFileError, NothingToUndoError, RegisteredError, StudyError
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.link import Link
from nof1_lab.study.log import STRIDE, Log, begun, extend, replay
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.steps import (
    agree,
    begin,
    believe,
    doubt,
    plan,
    propose,
    record,
    register,
    rename,
    withdraw,
)

BELIEF = Prior.normal("Magnesium", 0.1, 0.2)


def registered() -> Log:
    return written().do(register, **STAMP)


def test_every_step_is_kept_with_who_when_and_why():
    log = planned().do(rename, "Sleep", who="Grace", at="2026-02-03T04:05:06Z", why="shorter")
    link = log.links[-1]
    assert (link.step, link.arguments) == ("rename", {"title": "Sleep"})
    assert (link.who, link.at, link.why) == ("Grace", "2026-02-03T04:05:06Z", "shorter")
    assert link.previous == planned().head


def test_a_step_that_changes_nothing_is_no_step():
    log = written()
    assert log.do(record, Entry(1, 5), **STAMP) is log
    assert log.do(rename, "Better sleep", **STAMP) is log
    assert log.do(plan, schedule(), **STAMP) is log
    assert log.do(doubt, "Magnesium", **STAMP) is log
    assert log.do(record, **STAMP) is log


def test_a_refused_step_leaves_the_log_as_it_was():
    log = written()
    kept = copy.deepcopy(log)
    with pytest.raises(StudyError):
        log.do(withdraw, "Zinc", **STAMP)
    assert log == kept


def test_undo_gives_the_study_before_and_redo_the_one_after():
    before = planned()
    after = before.do(believe, BELIEF, **STAMP)
    assert after.undo(**STAMP).study == before.study
    assert after.undo(**STAMP).redo(**STAMP).study == after.study


def test_all_steps_can_be_undone_back_to_the_beginning_and_taken_again():
    log = planned()
    studies = [log.study]
    for day in range(1, 13):
        log = log.do(record, Entry(day, day / 2), **STAMP)
        studies.append(log.study)
    for study in reversed(studies[:-1]):
        log = log.undo(**STAMP)
        assert log.study == study
    while log.can_undo:
        log = log.undo(**STAMP)
    assert log.study == started().study
    while log.can_redo:
        log = log.redo(**STAMP)
    assert log.study == studies[-1]
    assert replay(log.links) == log


@pytest.mark.parametrize("steps", [STRIDE - 1, STRIDE, STRIDE + 1, 3 * STRIDE])
def test_undo_is_right_on_both_sides_of_a_kept_study(steps):
    log = started()
    titles = [log.study.title]
    for i in range(steps):
        log = log.do(rename, f"Title {i}", **STAMP)
        titles.append(log.study.title)
    while log.can_undo:
        assert log.study.title == titles.pop()
        log = log.undo(**STAMP)
    assert log.study.title == titles.pop()


@pytest.mark.parametrize("back", [1, STRIDE, 2 * STRIDE])
def test_undo_is_right_on_a_branch_that_was_taken_after_undoing(back):
    log = started()
    for i in range(3 * STRIDE):
        log = log.do(rename, f"Left {i}", **STAMP)
    for _ in range(back):
        log = log.undo(**STAMP)
    titles = [f"Left {i}" for i in range(3 * STRIDE - back)]
    for i in range(3 * STRIDE):
        titles.append(f"Right {i}")
        log = log.do(rename, titles[-1], **STAMP)
    assert replay(log.links) == log
    while titles:
        assert log.study.title == titles.pop()
        log = log.undo(**STAMP)


def test_undo_is_a_step_itself_and_nothing_is_erased():
    log = planned().undo(**STAMP)
    assert [link.step for link in log.links] == ["begin", "propose", "believe", "plan", "undo"]
    assert log.follows(planned())


def test_a_new_step_after_an_undo_leaves_nothing_to_redo():
    log = written().undo(**STAMP).do(record, Entry(5, 5.0), **STAMP)
    assert not log.can_redo
    with pytest.raises(NothingToUndoError, match="Undo first"):
        log.redo(**STAMP)


def test_the_beginning_cannot_be_undone():
    with pytest.raises(NothingToUndoError, match="Make a change first"):
        started().undo(**STAMP)


def test_a_registration_cannot_be_undone_nor_what_came_before():
    log = registered().do(record, Entry(3, 5.0), **STAMP).undo(**STAMP)
    assert not log.can_undo
    with pytest.raises(NothingToUndoError, match="by an amendment, with a reason"):
        log.undo(**STAMP)


def test_the_registration_is_the_hash_of_the_protocol():
    assert registered().study.registration == written().study.protocol


AMENDMENTS = {
    "agree": (agree, Rule(adopt=0.9)),
    "believe": (believe, BELIEF),
    "doubt": (doubt, "Melatonin 0.5 mg"),
    "withdraw": (withdraw, "Magnesium"),
    "propose": (propose, Candidate("Walk")),
}


@pytest.mark.parametrize("name", AMENDMENTS)
def test_an_amendment_needs_a_reason_and_is_listed(name):
    step, argument = AMENDMENTS[name]
    with pytest.raises(RegisteredError, match="Say why"):
        registered().do(step, argument, **STAMP, why="  ")
    log = registered().do(step, argument, **STAMP, why="a new review")
    assert [(link.step, link.why) for link in log.amendments] == [(name, "a new review")]
    assert log.study.registration == written().study.protocol != log.study.protocol


def test_the_diary_goes_on_after_registration_without_a_reason():
    log = registered().do(record, Entry(3, 5.0), **STAMP).do(rename, "Sleep", **STAMP)
    assert log.amendments == ()


def test_taking_an_amendment_back_is_an_amendment_too():
    log = registered().do(agree, Rule(adopt=0.9), **STAMP, why="a new review")
    with pytest.raises(RegisteredError, match="Say why"):
        log.undo(**STAMP)
    back = log.undo(**STAMP, why="it was withdrawn")
    assert [link.step for link in back.amendments] == ["agree", "undo"]
    with pytest.raises(RegisteredError, match="Say why"):
        back.redo(**STAMP)
    assert len(back.redo(**STAMP, why="it was not").amendments) == 3


def test_before_registration_nothing_is_an_amendment():
    assert written().do(agree, Rule(adopt=0.9), **STAMP).amendments == ()


def test_a_log_follows_what_it_was_made_on_and_nothing_else():
    log = planned()
    ours, theirs = log.do(rename, "Ours", **STAMP), log.do(rename, "Theirs", **STAMP)
    assert log.follows(log)
    assert ours.follows(log)
    assert not log.follows(ours)
    assert not ours.follows(theirs)


def test_only_a_step_of_the_table_can_be_taken():
    def cheat(study, title):
        return study

    with pytest.raises(TypeError):
        started().do(cheat, "x", **STAMP)
    cheat.__name__ = "rename"
    with pytest.raises(TypeError):
        started().do(cheat, "x", **STAMP)


UNSIGNED = [
    ({"who": ""}, "in a few words"),
    ({"who": "A\ud800"}, "type it anew"),
    ({"who": None}, "in a few words"),
    ({"why": "\x1b[2J"}, "type it anew"),
    ({"why": "x" * 2_001}, "or leave it out"),
    ({"at": ""}, "Give the time of the step in UTC"),
    ({"at": "yesterday"}, "Give the time of the step in UTC"),
    ({"at": "2026-01-31T20:15:00"}, "Give the time of the step in UTC"),
    ({"at": "2026-01-31T20:15:00+01:00"}, "Give the time of the step in UTC"),
    ({"at": "2026-02-31T20:15:00Z"}, "Give the time of the step in UTC"),
    ({"at": None}, "Give the time of the step in UTC"),
]


@pytest.mark.parametrize(("words", "remedy"), UNSIGNED)
def test_nobody_takes_a_step_and_none_at_an_uncertain_time(words, remedy):
    with pytest.raises(StudyError, match=remedy):
        started().do(rename, "Sleep", **({"why": ""} | STAMP | words))


@pytest.mark.parametrize("words", [{"who": ""}, {"at": "yesterday"}, {"who": "\x1b[2J"}])
def test_a_forged_step_of_nobody_is_refused(words):
    with pytest.raises(FileError, match=r"^Step 5 of 5.*Restore the file"):
        replay(forged(planned(), {"step": "rename", "arguments": {"title": "x"}} | words))


def test_replaying_the_links_gives_the_log():
    log = registered().do(agree, Rule(adopt=0.9), **STAMP, why="why").undo(**STAMP, why="so")
    assert replay(log.links) == log


def test_a_log_without_links_has_no_beginning():
    with pytest.raises(FileError, match="Restore the file"):
        replay(())


FORGED = {
    "undo at the beginning": (started, {"step": "undo"}),
    "undo of a registration": (registered, {"step": "undo"}),
    "redo of nothing": (planned, {"step": "redo"}),
    "undo with arguments": (planned, {"step": "undo", "arguments": {"x": 1}}),
    "a second beginning": (
        planned,
        {"step": "begin", "arguments": {"title": "x", "measure": to_plain(SLEEP)}},
    ),
    "an unknown step": (planned, {"step": "format_disk"}),
    "a step by a private name": (planned, {"step": "__class__"}),
    "an unknown argument": (planned, {"step": "rename", "arguments": {"title": "x", "y": 1}}),
    "a missing argument": (planned, {"step": "rename", "arguments": {}}),
    "the study as an argument": (planned, {"step": "rename", "arguments": {"title": "x", "study": None}}),
    "an argument of another kind": (planned, {"step": "rename", "arguments": {"title": ["x"]}}),
    "a noun that cannot be": (planned, {"step": "rename", "arguments": {"title": ""}}),
    "a huge number": (planned, {"step": "record", "arguments": {"entries": [{"day": 1, "value": 10**400}]}}),
    "a huge day": (planned, {"step": "record", "arguments": {"entries": [{"day": 10**400, "value": 1}]}}),
    "no number": (planned, {"step": "record", "arguments": {"entries": [{"day": 1, "value": True}]}}),
    "a day outside": (planned, {"step": "record", "arguments": {"entries": [{"day": 99, "value": 1}]}}),
    "entries that are no list": (planned, {"step": "record", "arguments": {"entries": {"day": 1}}}),
    "an unknown arm": (started, {"step": "believe", "arguments": {"priors": [{"arm": "Zinc", "parts": []}]}}),
    "a stranger's schema": (planned, {"step": "rename", "arguments": {"title": "x"}, "schema": 0}),
    "a negative schema": (planned, {"step": "rename", "arguments": {"title": "x"}, "schema": -1}),
    "an amendment without a reason": (
        registered,
        {"step": "doubt", "arguments": {"arms": ["Melatonin 0.5 mg"]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_step_whose_hash_fits_is_refused_and_named(name):
    make, part = FORGED[name]
    log = make()
    with pytest.raises(FileError, match=f"^Step {len(log.links) + 1} of .* Restore the file"):
        replay(forged(log, part))


def ascii_name(value):
    return f"{type(value).__name__} {str(value).encode('ascii', 'replace')}" if value != 10**5_000 else "huge"


HUGE = {
    "cycles": {"cycles": 10**9},
    "days": {"days": 10**9},
    "run-in": {"run_in_days": 10**9},
    "an age": {"start": "9999-12-31"},
    "a week as a date": {"start": "2026-W01"},
}


@pytest.mark.parametrize("name", HUGE)
def test_a_forged_schedule_of_huge_size_is_refused(name):
    made = {
        "reference": "placebo",
        "arms": ["Magnesium"],
        "sequence": ["placebo", "Magnesium"],
        "cycles": 1,
        "days": 1,
        "start": "2026-01-05",
    }
    replay(forged(planned(), {"step": "plan", "arguments": {"schedule": made}}))
    with pytest.raises(FileError, match="Restore the file"):
        replay(forged(planned(), {"step": "plan", "arguments": {"schedule": made | HUGE[name]}}))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", 10**5_000], ids=ascii_name)
def test_what_no_file_can_hold_is_no_step(value):
    link = Link("rename", {"title": value}, "A", "2026-01-05T08:00:00Z", "", planned().head, hash="0" * 64)
    with pytest.raises(FileError, match="changed after it was written"):
        replay((*planned().links, link))


def test_a_step_in_the_middle_of_a_walk_must_be_placed_well():
    with pytest.raises(FileError, match="cannot be taken here"):
        extend(started(), Link("undo", {}, "A", "2026-01-05T08:00:00Z", "", started().head).sealed())


def test_a_changed_a_missing_and_a_swapped_link_are_named():
    links = written().links
    changed = Link(**{name: getattr(links[2], name) for name in Link.__slots__} | {"who": "Eve"})
    with pytest.raises(FileError, match=r"^Step 3 of 5 \('believe'.*was changed"):
        replay((*links[:2], changed, *links[3:]))
    with pytest.raises(FileError, match=r"^Step 3 of 4 \('plan'.*does not follow"):
        replay((*links[:2], *links[3:]))
    with pytest.raises(FileError, match=r"^Step 3 of 5 .*does not follow"):
        replay((*links[:2], links[3], links[2], links[4]))
    with pytest.raises(FileError, match=r"^Step 1 of 4 .*does not follow"):
        replay(links[1:])


def spelled_out(step, arguments):
    """A made-up schema 2: `rename` became `retitle` for a while."""
    return ("rename", {"title": arguments["words"]}) if step == "retitle" else (step, arguments)


def in_a_list(step, arguments):
    """A made-up schema 3: titles were lists of words in schema 2."""
    if step == "rename" and isinstance(arguments["title"], list):
        return step, {"title": " ".join(arguments["title"])}
    return step, arguments


def test_a_step_of_an_old_schema_is_brought_up_to_date_and_its_link_is_left_alone():
    old = {"step": "retitle", "arguments": {"words": ["Old", "title"]}, "schema": 1}
    links = forged(planned(), old)
    log = replay(links, migrations=(spelled_out, in_a_list))
    assert log.study.title == "Old title"
    assert log.links == links


def test_only_the_migrations_after_a_step_was_written_are_taken():
    new = {"step": "rename", "arguments": {"title": "New"}, "schema": 3}
    middle = {"step": "rename", "arguments": {"title": ["In", "between"]}, "schema": 2}
    log = replay(forged(planned(), middle, new), migrations=(spelled_out, in_a_list))
    assert log.study.title == "New"
    back = replay(forged(planned(), middle, new, {"step": "undo"}), migrations=(spelled_out, in_a_list))
    assert back.study.title == "In between"


def test_a_step_of_a_newer_schema_is_refused_naming_it():
    with pytest.raises(NewerFileError, match=r"schema 3.*Schema 2 or older.*newer nof1_lab"):
        replay(forged(planned(), {"step": "retitle", "schema": 3}), migrations=(spelled_out,))


def test_a_long_log_is_walked_in_one_go():
    log = begun(begin, "Long", SLEEP, **STAMP)
    parts = [{"step": "rename", "arguments": {"title": f"Title {i}"}} for i in range(2_000)]
    links = forged(log, *parts, *[{"step": "undo"}] * 1_000)
    assert replay(links).study.title == "Title 999"
