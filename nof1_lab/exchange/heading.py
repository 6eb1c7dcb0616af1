"""What a column means, by the words above it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

Synonyms = Mapping[str, str]
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
PER_CENT = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?\s*%")
CODE = frozenset('{}"<>=;')
NO_LETTER = re.compile(r"[^\w#]+|_+")


def by_word(roles: Mapping[str, str]) -> dict[str, str]:
    """The role of each word, from the words of each role (divided by commas)."""
    return {plain(word): role for role, words in roles.items() for word in words.split(",")}


def plain(heading: str) -> str:
    """A heading without capitals, signs, per cents and what stands in brackets.

    >>> plain("**95% CI** (min)"), plain("CI_low"), plain("#")
    ('ci', 'ci low', '#')
    """
    text = unicodedata.normalize("NFKC", heading[:200]).casefold()
    bare = PER_CENT.sub(" ", IN_BRACKETS.sub(" ", text))
    return " ".join(NO_LETTER.sub(" ", bare).split())


def role(heading: str, synonyms: Synonyms) -> str | None:
    """What a heading stands for, or None when it is not known."""
    return None if CODE & set(heading[:200]) else synonyms.get(plain(heading))


def roles(row: Sequence[str], synonyms: Synonyms) -> tuple[str | None, ...]:
    """What each heading of a row stands for; the second of one meaning is not taken."""
    found: list[str | None] = []
    for heading in row:
        meant = role(heading, synonyms)
        found.append(None if meant in found else meant)
    return tuple(found)


def in_brackets(heading: str) -> tuple[str, ...]:
    """What stands in brackets in a heading, such as a unit.

    >>> in_brackets("Mean difference (points), 95% CI [min]")
    ('points', 'min')
    """
    return tuple(found[0][1:-1].strip() for found in IN_BRACKETS.finditer(heading[:200]))
