"""Blocks of JSON in a text."""

import re

from nof1_lab.errors import ReadError
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.piece import Found, Record
from nof1_lab.exchange.repair import CutError, Scanner
from nof1_lab.exchange.table import between_fences
from nof1_lab.exchange.wrapper import Block, candidates_in

BEGINS = re.compile(
    r"[{\[](?=\s*+(?:[\"'`\u201c-\u201e\u2018{\[}\]]|[^\W\d]\w{0,40}+\s*+[:=]|//|/\*|#|[+\-\u2212.\d]|\Z))"
)
IN_PROSE = re.compile(
    r"\{(?=\s*+(?:[\"'`\u201c-\u201e\u2018]|[^\W\d]\w{0,40}+\s*+:|//|/\*))|\[(?=\s*+(?://[^\n]*+\s*+)?\{)"
)
MOST_BEGINNINGS = 2_000


def stretches(text: str) -> list[Span]:
    """The stretches that are JSON from their first letter on."""
    spans = [span for span in between_fences(text) if text[slice(*span)].strip()[:1] in {"{", "["}]
    return spans or ([(0, len(text))] if text.lstrip()[:1] in {"{", "["} else [])


def found_in(text: str, spans: list[Span], pattern: re.Pattern[str] = BEGINS) -> Found | None:
    """The candidates in these stretches; None when there are none, and no JSON broke off either."""
    blocks = [_block(text, span, pattern) for span in spans]
    records: list[Record] = []
    notes: list[str] = []
    for block in blocks:
        for value in block.values:
            found = candidates_in(value, block)
            records.extend(found.records)
            notes.extend(found.notes)
    cut = next((block.cut_at for block in blocks if block.cut_at is not None), None)
    if not records:
        if cut is not None and pattern is BEGINS:
            raise _broken(text, cut)
        return None
    if cut is not None:
        line = text.count("\n", 0, cut) + 1
        notes.append(
            f"The JSON breaks off in line {line}; it was put right by reading only what stands whole."
        )
    repairs = list(dict.fromkeys(repair for block in blocks for repair in block.repairs))
    if repairs:
        notes.insert(0, f"The JSON was put right: {'; '.join(repairs)}.")
    return Found(tuple(records), tuple(dict.fromkeys(notes)))


def _broken(text: str, at: int) -> ReadError:
    line = text.count("\n", 0, at) + 1
    place = at - text.rfind("\n", 0, at)
    return ReadError(
        f"The JSON breaks off in line {line}, column {place} of its text.",
        "Whole JSON was expected.",
        "Copy all of it, up to the last bracket, or ask the model again.",
    )


def _block(text: str, span: Span, pattern: re.Pattern[str]) -> Block:
    block, at = Block(), span[0]
    for _ in range(MOST_BEGINNINGS):
        begin = pattern.search(text, at, span[1])
        if begin is None:
            break
        scanner = Scanner(text, begin.start(), span[1], block.repairs, block.keys, values=len(block.keys))
        try:
            block.values.append(scanner.value())
        except CutError:
            block.cut_at = scanner.at
        if scanner.cut_at is not None and block.cut_at is None:
            block.cut_at = scanner.cut_at
        at = max(scanner.at, begin.end())
    return block
