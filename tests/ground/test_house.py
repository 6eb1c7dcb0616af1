"""Rules of the house that no linter knows."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ground.repository import PACKAGE, ROOT, files, trees

ELSEWHERE = re.compile(
    "|".join(
        [
            r"registry\.npmjs" + r"\.org|registry\.yarnpkg" + r"\.com",
            r"pypi\.(?:org|python\.org)|files\.pythonhosted" + r"\.org",
            r"deb\.debian\.org|security\.debian" + r"\.org",
            r"\"resolved\":|--(?:extra-)?index-url[ =]http|--find-links[ =]/",
            r"(?<![\w.$)}/~-])/(?:work|root|home|Users|opt)/[\w.]",
        ]
    )
)
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "core", "base", "common", "manager", "misc"}
PLAIN_TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".ts",
    ".js",
    ".mjs",
    ".css",
    ".csv",
    ".nof1",
    ".yaml",
    ".cff",
    "",
}

# Where a foreign string would become a page (Panel does not escape) or a program.
PAGES = {
    "Markdown",
    "HTML",
    "Str",
    "Alert",
    "StaticText",
    "notifications",
    "innerHTML",
    "dangerouslySetInnerHTML",
}
PROGRAMS = {"eval", "exec", "compile", "__import__"}
LOADERS = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "yaml"}
ATTRIBUTES = {"style", "query", "eval", "read_pickle", "to_pickle"}
PARSERS = {"ArgumentParser", "add_parser", "add_argument_group"}  # a terminal shows no markup
THE_ONE_DOOR = "nof1_lab.views.text"


def text_files() -> list[Path]:
    return [path for path in files() if path.suffix in PLAIN_TEXT]


def sinks(tree: ast.AST) -> set[str]:
    """The forbidden doors that a module opens."""
    return {door for node in ast.walk(tree) for door in (*used(node), *imported(node))}


def used(node: ast.AST) -> Iterator[str]:
    """The doors that an expression opens."""
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name) if name in PAGES:
            yield name
        case ast.Attribute(attr=name) if name in ATTRIBUTES:
            yield f".{name}"
        case ast.Call(func=ast.Name(id=name)) if name in PROGRAMS:
            yield f"{name}()"
        case ast.keyword(arg="allow_pickle"):
            yield "allow_pickle="
        case ast.Call(func=ast.Attribute(attr=maker), keywords=named) if maker not in PARSERS:
            yield from (f"{word.arg}=" for word in named if word.arg == "description")
        case _:
            pass


def imported(node: ast.AST) -> Iterator[str]:
    """The doors that an import brings."""
    names = (
        {alias.name for alias in node.names} if isinstance(node, ast.Import | ast.ImportFrom) else set[str]()
    )
    module = str(node.module) if isinstance(node, ast.ImportFrom) else ""
    yield from names & PAGES
    yield from {name.split(".")[0] for name in (module, *names)} & LOADERS


def test_no_file_names_a_machine_or_a_registry():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in text_files()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if ELSEWHERE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "/" + "home/ada/trial",
        'open("/' + 'root/x")',
        '"resolved": "somewhere"',
        "see https://pypi" + ".org/simple",
    ],
)
def test_a_machine_or_a_registry_would_be_found(line: str):
    assert ELSEWHERE.search(line)


def test_every_text_file_ends_in_one_newline():
    unfinished = [
        str(path.relative_to(ROOT))
        for path in text_files()
        if (text := path.read_text("utf-8")) and (not text.endswith("\n") or text.endswith("\n\n"))
    ]
    assert unfinished == []


def test_notebooks_are_kept_without_outputs():
    cells = [
        (path.name, cell)
        for path in files()
        if path.suffix == ".ipynb"
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    assert [name for name, cell in cells if cell["outputs"] or cell["execution_count"] is not None] == []


def test_every_module_says_what_it_is_for():
    without = [name for name, tree in trees().items() if not (ast.get_docstring(tree) or "").split("\n")[0]]
    assert without == []


def test_every_module_is_named_after_a_thing():
    assert [path for path in files() if path.stem in EMPTY_NAMES] == []


def test_a_foreign_string_reaches_a_page_only_through_one_door():
    opened = {
        name: found for name, tree in trees().items() if name != THE_ONE_DOOR and (found := sinks(tree))
    }
    assert opened == {}


def test_the_browser_half_sets_text_and_never_markup():
    sources = [path for path in files() if path.suffix in {".ts", ".js"} and "test" not in path.parts]
    markup = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3\.org/)"
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if markup.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "door"),
    [
        ("pn.pane.Markdown(text)", "Markdown"),
        ("from panel.widgets import StaticText", "StaticText"),
        ("pn.state.notifications.error(text)", "notifications"),
        ("display(HTML(text))", "HTML"),
        ("frame.style.format(text)", ".style"),
        ("frame.query(text)", ".query"),
        ("frame.eval(text)", ".eval"),
        ("eval(text)", "eval()"),
        ("import pickle", "pickle"),
        ("from yaml import load", "yaml"),
        ("pn.widgets.TextInput(description=text)", "description="),
        ("np.load(path, allow_pickle=True)", "allow_pickle="),
    ],
)
def test_every_forbidden_door_would_be_found(source: str, door: str):
    assert door in sinks(ast.parse(source))


def test_the_package_is_where_it_is_looked_for():
    assert f"{PACKAGE.name}.errors" in trees()
