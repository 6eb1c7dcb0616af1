"""What a fresh machine installs: declared, locked with hashes, and from nowhere in particular."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from ground.repository import PACKAGE, ROOT, trees
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "constraints.txt").read_text("utf-8")
PINS = {
    canonicalize_name(name): Version(version)
    for name, version in re.findall(r"^([\w.-]+)==(\S+)(?: *;[^\\\n]*)? \\$", LOCK, re.MULTILINE)
}


def declared() -> list[Requirement]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    groups = [PROJECT["project"]["dependencies"], PROJECT["build-system"]["requires"], *extras]
    return [Requirement(line) for group in groups for line in group]


def test_every_locked_package_has_its_hashes():
    blocks = re.findall(r"^[\w.-]+==.*?(?=^[\w#]|\Z)", LOCK, re.MULTILINE | re.DOTALL)
    assert len(blocks) == len(PINS) > 100
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", block)] == []


def test_the_lock_names_no_place():
    assert re.findall(r"^-.*|https?:.*|file:/.*|^.* @ .*", LOCK, re.MULTILINE) == []


def test_every_dependency_is_locked_within_its_bounds():
    outside = [
        str(wanted)
        for wanted in declared()
        if PINS.get(canonicalize_name(wanted.name)) not in wanted.specifier
    ]
    assert outside == []


def test_every_foreign_import_is_declared():
    names = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    names |= {
        canonicalize_name(Requirement(line).name)
        for extra in ("lfm", "server")
        for line in PROJECT["project"]["optional-dependencies"][extra]
    }
    owners = packages_distributions()
    undeclared = {
        f"{module}: {name}"
        for module, tree in trees().items()
        for name in foreign(tree)
        if not names & {canonicalize_name(owner) for owner in owners.get(name, [name])}
    }
    assert undeclared == set()


def foreign(tree: ast.AST) -> set[str]:
    """The top-level packages that a module takes from outside Python and this project."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names} - {*sys.stdlib_module_names, PACKAGE.name}


def test_the_promised_command_is_installed():
    assert PROJECT["project"]["scripts"] == {"nof1-lab": "nof1_lab.apps.cli:main"}


def test_the_version_stands_in_one_place_and_is_repeated_truly():
    version = re.search(r'VERSION = "(.+)"', (PACKAGE / "version.py").read_text("utf-8"))
    assert version
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert f"\nversion: {version[1]}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\n## {version[1]} " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_browser_half_is_locked_for_every_machine():
    packages = json.loads((ROOT / "widgets/package-lock.json").read_text("utf-8"))["packages"]
    wanted = {
        f"node_modules/{name}"
        for package in packages.values()
        for name in {**package.get("dependencies", {}), **package.get("optionalDependencies", {})}
    }
    assert wanted - set(packages) == set()
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []
