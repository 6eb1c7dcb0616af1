"""One step as it was taken: its arguments, who, when, why, and the hash of the one before."""

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias, get_type_hints

from nof1_lab.errors import FileError, NewerFileError, StudyError
from nof1_lab.study.document import Study
from nof1_lab.study.number import require_prose, require_text, shown
from nof1_lab.study.plain import Plain, fingerprint, from_plain, to_plain
from nof1_lab.study.steps import STEPS, Step

Arguments: TypeAlias = dict[str, Plain]
Migration: TypeAlias = Callable[[str, Arguments], tuple[str, Arguments]]

# Each takes a step of one schema to the next, oldest first; what stands in the file is never rewritten.
MIGRATIONS: tuple[Migration, ...] = ()
SCHEMA = 1 + len(MIGRATIONS)


MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """One step as it was taken; ``hash`` covers all the rest and the link before."""

    step: str
    arguments: Arguments
    who: str
    at: str
    why: str
    previous: str
    hash: str = ""
    schema: int = SCHEMA

    def sealed(self) -> "Link":
        """This link with the hash that belongs to it."""
        self.require_signed()
        return replace(self, hash=self.digest())

    def require_signed(self) -> None:
        """Refuse a step of nobody, or of no certain time."""
        require_text(self.who, "The name of who does it", StudyError)
        require_prose(self.why, "The reason", StudyError, most=2_000)
        if not _is_moment(self.at):
            raise StudyError(
                f"The time of the step is {shown(self.at)}.",
                "A time in UTC was expected, such as 2026-01-31T20:15:00Z.",
                "Give the time of the step in UTC.",
            )

    def digest(self) -> str:
        """The hash that belongs to what this link says."""
        said = {
            name: getattr(self, name)
            for name in ("step", "arguments", "who", "at", "why", "previous", "schema")
        }
        return fingerprint(said)


def take(study: Study | None, step: str, arguments: Arguments) -> Study:
    """The study after a step that is given by its name and its plain arguments."""
    verb = STEPS.get(step)
    if verb is None or (study is None) != (step == "begin"):
        raise misplaced(step)
    positional, named = _decoded(verb, arguments)
    subject = () if study is None else (study,)
    try:
        inspect.signature(verb).bind(*subject, *positional, **named)
    except TypeError:
        raise misplaced(step) from None
    return verb(*subject, *positional, **named)


def arguments_of(step: Step, args: Sequence[Any], kwargs: dict[str, Any]) -> Arguments:
    """The plain arguments with which ``step`` goes into the log."""
    if STEPS.get(step.__name__) is not step:
        raise TypeError(f"{step!r} is not a step")
    bound = inspect.Signature(list(_parameters(step).values())).bind(*args, **kwargs)
    return {name: to_plain(value) for name, value in bound.arguments.items()}


def migrated(link: Link, migrations: Sequence[Migration]) -> tuple[str, Arguments]:
    """The step and arguments of a link as the present schema has them."""
    newest = 1 + len(migrations)
    if link.schema > newest:
        raise NewerFileError(
            f"The step {link.step[:40]!r} was written in schema {link.schema}.",
            f"Schema {newest} or older was expected.",
            "Open the file with a newer nof1_lab.",
        )
    if link.schema < 1:
        raise misplaced(link.step)
    step, arguments = link.step, link.arguments
    for migration in migrations[link.schema - 1 :]:
        step, arguments = migration(step, arguments)
    return step, arguments


def misplaced(step: str) -> FileError:
    """The refusal of a step that no log has in this place."""
    return FileError(
        f"The step {step[:40]!r} cannot be taken here, or lacks a part.",
        "A step of the study format was expected.",
        "Restore the file from a copy.",
    )


def _is_moment(text: object) -> bool:
    if not isinstance(text, str) or not MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


@cache
def _parameters(step: Step) -> dict[str, inspect.Parameter]:
    every = list(inspect.signature(step).parameters.values())
    return {parameter.name: parameter for parameter in every[step.__name__ != "begin" :]}


@cache
def _kinds(step: Step) -> dict[str, Any]:
    return get_type_hints(step)


def _decoded(step: Step, arguments: Arguments) -> tuple[list[Any], dict[str, Any]]:
    positional: list[Any] = []
    named: dict[str, Any] = {}
    parameters, kinds = _parameters(step), _kinds(step)
    if not set(arguments) <= set(parameters):
        raise FileError(
            f"The step {step.__name__!r} has unknown arguments.",
            "Those of the study format were expected.",
            "Restore the file from a copy.",
        )
    for name, value in arguments.items():
        if parameters[name].kind is inspect.Parameter.VAR_POSITIONAL:
            positional.extend(from_plain(tuple[kinds[name], ...], value))
        else:
            named[name] = from_plain(kinds[name], value)
    return positional, named
