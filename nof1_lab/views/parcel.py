"""What a browser hands over: a text or a file, what was typed over it, and the rows to accept."""

import binascii
from base64 import b64decode
from dataclasses import dataclass, replace

from nof1_lab.errors import ReadError
from nof1_lab.exchange.field import LABELS, Edit
from nof1_lab.exchange.text import line
from nof1_lab.study.candidate import MOST_CANDIDATES
from nof1_lab.views.message import refusal

MOST_IN_A_NAME = 120


@dataclass(frozen=True, slots=True)
class Parcel:
    """A pasted text, or a file as text or (``data``, in base64) as it is; and what is wished of it."""

    name: str = ""
    text: str = ""
    accept: tuple[int, ...] | None = None
    data: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read in it."""
        return not self.text.strip() and not self.data

    @property
    def size(self) -> int:
        """How many bytes there are to read."""
        return len(self.text.encode()) + 3 * len(self.data) // 4

    @property
    def contents(self) -> bytes | str:
        """What there is to read."""
        if not self.data:
            return self.text
        try:
            return b64decode(self.data, validate=True)
        except binascii.Error:
            raise ReadError(
                "The file did not arrive whole.",
                "Its bytes in base64 were expected.",
                "Choose the file again.",
            ) from None

    def tidy(self) -> "Parcel":
        """The parcel under a name that can be shown; the name of a file is nothing but a name."""
        return replace(self, name=line(self.name)[:MOST_IN_A_NAME])

    def require_sane(self) -> None:
        """Refuse edits of what no candidate has."""
        if any(edit.role not in LABELS or not 0 <= edit.row < MOST_CANDIDATES for edit in self.edits):
            raise refusal("Something was typed into a field that is not there", "A field of a row")
        if self.text and self.data:
            raise refusal("A text and a file came together", "One of them")
