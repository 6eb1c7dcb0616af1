"""The invented example: a whole trial that is ready to fit, its parts as files, and the notebooks."""

import csv
import io
import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from nof1_lab.apps.answer import Answer
from nof1_lab.apps.shelf import read, refusal, replace
from nof1_lab.errors import ShelfError
from nof1_lab.study import steps
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Diary
from nof1_lab.study.file import dump
from nof1_lab.study.log import Log, begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain
from nof1_lab.study.schedule import Schedule, randomise
from nof1_lab.version import VERSION

WHO = "nof1-lab demo"
TITLE = "Sleeping better (invented example)"
MEASURE = Measure("sleep disturbance", "lower", 0.4, unit="points", scale="score", low=0.0, high=10.0)
REFERENCE = "Usual evening"
START = date(2026, 1, 5)
SEED = 18
MISSED = (11, 25, 26, 41, 53)
# What the simulator takes for true: melatonin helps, though less than the model promised.
TRUTH = {"baseline": 5.6, "trend": -0.05, "sigma": 0.7, "rho": 0.3}
EFFECTS = {"Melatonin 0.5 mg": -0.6}

CANDIDATES = (
    Candidate(
        "Melatonin 0.5 mg", 1, -1.0, -1.6, -0.4, interval_kind="mean_effect", model="invented model",
        rationale="Taken two hours before bed it moves the body clock forward; small trials agree in sign.",
        citations=("Invented reference 1", "Invented reference 2"), design="trial",
    ),
    Candidate(
        "No screens after nine", 2, -0.5, -1.1, 0.1, interval_kind="mean_effect", model="invented model",
        rationale="Less light and less news late in the evening; most studies are short and not blinded.",
        citations=("Invented reference 3",), design="cohort",
    ),
    Candidate(
        "Magnesium 200 mg", 3, -0.2, -0.9, 0.5, interval_kind="mean_effect", model="invented model",
        rationale="Often recommended; the interval includes no effect, and harm.",
    ),
)  # fmt: skip


def demo(args: Namespace) -> Answer:
    """Writes the examples; a file that was changed since is never overwritten."""
    folder = made(Path(args.folder).expanduser())
    files = dict(contents())
    changed = [name for name, data in files.items() if differs(folder / name, data)]
    if changed:
        raise ShelfError(
            f"{changed[0]!r} in {str(folder)!r} is there already, and it is another one.",
            "A folder without it, or with the example unchanged, was expected.",
            "Choose another folder, or move the file away; nothing was changed.",
        )
    for name, data in files.items():
        write(folder / name, data)
    plain = {"folder": str(folder), "files": list(files), "study": str(folder / "first-trial.nof1")}
    words = f"Wrote {', '.join(files)} to {folder}.\nNext: nof1-lab lab {folder}"
    return Answer(plain, words)


def contents() -> Iterator[tuple[str, bytes]]:
    """Every file of the example."""
    log = trial()
    yield "first-trial.nof1", dump(log, version=VERSION).encode()
    yield "first-trial-diary.csv", diary_csv(log.study.diary).encode()
    yield "candidates.json", as_json(CANDIDATES).encode()
    yield "candidates.md", as_markdown(CANDIDATES).encode()
    for notebook in notebooks():
        yield notebook.name, notebook.read_bytes()


def trial() -> Log:
    """The whole trial, from its title to its last evening."""
    from nof1_lab.exchange.candidate import read_candidates

    log = begun(steps.begin, TITLE, MEASURE, who=WHO, at=moment(-14))
    proposed = read_candidates(as_json(CANDIDATES), name="candidates.json", measure=MEASURE).nouns
    log = log.do(steps.propose, *proposed, who=WHO, at=moment(-13), why="Ranked by an invented model.")
    log = log.do(steps.plan, schedule(), who=WHO, at=moment(-12))
    entries = diary(schedule()).entries
    for week in range(-1, schedule().last_day // 7):
        written = [entry for entry in entries if 7 * week < entry.day <= 7 * week + 7]
        log = log.do(steps.record, *written, who=WHO, at=moment(7 * week + 7))
    return log


def schedule() -> Schedule:
    """Four cycles of two weeks, after a week of run-in."""
    return randomise(
        REFERENCE, tuple(EFFECTS), cycles=4, days=7, start=START, seed=SEED, washout_days=2, run_in_days=7
    )


def diary(plan: Schedule) -> Diary:
    """What the invented person wrote down."""
    from nof1_lab.inference.simulate import simulate

    return simulate(plan, MEASURE, effects=EFFECTS, seed=SEED, missing=MISSED, decimals=1, **TRUTH)


def moment(day: int) -> str:
    """The evening of a day of the trial."""
    return f"{START + timedelta(days=day - 1)}T21:00:00Z"


def diary_csv(written: Diary) -> str:
    """The diary as a spreadsheet would export it."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["day", "value"])
    rows.writerows([entry.day, entry.value] for entry in written.entries)
    return text.getvalue()


def as_json(candidates: tuple[Candidate, ...]) -> str:
    """Candidates in the format that a model is asked for."""
    return json.dumps({"candidates": to_plain(candidates)}, indent=2) + "\n"


def as_markdown(candidates: tuple[Candidate, ...]) -> str:
    """Candidates as a model answers in a chat."""
    head = "| Rank | Candidate | Estimate | 95% interval | Rationale |\n|---|---|---|---|---|\n"
    rows = (
        f"| {c.rank} | {c.name} | {c.estimate} | {c.lower} to {c.upper} | {c.rationale} |\n"
        for c in candidates
    )
    return head + "".join(rows)


def notebooks() -> list[Path]:
    """The notebooks: inside an installed package, beside the package in its repository."""
    package = Path(__file__).parents[1]
    places = (package / "notebooks", package.parent / "notebooks")
    return sorted(next((found for place in places if (found := list(place.glob("*.ipynb")))), []))


def made(folder: Path) -> Path:
    """The folder, made when it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(error, folder, "written into") from None
    return folder


def differs(path: Path, data: bytes) -> bool:
    """Whether something else lies there."""
    return (path.exists() or path.is_symlink()) and read(path) != data


def write(path: Path, data: bytes) -> None:
    """Write a file of the example, whole or not at all."""
    try:
        replace(path, data)
    except OSError as error:
        raise refusal(error, path, "written") from None
