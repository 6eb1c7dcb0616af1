"""Asks a model that speaks the OpenAI way: one message out, one message back, read as data.

Nothing here is imported, and no socket opened, before a person has approved what leaves.
"""

import json
import re
import ssl
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from nof1_lab.apps.endpoint import Endpoint, resolved
from nof1_lab.apps.request import Key, Request
from nof1_lab.errors import AskError, CancelledError, FormRefusedError

if TYPE_CHECKING:
    import httpcore

MOST_BYTES = 1_000_000
MOST_SECONDS = 300.0
CONNECT_SECONDS = 10.0
LAST_SECONDS = 5.0
TICK = 0.1
LIBRARY = "httpcore"
SECRET = 12  # shorter ones, such as vLLM's EMPTY, are no secrets, and may stand in any text
MISSING = 404
TOO_MANY = 429
HALF = re.compile(r"[\ud800-\udfff]")  # half a letter, which no file can hold
JSON_TYPES = ("application/json", "text/json")


def require_library() -> None:
    """Refuse when the extra is not installed; nothing is imported to find out."""
    if find_spec(LIBRARY) is None:
        raise AskError(
            "Asking a model is not installed.",
            "The extra lfm was expected beside nof1_lab.",
            'Run pip install "nof1-lab[lfm]", or copy the question into a chat.',
        )


def ask(
    request: Request,
    key: Key | None = None,
    *,
    may_be_private: bool = False,
    seconds: float = MOST_SECONDS,
    cancelled: threading.Event | None = None,
    told: Callable[[str], object] = lambda _: None,
) -> str:
    """What the model wrote; ``told`` hears every second how long it takes, ``cancelled`` stops it at once."""
    require_library()
    stop = cancelled or threading.Event()
    exchange = Exchange(request, key, may_be_private=may_be_private, seconds=seconds)
    exchange.start()
    began, last = time.monotonic(), -1
    try:
        while not exchange.wait(TICK):
            past = time.monotonic() - began
            if stop.is_set() or past > seconds:
                raise stopped() if stop.is_set() else too_slow(request.endpoint, seconds)
            if int(past) > last:
                last = int(past)
                told(f"asking … {last} s")
    except KeyboardInterrupt:
        raise stopped() from None
    finally:
        exchange.cut()
    return content(exchange.result(), key)


class Exchange(threading.Thread):
    """One message out and one back, in a thread of its own, so that nobody has to wait for it."""

    def __init__(self, request: Request, key: Key | None, *, may_be_private: bool, seconds: float) -> None:
        super().__init__(name="nof1_lab asks", daemon=True)
        self._request, self._key = request, key
        self._may_be_private, self._seconds = may_be_private, seconds
        self._line: Any = None
        self._is_cut = False
        self._found: bytes | AskError = AskError(
            "Nothing was asked.", "An answer was expected.", "Ask again."
        )

    def run(self) -> None:
        """Send and receive; a fault is kept for who waits."""
        try:
            self._found = self._received()
        except AskError as error:
            self._found = error
        except Exception as error:  # noqa: BLE001 - the message may hold the key: only its kind is told
            self._found = broken(self._request.endpoint, type(error).__name__)
        finally:
            self.cut()

    def wait(self, seconds: float) -> bool:
        """Whether it is over."""
        self.join(seconds)
        return not self.is_alive()

    def cut(self) -> None:
        """Hang up."""
        self._is_cut = True
        if self._line is not None:
            self._line.cut()

    def result(self) -> bytes:
        """What came back, or the refusal."""
        if isinstance(self._found, AskError):
            raise self._found
        return self._found

    def _received(self) -> bytes:
        import httpcore

        from nof1_lab.apps.line import Line

        request = self._request
        self._line = Line(resolved(request.endpoint, may_be_private=self._may_be_private))
        if self._is_cut:
            raise AskError("It was stopped.", "An answer was expected.", "Ask again.")
        longest = self._seconds + LAST_SECONDS  # who waits gives up first, and says so
        patience = {"connect": CONNECT_SECONDS, "read": longest, "write": longest, "pool": 1.0}
        trust = ssl.create_default_context() if request.endpoint.scheme == "https" else None
        try:
            with (
                httpcore.ConnectionPool(
                    ssl_context=trust, max_connections=1, network_backend=self._line
                ) as pool,
                pool.stream(
                    "POST",
                    request.endpoint.url,
                    headers=request.headers(self._key),
                    content=request.body,
                    extensions={"timeout": patience},
                ) as response,
            ):
                return read(request, response)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise unreached(request.endpoint, error) from None


