"""What each command of the terminal does to a study."""

import json
import secrets
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from nof1_lab.apps import signature
from nof1_lab.apps.answer import Answer, aligned
from nof1_lab.apps.shelf import located, refusal, require_new
from nof1_lab.errors import ReadError, ScheduleError
from nof1_lab.exchange.reading import Reading, Row
from nof1_lab.inference.nuisance import describe, nuisance
from nof1_lab.study import steps
from nof1_lab.study.analysis import Analysis, Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.log import Log, begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain
from nof1_lab.study.schedule import Schedule, given, randomise
from nof1_lab.views.words import count, listed

MOST_BYTES = 20_000_000
LATER_DESIGNS = ("williams", "latin", "alternation", "phases")
LARGEST_SEED = 2**31
WIDEST_CELL = 40


def new(args: Namespace) -> Answer:
    """A new study."""
    measure = Measure(
        args.measure, args.better, args.worthwhile, args.unit, args.scale, low=args.low, high=args.high
    )
    log = begun(steps.begin, args.title, measure, who=signature.who(), at=signature.now())
    shelf, name = located(args.study)
    require_new(shelf, name)
    shelf.append(name, log, "")
    return Answer(receipt(args.study, log), f"Began {args.title!r} in {args.study}.")


def propose(args: Namespace) -> Answer:
    """Shows the candidates that were read, and takes in those that are accepted."""
    from nof1_lab.exchange.candidate import read_candidates

    if args.schema:
        return outline()
    _, _, log = opened(args.study)
    reading = read_candidates(source(args.file), name=named(args.file), measure=log.study.measure)
    accepted = accept(reading, args.accept or ())
    if accepted:
        log = changed(args, steps.propose, *accepted)
    names = [candidate.name for candidate in accepted]
    read_now = {"candidates": to_plain(reading.nouns), "accepted": names}
    plain = receipt(args.study, log) | told(reading) | read_now
    last = f"Accepted {listed(names)}." if names else "Nothing is accepted yet: add --accept all, or names."
    return Answer(plain, f"{shown(reading)}\n{last}")


def plan(args: Namespace) -> Answer:
    """Draws a schedule, or takes one as given, and stores it."""
    schedule = drawn(args) if args.sequence is None else ordered(args)
    log = changed(args, steps.plan, schedule)
    plain = receipt(args.study, log) | {
        "schedule": to_plain(schedule),
        "sequence": schedule.letters,
        "seed": schedule.seed,
        "periods": to_plain(schedule.periods),
    }
    return Answer(plain, planned(schedule))


def analysis(args: Namespace) -> Answer:
    """Sets what is named in the analysis plan, and shows all of it."""
    _, _, log = opened(args.study)
    before = Analysis() if args.defaults else log.study.analysis
    chosen = {name: value for name, value in vars(args).items() if name in CHOICES and value is not None}
    if chosen or args.defaults:
        log = changed(args, steps.analyse, chosen_plan(before, chosen))
    priors = describe(nuisance(log.study))
    words = aligned(["part", "prior"], list(priors.items()))
    plain = {"analysis": to_plain(log.study.analysis), "priors": priors}
    return Answer(receipt(args.study, log) | plain, words)


def record(args: Namespace) -> Answer:
    """Writes outcomes into the diary."""
    from nof1_lab.exchange.outcome import read_outcomes

    _, _, log = opened(args.study)
    columns = dict(args.map) if args.map else None
    reading = read_outcomes(source(args.file), log.study, name=named(args.file), columns=columns)
    refuse_bad_rows(reading)
    log = changed(args, steps.record, *reading.nouns)
    days = len(log.study.diary.entries)
    read_now = {"entries": to_plain(reading.nouns), "days": days}
    plain = receipt(args.study, log) | told(reading) | read_now
    words = f"Read {count(len(reading.nouns), 'day')}; the diary now holds {count(days, 'day')}."
    return Answer(plain, "\n".join([*reading.notes, words]))


def register(args: Namespace) -> Answer:
    """Locks the protocol."""
    log = changed(args, steps.register)
    plain = receipt(args.study, log) | {"protocol": log.study.registration}
    return Answer(plain, f"The protocol is registered. Its hash is {log.study.registration}.")


def outline() -> Answer:
    """The JSON Schema of a list of candidates."""
    from nof1_lab.exchange.schema import schema

    return Answer(schema(), json.dumps(schema(), indent=2, ensure_ascii=False))


# What these commands share.


def opened(path: str) -> tuple[Any, str, Log]:
    """The shelf, the name and the log of a study."""
    shelf, name = located(path)
    return shelf, name, shelf.open(name)


def changed(args: Namespace, step: steps.Step, *arguments: Any) -> Log:
    """The log with one step more, kept."""
    shelf, name, log = opened(args.study)
    after = log.do(step, *arguments, who=signature.who(), at=signature.now(), why=args.why)
    if after is not log:
        shelf.append(name, after, log.head)
    return after


def receipt(path: str, log: Log) -> dict[str, Any]:
    """Which version of which study an answer speaks of."""
    return {
        "path": path,
        "title": log.study.title,
        "study": log.study.fingerprint,
        "head": log.head,
        "steps": len(log.links),
    }


