"""What can go wrong, and what then to do."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nof1_lab import errors
from nof1_lab.errors import ConflictError, NofOneError

PACKAGE = Path(errors.__file__).parent
TESTS = Path(__file__).parents[1]
KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if inspect.isclass(kind) and issubclass(kind, NofOneError)
}


def refusals(folder: Path) -> Iterator[tuple[str, list[ast.expr]]]:
    """Where an error is made, and the sentences it is given."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and named(node.func) in KINDS:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.args


def named(function: ast.expr) -> str:
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    # What checks a number or a word is told which error to make.
    return "NounError" if isinstance(function, ast.Name) and name == "error" else name


def said(sentence: ast.expr) -> str | None:
    """The words of a sentence, with x for what is filled in; None when they stand elsewhere."""
    match sentence:
        case ast.Constant(value=str(words)):
            return words
        case ast.JoinedStr(values=parts):
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "x" for p in parts)
        case ast.IfExp(body=body):
            return said(body)
        case _:
            return None


SENTENCES = [
    (where, words)
    for where, arguments in refusals(PACKAGE)
    for words in map(said, arguments[:3])
    if words is not None
]
REMEDIES = [
    (where, words)
    for floor in ("study", "exchange")
    for where, arguments in refusals(PACKAGE / floor)
    if len(arguments) == 3 and (words := said(arguments[2])) is not None
]


def test_the_tree_on_top_names_every_error():
    drawn = re.findall(r"\w+Error", errors.__doc__ or "")
    assert sorted(drawn) == sorted(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_an_error_says_three_sentences(name):
    error = KINDS[name]("That is wrong.", "This was expected.", "Do so.")
    assert str(error) == "That is wrong. This was expected. Do so."
    assert (error.wrong, error.expected, error.remedy) == ("That is wrong.", "This was expected.", "Do so.")
    assert (error.__doc__ or "").endswith(".")


def test_a_conflict_keeps_both_versions():
    error = ConflictError("A.", "B.", "C.", ours="ours.nof1", theirs="theirs.nof1")
    assert (error.ours, error.theirs) == ("ours.nof1", "theirs.nof1")
    assert str(error) == "A. B. C."


def test_every_refusal_of_the_package_is_given_three_sentences():
    assert [where for where, arguments in refusals(PACKAGE) if len(arguments) not in {0, 3}] == []


def test_every_sentence_of_a_refusal_begins_and_ends_like_one():
    sentence = re.compile(r"['x{A-Z0-9].*[.?)x]", re.DOTALL)
    broken = [(where, words) for where, words in SENTENCES if not sentence.fullmatch(words)]
    assert broken == []


@pytest.mark.parametrize(("where", "words"), REMEDIES, ids=[where for where, _ in REMEDIES])
def test_every_remedy_is_held_to_by_a_test(where, words):
    assert any(text in words or found(text, words) for text in texts(where.split("/")[0])), words


@cache
def texts(floor: str) -> frozenset[str]:
    """The words that the tests of a floor look for."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (TESTS / floor).glob("test_*.py")]
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(text for text in constants if isinstance(text, str) and 8 <= len(text) <= 100)


def found(pattern: str, words: str) -> bool:
    try:
        return any(re.search(part, words) is not None for part in pattern.split(".*") if len(part) >= 8)
    except re.error:
        return False
