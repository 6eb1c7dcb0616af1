"""The five floors: imports only downwards, and never in a circle."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import pytest
from ground.repository import trees

GROUND = {"errors", "version"}
BELOW = {
    "errors": set[str](),
    "version": set[str](),
    "study": GROUND,
    "exchange": {*GROUND, "study"},
    "inference": {*GROUND, "study"},
    "views": {*GROUND, "study", "exchange", "inference"},
    "apps": {*GROUND, "study", "exchange", "inference", "views"},
}
SLOW_TO_IMPORT = {"arviz", "bambi", "nutpie", "pymc", "pytensor"}


def imports(tree: ast.AST) -> Iterator[str]:
    """The dotted names that a module imports, also inside functions and for types."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "an import says the whole path"
            yield from (
                f"{node.module}.{alias.name}"
                if f"{node.module}.{alias.name}" in trees()
                else str(node.module)
                for alias in node.names
            )


def own(tree: ast.AST) -> set[str]:
    return {name for name in imports(tree) if name.split(".")[0] == "nof1_lab"}


def floor(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_every_floor_is_known():
    assert {floor(module) for module in trees()} <= {*BELOW, ""}


def test_imports_go_only_downwards():
    upwards = [
        f"{module} imports {name}"
        for module, tree in trees().items()
        for name in own(tree)
        if floor(module) and floor(name) not in {*BELOW[floor(module)], floor(module)}
    ]
    assert upwards == []


def test_nobody_imports_the_package_root():
    assert [module for module, tree in trees().items() if "nof1_lab" in own(tree)] == []


def test_there_is_no_circle():
    try:
        TopologicalSorter({module: own(tree) for module, tree in trees().items()}).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def test_what_is_true_needs_nothing_but_python():
    foreign = {
        name
        for module, tree in trees().items()
        if floor(module) in {*GROUND, "study"}
        for name in imports(tree)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "nof1_lab"}
    }
    assert foreign == set()


def test_slow_libraries_are_imported_where_they_are_used():
    at_the_top = {
        f"{module} imports {name}"
        for module, tree in trees().items()
        for statement in tree.body
        if isinstance(statement, ast.Import | ast.ImportFrom)
        for name in imports(statement)
        if name.split(".")[0] in SLOW_TO_IMPORT
    }
    assert at_the_top == set()
