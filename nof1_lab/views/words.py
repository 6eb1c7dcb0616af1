"""What a number means, in one plain sentence."""

import math
from typing import TYPE_CHECKING

from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure

if TYPE_CHECKING:  # words are cheap: the command line says them without the engines
    from nof1_lab.inference.effect import Before, Effect
    from nof1_lab.inference.randomisation import Randomisation

INVENTED = "(invented example)"
SAME = "about the same"
# A unit in the singular, by its plural; units that are not here stay as they were written.
PLURALS = {
    "points": "point",
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "nights": "night",
    "times": "time",
    "steps": "step",
    "episodes": "episode",
    "attacks": "attack",
}


def number(x: float) -> str:
    """A number in three digits that count, with a real minus.

    >>> number(-0.74239), number(1234.6), number(-1e-9)
    ('−0.742', '1235', '0')
    """
    if not math.isfinite(x):
        return "not known"
    places = 6 if x == 0 else min(6, max(0, 2 - math.floor(math.log10(abs(x)))))
    text = f"{abs(x):.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if x < 0 and text != "0" else text


def amount(x: float, measure: Measure) -> str:
    """A number with its unit, one or many.

    >>> amount(1, Measure("mood", "higher", 1, unit="points"))
    '1 point'
    """
    return with_unit(number(x), measure)


def about(x: float, measure: Measure) -> str:
    """A number that was worked out, no finer than a person could tell.

    >>> about(12.345, Measure("time awake", "lower", 10)), about(0.7423, Measure("mood", "higher", 0.4))
    ('12', '0.74')
    """
    places = max(0, math.ceil(1.0 - math.log10(measure.worthwhile)))
    return number(round(x, places)) if math.isfinite(x) else number(x)


def with_unit(text: str, measure: Measure) -> str:
    """A number with the unit that fits it.

    >>> with_unit("12", Measure("time awake", "lower", 10, unit="min"))
    '12 min'
    """
    unit = measure.unit.strip()
    single = PLURALS.get(unit, unit)
    many = next((plural for plural, one in PLURALS.items() if one == single), unit)
    named = single if text in ("1", "−1") else many
    return f"{text}{named}" if named == "%" else f"{text} {named}".rstrip()


def count(n: int, thing: str) -> str:
    """So many things.

    >>> count(1, "day"), count(41, "day")
    ('1 day', '41 days')
    """
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def chance(p: float) -> str:
    """A chance that nobody can mistake for certainty.

    >>> chance(0.874), chance(0.9999), chance(0.0001)
    ('87 in 100', 'more than 99 in 100', 'less than 1 in 100')
    """
    if not math.isfinite(p):
        return "not known"
    if p < 0.01:
        return "less than 1 in 100"
    return "more than 99 in 100" if p > 0.99 else f"{p * 100:.0f} in 100"


def agrees(n: int, verb: str) -> str:
    """The verb as it goes with so many.

    >>> agrees(1, "count"), agrees(2, "have"), agrees(1, "have")
    ('counts', 'have', 'has')
    """
    if n != 1:
        return verb
    return {"have": "has", "do": "does", "are": "is"}.get(verb, f"{verb}s")


