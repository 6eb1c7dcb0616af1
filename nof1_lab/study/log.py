"""How it became true: the chain of all steps, each undone or amended by another step and never erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nof1_lab.errors import FileError, NewerFileError, NofOneError, NothingToUndoError, RegisteredError
from nof1_lab.study.document import Study
from nof1_lab.study.link import (
    MIGRATIONS,
    SCHEMA,
    Arguments,
    Link,
    Migration,
    arguments_of,
    migrated,
    misplaced,
    take,
)
from nof1_lab.study.steps import Step

__all__ = [
    "MIGRATIONS",
    "SCHEMA",
    "Arguments",
    "Link",
    "Log",
    "Migration",
    "begun",
    "extend",
    "replay",
]

# Every so many steps the study is kept as it was, so that an undo retakes a few steps and not all.
STRIDE = 8

_REMEDY = "Restore the file from a copy."


@dataclass(frozen=True, slots=True)
class Log:
    """The chain of links, and where it leads: the facts are what replaying it gives.

    ``done`` and ``undone`` are the links that hold and those that may be taken again, ``amended`` those
    that changed a registered protocol, and ``past`` is the study after every ``STRIDE`` th link of ``done``.
    """

    links: tuple[Link, ...]
    study: Study
    done: tuple[int, ...]
    undone: tuple[int, ...] = ()
    amended: tuple[int, ...] = ()
    past: tuple[Study, ...] = ()

    @property
    def head(self) -> str:
        """The hash of the last link: which version of the study this is."""
        return self.links[-1].hash

    @property
    def amendments(self) -> tuple[Link, ...]:
        """The changes to the protocol after it was registered."""
        return tuple(self.links[i] for i in self.amended)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step that may be taken back."""
        return len(self.done) > 1 and self.links[self.done[-1]].step != "register"

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self.undone)

    def do(self, step: Step, *args: Any, who: str, at: str, why: str = "", **kwargs: Any) -> "Log":
        """The log with one step more; a step that changes nothing is no step."""
        arguments = arguments_of(step, args, kwargs)
        if take(self.study, step.__name__, arguments) == self.study:
            return self
        return self._add(Link(step.__name__, arguments, who, at, why, self.head))

    def undo(self, *, who: str, at: str, why: str = "") -> "Log":
        """The log with its last step taken back."""
        if len(self.done) < 2:
            raise NothingToUndoError(
                "There is no step to take back.",
                "A step after the beginning was expected.",
                "Make a change first.",
            )
        if not self.can_undo:
            raise NothingToUndoError(
                "The protocol is registered, and what came before stands.",
                "A step after the registration was expected.",
                "Change the protocol by an amendment, with a reason.",
            )
        return self._add(Link("undo", {}, who, at, why, self.head))

    def redo(self, *, who: str, at: str, why: str = "") -> "Log":
        """The log with the last undone step taken again."""
        if not self.can_redo:
            raise NothingToUndoError(
                "There is no undone step.", "A step taken back was expected.", "Undo first."
            )
        return self._add(Link("redo", {}, who, at, why, self.head))

    def follows(self, other: "Log") -> bool:
        """Whether this log is the other one with nothing or something added."""
        # A link's hash covers all links before it, so one comparison says it of the whole chain.
        shared = len(other.links)
        return len(self.links) >= shared and self.links[shared - 1] == other.links[-1]

    def _add(self, link: Link) -> "Log":
        return extend(self, link.sealed())


class Walk:
    """A log that is being walked along: the same parts, in lists that grow in place."""

    def __init__(self, log: Log, migrations: Sequence[Migration]) -> None:
        self.links, self.study, self.past = list(log.links), log.study, list(log.past)
        self.done, self.undone, self.amended = list(log.done), list(log.undone), list(log.amended)
        self.migrations = migrations

    def on(self, link: Link) -> None:
        """Take the step of one link more."""
        before, number = self.study, len(self.links)
        self.links.append(link)
        if link.step in {"undo", "redo"} and link.arguments:
            raise misplaced(link.step)
        if link.step == "undo":
            self._back()
        elif link.step == "redo":
            self._forth(self.undone.pop() if self.undone else None, link)
        else:
            self._forth(number, link)
            self.undone = []
        if before.registration and self.study.agreed != before.agreed:
            _require_reason(link)
            self.amended.append(number)

    def _forth(self, number: int | None, link: Link) -> None:
        if number is None:
            raise misplaced(link.step)
        self.study = self._taken(self.study, number)
        if len(self.done) % STRIDE == 0:
            self.past.append(self.study)
        self.done.append(number)

    def _back(self) -> None:
        if len(self.done) < 2 or self.links[self.done[-1]].step == "register":
            raise misplaced("undo")
        self.undone.append(self.done.pop())
        kept = (len(self.done) - 1) // STRIDE
        del self.past[kept + 1 :]
        self.study = self.past[kept]
        for number in self.done[kept * STRIDE + 1 :]:
            self.study = self._taken(self.study, number)

    def _taken(self, study: Study, number: int) -> Study:
        return take(study, *migrated(self.links[number], self.migrations))

    def log(self) -> Log:
        """The log up to here."""
        return Log(
            tuple(self.links), self.study, tuple(self.done), tuple(self.undone),
            tuple(self.amended), tuple(self.past),
        )  # fmt: skip


def begun(step: Step, *args: Any, who: str, at: str, why: str = "") -> Log:
    """A log of one link: the beginning of a study."""
    link = Link(step.__name__, arguments_of(step, args, {}), who, at, why, previous="").sealed()
    return _beginning(link, MIGRATIONS)


def replay(links: Sequence[Link], *, migrations: Sequence[Migration] = MIGRATIONS) -> Log:
    """The log that these links make; a broken one is named."""
    walk: Walk | None = None
    for number, link in enumerate(links, start=1):
        where = f"Step {number} of {len(links)} ({link.step[:40]!r}, {link.at[:40]!r})"
        _verify(link, links[number - 2].hash if walk else "", where)
        try:
            link.require_signed()
            if walk:
                walk.on(link)
            else:
                walk = Walk(_beginning(link, migrations), migrations)
        except NewerFileError:
            raise
        except NofOneError as error:
            # The chain is whole, but nof1_lab would not have taken this step.
            raise FileError(f"{where} cannot be: {error.wrong}", error.expected, _REMEDY) from error
    if walk is None:
        raise FileError("The log has no beginning.", "A first step was expected.", _REMEDY)
    return walk.log()


def extend(log: Log, link: Link, *, migrations: Sequence[Migration] = MIGRATIONS) -> Log:
    """The log with one sealed link more."""
    walk = Walk(log, migrations)
    walk.on(link)
    return walk.log()


def _beginning(link: Link, migrations: Sequence[Migration]) -> Log:
    study = take(None, *migrated(link, migrations))
    return Log((link,), study, (0,), past=(study,))


def _verify(link: Link, previous: str, where: str) -> None:
    try:
        is_unchanged = link.hash == link.digest()
    except (ValueError, RecursionError):  # such numbers, letters or depths cannot have been written
        is_unchanged = False
    if not is_unchanged:
        raise FileError(
            f"{where} was changed after it was written.",
            "The words that its hash was made of were expected.",
            _REMEDY,
        )
    if link.previous != previous:
        raise FileError(
            f"{where} does not follow the step before it.", "An unbroken chain was expected.", _REMEDY
        )


def _require_reason(link: Link) -> None:
    if not link.why.strip():
        raise RegisteredError(
            "The protocol is registered, and this would change it.",
            "A reason was expected: the change is an amendment.",
            "Say why; the reason stands in every report.",
        )