def read(request: Request, response: "httpcore.Response") -> bytes:
    """The body of an answer that is one: no redirect is followed, and no more is read than may be."""
    if response.status != 200:
        raise refused(request, response.status)
    headers = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in response.headers}
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in JSON_TYPES or headers.get("content-encoding", "identity").lower() != "identity":
        raise AskError(
            f"{request.endpoint.base} answered with something other than plain JSON.",
            "The answer of an OpenAI-compatible endpoint was expected.",
            "Check the address: it usually ends in /v1.",
        )
    data = bytearray()
    for piece in response.iter_stream():
        data += piece
        if len(data) > MOST_BYTES:
            raise AskError(
                f"The answer of {request.endpoint.base} is larger than {MOST_BYTES // 1_000_000} MB.",
                "A short list of candidates was expected.",
                "Try another model.",
            )
    return bytes(data)


def content(data: bytes, key: Key | None = None) -> str:
    """The text of an answer; whatever else the model asks for is left where it is."""
    if key is not None and len(key.secret) >= SECRET and key.secret.encode() in data:
        raise AskError(
            "The answer repeats your key.",
            "An answer without any secret was expected.",
            "Change the key, and do not use this endpoint again.",
        )
    try:
        message = json.loads(data)["choices"][0]["message"]
        said = message.get("content")
        words = said if said is None or isinstance(said, str) else "".join(part["text"] for part in said)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise AskError(
            "The answer is not the message of a model.",
            "A reply as OpenAI-compatible endpoints write it was expected.",
            "Check the address: it usually ends in /v1.",
        ) from None
    if not words or not words.strip():
        raise AskError(
            "The model answered without a text.",
            "A list of candidates was expected, and no call of a tool.",
            "Ask again, or try another model.",
        )
    return HALF.sub("\ufffd", words)


def refused(request: Request, status: int) -> AskError:
    """Why an endpoint said no, by its number; its own words are not repeated."""
    base = request.endpoint.base
    if status in (400, 415, 422) and b'"response_format"' in request.body:
        return FormRefusedError(
            f"{base} does not take the question in this form ({status}).",
            "An endpoint that can be held to a schema was hoped for.",
            "Ask in a plainer form: it is shown before it is sent.",
        )
    wrong, expected, remedy = REFUSALS.get(status // 100 * 100, REFUSALS[0])
    wrong, expected, remedy = REFUSALS.get(status, (wrong, expected, remedy))
    return AskError(f"{base} {wrong} ({status}).", expected, remedy.replace("MODEL", request.model))


REFUSALS = {
    0: ("did not answer as expected", "An answer was expected.", "Check the address."),
    300: (
        "sends the question elsewhere",
        "An answer from the address itself was expected: nothing is followed.",
        "Give the address that it moved to, if you trust it.",
    ),
    400: (
        "refused the question",
        "An endpoint that takes a question of this length and form was expected.",
        "Shorten the topic, or try another model.",
    ),
    401: (
        "wants a key, or another one",
        "A key that it knows was expected.",
        "Put the key into NOF1_LFM_KEY before nof1_lab starts.",
    ),
    403: (
        "does not allow this",
        "A key that may ask this model was expected.",
        "Check the key and the model.",
    ),
    MISSING: (
        "knows no such model or address",
        "A model that it lists was expected.",
        "Check the name MODEL and the address; with Ollama, run ollama pull MODEL first.",
    ),
    TOO_MANY: ("has been asked too often", "A pause was expected.", "Wait a minute, and ask again."),
    500: ("is in trouble itself", "A working endpoint was expected.", "Wait a moment, and ask again."),
}


def unreached(endpoint: Endpoint, error: Exception) -> AskError:
    """Why a line could not be had, or broke."""
    if any(isinstance(each, ssl.SSLError) for each in (error.__cause__, error.__context__, *error.args)):
        return AskError(
            f"{endpoint.base} could not prove who it is.",
            "A valid certificate for that name was expected.",
            "Check the address; nothing was sent.",
        )
    if type(error).__name__ in ("ConnectError", "ConnectTimeout"):
        return AskError(
            f"Nobody answers at {endpoint.base}.",
            "A running endpoint was expected.",
            "Start it (with Ollama: ollama serve), or check the address; nothing was sent.",
        )
    if "Timeout" in type(error).__name__:
        return too_slow(endpoint, None)
    return broken(endpoint, type(error).__name__)


def broken(endpoint: Endpoint, kind: str) -> AskError:
    """The line broke on the way."""
    return AskError(
        f"The line to {endpoint.base} broke ({kind}).",
        "A whole answer was expected.",
        "Ask again; the endpoint's own log may say more.",
    )


def too_slow(endpoint: Endpoint, seconds: float | None) -> AskError:
    """No answer in time."""
    return AskError(
        f"{endpoint.base} has not answered{f' in {seconds:g} s' if seconds else ''}.",
        "An answer in time was expected.",
        "Try a smaller model, or ask again.",
    )


def stopped() -> CancelledError:
    """Stopped by the person."""
    return CancelledError(
        "The question was stopped.", "An answer was expected.", "Ask again; nothing else was changed."
    )
