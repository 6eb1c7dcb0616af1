"""Known answers: exact numbers, found outside this project, that the product is held to."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(os.environ.get("NOF1_ORACLES", Path(__file__).parents[1] / ".." / "shared" / "oracles"))


def oracle(name: str) -> dict[str, Any]:
    """One file of known answers; without the folder the test is skipped, and says so."""
    if not FOLDER.is_dir():
        pytest.skip("the folder of known answers is not beside this repository (set NOF1_ORACLES)")
    (path,) = FOLDER.glob(f"{name}*.json")
    return json.loads(path.read_text())


def cases(known: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """All cases of that name; there is at least one."""
    found = [each for each in known["cases"] if each["name"] == name]
    assert found, f"{known['id']} has no case {name!r}"
    return found


def case(known: dict[str, Any], name: str, number: int = 0) -> dict[str, Any]:
    """One case of that name."""
    return cases(known, name)[number]
