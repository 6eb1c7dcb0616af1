"""Texts as long as they may be, of one piece over and over: what a reader is slowest at."""

import time
from collections.abc import Callable, Iterator

MOST_BYTES = 1_000_000

PIECES = {
    "bars": "|",
    "braces": "{",
    "brackets": "[",
    "digits": "9",
    "round brackets": "(",
    "nested lists": "  - ",
    "one line": "Walk −0.3 (95% CI −0.6 to 0.0), ",
    "numbers": "1,234.5 ",
    "short lines": "1. a\n",
    "empty lines": "\n",
    "quotes": '"',
    "single quotes": "'",
    "pretty quotes": "“",
    "backticks": "`",
    "dashes": "-",
    "minus": "−",
    "spaces": " ",
    "accents": "e\u0301",
    "accents alone": "\u0301",
    "nothing to see": "\u200b",
    "comments": "/*",
    "commas": ",",
    "colons": "a: ",
    "keys": "{a:'",
    "backslashes": '"\\',
    "rows": "| Walk | -0.3 |\n",
    "csv rows": "Walk,-0.3,-0.6,0.0\n",
    "stars": "*a ",
    "links": "[a](b",
    "per cent": "95% ",
    "quoted": "> ",
    "tabs": "\t",
}
HEADS = {
    "": "",
    "a heading": "name,estimate\n",
    "a table": "| name | estimate |\n|---|---|\n| ",
    "a bracket": '{"candidates": [',
    "a first item": "1. Walk",
}


def longest(kind: str) -> Iterator[tuple[str, str]]:
    """The texts of a kind, each with the name of how it begins."""
    for name, head in HEADS.items():
        yield name, head + PIECES[kind] * ((MOST_BYTES - len(head)) // len(PIECES[kind].encode()))


def seconds(act: Callable[[str], object], text: str) -> float:
    """How long the processor works at an act on a text: other work on the machine does not count."""
    start = time.process_time()
    act(text)
    return time.process_time() - start
