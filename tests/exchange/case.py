r"""One pasted text of the corpus: what it is, the text itself, and what must come out of it.

A file holds a header in JSON, a line of `=====`, and the text. What an editor does not show is written out
in the text: `⟨U+200B⟩` is that letter, `⟨200 × ab⟩` is `ab` 200 times, with `@` for the number of the
turn and `\n` for a new line.

The header: `about`; `as` (how the text is packed: a spreadsheet, Windows line ends ...); `file` (its name);
`measure` (of the trial); `candidates` (row by row, what must be read) or `refused` (words of the refusal of
the whole); `or_candidates` (would do as well); `more` (further rows may come); `repaired`, `hidden` (what
must be said of the whole); `notes` (words that must be said of the whole); `free` (fields not looked at).

A row: the fields that must be read, and no number that is not listed; or `refused` (words of its refusal);
`how` (a field was read, repaired, guessed ...); `warnings`, `quiet`, `notes`, `says` (words that a warning
has, no warning has, a note has, any of them has); `or` (another row that would do as well).
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exchange.workbook import MAKERS

from nof1_lab.study.measure import Measure

FOLDER = Path(__file__).parent / "corpus" / "pasted"
ATTACKS = Path(__file__).parents[1] / "attacks"
KINDS = ("good", "sloppy", "contradictory", "hostile")
RULER = "\n=====\n"
LETTER = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
TURNS = re.compile(r"⟨(\d+) × ([^⟩]+)⟩")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and what must be read out of it."""

    name: str
    text: str
    header: dict[str, Any]

    @property
    def kind(self) -> str:
        """Good, sloppy, contradictory or hostile."""
        return self.name.split("/")[0]

    @property
    def data(self) -> bytes | str:
        """The text as it comes in: pasted, or packed as a file."""
        maker = self.header.get("as")
        return MAKERS[maker](self.text) if maker else self.text

    @property
    def file(self) -> str:
        """The name under which it comes in."""
        return self.header.get("file", "")

    @property
    def measure(self) -> Measure | None:
        """The measure of the trial that it is pasted into."""
        measure = self.header.get("measure")
        return Measure(**measure) if measure else None


@cache
def cases() -> tuple[Case, ...]:
    """The whole corpus, kind by kind."""
    return tuple(_case(path) for kind in KINDS for path in sorted((FOLDER / kind).glob("*.txt")))


def _case(path: Path) -> Case:
    header, text = path.read_bytes().decode().removesuffix("\n").split(RULER, 1)
    return Case(f"{path.parent.name}/{path.stem}", written_out(text), json.loads(header))


def written_out(text: str) -> str:
    r"""The text with the letters that its marks stand for.

    >>> written_out("a⟨U+0041⟩⟨3 × b@ ⟩"), written_out("⟨2 × \\n⟩")
    ('aAb1 b2 b3 ', '\n\n')
    """
    shown = LETTER.sub(lambda found: chr(int(found[1], 16)), text)
    return TURNS.sub(_repeated, shown)


def _repeated(found: re.Match[str]) -> str:
    piece = found[2].replace("\\n", "\n")
    return "".join(piece.replace("@", str(turn)) for turn in range(1, int(found[1]) + 1))


@cache
def attacks(name: str) -> tuple[str, ...]:
    """The lines of a file of attacks; `⟨U+200B⟩` in `hidden.txt` stands for that letter."""
    lines = (ATTACKS / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(map(written_out, lines)) if name == "hidden" else tuple(lines)
