"""All that can be done to a study: pure steps from one study to the next."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from nof1_lab.errors import DiaryError, StudyError
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.call import Call
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.discount import Discount
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import MOST_ARMS, Schedule

Step: TypeAlias = Callable[..., Study]


def begin(title: str, measure: Measure) -> Study:
    """A new study of one measure."""
    return Study(title, measure)


def rename(study: Study, title: str) -> Study:
    """Give the study another title."""
    return replace(study, title=title)


def propose(study: Study, *candidates: Candidate) -> Study:
    """Accept candidates; one of a known name replaces the earlier."""
    new = {candidate.name: candidate for candidate in candidates}
    if len(new) != len(candidates):
        raise StudyError(
            "Two of the candidates share a name.",
            "Different names were expected.",
            "Rename or drop one of them.",
        )
    kept = tuple(new.pop(candidate.name, candidate) for candidate in study.candidates)
    return replace(study, candidates=kept + tuple(new.values()))


def withdraw(study: Study, *names: str) -> Study:
    """Take candidates back, with what was believed of them."""
    planned = study.schedule.arms if study.schedule else ()
    for name in names:
        require_candidate(study, name)
        if name in planned:
            raise StudyError(
                f"{name!r} is an arm of the schedule.",
                "A candidate outside the schedule was expected.",
                "Plan without it first.",
            )
    return replace(
        study,
        candidates=tuple(c for c in study.candidates if c.name not in names),
        priors=tuple(p for p in study.priors if p.arm not in names),
        discounts=tuple(d for d in study.discounts if d.arm not in names),
        chosen=tuple(name for name in study.chosen if name not in names),
    )


def choose(study: Study, *names: str) -> Study:
    """Wish to test just these; the next schedule begins with them."""
    for name in names:
        require_candidate(study, name)
    if len(set(names)) > MOST_ARMS:
        raise StudyError(
            f"{len(set(names))} candidates are chosen.",
            f"At most {MOST_ARMS} were expected.",
            "Test fewer at a time.",
        )
    known = (candidate.name for candidate in study.candidates)
    return replace(study, chosen=tuple(name for name in known if name in names))


def believe(study: Study, *priors: Prior) -> Study:
    """Set priors by hand; exactly these, nothing is added to them."""
    for prior in priors:
        require_candidate(study, prior.arm)
    new = {prior.arm: prior for prior in priors}
    if len(new) != len(priors):
        raise StudyError(
            "Two of the priors are for one arm.",
            "One prior an arm was expected.",
            "Merge them into one prior, or drop one of them.",
        )
    kept = tuple(new.pop(prior.arm, prior) for prior in study.priors)
    return replace(study, priors=kept + tuple(new.values()))


def doubt(study: Study, *arms: str) -> Study:
    """Forget priors set by hand: what the candidate says holds again."""
    return replace(study, priors=tuple(prior for prior in study.priors if prior.arm not in arms))


def discount(study: Study, *discounts: Discount) -> Study:
    """Say how far the claims of candidates are believed; one for a known arm replaces the earlier."""
    for each in discounts:
        require_candidate(study, each.arm)
    new = {each.arm: each for each in discounts}
    if len(new) != len(discounts):
        raise StudyError(
            "Two of the discounts are for one arm.",
            "One discount an arm was expected.",
            "Drop one of them.",
        )
    kept = tuple(new.pop(each.arm, each) for each in study.discounts)
    return replace(study, discounts=kept + tuple(new.values()))


def ask(study: Study, call: Call) -> Study:
    """Keep what was asked of a model, and where."""
    return study if call in study.calls else replace(study, calls=(*study.calls, call))


def plan(study: Study, schedule: Schedule) -> Study:
    """Fix which arm is taken on which day."""
    for arm in schedule.arms:
        require_candidate(study, arm)
    before = study.schedule
    if before is not None and schedule != before and any(entry.day >= 1 for entry in study.diary.entries):
        raise StudyError(
            "The diary already holds days of the present schedule.",
            "An empty diary was expected before a new schedule is drawn.",
            "Undo the entries, or begin another study.",
        )
    strays = [entry.day for entry in study.diary.entries if entry.day < schedule.first_day]
    if strays:
        raise StudyError(
            f"Day {strays[0]} of the diary is before the new run-in.",
            "A run-in that holds it was expected.",
            "Lengthen the run-in.",
        )
    return replace(study, schedule=schedule)


def record(study: Study, *entries: Entry) -> Study:
    """Put values on days: the latest one counts, and None strikes its day out."""
    schedule = study.schedule
    if schedule is None:
        raise StudyError(
            "There is no schedule yet.", "A schedule was expected before outcomes.", "Plan the trial first."
        )
    for entry in entries:
        if not schedule.first_day <= entry.day <= schedule.last_day:
            raise DiaryError(
                f"Day {entry.day} is outside the trial.",
                f"A day from {schedule.first_day} to {schedule.last_day} was expected.",
                "Correct the day, or the start date of the schedule.",
            )
        check_value(study.measure, entry)
    return replace(study, diary=study.diary.write(*entries))


def analyse(study: Study, analysis: Analysis) -> Study:
    """Fix the analysis plan."""
    return replace(study, analysis=analysis)


def agree(study: Study, rule: Rule) -> Study:
    """Fix the rule by which the verdict is reached."""
    return replace(study, rule=rule)


def register(study: Study) -> Study:
    """Lock the protocol: from here on its changes are amendments and need a reason."""
    if study.schedule is None:
        raise StudyError(
            "There is no schedule to lock.",
            "A planned trial was expected.",
            "Plan the trial, then register it.",
        )
    return study if study.registration else replace(study, registration=study.protocol)


def require_candidate(study: Study, name: str) -> Candidate:
    """The accepted candidate of that name, or a refusal."""
    found = study.candidate(name)
    if found is None:
        known = ", ".join(candidate.name for candidate in study.candidates) or "none yet"
        raise StudyError(
            f"{name!r} is not an accepted candidate.",
            f"One of these was expected: {known}.",
            "Accept the candidate first.",
        )
    return found


def check_value(measure: Measure, entry: Entry) -> None:
    """Refuse a value that the measure's scale does not have."""
    value = entry.value
    if value is None:
        return
    if not measure.has_room_for(value):
        raise DiaryError(
            f"The value {value:g} of day {entry.day} is off the scale.",
            f"A value from {measure.low:g} to {measure.high:g} was expected.",
            "Correct the value, or leave the day out.",
        )
    if measure.scale == "binary" and value not in (0.0, 1.0):
        raise DiaryError(
            f"The value {value:g} of day {entry.day} is not yes or no.",
            "0 or 1 was expected.",
            "Write 1 for yes and 0 for no.",
        )
    if measure.scale == "count" and (value < 0 or value != int(value)):
        raise DiaryError(
            f"The value {value:g} of day {entry.day} is not a count.",
            "0, 1, 2, ... was expected.",
            "Count whole events.",
        )


STEPS: dict[str, Step] = {
    step.__name__: step
    for step in (
        begin,
        rename,
        propose,
        withdraw,
        choose,
        ask,
        believe,
        doubt,
        discount,
        plan,
        record,
        analyse,
        agree,
        register,
    )
}
