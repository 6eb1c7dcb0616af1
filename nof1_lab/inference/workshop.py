"""Where models are compiled, each once: found in memory, else on disk, else made behind the scenes."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar

from nof1_lab.inference import binary, store
from nof1_lab.inference.density import Density, translate
from nof1_lab.inference.model import Shape

T = TypeVar("T")


class Workshop:
    """Compiled densities by shape, kept in memory and in ``folder``; open to several threads."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lock = Lock()
        self._compiler = Lock()
        self._made: dict[Shape, Future[Density]] = {}
        self._compilations = 0

    @property
    def compilations(self) -> int:
        """How many models had to be compiled here."""
        return self._compilations

    def order(self, shape: Shape) -> Future[Density]:
        """The density of a shape, as soon as it is ready; what failed is tried again."""
        with self._lock:
            ready = self._made.get(shape)
            if ready is None or (ready.done() and ready.exception()):
                ready = self._made[shape] = behind(lambda: self._prepare(shape))
            return ready

    def has(self, shape: Shape) -> bool:
        """Whether a shape is ready."""
        ready = self._made.get(shape)
        return ready is not None and ready.done() and not ready.exception()

    def _prepare(self, shape: Shape) -> Density:
        """The density of a shape: from the disk, else compiled, by one thread and one process at a time."""
        if self._folder is None:
            return self._compile(shape)
        if found := binary.find(shape, self._folder):
            return found
        with store.alone(self._folder / f"{binary.key(shape)}.lock"):
            if found := binary.find(shape, self._folder):
                return found
            made = self._compile(shape)
            with suppress(Exception):  # whoever cannot keep it compiles it again
                binary.keep(made, self._folder)
            return made

    def _compile(self, shape: Shape) -> Density:
        with self._compiler:  # PyTensor's settings belong to the whole process
            self._compilations += 1
            return translate(shape)


def behind(work: Callable[[], T]) -> Future[T]:
    """The result of work in a thread that nobody has to wait for, not even the end of the process."""
    future: Future[T] = Future()

    def do() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 -- it is raised again where the result is asked for
            future.set_exception(error)

    Thread(target=do, name="nof1_lab compiles", daemon=True).start()
    return future
