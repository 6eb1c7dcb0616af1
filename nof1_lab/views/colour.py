"""How an arm is told apart: by letter, colour, dash and marker, so that no one of them is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from nof1_lab.study.schedule import Schedule

INK = "#767676"  # reads on white and on black
REFERENCE = "#777777"
# Okabe and Ito's palette, which colour-blind people can tell apart.
ARMS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
DASHES: tuple[Sequence[int], ...] = ((), (7, 3), (1, 3), (9, 3, 2, 3), (4, 2), (2, 2))
MARKERS = ("square", "triangle", "diamond", "inverted_triangle", "hex", "star")

HARM, TRIVIAL, WORTHWHILE = "#D55E00", "#999999", "#009E73"
ZONES = {"clearly worse": HARM, "too small to matter": TRIVIAL, "clearly better": WORTHWHILE}


@dataclass(frozen=True, slots=True)
class Look:
    """What an arm looks like in every picture."""

    letter: str
    colour: str
    dash: Sequence[int]
    marker: str


def look(index: int) -> Look:
    """0 is the reference, A; 1 the first arm, B; and so on."""
    letter = ascii_uppercase[index % 26]
    if index == 0:
        return Look(letter, REFERENCE, (2, 3), "circle")
    place = index - 1
    return Look(
        letter,
        ARMS[place % len(ARMS)],
        DASHES[place % len(DASHES)],
        MARKERS[place % len(MARKERS)],
    )


def look_of(letter: str) -> Look:
    """The look of the arm with this letter."""
    return look(ascii_uppercase.index(letter))


def letters(schedule: Schedule) -> dict[str, str]:
    """The letter of every arm."""
    return {arm: letter for letter, arm in schedule.labels.items()}
