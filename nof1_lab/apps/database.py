"""The same shelf in a database: one table of steps that is only ever added to."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, IntegrityError

from nof1_lab.apps.shelf import conflict, is_next, require_name, side_name
from nof1_lab.errors import FileError, ShelfError
from nof1_lab.study.file import read_link
from nof1_lab.study.log import Link, Log, replay
from nof1_lab.study.plain import canonical, to_plain

PATIENCE = 10.0
RACES = 20  # lost before a save gives up
ALONE = {"postgresql": ("SELECT pg_advisory_xact_lock(6610161)",)}  # one program at a time makes the table
LOST_RACE = "40001"  # SQL's own word for a transaction that another one overtook
NEVER = {
    "sqlite": tuple(
        f"CREATE TRIGGER IF NOT EXISTS steps_no_{verb.lower()} BEFORE {verb} ON steps "
        "BEGIN SELECT RAISE(ABORT, 'a step is never changed'); END"
        for verb in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION steps_never() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'a step is never changed'; END $$""",
        """CREATE OR REPLACE TRIGGER steps_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON steps
           EXECUTE FUNCTION steps_never()""",
    ),
}
TABLES = sql.MetaData()
STEPS = sql.Table(
    "steps",
    TABLES,
    sql.Column("study", sql.String(200), primary_key=True),
    sql.Column("number", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("hash", sql.String(64), nullable=False),
    sql.Column("previous", sql.String(64), nullable=False),
    sql.Column("line", sql.Text, nullable=False),
)


class DatabaseShelf:
    """Studies in a database, for several people on one server (``pip install nof1-lab[server]``)."""

    def __init__(self, url: str) -> None:
        self._engine = engine_of(url)
        try:
            prepare(self._engine)
        except DBAPIError as error:
            raise refusal(error) from None

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def list(self) -> tuple[str, ...]:
        """The names of the studies in the database."""
        with self._begin() as work:
            names = work.scalars(sql.select(STEPS.c.study).distinct().order_by(STEPS.c.study))
            return tuple(names)

    def open(self, name: str) -> Log:
        """The study of that name, every link of it verified."""
        require_name(name)
        with self._begin() as work:
            links = read_links(work, name)
        if not links:
            raise ShelfError(
                f"There is no study {name!r} in the database.",
                "The name of a study was expected.",
                "Check the name, or begin a study.",
            )
        return replay(links)

    def append(self, name: str, log: Log, expected_head: str) -> None:
        """Keep ``log`` durably, if the database still holds what it was made on; else keep it beside."""
        require_name(name)
        for _ in range(RACES):
            try:
                return self._append(name, log, expected_head)
            except DBAPIError as error:  # somebody wrote the same number in the same moment
                if not is_race(error):
                    raise
        raise ShelfError(
            "Many people are saving this study in the same moment.",
            "A pause between two saves was expected.",
            "Try again; nothing was changed.",
        )

    def _append(self, name: str, log: Log, expected_head: str) -> None:
        """One try: ours comes next, or is there already, or is kept beside as a conflict."""
        with self._begin() as work:
            theirs = held(work, name)
            known = theirs.links if isinstance(theirs, Log) else ()
            if is_next(log, theirs, expected_head):
                return write_links(work, name, log.links, len(known))
            if known == log.links:
                return None
            kept = keep_beside(work, name, log)
        raise conflict(log, theirs, kept)

    def _begin(self) -> "Transaction":
        return Transaction(self._engine)


class Transaction:
    """One piece of work on the database: all of it, or none; what fails is said in three sentences."""

    def __init__(self, engine: sql.Engine) -> None:
        self._work = engine.begin()

    def __enter__(self) -> sql.Connection:
        try:
            return self._work.__enter__()
        except DBAPIError as error:
            raise refusal(error) from None

    def __exit__(self, *fault: Any) -> None:
        try:
            self._work.__exit__(*fault)
        except DBAPIError as error:
            if is_race(error):
                raise
            raise refusal(error) from None
        if isinstance(fault[1], DBAPIError) and not is_race(fault[1]):
            raise refusal(fault[1]) from None


def engine_of(url: str) -> sql.Engine:
    """A door to the database; SQLite writes one at a time and waits for the disk."""
    place = sql.make_url(url)
    if place.get_backend_name() != "sqlite":
        return sql.create_engine(place, isolation_level="REPEATABLE READ")
    if place.database and not Path(place.database).exists():
        os.close(os.open(place.database, os.O_CREAT | os.O_WRONLY, 0o600))
    engine = sql.create_engine(place, connect_args={"timeout": PATIENCE})

    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says when a transaction begins, not sqlite3
        connection.execute("PRAGMA synchronous = FULL")

    def begun(connection: sql.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def prepare(engine: sql.Engine) -> None:
    """Have the table, and have the database itself refuse to change or delete a step."""
    with engine.begin() as work:
        for order in ALONE.get(engine.dialect.name, ()):
            work.exec_driver_sql(order)
        TABLES.create_all(work)
        for order in NEVER.get(engine.dialect.name, ()):
            work.exec_driver_sql(order)


def is_race(error: DBAPIError) -> bool:
    """Whether somebody else wrote the same step in the same moment."""
    return isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", None) == LOST_RACE


def held(work: sql.Connection, name: str) -> Log | FileError | None:
    """The log kept under that name, or what is wrong with it, or None."""
    try:
        links = read_links(work, name)
        return replay(links) if links else None
    except FileError as broken:
        return broken


def read_links(work: sql.Connection, name: str) -> tuple[Link, ...]:
    """The links kept under that name, in their order."""
    lines = work.scalars(sql.select(STEPS.c.line).where(STEPS.c.study == name).order_by(STEPS.c.number))
    return tuple(read_line(line, number) for number, line in enumerate(lines, start=1))


def read_line(line: str, number: int) -> Link:
    """One link from its line."""
    try:
        return read_link(json.loads(line), number)
    except (ValueError, RecursionError, FileError):
        raise FileError(
            f"Step {number} is not a step.",
            "A step as nof1_lab wrote it was expected.",
            "Restore the database from a copy.",
        ) from None


def write_links(work: sql.Connection, name: str, links: tuple[Link, ...], known: int) -> None:
    """Add the links after the first ``known``."""
    rows = [
        {
            "study": name,
            "number": number,
            "hash": link.hash,
            "previous": link.previous,
            "line": canonical(to_plain(link)),
        }
        for number, link in enumerate(links[known:], start=known + 1)
    ]
    if rows:
        work.execute(sql.insert(STEPS), rows)


def keep_beside(work: sql.Connection, name: str, log: Log) -> str:
    """The name under which ``log`` is now kept beside the study; no other is touched."""
    mark = log.head[:8]
    while (links := read_links(work, side_name(name, mark))) and links != log.links:
        mark = secrets.token_hex(4)
    if not links:
        write_links(work, side_name(name, mark), log.links, 0)
    return side_name(name, mark)


def refusal(error: DBAPIError) -> ShelfError:
    """A database's error as three sentences."""
    return ShelfError(
        f"The database did not do its work ({type(error.orig).__name__}: {str(error.orig)[:120]}).",
        "A database that can be read and written was expected.",
        "Look at its address, its disk and its rights, then try again; nothing was changed.",
    )
