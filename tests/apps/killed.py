"""Kills a saving program at random moments, and looks each time at what is left.

Runs as a program of its own (few libraries, one thread), so that a child is a cheap fork.
"""

import os
import random
import signal
import sys
import time
from itertools import count

from apps.example import planned, step

from nof1_lab.apps.shelf import FolderShelf, Shelf
from nof1_lab.study.diary import Entry
from nof1_lab.study.log import Log
from nof1_lab.study.steps import record

MOST_STEPS = 100
LONGEST_LIFE = 0.02


def opened(kind: str, folder: str) -> Shelf:
    """The shelf, as a program that has just started sees it."""
    if kind == "folder":
        return FolderShelf(folder)
    from nof1_lab.apps.database import DatabaseShelf

    return DatabaseShelf(f"sqlite:///{folder}/studies.db")


def save_forever(shelf: Shelf, name: str, said: int) -> None:
    """Add step after step, and acknowledge each once it is kept."""
    log = shelf.open(name)
    os.write(said, b"ready\n")
    for n in count(len(log.links)):
        after = step(log, record, Entry(1 + n % 40, (n % 97) / 10))
        shelf.append(name, after, log.head)
        log = after
        os.write(said, f"{len(log.links)} {log.head}\n".encode())


def killed_once(kind: str, folder: str, name: str, patience: int, life: float) -> list[tuple[int, str]]:
    """What a child acknowledged: so many steps at least, and what it did in its short life after them."""
    heard, said = os.pipe()
    child = os.fork()
    if not child:
        try:
            save_forever(opened(kind, folder), name, said)
        finally:
            os._exit(1)
    os.close(said)
    with os.fdopen(heard) as lines:
        assert lines.readline() == "ready\n", "the child did not begin"
        known = [lines.readline() for _ in range(patience)]
        time.sleep(life)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child ended by itself"
        return [(int(number), head) for number, head in (line.split() for line in [*known, *lines])]


def look(found: Log, before: Log, heard: list[tuple[int, str]]) -> None:
    """Find every step that was there before or was acknowledged since."""
    assert found.follows(before), "an older step was lost"
    for number, head in heard:
        assert found.links[number - 1].hash == head, f"step {number} was acknowledged and is lost"


def main(kind: str, folder: str, kills: int) -> None:
    """Kill, look, and go on from what is there."""
    names = (f"trial-{n}.nof1" for n in count())
    name, acknowledged, log = "", 0, None
    for _ in range(kills):
        if log is None or len(log.links) > MOST_STEPS:
            name, log = next(names), planned()
            opened(kind, folder).append(name, log, "")
        heard = killed_once(kind, folder, name, random.randrange(3), random.uniform(0.0, LONGEST_LIFE))
        found = opened(kind, folder).open(name)
        look(found, log, heard)
        acknowledged += len(heard)
        log = found
    assert not any(".conflict-" in name for name in opened(kind, folder).list()), "a kill made a conflict"
    print(kills, acknowledged)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
