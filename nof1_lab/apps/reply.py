"""What a model wrote, and what the log and the candidates keep of it."""

import hashlib
from dataclasses import dataclass, replace

from nof1_lab.apps.request import Request
from nof1_lab.errors import NofOneError
from nof1_lab.study.call import Call
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.source import Source

MOST_IN_A_NAME = 120  # as for every text that is looked through
MOST_IN_AN_OUTCOME = 280
ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote, and the name under which it is looked through."""

    text: str
    name: str

    @property
    def sha256(self) -> str:
        """The hash of what was received, in the log and with every candidate that comes of it."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def reply_to(request: Request, text: str) -> Reply:
    """The reply, named after the model and its endpoint."""
    return Reply(text, f"{request.model} at {request.endpoint.base}"[:MOST_IN_A_NAME])


def call_of(request: Request, reply: Reply | None, fault: NofOneError | None) -> Call:
    """What the log keeps of a call: hashes, and never the words."""
    outcome = ANSWERED if fault is None else fault.wrong[:MOST_IN_AN_OUTCOME]
    received = "" if reply is None else reply.sha256
    return Call(request.endpoint.base, request.model, request.sha256, received, outcome)


def told_apart(study: Study, call: Call) -> Call:
    """The call such that it is kept, also when the very same was made before."""

    def like(each: Call) -> tuple[str, ...]:
        return each.endpoint, each.model, each.sent, each.received, each.outcome.partition(" (call ")[0]

    times = sum(like(each) == like(call) for each in study.calls)
    return replace(call, outcome=f"{call.outcome} (call {times + 1})") if times else call


def sourced(candidate: Candidate, reply: Reply) -> Candidate:
    """The candidate with its source; how each part was read stays with it."""
    marks = candidate.source.marks if candidate.source else ()
    return replace(candidate, source=Source(reply.name, reply.sha256, marks))
