"""A line to one machine that was looked up and checked before: to no other, and it can be cut."""

import contextlib
import socket
import threading
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore

from nof1_lab.apps.endpoint import Address


class Line(httpcore.NetworkBackend):
    """Connects to the given addresses only, whatever name is asked for."""

    def __init__(self, addresses: Sequence[Address]) -> None:
        self._addresses = addresses
        self._real = httpcore.SyncBackend()
        self._lock = threading.Lock()
        self._door: socket.socket | None = None
        self._is_cut = False

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - it was looked up before, and once is enough
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the first address that answers."""
        *others, last = self._addresses
        for each in others:
            with contextlib.suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._kept(
                    self._real.connect_tcp(str(each), port, timeout, local_address, socket_options)
                )
        return self._kept(self._real.connect_tcp(str(last), port, timeout, local_address, socket_options))

    def cut(self) -> None:
        """Hang up, also while somebody waits for an answer."""
        with self._lock:
            self._is_cut = True
            door, self._door = self._door, None
        if door is not None:
            with contextlib.suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            door.close()

    def _kept(self, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
        """The stream; a second handle on its socket survives the turn to TLS."""
        with self._lock:
            if self._is_cut:
                stream.close()
                raise httpcore.ConnectError("cut")
            self._door = stream.get_extra_info("socket").dup()
        return stream
