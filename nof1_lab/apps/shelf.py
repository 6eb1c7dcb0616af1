"""Where studies are kept: a folder of files, each saved whole or not at all."""

import errno
import hashlib
import os
import re
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from nof1_lab.errors import ConflictError, FileError, ShelfError
from nof1_lab.study.file import MOST_BYTES, dump, load
from nof1_lab.study.log import Log
from nof1_lab.version import VERSION

SUFFIX = ".nof1"
CACHE = ".nof1_lab"  # beside the studies: what can be worked out again
SAFE_NAME = re.compile(r"[^./\\\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*")
MOST_NAME_BYTES = 200
NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
DURABLE_FOLDERS = os.name == "posix"


class Shelf(Protocol):
    """A place for studies, by name; a study is only ever added to."""

    def list(self) -> tuple[str, ...]:
        """The names of the studies here."""
        ...

    def open(self, name: str) -> Log:
        """The study of that name."""
        ...

    def append(self, name: str, log: Log, expected_head: str) -> None:
        """Keep ``log``, made on ``expected_head`` ("" when it is new); a conflict keeps both sides."""
        ...


class FolderShelf:
    """A folder of study files; several programs may work on them at once."""

    def __init__(self, folder: str | Path, *, patience: float = 10.0) -> None:
        self.folder = Path(folder)
        self._patience = patience
        self._seen: dict[str, tuple[bytes, Log]] = {}

    def list(self) -> tuple[str, ...]:
        """The names of the study files in the folder."""
        try:
            found = [entry.name for entry in os.scandir(self.folder) if entry.is_file(follow_symlinks=False)]
        except OSError as error:
            raise refusal(error, self.folder, "looked into") from None
        return tuple(sorted(name for name in found if name.endswith(SUFFIX) and SAFE_NAME.fullmatch(name)))

    def open(self, name: str) -> Log:
        """The study in the file of that name, every link of it verified."""
        data = read(self.path(name))
        digest = hashlib.sha256(data).digest()
        seen = self._seen.get(name)
        if seen is None or seen[0] != digest:
            seen = self._seen[name] = (digest, load(data))
        return seen[1]

    def append(self, name: str, log: Log, expected_head: str) -> None:
        """Keep ``log`` durably, if the file still holds what it was made on; else keep it beside."""
        path = self.path(name)
        if not self.folder.is_dir():
            raise refusal(OSError(errno.ENOENT, "no folder"), self.folder, "written into")
        try:
            with FileLock(path.with_name(f".{name}.lock"), timeout=self._patience, mode=0o600):
                theirs = self._theirs(name)
                if isinstance(theirs, Log) and theirs.links == log.links:
                    return
                if not is_next(log, theirs, expected_head):
                    raise conflict(log, theirs, self._keep_beside(name, log))
                self._replace(name, log)
        except Timeout:
            raise ShelfError(
                f"Another program has been saving {name!r} for {self._patience:g} seconds.",
                "A file that nobody else is writing was expected.",
                "Try again; if it stays like this, close the other program.",
            ) from None
        except OSError as error:
            raise refusal(error, path, "written") from None

    def path(self, name: str) -> Path:
        """Where the study of that name lies: always inside the folder."""
        require_name(name)
        return self.folder / name

    def _theirs(self, name: str) -> "Log | FileError | None":
        if not os.path.lexists(self.path(name)):
            return None
        try:
            return self.open(name)
        except FileError as broken:
            return broken

    def _keep_beside(self, name: str, log: Log) -> str:
        """The name of the side file that now holds ``log``; no other file is touched."""
        mark = log.head[:8]
        while (theirs := self._theirs(side_name(name, mark))) is not None:
            if isinstance(theirs, Log) and theirs.links == log.links:
                return side_name(name, mark)
            mark = secrets.token_hex(4)
        self._replace(side_name(name, mark), log)
        return side_name(name, mark)

    def _replace(self, name: str, log: Log) -> None:
        data = dump(log, version=VERSION).encode()
        replace(self.path(name), data)
        self._seen[name] = (hashlib.sha256(data).digest(), log)