def source(file: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""  # None when it was closed
        else:
            with Path(file).expanduser().open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusal(error, Path(file), "read") from None
    if len(data) > MOST_BYTES:
        raise ReadError(
            f"{named(file)!r} is larger than {MOST_BYTES // 1_000_000} MB.",
            "A small table was expected.",
            "Keep only the rows of this trial.",
        )
    return data


def named(file: str) -> str:
    """How messages call a source."""
    return "standard input" if file == "-" else Path(file).name


def drawn(args: Namespace) -> Schedule:
    """A schedule drawn by chance; the seed is stored with it."""
    refuse_later_designs(args.design)
    return randomise(
        args.reference, args.arm, cycles=args.cycles, days=args.days, start=args.start,
        seed=secrets.randbelow(LARGEST_SEED) if args.seed is None else args.seed,
        washout_days=args.washout, run_in_days=args.run_in,
    )  # fmt: skip


def ordered(args: Namespace) -> Schedule:
    """A schedule in the order given; blocks are checked to be blocks."""
    refuse_later_designs(args.design)
    if args.seed is not None:
        raise ScheduleError(
            "There is a seed for an order that is given.",
            "A seed was expected only where chance draws the order.",
            "Leave out --seed, or leave out --sequence.",
        )
    letters = "".join("".join(args.sequence).split()).upper()
    return given(
        args.reference, args.arm, letters, days=args.days, start=args.start, cycles=args.cycles,
        design=args.design or "fixed", washout_days=args.washout, run_in_days=args.run_in,
    )  # fmt: skip


def refuse_later_designs(design: str | None) -> None:
    """Refuse a design that this version cannot draw."""
    if design in LATER_DESIGNS:
        raise ScheduleError(
            f"The design {design!r} is not in this version.",
            "The design blocks or fixed was expected.",
            "Use --design blocks, or give the order with --design fixed --sequence.",
        )


def planned(schedule: Schedule) -> str:
    """A schedule in words."""
    names = listed(
        [f"{letter} is {arm}" for letter, arm in schedule.labels.items() if arm in schedule.everyone]
    )
    seed = "" if schedule.seed is None else f" The seed is {schedule.seed}."
    rows = [
        [
            str(p.number),
            p.arm,
            str(schedule.date_of(p.start)),
            str(schedule.date_of(p.end)),
            f"{p.start} to {p.end}",
        ]
        for p in schedule.periods
    ]
    table = aligned(["period", "arm", "from", "to", "days"], rows)
    return f"The order is {schedule.letters}; {names}.{seed}\n{table}"


CHOICES = {"intercept", "trend", "spread", "known_spread", "rho", "family", "has_trend"}


def chosen_plan(before: Analysis, chosen: dict[str, Any]) -> Analysis:
    """The analysis plan with what was chosen; a choice undoes what it excludes."""
    for name in ("intercept", "trend"):
        if name in chosen:
            chosen[name] = Normal(*chosen[name])
    if "rho" in chosen:
        chosen["rho"] = tuple(chosen["rho"])
    undone: dict[str, Any] = {}
    if "spread" in chosen:
        undone["known_spread"] = None
    if "known_spread" in chosen:
        undone["spread"] = None
    if "trend" in chosen:
        undone["has_trend"] = True
    if chosen.get("has_trend") is False:
        undone["trend"] = None
    return replace(before, **(undone | chosen))


def accept(reading: Reading[Candidate], wanted: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates that were asked for; all of them, or a refusal."""
    if list(wanted) == ["all"]:
        refuse_bad_rows(reading)
        return reading.nouns
    known = {candidate.name: candidate for candidate in reading.nouns}
    missing = [repr(name) for name in wanted if name not in known]
    if missing:
        raise ReadError(
            f"{listed(missing)} cannot be accepted from what was read.",
            f"Names from these were expected: {', '.join(known) or 'none'}.",
            "Write a name exactly as it is shown, or --accept all.",
        )
    return tuple(known[name] for name in dict.fromkeys(wanted))


def refuse_bad_rows(reading: Reading[Any]) -> None:
    """Refuse all when one row cannot be taken: half a table is never taken in silence."""
    bad = [(number, row) for number, row in enumerate(reading.rows, start=1) if not row.is_ok]
    if bad:
        number, row = bad[0]
        raise ReadError(
            f"{count(len(bad), 'row')} cannot be taken; the first is row {number}: {row.note}",
            "Rows that can all be taken were expected.",
            "Correct these rows or leave them out, then try again; nothing was changed.",
        )


def told(reading: Reading[Any]) -> dict[str, Any]:
    """A reading as plain JSON."""
    rows = [
        {"cells": list(row.cells), "ok": row.is_ok, "note": row.note, "warnings": list(doubts(row))}
        for row in reading.rows
    ]
    return {"columns": list(reading.columns), "rows": rows, "notes": list(reading.notes)}


def shown(reading: Reading[Any]) -> str:
    """A reading as a small table with its notes."""
    rows = [
        ["yes" if row.is_ok else "no", *(clipped(cell) for cell in row.cells), row.note]
        for row in reading.rows
    ]
    warned = [f"Row {i}: {words}" for i, row in enumerate(reading.rows, start=1) for words in doubts(row)]
    return "\n".join([aligned(["taken", *reading.columns, "note"], rows), *reading.notes, *warned])


def doubts(row: Row[Any]) -> tuple[str, ...]:
    """What a person should look at twice before a row is taken."""
    return tuple(getattr(row, "warnings", ()))


def clipped(cell: str) -> str:
    """A cell that leaves room for the others."""
    return cell if len(cell) <= WIDEST_CELL else f"{cell[: WIDEST_CELL - 1]}…"
