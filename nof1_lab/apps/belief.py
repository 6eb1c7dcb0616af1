"""What the terminal says about beliefs: a prior set by hand, and how far a claim is believed."""

from argparse import Namespace
from dataclasses import replace
from typing import Any

from nof1_lab.apps.answer import Answer, aligned
from nof1_lab.apps.command import changed, opened, receipt
from nof1_lab.errors import PriorError
from nof1_lab.study import steps
from nof1_lab.study.discount import Discount
from nof1_lab.study.document import Study
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.said import Said
from nof1_lab.study.shape import Shape
from nof1_lab.views.words import number

SWITCHES = {
    "recalibrated": "recalibrates",
    "person": "transfers",
    "representation": "represents",
    "robust": "robustifies",
    "capped": "caps",
}
NUMBERS = ("usual", "between", "weight", "cap")
WAYS = ("likeness", "accuracy", "overlap", "shares")


def prior(args: Namespace) -> Answer:
    """Sets exactly this prior."""
    _, _, before = opened(args.study)
    steps.require_candidate(before.study, args.arm)
    belief = chosen(args, before.study)
    log = changed(args, steps.believe, belief)
    kind = belief.shape.family if belief.shape else "Normal" if belief.is_normal else "mixture"
    curve = f"{kind[0].upper()}{kind[1:]}({number(belief.mean)}, {number(belief.sd)})"
    words = f"The prior of {belief.arm} is {curve}, arm minus reference."
    return Answer(receipt(args.study, log) | {"prior": described(belief)}, words)


def discount(args: Namespace) -> Answer:
    """Sets what is named of the doubts about a claim, and shows what each of them does to it."""
    from nof1_lab.inference.prior import prior_of, waterfall

    _, _, log = opened(args.study)
    steps.require_candidate(log.study, args.arm)
    before = Discount(args.arm) if args.defaults else log.study.discount(args.arm)
    wanted = doubts(before, args)
    if wanted != log.study.discount(args.arm):
        log = changed(args, steps.discount, wanted)
    way = waterfall(log.study, args.arm)
    rows = [[stage.label, number(stage.mean), number(stage.sd), stage.note] for stage in way]
    words = aligned(["step", "mean", "sd", "why"], rows)
    belief = described(prior_of(log.study, args.arm))
    plain = {"discount": to_plain(wanted), "waterfall": [to_plain(stage) for stage in way], "prior": belief}
    return Answer(receipt(args.study, log) | plain, words)


def chosen(args: Namespace, study: Study) -> Prior:
    """The prior that the options name."""
    from nof1_lab.inference.elicit import believed

    if args.mean is not None:
        return curve(args)
    return believed(study, args.arm, answer(args))


def curve(args: Namespace) -> Prior:
    """A curve by its middle and its spread."""
    more = {name: getattr(args, name) for name in ("tail", "lean") if getattr(args, name) is not None}
    if args.family == "normal":
        return Prior.normal(args.arm, args.mean, args.sd)
    return Prior.shaped(args.arm, Shape(args.family, args.mean, args.sd, **more))


def answer(args: Namespace) -> Said:
    """What the person said: by a name, an interval, quartiles or chips."""
    if args.named is not None:
        return Said("named", name=args.named.replace("-", " "))
    if args.interval is not None:
        return Said("interval", tuple(args.interval), (args.level,))
    if args.quartiles is not None:
        return Said("quartiles", tuple(args.quartiles), (0.25, 0.5, 0.75))
    if len(args.chips) < 3:
        raise PriorError(
            "The chips lack the ends of the bins, or the bins.",
            "LOW, HIGH and a number of chips for each bin were expected.",
            "Write --chips -2 2 0 4 10 6, for four bins from -2 to 2.",
        )
    low, high, *counts = args.chips
    edges = [low + (high - low) * i / len(counts) for i in range(len(counts) + 1)]
    return Said("chips", tuple(edges), tuple(counts))


def doubts(before: Discount, args: Namespace) -> Discount:
    """The doubts with what was named; one way to say how like the person is undoes the others."""
    change: dict[str, Any] = {name: value for name in NUMBERS if (value := getattr(args, name)) is not None}
    change |= {SWITCHES[name]: True for name in args.on or ()}
    change |= {SWITCHES[name]: False for name in args.off or ()}
    way = next((name for name in WAYS if getattr(args, name) is not None), None)
    if args.own is not None:
        change["own"] = args.own
    if way == "shares":
        change |= {"way": "shares", "groups": tuple(args.shares)}
    elif way == "likeness":
        change |= {"way": "answer", "likeness": args.likeness}
    elif way is not None:
        change |= {"way": way, way: getattr(args, way)}
    return replace(before, **change)


def described(belief: Prior) -> dict[str, Any]:
    """A prior as plain JSON, with its middle and its spread."""
    plain = to_plain(belief)
    return {**(plain if isinstance(plain, dict) else {}), "mean": belief.mean, "sd": belief.sd}


def lacking(args: Namespace) -> str:
    """Which options of `prior` need each other and do not stand together."""
    if (args.mean is None) != (args.sd is None):
        return "prior: --mean and --sd belong together; every other way stands alone"
    has_curve = args.family != "normal" or args.tail is not None or args.lean is not None
    if has_curve and args.mean is None:
        return "prior: --family, --tail and --lean belong to --mean and --sd"
    return ""
