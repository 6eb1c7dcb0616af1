"""What would leave this machine, byte for byte, before it does."""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nof1_lab.apps.endpoint import CHAT, Endpoint, parsed
from nof1_lab.errors import AskError
from nof1_lab.exchange.question import Form, body, question
from nof1_lab.exchange.text import line
from nof1_lab.study.document import Study

KEY = "NOF1_LFM_KEY"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}", re.ASCII)
VISIBLE = re.compile(r"[!-~]{1,4096}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Key:
    """A secret, and where it came from; it is shown nowhere, and compared with nothing."""

    place: str
    secret: str = field(repr=False, compare=False)

    def __str__(self) -> str:
        return f"the key from {self.place}"


@dataclass(frozen=True, slots=True)
class Request:
    """One question to one endpoint; ``key`` is where the secret would come from, and never the secret."""

    endpoint: Endpoint
    model: str
    body: bytes
    key: str = ""

    @property
    def shown(self) -> str:
        """All that would leave, as text: the address, every header, and the body; the key by its place."""
        return f"{self.endpoint.url}\n\n{self.wire().decode()}"

    @property
    def sha256(self) -> str:
        """What an approval is bound to: everything that is shown."""
        return hashlib.sha256(self.shown.encode()).hexdigest()

    def headers(self, key: Key | None = None) -> list[tuple[bytes, bytes]]:
        """Every header, in the order in which they leave."""
        named = {
            "Host": self.endpoint.authority,
            "User-Agent": "nof1-lab",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        if self.key:
            named["Authorization"] = f"Bearer {key.secret if key else f'[the key from {self.key}]'}"
        named |= {"Content-Type": "application/json", "Content-Length": str(len(self.body))}
        return [(name.encode(), value.encode()) for name, value in named.items()]

    def wire(self, key: Key | None = None) -> bytes:
        """The message itself."""
        path = f"{self.endpoint.path}{CHAT}"
        head = b"".join(name + b": " + value + b"\r\n" for name, value in self.headers(key))
        return b"POST " + path.encode() + b" HTTP/1.1\r\n" + head + b"\r\n" + self.body


def request_of(
    study: Study, *, url: str, model: str, topic: str = "", form: Form = "schema", key: str = ""
) -> Request:
    """What would leave for this study, and nothing else of it."""
    asked = body(question(study, topic), model=model, form=form)
    return Request(parsed(url), line(model), asked, key)


def require_approved(request: Request, approved: str) -> None:
    """Refuse what a person has not seen in exactly this form."""
    if approved != request.sha256:
        raise AskError(
            "What would leave is not what was approved.",
            f"An approval of {request.sha256} was expected.",
            "Look at it once more, then approve it; nothing was sent.",
        )


def key_in(name: str = KEY, *, environment: Mapping[str, str] = os.environ) -> Key | None:
    """The key in an environment variable; None when there is none."""
    if not NAME.fullmatch(name):
        raise AskError(
            "That is not the name of an environment variable.",
            f"A name such as {KEY} was expected, and not the key itself.",
            f"Put the key into {KEY}, and leave the option out.",
        )
    secret = environment.get(name, "").strip()
    return key_of(secret, name) if secret else None


def key_of(secret: str, place: str) -> Key:
    """A key that can be sent; one that cannot is not repeated."""
    if not VISIBLE.fullmatch(secret):
        raise AskError(
            f"The key from {place} holds a character that no key has.",
            "Letters, digits and signs without spaces were expected.",
            "Copy the key again.",
        )
    return Key(place, secret)
