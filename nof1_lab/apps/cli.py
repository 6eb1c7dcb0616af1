"""The command line: `nof1-lab`."""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, redirect_stdout

from nof1_lab.apps import belief, command
from nof1_lab.apps.answer import Answer, as_json, printable, refused, text
from nof1_lab.apps.grammar import parser, plainly
from nof1_lab.errors import NofOneError

REFUSED, INTERRUPTED = 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused with three sentences, 2 wrong use."""
    words = sys.argv[1:] if argv is None else argv
    top = parser()
    args = top.parse_args([plainly(word) for word in words])
    if missing := lacking(args):
        top.error(missing)
    answer = ran(args)
    if isinstance(answer, NofOneError):
        answer = Answer(refused(answer), "", faults=(answer,))
    words = as_json(answer) if args.json else text(answer)
    if words and (unsaid := say(words)):
        print(f"nof1-lab: the answer could not be written ({unsaid}).", file=sys.stderr)
        return REFUSED
    for fault in answer.faults:
        print(printable(f"nof1-lab: {fault}"), file=sys.stderr)
    return REFUSED if answer.faults else answer.then() if answer.then else 0


def lacking(args: argparse.Namespace) -> str:
    """What options need each other and do not stand together; nothing when all is well."""
    if args.run is belief.prior:
        return belief.lacking(args)
    if args.run is command.propose and not args.schema and args.file is None:
        return "propose: STUDY and FILE are needed, or --schema"
    if args.run is command.plan and args.design not in command.LATER_DESIGNS and args.sequence is None:
        if args.design == "fixed":
            return "plan: --design fixed needs --sequence, such as --sequence ABBA"
        if args.cycles is None:
            return "plan: --cycles is needed to draw the order"
    return ""


def ran(args: argparse.Namespace) -> Answer | NofOneError:
    """What the command answers, or why it does not."""
    try:
        with aside():
            return args.run(args)
    except NofOneError as fault:
        return fault
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - whatever it is, a person gets three sentences
        if os.environ.get("NOF1_DEBUG") == "1":
            traceback.print_exc()
        return NofOneError(
            f"Something went wrong inside nof1_lab ({type(error).__name__}).",
            "This is a fault of the program, and not of what you gave it.",
            "Please report it with the command; NOF1_DEBUG=1 before the command shows where it happened.",
        )


@contextmanager
def aside() -> Generator[None]:
    """Whatever libraries print meanwhile goes to standard error: standard output is for the answer."""
    try:
        out, err = sys.stdout.fileno(), sys.stderr.fileno()
    except (OSError, ValueError, AttributeError):
        with redirect_stdout(sys.stderr):
            yield
        return
    sys.stdout.flush()
    kept = os.dup(out)
    os.dup2(err, out)
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.stderr.flush()
        os.dup2(kept, out)
        os.close(kept)


def say(words: str) -> str:
    """Print an answer, and tell what was in the way; a reader who has left, as `head` does, is no fault."""
    if isinstance(reconfigure := getattr(sys.stdout, "reconfigure", None), Callable):
        reconfigure(errors="backslashreplace")
    try:
        print(words, flush=True)
    except OSError as error:
        # Else Python would try once more, and complain, when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return "" if isinstance(error, BrokenPipeError) else error.strerror or str(error)
    return ""


if __name__ == "__main__":
    sys.exit(main())
