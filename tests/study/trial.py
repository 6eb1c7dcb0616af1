"""A small trial to try things on, and strategies for the nouns of any trial."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from nof1_lab.study.analysis import Analysis, Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.document import Study
from nof1_lab.study.link import Link
from nof1_lab.study.log import Log, begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import Schedule, given, randomise
from nof1_lab.study.steps import begin, believe, check_value, plan, propose, record

# Two cores are shared by many: how long an example takes says nothing about the law.
LAW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(LAW, max_examples=300)

STAMP = {"who": "Ada", "at": "2026-01-05T08:00:00Z"}
SLEEP = Measure(
    "sleep quality", better="higher", worthwhile=0.5, unit="points", scale="score", low=0, high=10
)
MELATONIN = Candidate("Melatonin 0.5 mg", rank=1, estimate=0.6, lower=0.1, upper=1.1, model="a model")
MAGNESIUM = Candidate("Magnesium", rank=2)
MONDAY = date(2026, 1, 5)


def started() -> Log:
    """A study with nothing in it."""
    return begun(begin, "Better sleep", SLEEP, **STAMP)


def planned() -> Log:
    """Two candidates, a prior, and a schedule of twelve days."""
    log = started().do(propose, MELATONIN, MAGNESIUM, **STAMP)
    log = log.do(believe, Prior.normal("Melatonin 0.5 mg", 0.5, 0.4), **STAMP)
    return log.do(plan, schedule(), **STAMP)


def written() -> Log:
    """The planned trial with two days in its diary."""
    return planned().do(record, Entry(1, 5.0), Entry(2, 6.5, "slept in"), **STAMP)


def schedule(**changes: int) -> Schedule:
    """Two cycles of melatonin against a placebo, three days each."""
    return randomise(
        "placebo", ["Melatonin 0.5 mg"], start=MONDAY, **({"cycles": 2, "days": 3, "seed": 0} | changes)
    )


def lettered(letters: str, **changes: int) -> Schedule:
    """The same arms in an order given by letters."""
    return given("placebo", ["Melatonin 0.5 mg"], letters, start=MONDAY, **({"days": 3} | changes))


def forged(log: Log, *parts: dict[str, object]) -> tuple[Link, ...]:
    """Links that somebody made by hand behind a log: every hash fits, whatever they say."""
    links = list(log.links)
    for part in parts:
        made = Link(
            **{"step": "undo", "arguments": {}, "why": "", "previous": links[-1].hash, **STAMP, **part}
        )
        links.append(replace(made, hash=made.digest()))
    return tuple(links)


def as_file(links: tuple[Link, ...]) -> Log:
    """A log that says nothing but its links, for writing a forged file."""
    return replace(started(), links=links)


def require_fit(study: Study) -> None:
    """Everything in a study is about something in it."""
    known = {candidate.name for candidate in study.candidates}
    assert len(known) == len(study.candidates)
    assert {prior.arm for prior in study.priors} <= known
    assert len({prior.arm for prior in study.priors}) == len(study.priors)
    for entry in study.diary.entries:
        assert study.schedule is not None
        assert study.schedule.first_day <= entry.day <= study.schedule.last_day
        check_value(study.measure, entry)
    if study.schedule is not None:
        assert set(study.schedule.arms) <= known
    assert set(study.chosen) <= known
    assert study.diary == Diary(study.diary.entries)


numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 6))
positives = st.floats(1e-6, 1e6, allow_nan=False)
UNSEEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
letters = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=UNSEEN)
names = st.text(letters, min_size=1, max_size=20).filter(str.strip)
prose = st.text("abc äöü…\n\t0", max_size=30)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Any measure."""
    low, high = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
    ends = draw(st.sampled_from([{}, {"low": low, "high": high}]))
    scale = draw(st.sampled_from(["continuous", "score", "binary", "count", "ordinal"]))
    better = draw(st.sampled_from(["lower", "higher"]))
    return Measure(draw(names), better, draw(positives), draw(prose), scale, **ends)


@st.composite
def candidates(draw: st.DrawFn, called: st.SearchStrategy[str] = names) -> Candidate:
    """Any candidate."""
    ends = sorted(draw(st.lists(numbers, min_size=3, max_size=3, unique=True)))
    interval = draw(
        st.sampled_from(
            [{}, {"estimate": ends[1]}, {"lower": ends[0], "estimate": ends[1], "upper": ends[2]}]
        )
    )
    return Candidate(
        draw(called),
        rank=draw(st.none() | st.integers(1, 200)),
        level=draw(st.floats(0.01, 0.99)),
        interval_kind=draw(st.sampled_from(["mean_effect", "individual_effect", "unknown"])),
        rationale=draw(prose),
        citations=tuple(draw(st.lists(prose, max_size=3))),
        model=draw(prose),
        **interval,
    )


@st.composite
def priors(draw: st.DrawFn, arms: st.SearchStrategy[str] = names) -> Prior:
    """Any prior of one to three parts."""
    shares = draw(st.lists(st.integers(1, 10), min_size=1, max_size=3))
    parts = tuple(Part(share / sum(shares), draw(numbers), draw(positives)) for share in shares)
    return Prior(draw(arms), parts)


everybody = st.lists(names, min_size=2, max_size=4, unique=True)


@st.composite
def schedules(draw: st.DrawFn, arms: st.SearchStrategy[list[str]] = everybody) -> Schedule:
    """Any drawn schedule."""
    everyone = draw(arms)
    days = draw(st.integers(1, 5))
    return randomise(
        everyone[0],
        everyone[1:],
        cycles=draw(st.integers(1, 4)),
        days=days,
        start=draw(st.dates(date(1990, 1, 1), date(2100, 1, 1))),
        seed=draw(st.integers(0, 2**53 - 1)),
        washout_days=draw(st.integers(0, days - 1)),
        run_in_days=draw(st.integers(0, 4)),
    )


entries = st.builds(Entry, st.integers(-5, 40), st.none() | numbers, prose)
bells = st.builds(Normal, numbers, positives)
analyses = st.builds(
    Analysis,
    intercept=st.none() | bells,
    trend=st.none() | bells,
    spread=st.none() | positives,
    rho=st.lists(st.floats(0, 0.99), min_size=2, max_size=2).map(lambda x: (min(x), max(x))),
)
chances = st.floats(0.01, 0.99)
rules = st.builds(Rule, chances, chances, chances, chances, chances)
nouns = st.one_of(measures(), candidates(), priors(), schedules(), entries, analyses, rules)
