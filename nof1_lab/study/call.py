"""What was asked of a model, and where: enough to prove it, nothing of what was said."""

from dataclasses import dataclass

from nof1_lab.errors import StudyError
from nof1_lab.study.number import require_prose, require_text


@dataclass(frozen=True, slots=True)
class Call:
    """One request that a person approved: the endpoint, the model, and the hashes of both messages."""

    endpoint: str
    model: str
    sent: str
    received: str = ""
    outcome: str = ""

    def __post_init__(self) -> None:
        require_text(self.endpoint, "The endpoint", StudyError, most=500)
        require_text(self.model, "The model's name", StudyError)
        require_text(self.sent, "The hash of what was sent", StudyError, most=64)
        require_prose(self.received, "The hash of what came back", StudyError, most=64)
        require_prose(self.outcome, "What came of it", StudyError, most=300)
