"""Whose turn it is to touch a page: cells, messages and a sampler come in threads of their own."""

import threading
from collections.abc import Callable
from typing import Any


class Turn:
    """One thread at a time touches a page; what others bring meanwhile is done by the one that is there.

    Nobody who brings news waits for a page, so that whoever holds a bench cannot wait for somebody who
    wants it.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._due: dict[object, Callable[[], object]] = {}

    def bring(self, key: object, act: Callable[[], object]) -> None:
        """Do this now, or let it be done by the thread whose turn it is; the same key once."""
        self._due[key] = act
        self._settle()

    def take(self, act: Callable[..., Any], *args: Any) -> Any:
        """Wait for the page, and do this."""
        try:
            with self._lock:
                return act(*args)
        finally:
            self._settle()

    def _settle(self) -> None:
        while self._due and self._lock.acquire(blocking=False):
            try:
                while self._due:
                    self._due.pop(next(iter(self._due)))()
            finally:
                self._lock.release()
