"""A study as one text: a header, the log a link a line, and the sum of all that."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from nof1_lab.errors import FileError, NewerFileError
from nof1_lab.study.link import MIGRATIONS, Link, Migration
from nof1_lab.study.log import Log, replay
from nof1_lab.study.plain import canonical, from_plain, to_plain

FORMAT = "nof1"
MOST_BYTES = 100_000_000
HEADER = re.compile(
    rf'\{{"format": "{FORMAT}", "schema_version": ([1-9][0-9]{{0,5}}), "nof1_lab": "([\w.+-]{{1,40}})"'
)
LAST_LINE = re.compile(r'"sum": "([0-9a-f]{64})"\}')
KINDS = {"step": str, "who": str, "at": str, "why": str, "previous": str, "hash": str, "schema": int}


def dump(log: Log, *, version: str) -> str:
    """The text of a study's file, written by ``version`` of nof1_lab."""
    header = _header(_schema(log), version)
    body = f"{header}\n" + ",\n".join(canonical(to_plain(link)) for link in log.links) + "\n],\n"
    text = f'{body}"sum": "{_sum(body)}"}}\n'
    if len(text.encode()) > MOST_BYTES:
        raise FileError(
            f"The study has grown to more than {MOST_BYTES} bytes.",
            "A file that can be opened again was expected.",
            "Undo the last step, or go on in a new study.",
        )
    return text


def load(data: bytes, *, migrations: Sequence[Migration] = MIGRATIONS) -> Log:
    """The log in a study's file; what is broken is named."""
    if len(data) > MOST_BYTES:
        raise _broken(f"The file has {len(data)} bytes", f"At most {MOST_BYTES} were expected.")
    lines = _decoded(data).split("\n")
    schema, version = _read_header(lines[0])
    if schema > 1 + len(migrations):
        _check_sum(lines)
        raise NewerFileError(
            f"The file was written in schema {schema} by nof1_lab {version}.",
            f"Schema {1 + len(migrations)} or older was expected.",
            f"Open it with nof1_lab {version} or newer.",
        )
    is_ours = lines[0] == _header(schema, version)
    log = replay(_links(lines), migrations=migrations) if is_ours else None
    if log is None or schema != _schema(log):
        raise _broken("The header (line 1) was changed", "The header that nof1_lab wrote was expected.")
    _check_sum(lines)
    return log


def read_link(item: Any, number: int) -> Link:
    """The step that a JSON value stands for, whichever place it was kept in."""
    arguments = item.get("arguments") if isinstance(item, dict) else None
    if not isinstance(arguments, dict) or set(item) != {field.name for field in fields(Link)}:
        raise _no_step(number)
    try:
        parts = {name: from_plain(kind, item[name]) for name, kind in KINDS.items()}
    except FileError:
        raise _no_step(number) from None
    return Link(arguments=arguments, **parts)


def _header(schema: int, version: str) -> str:
    return f'{{"format": "{FORMAT}", "schema_version": {schema}, "nof1_lab": "{version}", "log": ['


def _schema(log: Log) -> int:
    return max(link.schema for link in log.links)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _broken(
            f"Byte {error.start + 1} in line {line} ({_place(line)}) is not UTF-8", "UTF-8 text was expected."
        ) from None


def _read_header(line: str) -> tuple[int, str]:
    found = HEADER.match(line)
    if found is None:
        raise _broken(
            "The header (line 1) is not that of a study",
            f"The format {FORMAT!r}, its schema and the version of nof1_lab were expected.",
        )
    return int(found[1]), found[2]


def _links(lines: Sequence[str]) -> tuple[Link, ...]:
    is_whole = len(lines) > 4 and lines[-3] == "]," and LAST_LINE.fullmatch(lines[-2]) and not lines[-1]
    if is_whole:
        steps = lines[1:-3]
        return tuple(_link(line, i, "," if i < len(steps) else "") for i, line in enumerate(steps, start=1))
    # The first line that is no step is where the file breaks off.
    for number, line in enumerate(lines[1:], start=1):
        _link(line, number, "," if line.endswith(",") else "")
    raise _broken(f"The file ends after line {len(lines)}", "The end of the log and its sum were expected.")


def _link(line: str, number: int, comma: str) -> Link:
    try:
        item = json.loads(line.removesuffix(","))
        # A second spelling (spaces, a key twice, NaN) is a change too, though it may say the same.
        is_exact = canonical(item) + comma == line
    except (ValueError, RecursionError):
        is_exact, item = False, None
    if not is_exact:
        raise _no_step(number)
    return read_link(item, number)


def _check_sum(lines: Sequence[str]) -> None:
    found = LAST_LINE.fullmatch(lines[-2]) if len(lines) > 2 and not lines[-1] else None
    if found is None or _sum("\n".join([*lines[:-2], ""])) != found[1]:
        raise _broken(
            "The header (line 1) or the last line was changed, though every step is whole",
            "The sum of the file was expected to fit.",
        )


def _sum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _place(line: int) -> str:
    return "the header" if line == 1 else f"step {line - 1}, or the end of the file"


def _no_step(number: int) -> FileError:
    return _broken(
        f"Step {number} (line {number + 1}) is not a step, or the end of the file was changed",
        "A step as nof1_lab wrote it was expected.",
    )


def _broken(wrong: str, expected: str) -> FileError:
    return FileError(f"{wrong}.", expected, "Restore the file from a copy; nothing was changed.")
