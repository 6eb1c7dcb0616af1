"""Where a model may be asked: this machine as it likes, the world over https, and no network in between."""

import ipaddress
import os
import re
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from nof1_lab.errors import AskError

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

PRESETS = {
    "Ollama": "http://127.0.0.1:11434/v1",
    "llama.cpp": "http://127.0.0.1:8080/v1",
    "vLLM": "http://127.0.0.1:8000/v1",
}
ALLOWED = "NOF1_LFM_ENDPOINTS"  # of a server that several people use: the endpoints that its keeper allows
SHARED = ("JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_PREFIX")
CHAT = "/chat/completions"
LONGEST = 400
SEEN = re.compile(r"[!-~]+", re.ASCII)
HOST = re.compile(r"[a-z0-9]([a-z0-9._-]{0,251}[a-z0-9])?|\[[0-9a-f:.]+\]", re.ASCII)
# What clouds tell their own machines, secrets among it; these are refused whatever a person allows.
METADATA = frozenset(
    map(
        ipaddress.ip_address,
        ("169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"),
    )
)
NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible base address, such as http://127.0.0.1:11434/v1."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def base(self) -> str:
        """The address as the log keeps it: nobody's name and no secret is in it."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def url(self) -> str:
        """Where the question goes."""
        return f"{self.base}{CHAT}"

    @property
    def authority(self) -> str:
        """The host, with its port when it is not the usual one."""
        usual = {"http": 80, "https": 443}[self.scheme]
        return self.host if self.port == usual else f"{self.host}:{self.port}"

    @property
    def literal(self) -> Address | None:
        """The address that the host is, or None when it is a name."""
        return address(self.host.strip("[]"))

    @property
    def is_here(self) -> bool:
        """Whether it names this machine."""
        literal = self.literal
        return (
            literal.is_loopback if literal else self.host == "localhost" or self.host.endswith(".localhost")
        )


@dataclass(frozen=True, slots=True)
class Policy:
    """What this installation allows; ``endpoints`` are all that are left, or None when a person chooses."""

    endpoints: tuple[str, ...] | None = None

    def require(self, endpoint: Endpoint) -> None:
        """Refuse what the keeper of a shared server has not allowed."""
        self.require_some()
        if self.endpoints is not None and endpoint.base not in self.endpoints:
            raise AskError(
                "This server does not allow that endpoint.",
                f"One of these was expected: {', '.join(self.endpoints)}.",
                f"Choose one of them, or ask the keeper of the server to add it to {ALLOWED}.",
            )

    def require_some(self) -> None:
        """Refuse where no endpoint is allowed at all."""
        if self.endpoints == ():
            raise AskError(
                "Asking a model is off on this server.",
                f"Endpoints that its keeper allows in {ALLOWED} were expected.",
                "Copy the question into a chat, and paste what it answers.",
            )


def policy(*, is_shared: bool = False, environment: Mapping[str, str] = os.environ) -> Policy:
    """What may be asked here: on a shared server only what its keeper has listed, and nothing by default."""
    listed = environment.get(ALLOWED)
    if listed is not None:
        return Policy(tuple(parsed(each).base for each in listed.replace(",", " ").split() if each != "off"))
    return Policy(() if is_shared or any(environment.get(name) for name in SHARED) else None)


def parsed(text: str) -> Endpoint:
    """The endpoint in an address that a person typed."""
    typed = text.strip()
    if not typed:
        raise AskError(
            "No endpoint is given.",
            "The address of a model was expected, such as http://127.0.0.1:11434/v1.",
            "Give the address, or copy the question into a chat.",
        )
    if len(typed) > LONGEST or not SEEN.fullmatch(typed):
        raise unreadable()
    try:
        parts = urlsplit(typed)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise unreadable() from None
    require_plain(parts, typed)
    host = f"[{host}]" if ":" in host else host
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(host):
        raise unreadable()
    path = parts.path.rstrip("/").removesuffix(CHAT).rstrip("/") or "/v1"
    return Endpoint(parts.scheme, host, port or {"http": 80, "https": 443}[parts.scheme], path)


def require_plain(parts: SplitResult, typed: str) -> None:
    """Refuse an address that carries a password or a question of its own; it is not repeated."""
    if "@" in parts.netloc or "?" in typed or "#" in typed:
        raise AskError(
            "The address carries a name, a password or a query.",
            "A bare address was expected, such as https://models.example.org/v1.",
            "Leave that part out; a key goes into the environment variable NOF1_LFM_KEY.",
        )


def require_allowed(endpoint: Endpoint, *, may_be_private: bool) -> None:
    """Refuse what can be refused without looking up a name."""
    if endpoint.scheme == "http" and not endpoint.is_here:
        raise AskError(
            f"{endpoint.base} would carry the question unencrypted over a network.",
            "This machine over http, or any other over https was expected.",
            "Use https, or a tunnel that ends at 127.0.0.1.",
        )
    literal = endpoint.literal
    if literal is not None:
        require_safe(endpoint, literal, may_be_private=may_be_private)


def resolved(endpoint: Endpoint, *, may_be_private: bool) -> tuple[Address, ...]:
    """The addresses behind an endpoint, looked up once; one that may not be asked spoils them all."""
    require_allowed(endpoint, may_be_private=may_be_private)
    literal = endpoint.literal
    found = (literal,) if literal else looked_up(endpoint)
    for each in found:
        require_safe(endpoint, each, may_be_private=may_be_private)
    return found


def looked_up(endpoint: Endpoint) -> tuple[Address, ...]:
    """What the name of an endpoint stands for."""
    try:
        rows = socket.getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        rows = []
    found = tuple(dict.fromkeys(each for row in rows if (each := address(str(row[4][0])))))
    if not found:
        raise AskError(
            f"No machine is called {endpoint.host}.",
            "A name that can be looked up was expected.",
            "Check the address and the network.",
        )
    return found


def require_safe(endpoint: Endpoint, found: Address, *, may_be_private: bool) -> None:
    """Refuse an address that a question must not reach."""
    faces = inner(found)
    if endpoint.is_here:
        if not all(each.is_loopback for each in faces):
            raise unsafe(endpoint, "is not this machine", "Use http://127.0.0.1 and a port.")
    elif any(is_never_asked(each) for each in faces):
        raise unsafe(
            endpoint, "belongs to the network itself, or to a cloud's own services", "Choose another."
        )
    elif not all(each.is_global for each in faces) and not may_be_private:
        raise unsafe(endpoint, "lies in a private network", "If it is yours, allow it with --allow-private.")


def is_never_asked(found: Address) -> bool:
    """Whether an address is refused whatever a person allows."""
    return (
        found in METADATA
        or found.is_link_local
        or found.is_loopback
        or found.is_multicast
        or found.is_unspecified
        or (found.is_reserved and found not in NAT64)
    )


def inner(found: Address) -> Sequence[Address]:
    """An address, and the one that is wrapped in it."""
    if isinstance(found, ipaddress.IPv4Address):
        return (found,)
    wrapped = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
    if wrapped is None and (found in NAT64 or int(found) >> 32 == 0):
        wrapped = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    if wrapped is None or found.is_loopback:
        return (found,)
    return (wrapped,) if found.ipv4_mapped else (found, wrapped)


def address(text: str) -> Address | None:
    """The address that a text is, without a zone."""
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None


def unsafe(endpoint: Endpoint, why: str, remedy: str) -> AskError:
    """The refusal of an address."""
    return AskError(
        f"What {endpoint.host} stands for {why}.",
        "This machine, or an address of the open internet was expected.",
        remedy,
    )


def unreadable() -> AskError:
    """The refusal of what is no address."""
    return AskError(
        "That is not the address of an endpoint.",
        "An address such as http://127.0.0.1:11434/v1 or https://models.example.org/v1 was expected.",
        "Copy the address from the endpoint's own page.",
    )
