"""The one way to write candidates that is read without guessing, as a JSON Schema."""

import json
from importlib.resources import files
from typing import Any


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a list of candidates."""
    return json.loads(files("nof1_lab.exchange").joinpath("candidate.schema.json").read_text("utf-8"))
