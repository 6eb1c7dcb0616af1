"""Files that can be made again: whole or not there, and for nobody but their owner."""

import os
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock


def user_folder() -> Path | None:
    """Where this user's programs keep what they can make again; None where there is no such place."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):  # a user without a home
        return Path(root or Path.home() / ".cache") / "nof1_lab"
    return None


def write(path: Path, data: bytes) -> None:
    """Put ``data`` there in one step."""
    fill(path, lambda draft: draft.write_bytes(data))


def fill(path: Path, how: Callable[[Path], object]) -> None:
    """Put what ``how`` writes there in one step; a folder that takes nothing is no reason to stop."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, how)


def read(path: Path) -> bytes | None:
    """What is there, if it is this user's own and nobody else could have written it."""
    try:
        with path.open("rb") as file:
            return file.read() if _is_own(os.fstat(file.fileno())) else None
    except OSError:
        return None


def is_there(path: Path) -> bool:
    """Whether ``read`` would find something."""
    try:
        return _is_own(path.stat())
    except OSError:
        return False


@contextmanager
def alone(path: Path) -> Generator[None]:
    """While this lasts, no other thread or process is here; where nothing can be locked, all may be."""
    lock = FileLock(path, mode=0o600)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def prune(folder: Path, pattern: str, *, keep: int) -> None:
    """Take away all but the ``keep`` files that were written last."""
    with suppress(OSError):
        newest = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in newest[keep:]:
            path.unlink(missing_ok=True)


def _replace(path: Path, how: Callable[[Path], object]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")  # mode 0600
    os.close(handle)
    draft = Path(name)
    try:
        how(draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
