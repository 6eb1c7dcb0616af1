"""`nof1-lab ask`: a question to copy; what would leave; once that is approved, an answer to look through."""

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path
from typing import Any

from nof1_lab.apps import lfm
from nof1_lab.apps.answer import Answer, refused
from nof1_lab.apps.command import accept, changed, opened, receipt, shown, told
from nof1_lab.apps.endpoint import Policy, policy, require_allowed
from nof1_lab.apps.reply import Reply, call_of, reply_to, sourced, told_apart
from nof1_lab.apps.request import Key, Request, key_in, key_of, request_of, require_approved
from nof1_lab.apps.shelf import FolderShelf
from nof1_lab.errors import AskError, FormRefusedError, NofOneError, RegisteredError
from nof1_lab.exchange.question import plainer, question, words
from nof1_lab.study import steps
from nof1_lab.study.document import Study
from nof1_lab.study.plain import to_plain
from nof1_lab.views.words import listed

COPY = "To use the answer of a chat: nof1-lab propose {study} FILE"
LOOK = "Nothing has left. To send exactly this, add --approve {hash}"
LATER = (
    "Nothing is accepted yet. Keep the answer in a file, then: nof1-lab propose {study} FILE --accept NAME"
)
PROMPT = "the hidden prompt"
LONGEST = 3_600.0


def ask(args: Namespace) -> Answer:
    """Shows the question; with an endpoint, what would leave; and sends that alone, when it is approved."""
    shelf, _, log = opened(args.study)
    plain = receipt(args.study, log)
    if args.prompt or not (args.url or args.model):
        return copied(args, log.study, plain)
    request = requested(args, log.study, policy(is_shared=not isinstance(shelf, FolderShelf)))
    if args.show or not args.approve:
        return looked(args, log.study, request, plain)
    require_approved(request, args.approve)
    require_ready(args, log.study)
    return sent(args, request, typed() if args.key else key_in(args.key_env))


def copied(args: Namespace, study: Study, plain: dict[str, Any]) -> Answer:
    """The question to copy: nothing leaves."""
    asked = question(study, args.topic)
    text = words(asked)
    hint = "\n".join([*asked.taken_out, COPY.format(study=args.study)])
    return Answer(plain | {"question": text, "taken_out": list(asked.taken_out)}, f"{text}\n\n{hint}")


def looked(args: Namespace, study: Study, request: Request, plain: dict[str, Any]) -> Answer:
    """All that would leave, and its hash."""
    notes = question(study, args.topic).taken_out
    leaving = {"url": request.endpoint.url, "text": request.shown, "sha256": request.sha256}
    last = LOOK.format(hash=request.sha256)
    text = request.shown.replace("\r\n", "\n")
    return Answer(plain | {"leaving": leaving, "taken_out": list(notes)}, "\n".join([text, "", *notes, last]))


def requested(args: Namespace, study: Study, rules: Policy) -> Request:
    """What would leave; nothing is looked up or opened for it."""
    if not args.model:
        raise AskError(
            "No model is named.", "A model of that endpoint was expected.", "Add --model, such as llama3.1."
        )
    place = PROMPT if args.key else held(args)
    request = request_of(
        study, url=args.url or "", model=args.model, topic=args.topic, form=args.form, key=place
    )
    rules.require(request.endpoint)
    args.allow_private = args.allow_private if rules.endpoints is None else True
    require_allowed(request.endpoint, may_be_private=args.allow_private)
    return request


def held(args: Namespace) -> str:
    """Where the environment holds a key; nothing when it holds none."""
    key = key_in(args.key_env)
    return key.place if key else ""


def require_ready(args: Namespace, study: Study) -> None:
    """Refuse, before anything leaves, what could not be kept afterwards."""
    lfm.require_library()
    if not 1.0 <= args.seconds <= LONGEST:
        raise AskError(
            f"The time to wait is {args.seconds:g} seconds.",
            f"A time from 1 to {LONGEST:g} seconds was expected.",
            "Give --seconds in that range, or leave it out; nothing was sent.",
        )
    if args.save and Path(args.save).expanduser().exists():
        raise AskError(
            f"{args.save} exists already.",
            "A new name was expected: nothing is overwritten.",
            "Choose another name; nothing was sent.",
        )
    if args.accept and study.registration and not args.why.strip():
        raise RegisteredError(
            "The protocol is registered, and accepting candidates would change it.",
            "A reason was expected: the change is an amendment.",
            "Add --why, or leave out --accept; nothing was sent.",
        )


def sent(args: Namespace, request: Request, key: Key | None) -> Answer:
    """Asks, keeps the call in the log, and reads the answer as data."""
    reply, fault = exchanged(args, request, key)
    _, _, log = opened(args.study)
    call = told_apart(log.study, call_of(request, reply, fault))
    log = changed(args, steps.ask, call)
    if reply is None:
        raise plainly(args, fault)
    if args.save:
        save(Path(args.save).expanduser(), reply.text)
    plain = receipt(args.study, log) | {"call": to_plain(call), "answer": reply.text}
    try:
        return read(args, reply, plain)
    except NofOneError as error:
        return Answer(plain | refused(error), reply.text, faults=(error,))


def exchanged(args: Namespace, request: Request, key: Key | None) -> tuple[Reply | None, NofOneError | None]:
    """The reply, or why there is none."""
    try:
        text = lfm.ask(request, key, may_be_private=args.allow_private, seconds=args.seconds, told=say)
    except NofOneError as error:
        return None, error
    finally:
        say("")
    return reply_to(request, text), None


def read(args: Namespace, reply: Reply, plain: dict[str, Any]) -> Answer:
    """The answer as a table, and what of it a person accepts by name."""
    from nof1_lab.exchange.candidate import read_candidates

    reading = read_candidates(reply.text, name=reply.name)
    accepted = tuple(sourced(candidate, reply) for candidate in accept(reading, args.accept or ()))
    if accepted:
        plain = plain | receipt(args.study, changed(args, steps.propose, *accepted))
    names = [candidate.name for candidate in accepted]
    last = (
        f"Accepted {listed(names)}."
        if names
        else "Nothing is accepted yet: save it with --save, or paste it."
    )
    read_now = told(reading) | {"candidates": to_plain(reading.nouns), "accepted": names}
    return Answer(plain | read_now, f"{reply.text}\n\n{shown(reading)}\n{last}")


def plainly(args: Namespace, fault: NofOneError | None) -> NofOneError:
    """The fault, with what to type next."""
    if isinstance(fault, FormRefusedError):
        return FormRefusedError(
            fault.wrong, fault.expected, f"Look at --form {plainer(args.form)}, then approve what it shows."
        )
    return fault or AskError("There is no answer.", "An answer was expected.", "Ask again.")


def typed() -> Key:
    """A key that is typed for this call alone, and not shown."""
    return key_of(getpass("Key: ", stream=sys.stderr).strip(), PROMPT)


def say(words_: str) -> None:
    """How long it takes, on one line that is written anew; only where a person looks on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{words_:<40}\r" if not words_ else f"\r{words_}")
        sys.stderr.flush()


def save(path: Path, text: str) -> None:
    """Keep the answer in a new file that only its owner reads."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123 - a handle
        file.write(text)
