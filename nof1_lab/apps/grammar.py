"""All that can be typed after `nof1-lab`."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, get_args

from nof1_lab.apps import belief, command, command_ask, demo, inquiry, lab
from nof1_lab.apps.answer import Answer
from nof1_lab.apps.endpoint import PRESETS
from nof1_lab.apps.lfm import MOST_SECONDS
from nof1_lab.apps.request import KEY
from nof1_lab.errors import NofOneError
from nof1_lab.exchange.question import FORMS
from nof1_lab.study.discount import Likeness
from nof1_lab.study.measure import Better, Scale
from nof1_lab.study.said import NAMES
from nof1_lab.study.schedule import Design
from nof1_lab.study.shape import Family
from nof1_lab.study.source import Group
from nof1_lab.version import VERSION

Run: TypeAlias = Callable[[argparse.Namespace], Answer]
# Three digits of an exponent hold every number; more would be written out as zeros without end.
NEGATIVE = re.compile(r"-(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
NUMBER = re.compile(r"[-+]?((\d+\.?\d*|\.\d+)([eE][-+]?\d+)?|inf|nan)", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OLLAMA = PRESETS["Ollama"]
JSON = "one JSON object on standard output, nothing else"


def plainly(word: str) -> str:
    """A negative number in the one spelling that argparse does not take for an option.

    >>> plainly("-1e-3"), plainly("--mean"), plainly("-0.5")
    ('-0.001', '--mean', '-0.5')
    """
    return format(Decimal(word), "f") if NEGATIVE.fullmatch(word) else word


def figure(word: str) -> float:
    """A number with a dot."""
    if not NUMBER.fullmatch(word.lower()):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number (numbers use a dot, such as -0.5)")
    return float(word)


def day(word: str) -> date:
    """A date as ISO 8601 writes it."""
    try:
        if DAY.fullmatch(word):
            return date.fromisoformat(word)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{word!r} is not a date (dates are written 2026-01-05)")


def pair(word: str) -> tuple[str, str]:
    """A column and the role that it has."""
    column, sign, role = word.rpartition("=")
    if not (column and sign and role):
        raise argparse.ArgumentTypeError(f"{word!r} is not COLUMN=ROLE (such as night=day, score=value)")
    return column, role


def share(word: str) -> Group:
    """A group of people and its share of the evidence."""
    name, sign, number = word.rpartition("=")
    if not (name and sign):
        raise argparse.ArgumentTypeError(f"{word!r} is not GROUP=SHARE (such as Europe=0.79)")
    try:
        return Group(name, figure(number))
    except NofOneError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


class Grammar(argparse.ArgumentParser):
    """A parser of whole words: an option that is cut short is not guessed at."""

    def __init__(self, **how: Any) -> None:
        super().__init__(allow_abbrev=False, **how)


def parser() -> argparse.ArgumentParser:
    """All that can be typed."""
    what = "Plan, run and analyse a trial on one person. Without a command: `lab`."
    top = Grammar(prog="nof1-lab", description=what)
    top.add_argument("--version", action="version", version=f"nof1-lab {VERSION}")
    top.add_argument("--json", action="store_true", help=JSON)
    top.set_defaults(run=lab.lab, folder=".", port=None, no_browser=False)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for add in (
        add_lab,
        add_app,
        add_demo,
        add_new,
        add_propose,
        add_ask,
        add_prior,
        add_discount,
        add_plan,
        add_analysis,
    ):
        add(commands)
    for add in (add_record, add_register, add_fit, add_log, add_check):
        add(commands)
    return top


def add_lab(commands: Any) -> None:
    """`nof1-lab lab`."""
    made = command_(commands, "lab", lab.lab, "JupyterLab on the folder, for this machine only")
    made.add_argument("folder", nargs="?", default=".", metavar="FOLDER")
    add_server_options(made)


def add_app(commands: Any) -> None:
    """`nof1-lab app`."""
    made = command_(commands, "app", lab.app, "the app in a browser, for this machine only")
    made.add_argument("path", nargs="?", default=".", metavar="STUDY|FOLDER")
    add_server_options(made)


def add_demo(commands: Any) -> None:
    """`nof1-lab demo`."""
    made = command_(commands, "demo", demo.demo, "writes the example study and notebooks into the folder")
    made.add_argument("folder", metavar="FOLDER")


def add_new(commands: Any) -> None:
    """`nof1-lab new`."""
    made = about(commands, "new", command.new, "a new study")
    made.add_argument("--title", required=True, metavar="T")
    made.add_argument("--measure", required=True, metavar="NAME")
    made.add_argument("--unit", default="", metavar="U")
    made.add_argument("--scale", choices=get_args(Scale), default="continuous")
    made.add_argument("--low", type=figure, metavar="X")
    made.add_argument("--high", type=figure, metavar="Y")
    made.add_argument("--better", choices=get_args(Better), required=True)
    smallest = "the smallest worthwhile change"
    made.add_argument("--worthwhile", type=figure, required=True, metavar="X", help=smallest)


def add_propose(commands: Any) -> None:
    """`nof1-lab propose`."""
    what = "reads candidates; without --accept only shows them"
    made = command_(commands, "propose", command.propose, what)
    made.add_argument("study", nargs="?", metavar="STUDY", help="the study file, name.nof1")
    made.add_argument("file", nargs="?", metavar="FILE|-")
    made.add_argument("--accept", nargs="+", action="extend", metavar="all|NAME")
    made.add_argument("--schema", action="store_true", help="prints the JSON Schema of candidates instead")
    add_why(made)


def add_ask(commands: Any) -> None:
    """`nof1-lab ask`."""
    what = "a question to copy for any model; with an endpoint, sends what you approve over the network"
    made = step(commands, "ask", command_ask.ask, what)
    made.add_argument("--prompt", action="store_true", help="only the question, to copy into a chat")
    made.add_argument("--url", metavar="URL", help="an OpenAI-compatible endpoint, such as " + OLLAMA)
    made.add_argument("--model", metavar="NAME", help="as the endpoint calls it, such as llama3.1")
    made.add_argument("--topic", default="", metavar="TEXT", help="what it is about; this text leaves")
    made.add_argument("--show", action="store_true", help="what would leave, and its hash; sends nothing")
    made.add_argument("--approve", metavar="HASH", help="sends exactly what was shown with this hash")
    made.add_argument(
        "--form", choices=FORMS, default="schema", help="plainer, for simple endpoints (schema)"
    )
    key = made.add_mutually_exclusive_group()
    key.add_argument("--key-env", default=KEY, metavar="NAME", help=f"the variable that holds a key ({KEY})")
    key.add_argument("--key", action="store_true", help="asks for a key, and shows and keeps it nowhere")
    made.add_argument("--allow-private", action="store_true", help="the endpoint is in my own network")
    made.add_argument("--seconds", type=figure, default=MOST_SECONDS, metavar="N", help="how long to wait")
    made.add_argument("--save", metavar="FILE", help="keeps the answer in a new file")
    made.add_argument("--accept", nargs="+", action="extend", metavar="all|NAME")


def add_prior(commands: Any) -> None:
    """`nof1-lab prior`."""
    what = "sets exactly this prior: arm minus reference, in outcome units"
    made = step(commands, "prior", belief.prior, what)
    made.add_argument("arm", metavar="ARM")
    way = made.add_mutually_exclusive_group(required=True)
    way.add_argument("--mean", type=figure, metavar="M", help="the middle; --sd belongs to it")
    way.add_argument("--interval", type=figure, nargs=2, metavar=("LOW", "HIGH"))
    quarters = "a quarter of the belief lies below the first, half below the second, ..."
    way.add_argument("--quartiles", type=figure, nargs=3, metavar=("Q1", "Q2", "Q3"), help=quarters)
    chips = "even bins from LOW to HIGH, and the chips in each"
    way.add_argument("--chips", type=figure, nargs="+", metavar=("LOW", "HIGH N"), help=chips)
    way.add_argument(
        "--named",
        choices=[name.replace(" ", "-") for name in NAMES if name],
        metavar="NAME",
        help="stated, discounted, sceptical, enthusiastic or near-flat",
    )
    made.add_argument(
        "--sd", type=figure, metavar="S", help="the standard deviation; the scale of other curves"
    )
    made.add_argument("--level", type=figure, default=0.95, help="how much the interval holds (0.95)")
    made.add_argument("--family", choices=get_args(Family), default="normal", help="the curve (normal)")
    made.add_argument("--tail", type=figure, metavar="N", help="degrees of freedom of a student curve (4)")
    made.add_argument("--lean", type=figure, metavar="X", help="how far a skewed curve leans, from -1 to 1")


def add_discount(commands: Any) -> None:
    """`nof1-lab discount`."""
    what = "how far a candidate's claim is believed; without options only shows it"
    made = step(commands, "discount", belief.discount, what)
    made.add_argument("arm", metavar="ARM")
    how = made.add_mutually_exclusive_group()
    like = "people like this one are: most of, some of, few of or not in the evidence"
    how.add_argument("--likeness", choices=[each for each in get_args(Likeness) if each], help=like)
    how.add_argument("--accuracy", type=figure, metavar="X", help="the accuracy here, relative to there")
    how.add_argument("--overlap", type=figure, metavar="X", help="the share of comparable people")
    how.add_argument("--shares", nargs="+", type=share, metavar="GROUP=SHARE", help="with --own")
    made.add_argument("--own", metavar="GROUP")
    made.add_argument("--usual", type=figure, metavar="X", help="the usual level of the measure, for ratios")
    made.add_argument("--between", type=figure, metavar="S", help="how far persons differ (sd)")
    made.add_argument("--weight", type=figure, metavar="X", help="what the claim keeps of the belief")
    made.add_argument("--cap", type=figure, metavar="X", help="the most the prior is worth, in planned days")
    steps = [*belief.SWITCHES]
    every = ", ".join(steps)
    made.add_argument("--off", nargs="+", choices=steps, action="extend", metavar="STEP", help=every)
    made.add_argument("--on", nargs="+", choices=steps, action="extend", metavar="STEP")
    made.add_argument("--defaults", action="store_true", help="what is not named is as at the beginning")


def add_plan(commands: Any) -> None:
    """`nof1-lab plan`."""
    made = step(commands, "plan", command.plan, "draws and stores the schedule")
    made.add_argument("--reference", required=True, metavar="ARM")
    made.add_argument("--arm", required=True, nargs="+", action="extend", metavar="ARM")
    designs = (*get_args(Design), *command.LATER_DESIGNS)
    made.add_argument("--design", choices=designs, help="blocks, or fixed where --sequence gives the order")
    made.add_argument("--sequence", nargs="+", metavar="ABBA", help="A is the reference, B the first --arm")
    made.add_argument("--cycles", type=int, metavar="N")
    made.add_argument("--days", type=int, required=True, metavar="N", help="the days of a period")
    made.add_argument("--washout", type=int, default=0, metavar="N", help="first days not analysed (0)")
    made.add_argument("--run-in", type=int, default=0, metavar="N", help="days before day 1 (0)")
    made.add_argument("--start", type=day, required=True, metavar="DATE", help="the date of day 1")
    made.add_argument("--seed", type=int, metavar="N", help="drawn, and kept, when it is left out")


def add_analysis(commands: Any) -> None:
    """`nof1-lab analysis`."""
    made = step(commands, "analysis", command.analysis, "the analysis plan; what is not named stays")
    made.add_argument("--intercept", type=figure, nargs=2, metavar=("M", "S"))
    trend = made.add_mutually_exclusive_group()
    trend.add_argument("--trend", type=figure, nargs=2, metavar=("M", "S"), help="the change per week")
    trend.add_argument("--no-trend", dest="has_trend", action="store_false", default=None)
    spread = made.add_mutually_exclusive_group()
    spread.add_argument("--spread-halfnormal", dest="spread", type=figure, metavar="S")
    spread.add_argument("--known-spread", type=figure, metavar="S")
    rho = made.add_mutually_exclusive_group()
    rho.add_argument("--rho", type=figure, nargs=2, metavar=("LOW", "HIGH"))
    rho.add_argument("--independent", dest="rho", action="store_const", const=(0.0, 0.0))
    made.add_argument("--family", metavar="NAME")
    made.add_argument("--defaults", action="store_true", help="what is not named is as at the beginning")


def add_record(commands: Any) -> None:
    """`nof1-lab record`."""
    made = step(commands, "record", command.record, "reads outcomes into the diary")
    made.add_argument("file", metavar="FILE|-")
    made.add_argument("--map", nargs="+", action="extend", type=pair, metavar="COLUMN=ROLE")


def add_register(commands: Any) -> None:
    """`nof1-lab register`."""
    step(commands, "register", command.register, "locks the protocol and prints its hash")


def add_fit(commands: Any) -> None:
    """`nof1-lab fit`."""
    made = about(commands, "fit", inquiry.fit, "the posterior")
    made.add_argument("--engine", choices=("exact", "sampled"), default="sampled")
    made.add_argument("--draws", type=int, metavar="N", help="draws of a chain")
    made.add_argument("--chains", type=int, metavar="N")
    made.add_argument("--seed", type=int, metavar="N")


def add_log(commands: Any) -> None:
    """`nof1-lab log`."""
    about(commands, "log", inquiry.log, "the history")


def add_check(commands: Any) -> None:
    """`nof1-lab check`."""
    about(commands, "check", inquiry.check, "is the file whole, does it keep its own promises")


def command_(commands: Any, name: str, run: Run, words: str) -> argparse.ArgumentParser:
    """A command."""
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}."
    )
    made.set_defaults(run=run)
    made.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=JSON)
    return made


def about(commands: Any, name: str, run: Run, words: str) -> argparse.ArgumentParser:
    """A command about one study."""
    made = command_(commands, name, run, words)
    made.add_argument("study", metavar="STUDY", help="the study file, name.nof1")
    return made


def step(commands: Any, name: str, run: Run, words: str) -> argparse.ArgumentParser:
    """A command that takes a step, for a reason."""
    made = about(commands, name, run, words)
    add_why(made)
    return made


def add_why(made: argparse.ArgumentParser) -> None:
    """The reason for a step."""
    made.add_argument("--why", default="", metavar="REASON", help="the reason, kept in the log")


def add_server_options(made: argparse.ArgumentParser) -> None:
    """Where a server is found."""
    made.add_argument("--port", type=int, metavar="N")
    made.add_argument("--no-browser", action="store_true")
