"""A person, or a script, at a terminal."""

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nof1_lab.apps.cli import main


@dataclass
class Said:
    """What a command said, and with which number it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output, which is one JSON object and nothing else."""
        assert self.out.count("\n{") == 0
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


class Terminal:
    """Runs `nof1-lab` in this process, which is quicker than a new one."""

    def __init__(self, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capture, self._patch = capture, patch

    def run(self, *words: str | Path, stdin: str | bytes = "") -> Said:
        """What the command says."""
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        self._capture.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        said = self._capture.readouterr()
        return Said(code, said.out, said.err)

    def done(self, *words: str | Path, stdin: str | bytes = "") -> dict[str, Any]:
        """The JSON object of a command that is not refused."""
        said = self.run(*words, "--json", stdin=stdin)
        assert (said.code, said.err) == (0, "")
        return said.json


def run_alone(*words: str | Path, stdin: str = "", **environment: str) -> Said:
    """What `nof1-lab` says in a process of its own."""
    import os

    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "nof1_lab.apps.cli", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )
    return Said(done.returncode, done.stdout, done.stderr)
