"""What a person should look at twice before a candidate is accepted; nothing here forbids it."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from nof1_lab.exchange.phrase import FALLS, RISES
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.measure import Measure

NOT_IN_THE_MIDDLE = "The estimate is not in the middle of its interval"
LOPSIDED = 0.10
FEWEST_ALIKE = 3
LEAST_LEVEL = 0.3
HALF = 0.5
UNITS = {
    "min": "m,min,mins,minute,minutes,minuten",
    "h": "h,hr,hrs,hour,hours,stunde,stunden,std,heure,heures",
    "s": "s,sec,secs,second,seconds,sekunde,sekunden,seconde,secondes",
    "d": "d,day,days,tag,tage,tagen,jour,jours",
    "week": "w,week,weeks,woche,wochen,semaine,semaines",
    "point": "point,points,pt,pts,punkt,punkte,punkten,score points,scale points,scale point,skalenpunkte"
    ",points de score",
    "%": "%,percent,per cent,prozent,pour cent,percentage points,percentage point,prozentpunkte,pp",
    "mmhg": "mmhg,mm hg",
    "kg": "kg,kilo,kilos,kilogram,kilograms",
    "count": "attacks,attack,episodes,episode,events,event,attacken,anfälle,crises",
}
UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words.split(",")}
GOES_DOWN = re.compile(rf"(?<!\w){FALLS}", re.IGNORECASE)
GOES_UP = re.compile(rf"(?<!\w){RISES}", re.IGNORECASE)
HELPS = re.compile(
    r"(?<!\w)(?:improv|benefi|helps?\b|helpful|better|effective|reliev|alleviat|verbesser|hilft|hilfreich"
    r"|lindert|wirksam"
    r"|amélior|soulag|bénéfi|efficace|aide\b)",
    re.IGNORECASE,
)
NOT = re.compile(r"(?<!\w)(?:not|no|never|without|nicht|kein\w*|ohne|ne|pas|sans|un|in)\s?\Z", re.IGNORECASE)
MOST_READ = 4_000


def warnings(one: Candidate, measure: Measure | None) -> tuple[str, ...]:
    """The warnings on one candidate by itself."""
    found = [lopsided(one), *_contradictions(one)]
    if measure is not None:
        found += [_unit(one, measure), _room(one, measure), _harm(one, measure)]
    if one.estimate is not None and one.estimate == _nothing(one):
        found.append("The estimate is no effect at all: it looks like a gap filled in.")
    if one.confidence is not None and one.confidence < HALF and sign(one):
        found.append(
            f"The chance that it goes the way of its estimate is {one.confidence:g}, below a half: "
            "one of the two is wrong."
        )
    if one.has_interval and one.level < LEAST_LEVEL:
        found.append(
            f"The level is {one.level:g}: intervals are stated at 0.95, 0.9 or 0.8, not by what lies outside."
        )
    return tuple(dict.fromkeys(filter(None, found)))


def _nothing(one: Candidate) -> float:
    return 1.0 if one.scale in {"ratio", "odds"} else 0.0


def lopsided(one: Candidate) -> str:
    """Whether the interval leans on its declared scale, with the scale on which it would not.

    >>> lopsided(Candidate("A", estimate=2, lower=1, upper=4))
    'The estimate is not in the middle of its interval as a difference; as a ratio it would: check the scale.'
    """
    if one.estimate is None or one.lower is None or one.upper is None:
        return ""
    here = _lean(one.estimate, one.lower, one.upper, is_ratio=one.scale in {"ratio", "odds"})
    if here <= LOPSIDED:
        return ""
    said = one.scale.replace("_", " ")
    other = _other(one)
    if other:
        return f"{NOT_IN_THE_MIDDLE} as a {said}; as a {other} it would: check the scale."
    return f"{NOT_IN_THE_MIDDLE} as a {said}: check its ends and the estimate."


def _other(one: Candidate) -> str:
    """The scale on which the interval would lie evenly about the estimate."""
    if one.estimate is None or one.lower is None or one.upper is None:
        return ""
    if one.scale in {"ratio", "odds"}:
        return "difference" if _lean(one.estimate, one.lower, one.upper, is_ratio=False) <= LOPSIDED else ""
    is_even = one.lower > 0 and _lean(one.estimate, one.lower, one.upper, is_ratio=True) <= LOPSIDED
    return "ratio" if is_even else ""


def _lean(estimate: float, lower: float, upper: float, *, is_ratio: bool) -> float:
    if is_ratio:
        estimate, lower, upper = math.log(estimate), math.log(lower), math.log(upper)
    width = upper - lower
    return abs(estimate - (lower + upper) / 2.0) / width if width > 0 else 0.0


def unit_of(text: str) -> str:
    """One word for each unit, however it is written.

    >>> unit_of("Minutes"), unit_of("min."), unit_of("points")
    ('min', 'min', 'point')
    """
    plain = text.casefold().strip(" .")
    return UNIT_OF.get(plain, plain)


def _unit(one: Candidate, measure: Measure) -> str:
    if not one.unit or not measure.unit or one.scale != "difference":
        return ""
    if unit_of(one.unit) == unit_of(measure.unit):
        return ""
    units = f"The unit is {one.unit!r}, and that of {measure.name} is {measure.unit!r}"
    return f"{units}: convert the numbers, or correct the unit."


def _room(one: Candidate, measure: Measure) -> str:
    """Whether an effect could be that large on the scale."""
    if measure.low is None or measure.high is None or one.scale != "difference":
        return ""
    width = measure.high - measure.low
    values = [value for value in (one.estimate, one.lower, one.upper) if value is not None]
    if all(abs(value) <= width for value in values):
        return ""
    largest = max(values, key=abs)
    scale = f"from {measure.low:g} to {measure.high:g}"
    return f"An effect of {largest:g} cannot be on a scale {scale}: check the unit."


def sign(one: Candidate) -> float:
    """Which way the measure goes by the numbers: -1, 0 or 1.

    >>> sign(Candidate("A", estimate=0.8, scale="ratio"))
    -1.0
    """
    middle = one.estimate
    if (
        middle is None
        and one.lower is not None
        and one.upper is not None
        and (one.lower >= _nothing(one) or one.upper <= _nothing(one))
    ):
        middle = (one.lower + one.upper) / 2.0
    return 0.0 if middle is None or middle == _nothing(one) else math.copysign(1.0, middle - _nothing(one))


def _contradictions(one: Candidate) -> list[str]:
    """Whether the declared direction, the words and the sign say the same."""
    found: list[str] = []
    by_sign = {-1.0: "lower", 1.0: "higher"}.get(sign(one), "")
    if one.direction and by_sign and one.direction != by_sign:
        found.append(
            f"The direction is said to be {one.direction}, but by its sign the estimate makes it {by_sign}."
        )
    said = _said(one.rationale)
    if said and by_sign and said != by_sign:
        found.append(
            f"The rationale speaks of making it {said}, but by its sign the estimate makes it {by_sign}."
        )
    elif said and one.direction and said != one.direction:
        found.append(
            f"The rationale speaks of making it {said}, but the direction is said to be {one.direction}."
        )
    return found


def _said(rationale: str) -> str:
    """The way that the words go, when they go one way only."""
    words = rationale[:MOST_READ]
    down, up = _speaks(GOES_DOWN, words), _speaks(GOES_UP, words)
    return "" if down == up else "lower" if down else "higher"


def _speaks(pattern: re.Pattern[str], words: str) -> bool:
    return any(
        NOT.search(words[max(0, found.start() - 12) : found.start()]) is None
        for found in pattern.finditer(words)
    )


def _harm(one: Candidate, measure: Measure) -> str:
    """Whether a benefit is claimed and the numbers say harm on this measure."""
    if sign(one) * measure.direction >= 0 or not _speaks(HELPS, one.rationale[:MOST_READ]):
        return ""
    better = "lower" if measure.better == "lower" else "higher"
    return (
        f"The rationale claims a benefit, but the estimate is a harm: {better} is better for {measure.name}."
    )


def across(rows: Sequence[Candidate | None]) -> list[tuple[str, ...]]:
    """The warnings that only show when all candidates stand side by side."""
    found: list[list[str]] = [[] for _ in rows]
    _alike(rows, found)
    _order(rows, found)
    return [tuple(each) for each in found]


def _alike(rows: Sequence[Candidate | None], found: list[list[str]]) -> None:
    """Numbers that are the same everywhere were most likely copied."""
    numbers = [
        (row.estimate, row.lower, row.upper) if row is not None and row.has_interval else None for row in rows
    ]
    times = Counter(each for each in numbers if each is not None)
    for i, each in enumerate(numbers):
        if each is not None and times[each] >= FEWEST_ALIKE:
            found[i].append(f"{times[each]} candidates have exactly these numbers: they look copied.")


def _order(rows: Sequence[Candidate | None], found: list[list[str]]) -> None:
    """A rank that says the opposite of the estimates."""
    ranked = [
        (row.rank, row.estimate, i) for i, row in enumerate(rows) if _is_ranked(row, rows) and row is not None
    ]
    ranked = sorted(
        (rank, estimate, i) for rank, estimate, i in ranked if rank is not None and estimate is not None
    )
    if len(ranked) < FEWEST_ALIKE - 1:
        return
    way = (
        math.copysign(1.0, sum(estimate for _, estimate, _ in ranked))
        if any(estimate for _, estimate, _ in ranked)
        else 1.0
    )
    best = -math.inf
    for rank, estimate, i in reversed(ranked):
        if way * estimate < best - 1e-12:
            found[i].append(f"It has rank {rank}, but a candidate ranked below it has the larger estimate.")
        best = max(best, way * estimate)


def _is_ranked(row: Candidate | None, rows: Sequence[Candidate | None]) -> bool:
    scales = {other.scale for other in rows if other is not None and other.estimate is not None}
    return row is not None and row.scale == "difference" and len(scales) == 1