def listed(things: list[str]) -> str:
    """Things in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"


def measured(measure: Measure) -> str:
    """The measure with its unit, as an axis is named."""
    return f"{measure.name} ({measure.unit})" if measure.unit else measure.name


def helps(measure: Measure) -> str:
    """What a benefit does to the measure."""
    return f"{'lowers' if measure.better == 'lower' else 'raises'} your {measure.name}"


def hurts(measure: Measure) -> str:
    """What a harm does to the measure."""
    return f"{'raises' if measure.better == 'lower' else 'lowers'} your {measure.name}"


def difference(x: float, measure: Measure) -> str:
    """An effect as a person would say it.

    >>> difference(-12, Measure("time awake", "lower", 10, unit="min"))
    '12 min lower'
    """
    text = about(abs(x), measure)
    return SAME if text == "0" else f"{with_unit(text, measure)} {'higher' if x > 0 else 'lower'}"


def between(low: float, high: float, measure: Measure) -> str:
    """Two effects, the same way or two ways."""
    if (difference(low, measure), difference(high, measure)) == (SAME, SAME):
        return SAME
    near, far = sorted((low, high), key=abs)
    if low < 0 < high or SAME in (difference(near, measure), difference(far, measure)):
        return f"between {difference(low, measure)} and {difference(high, measure)}"
    return f"between {about(abs(near), measure)} and {difference(far, measure)}"


def benefit(effect: "Effect", measure: Measure) -> str:
    """The chance of any benefit."""
    return f"The chance that {effect.arm} {helps(measure)} at all is {chance(effect.p_benefit)}."


def worthwhile(effect: "Effect", measure: Measure) -> str:
    """The chance of a benefit that is worth having."""
    enough, p = amount(measure.worthwhile, measure), chance(effect.p_worthwhile)
    return f"The chance that {effect.arm} {helps(measure)} by more than {enough} is {p}."


def harm(effect: "Effect", measure: Measure) -> str:
    """The chance of a harm that matters."""
    enough, p = amount(measure.worthwhile, measure), chance(effect.p_harm)
    return f"The chance that {effect.arm} {hurts(measure)} by more than {enough} is {p}."


def trivial(effect: "Effect", measure: Measure) -> str:
    """The chance of a difference too small to matter."""
    enough = amount(measure.worthwhile, measure)
    return (
        f"The chance that {effect.arm} changes your {measure.name} by less than {enough}, up or down,"
        f" is {chance(effect.p_rope)}."
    )


def learnt(effect: "Effect", days: int, measure: Measure) -> str:
    """What the diary has done to a belief."""
    enough = amount(measure.worthwhile, measure)
    before, after = chance(effect.prior.p_worthwhile), chance(effect.p_worthwhile)
    return (
        f"Before the trial the chance that {effect.arm} {helps(measure)} by more than {enough} was {before};"
        f" after {count(days, 'day')} it is {after}."
    )


def estimate(effect: "Effect", measure: Measure) -> str:
    """The effect with its interval."""
    ends = between(effect.low, effect.high, measure)
    mean = difference(effect.mean, measure)
    on = f"On {effect.arm} your {measure.name} is on average {mean} {_than(mean)} on {effect.reference}"
    return f"{on}; with a chance of {chance(effect.level)} it is {ends}."


def supposed(arm: str, prior: "Before", measure: Measure) -> str:
    """What is believed before any day counts."""
    enough = amount(measure.worthwhile, measure)
    return (
        f"Before any day counts, the chance that {arm} {helps(measure)} by more than {enough}"
        f" is {chance(prior.p_worthwhile)}."
    )


def by_chance(test: "Randomisation | None", effect: "Effect") -> str:
    """What the order alone could have done."""
    if test is None:
        return "The order of the periods cannot be judged yet: some arm has no day that counts."
    if test.schedules == 1:
        return "The order was not drawn by chance, so chance cannot be asked what it would have done."
    if test.p_one_sided is None:
        what, p = "differences between the arms at least as large", test.p_two_sided
    else:
        what, p = f"a difference in favour of {effect.arm} at least as large", test.p_one_sided
    return f"If nothing made any difference, {what} as yours would come about in {_share(p, test.schedules)}."


def invented(study: Study) -> str:
    """A warning when no person stands behind the numbers."""
    is_invented = INVENTED in study.title.lower()
    return "Invented example: no person stands behind these numbers." if is_invented else ""


def _than(mean: str) -> str:
    return "as" if mean == SAME else "than"


def _share(p: float, schedules: int) -> str:
    """A chance as so many orders while they can be counted, else in 100."""
    if schedules <= 100:
        return f"{round(p * schedules)} of the {schedules} orders that could have been drawn"
    return f"{chance(p)} of the orders that could have been drawn"
