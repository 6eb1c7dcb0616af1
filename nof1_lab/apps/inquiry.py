"""What the commands of the terminal tell about a study, without changing it."""

import os
import stat
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nof1_lab.apps.answer import Answer, aligned, refused
from nof1_lab.apps.command import opened, receipt
from nof1_lab.apps.shelf import CACHE, SUFFIX, located
from nof1_lab.errors import FileError
from nof1_lab.study.log import Log
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain
from nof1_lab.study.schedule import Schedule, randomise
from nof1_lab.views.history import history
from nof1_lab.views.words import count, number


def fit(args: Namespace) -> Answer:
    """The posterior, by the engine that was asked for."""
    from nof1_lab.apps.engine import BothEngines
    from nof1_lab.inference.evidence import as_plain

    shelf, _, kept = opened(args.study)
    engines = BothEngines(shelf.folder / CACHE)
    evidence = engines.exact(kept.study)
    if args.engine == "sampled":
        wanted = {name: getattr(args, name) for name in ("draws", "chains", "seed")}
        effort = {name: value for name, value in wanted.items() if value is not None}
        evidence = engines.sampled(evidence, progress, threading.Event(), **effort)
    plain = as_plain(evidence)
    return Answer(plain, report(plain, kept.study.measure))


def progress(share: float, words: str) -> None:
    """Tell a person at a terminal how far it is; a script hears nothing."""
    if sys.stderr.isatty():
        end = "\n" if share >= 1.0 else ""
        sys.stderr.write(f"\r{words:<60}{end}")
        sys.stderr.flush()


def report(plain: dict[str, Any], measure: Measure) -> str:
    """A posterior as a few lines and a small table."""
    days, test, effects = plain["days"], plain["randomisation"], plain["effects"]
    head = ["arm", "effect", "sd", "from", "to", "benefit", "worthwhile", "harm", "before"]
    rows = [
        [its["arm"], *(number(its[name]) for name in ("mean", "sd", "low", "high")),
         *(share(its[name]) for name in ("p_benefit", "p_worthwhile", "p_harm")),
         share(its["prior"]["p_worthwhile"])]
        for its in effects
    ]  # fmt: skip
    unit = measure.unit or f"the units of {measure.name}"
    used = f"{days['used']} are used, {days['washout']} are wash-out and {days['missing']} are missing"
    lines = [
        f"{plain['engine'].capitalize()}, in {plain['seconds']:.2g} s.",
        f"Of {count(days['planned'], 'day')} {used}.",
        f"Arm minus {effects[0]['reference']}, in {unit}; {measure.better} is better:",
        aligned(head, rows),
        *plain["checks"]["reasons"],
        *plain["disagreements"],
        *plain["verdict"]["cautions"],
        by_chance(test) if test else "",
        f"{plain['verdict']['advice'].capitalize()}: {plain['verdict']['reason']}",
    ]
    return "\n".join(line for line in lines if line)


def share(p: float) -> str:
    """A chance in a table: never quite none, never quite all.

    >>> share(0.8742), share(0.99999)
    ('87.4%', '>99.9%')
    """
    return "<0.1%" if p < 0.001 else ">99.9%" if p > 0.999 else f"{p:.1%}"


def by_chance(test: dict[str, Any]) -> str:
    """What the schedule's own chance says."""
    schedules = count(test["schedules"], "schedule")
    return f"Randomisation test: p = {number(test['p_two_sided'])} (two-sided, {schedules})."


def log(args: Namespace) -> Answer:
    """Everything that was done to the study."""
    _, _, kept = opened(args.study)
    moments = history(kept)
    rows = [[str(m.number), m.at, m.who, mark(m.is_undone, m.is_amendment) + m.words, m.why] for m in moments]
    plain = receipt(args.study, kept) | {"log": to_plain(moments)}
    return Answer(plain, aligned(["step", "when", "who", "what", "why"], rows))


def mark(is_undone: bool, is_amendment: bool) -> str:
    """What a reader of the history must not miss."""
    return f"{'[undone] ' if is_undone else ''}{'[amendment] ' if is_amendment else ''}"


def check(args: Namespace) -> Answer:
    """Whether the file is whole and the study keeps its own promises."""
    shelf, name = located(args.study)
    try:
        kept = shelf.open(name)
    except FileError as fault:
        plain: dict[str, Any] = {"ok": False, "path": args.study, "problems": [str(fault)], **refused(fault)}
        return Answer(plain, f"{args.study} is not whole.", faults=(fault,))
    hints = [*hints_on_file(shelf.path(name)), *hints_on_schedule(kept.study.schedule)]
    plain = receipt(args.study, kept) | {"ok": True, "problems": [], "hints": hints} | promises(kept)
    return Answer(plain, "\n".join([*sentences(kept), *hints]))


def promises(kept: Log) -> dict[str, Any]:
    """The protocol, whether it is still the registered one, and every amendment."""
    study = kept.study
    return {
        "protocol": study.protocol,
        "registration": study.registration,
        "is_as_registered": None if study.registration is None else study.registration == study.protocol,
        "amendments": [to_plain(moment) for moment in history(kept) if moment.is_amendment],
    }


def sentences(kept: Log) -> Iterator[str]:
    """The result of a check in words."""
    study = kept.study
    yield f"The file is whole: {count(len(kept.links), 'step')}; each hash fits, and the log can be replayed."
    if study.registration is None:
        yield f"The protocol is not registered; its hash is now {study.protocol}."
    elif study.registration == study.protocol:
        yield f"The protocol is as it was registered, with the hash {study.registration}."
    else:
        yield f"The protocol was registered with the hash {study.registration}."
        yield f"By the amendments below its hash is now {study.protocol}."
    for its in history(kept):
        if its.is_amendment:
            yield f"Amendment, step {its.number} by {its.who}, {its.at}: {its.words}. Reason: {its.why}"


def hints_on_file(path: Path) -> Iterator[str]:
    """What a person should know about the file and what lies beside it."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield "Others on this machine may read or change the file: `chmod 600` keeps it to you."
    beside = sorted(path.parent.glob(f"{glob_free(path.name.removesuffix(SUFFIX))}.conflict-*{SUFFIX}"))
    if beside:
        yield f"Beside it lies the other side of a conflict: {', '.join(side.name for side in beside)}."


def glob_free(name: str) -> str:
    """A name in which no character stands for others."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def hints_on_schedule(schedule: Schedule | None) -> Iterator[str]:
    """Whether the order is the one that its seed draws."""
    if schedule is None or schedule.seed is None:
        return
    again = randomise(
        schedule.reference, schedule.arms, cycles=schedule.cycles, days=schedule.days, start=schedule.start,
        seed=schedule.seed, washout_days=schedule.washout_days, run_in_days=schedule.run_in_days,
    )  # fmt: skip
    if again.sequence != schedule.sequence:
        yield f"The stored order {schedule.letters} is not what seed {schedule.seed} draws in this version."
