"""JSON as models write it, read without running it: what is not quite JSON is put right, and said."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from nof1_lab.errors import ReadError
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.piece import Piece

MOST_VALUES = 30_000
DEEPEST = 40
LONGEST_NUMBER = 40

SPACE = re.compile(r"\s*+")
COMMENT = re.compile(r"//[^\n]*+|#[^\n]*+|/\*")
QUOTES = {
    '"': '"',
    "'": "'",
    "`": "`",
    "\u201c": '\u201c\u201d"',
    "\u201d": '\u201d\u201c"',
    "\u201e": '\u201c\u201d"',
    "\u2018": "\u2019\u2018'",
    "\u2019": "\u2019'",
    "\u00ab": "\u00bb",
}
# A quote ends a text only where the text may end: models forget to escape the quotes inside it.
AFTER = re.compile(
    r"\s*+(?:[}\]:]|\Z|,\s*+(?:\Z|[\"'`\u201c-\u201e\u2018{\[}\]/#+\-\u2212.\d]|[^\W\d][\w \-]{0,40}+\s*+[:=]"
    r"|(?:null|true|false|None|True|False|NaN)\b)|//|/\*|#)|[^\S\n]*+\n\s*+[\"'\u201c\u201e}\]]"
    r"|[^\S\n]++\"[\w %-]{1,40}+\"\s*+:"
)
STOPS = {closers: re.compile(rf"\\.|[{closers}]", re.DOTALL) for closers in QUOTES.values()}
BARE = re.compile(r"[^\s,:{}\[\]\"][^,{}\[\]\n\"]*+")
BARE_KEY = re.compile(r"([^\W\d][\w \-%().]{0,59}+)(?=\s*+[:=])|[\w$%][\w$\-]{0,59}+(?=\s*+[:=])")
COMMA_NUMBER = re.compile(
    r"[+\-\u2212\u2013]?\d{1,15},\d{1,15}(?=\s*+(?:[}\n]|,\s*+[\"'\w]))(?!\s*+,?\s*+\d)"
)
NUMBER = re.compile(r"-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+\-]?\d++)?(?![\w.%])")
ASSIGN = re.compile(r"\s*+(?::|=>|=)")
NOTHING = {"null", "none", "undefined", "n/a", "na", "nil"}
TRUTHS = {"true": True, "false": False}


class CutError(Exception):
    """The text ends, or goes on as no JSON does."""


@dataclass(slots=True)
class Scanner:
    """One value after another in a stretch of text; what had to be put right is kept in ``repairs``."""

    text: str
    at: int
    end: int
    repairs: dict[str, None] = field(default_factory=dict[str, None])
    keys: dict[int, Span] = field(default_factory=dict[int, Span])
    cut_at: int | None = None
    values: int = 0

    def value(self, depth: int = 0, *, in_object: bool = False) -> Piece:
        """The value that begins here."""
        self.values += 1
        if depth > DEEPEST or self.values > MOST_VALUES:
            raise ReadError(
                "The JSON is nested too deeply, or holds too many values.",
                "A plain list of candidates was expected.",
                "Ask the model again, for one object a candidate.",
            )
        letter = self.text[self.at] if self.at < self.end else ""
        if letter == "{":
            return self._object(depth)
        if letter == "[":
            return self._list(depth)
        if letter in QUOTES:
            return self._quoted()
        return self._bare(in_object=in_object)

    def _object(self, depth: int) -> Piece:
        start, parts = self.at, dict[str, Piece]()
        self.at += 1
        try:
            while not self._closes("}", "]"):
                key, at = self._key()
                self._skip()
                value = self.value(depth + 1, in_object=True)
                self.keys[value.at[0] if value.at else at[0]] = at
                self._keep(parts, key, value)
                if self.cut_at is not None:
                    raise CutError
        except CutError:
            return self._broken(parts, start)
        return Piece(parts, (start, self.at))

    def _keep(self, parts: dict[str, Piece], key: str, value: Piece) -> None:
        """A key that stands twice and says two things makes the whole unreadable, not the last one right."""
        if key not in parts:
            parts[key] = value
        elif parts[key].words != value.words:
            parts[key] = Piece([parts[key], value], parts[key].at, note="twice")

    def _list(self, depth: int) -> Piece:
        start, items = self.at, list[Piece]()
        self.at += 1
        try:
            while not self._closes("]", "}"):
                items.append(self.value(depth + 1))
                if self.cut_at is not None:
                    raise CutError
        except CutError:
            return self._broken(items, start)
        return Piece(items, (start, self.at))

    def _broken(self, value: Any, start: int) -> Piece:
        self.cut_at = self.at if self.cut_at is None else self.cut_at
        return Piece(value, (start, self.at), is_whole=False)

    def _closes(self, right: str, wrong: str) -> bool:
        """Whether the bracket closes here; a bracket of the other kind is left for whom it belongs to."""
        commas = self._skip(",;")
        letter = self.text[self.at] if self.at < self.end else ""
        if not letter:
            raise CutError
        if letter == right:
            self.at += 1
            if commas:
                self.repairs["a comma before a bracket was passed over"] = None
            return True
        if letter == wrong:
            self.repairs["a missing bracket was put in"] = None
            return True
        return False

    def _key(self) -> tuple[str, Span]:
        letter, at = self.text[self.at], (self.at, self.at)
        if letter in QUOTES:
            quoted = self._quoted()
            key, at = str(quoted.value), quoted.at or at
        else:
            found = BARE_KEY.match(self.text, self.at, self.end)
            if found is None:
                raise CutError
            self.at, key, at = found.end(), found[0].strip(), found.span()
            self.repairs["keys without quotes were taken as they are"] = None
        assign = ASSIGN.match(self.text, self.at, self.end)
        if assign is None:
            raise CutError
        self.at = assign.end()
        return key, at

    def _quoted(self) -> Piece:
        opener = self.text[self.at]
        closers = QUOTES[opener]
        self.at += 1
        start, inner = self.at, False
        for stop in STOPS[closers].finditer(self.text, start, self.end):
            if stop[0][0] == "\\":
                continue
            if AFTER.match(self.text, stop.end(), self.end):
                self.at = stop.end()
                return self._text(start, stop.start(), opener, has_inner=inner)
            inner = True
        self.at = self.end
        raise CutError

    def _text(self, start: int, end: int, opener: str, *, has_inner: bool) -> Piece:
        raw = self.text[start:end]
        if opener != '"':
            self.repairs["other quotes were taken for double ones"] = None
        if has_inner:
            self.repairs["quotes inside a text were left in it"] = None
        return Piece(_unescaped(raw) if "\\" in raw else raw, (start, end))

    def _bare(self, *, in_object: bool) -> Piece:
        strict = NUMBER.match(self.text, self.at, self.end)
        found = (COMMA_NUMBER.match(self.text, self.at, self.end) if in_object else None) or BARE.match(
            self.text, self.at, self.end
        )
        if found is None:
            raise CutError
        raw = _before_comment(found[0]).rstrip()
        start = self.at
        self.at = start + len(raw)
        if self.at >= self.end:  # the last digits may be missing
            raise CutError
        if strict is not None and len(raw) == len(strict[0]):
            return Piece(_number(raw), (start, self.at))
        return self._word(raw, start)

    def _word(self, raw: str, start: int) -> Piece:
        at, word = (start, self.at), raw.casefold()
        if word in NOTHING:
            return (
                Piece(None, at)
                if raw == "null"
                else Piece(None, at, "repaired", f"{raw} was read as nothing.")
            )
        if word == "nan":
            return Piece(float("nan"), at)
        if word in TRUTHS:
            return Piece(TRUTHS[word], at)
        note = "It was written without quotes."
        return Piece(raw, at, "repaired", note)

    def _skip(self, also: str = "") -> int:
        """Pass over spaces, comments and what is in ``also``; how many of the latter there were."""
        passed = 0
        while True:
            space = SPACE.match(self.text, self.at, self.end)
            self.at = space.end() if space else self.at
            comment = COMMENT.match(self.text, self.at, self.end)
            if comment is not None:
                self.at = self._after(comment)
                self.repairs["comments were passed over"] = None
            elif also and self.text[self.at : self.at + 1] in set(also) and self.at < self.end:
                self.at += 1
                passed += 1
            else:
                return passed

    def _after(self, comment: re.Match[str]) -> int:
        if comment[0] != "/*":
            return comment.end()
        end = self.text.find("*/", comment.end(), self.end)
        return self.end if end < 0 else end + 2


def _before_comment(raw: str) -> str:
    for sign in (" //", "\t//", " #", " /*"):
        raw = raw.split(sign, 1)[0]
    return raw


def _number(raw: str) -> int | float:
    return int(raw) if len(raw) < LONGEST_NUMBER and raw.lstrip("-").isdigit() else float(raw)


def _unescaped(raw: str) -> str:
    """What a text with escapes says; a wrong escape stays as it is written."""
    try:
        return json.loads(f'"{_escaped(raw)}"')
    except ValueError:
        return raw.replace('\\"', '"')


def _escaped(raw: str) -> str:
    return re.sub(r"\\.|\"|[\x00-\x1f]", _escape, raw, flags=re.DOTALL)


def _escape(found: re.Match[str]) -> str:
    said = found[0]
    if said == "\\'":
        return "'"
    return said if len(said) == 2 else json.dumps(said)[1:-1]