def require_name(name: str) -> None:
    """Refuse a name that could lead elsewhere."""
    if not SAFE_NAME.fullmatch(name) or len(os.fsencode(name)) > MOST_NAME_BYTES:
        raise ShelfError(
            f"{name[:80]!r} cannot be the name of a study.",
            f"A plain file name of at most {MOST_NAME_BYTES} bytes was expected, without a path.",
            f"Choose a name like sleep{SUFFIX}.",
        )


def require_new(shelf: FolderShelf, name: str) -> None:
    """Refuse a name that a new study cannot have."""
    if not name.endswith(SUFFIX):
        raise ShelfError(
            f"{name!r} does not say that it is a study.",
            f"A name ending in {SUFFIX} was expected.",
            f"Call it {Path(name).stem + SUFFIX!r}.",
        )
    if os.path.lexists(shelf.path(name)):
        raise ShelfError(
            f"{str(shelf.path(name))!r} is there already.",
            "A name that is still free was expected.",
            "Choose another name, or move the old study away; nothing was changed.",
        )


def side_name(name: str, mark: str) -> str:
    """Beside ``sleep.nof1``: ``sleep.conflict-<mark>.nof1``."""
    return f"{name.removesuffix(SUFFIX)}.conflict-{mark}{SUFFIX}"


def is_next(log: Log, theirs: Log | FileError | None, expected_head: str) -> bool:
    """Whether ``log`` adds to what is kept, and was made on just that."""
    if theirs is None:
        return not expected_head
    return isinstance(theirs, Log) and theirs.head == expected_head and log.follows(theirs)


def conflict(ours: Log, theirs: Log | FileError | None, kept: str) -> ConflictError:
    """What each side did, and where ours is kept."""
    them = last(theirs) if isinstance(theirs, Log) else "a file that is not whole" if theirs else "no file"
    return ConflictError(
        f"The study moved on while it was edited: there is now {them}, and here is {last(ours)}.",
        "The version that this edit was made on was expected.",
        f"Ours is kept as {kept!r}; open the study again, and take over what is missing from there.",
        ours=last(ours),
        theirs=them,
    )


def last(log: Log) -> str:
    """The last step of a log: what, who, when."""
    link = log.links[-1]
    return f"step {len(log.links)} ({link.step!r} by {link.who}, {link.at})"


def read(path: Path) -> bytes:
    """The bytes of a file; a link, a folder or a device is refused."""
    try:
        handle = os.open(path, os.O_RDONLY | NO_LINKS)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.EISDIR, "not a file")
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusal(error, path, "read") from None


def replace(path: Path, data: bytes) -> None:
    """Write a file so that a crash at any moment leaves the old one or the new one."""
    draft = path.with_name(f".{path.name}.draft")
    with suppress(FileNotFoundError):
        draft.unlink()  # left behind by a process that was killed; the lock says that nobody writes it now
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINKS, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    if DURABLE_FOLDERS:
        sync(path.parent)


def sync(folder: Path) -> None:
    """Have the folder's list of names on the disk too, where a file system can do that."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


REASONS = {
    errno.ENOENT: ("does not exist", "Check the path, or begin a study with `nof1-lab new`."),
    errno.ENOTDIR: ("is not in a folder", "Check the path."),
    errno.EISDIR: ("is not a file", "Name the study file itself."),
    errno.ELOOP: ("is a link to another place", "Name the file that it leads to."),
    errno.EACCES: ("is not permitted to you", "Ask its owner, or copy it to a place of your own."),
    errno.EPERM: ("is not permitted to you", "Ask its owner, or copy it to a place of your own."),
    errno.EROFS: ("is on a disk that cannot be written", "Copy the study to another disk."),
    errno.ENOSPC: ("is on a disk that is full", "Free some space, then try again; nothing was changed."),
    errno.EDQUOT: ("is on a disk that is full", "Free some space, then try again; nothing was changed."),
}


def refusal(error: OSError, path: Path, verb: str) -> ShelfError:
    """An operating system's error as three sentences."""
    reason, remedy = REASONS.get(
        error.errno or 0, (f"failed ({error.strerror or error})", "Look at the disk and the path.")
    )
    return ShelfError(f"{str(path)!r} {reason}.", f"A file that can be {verb} was expected.", remedy)


def located(path: str | Path) -> tuple[FolderShelf, str]:
    """The folder in which a study file lies, and its name there."""
    whole = Path(path).expanduser()
    whole = Path(os.path.realpath(whole))
    return FolderShelf(whole.parent), whole.name
