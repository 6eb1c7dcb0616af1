"""A terminal, and a trial that was planned with it."""

from pathlib import Path

import pytest
from apps.terminal import Terminal

CANDIDATE = '{"candidates": [{"name": "B", "rank": 1, "estimate": -0.6, "lower": -1.1, "upper": -0.1}]}'


@pytest.fixture(autouse=True)
def _known_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOF1_WHO", "ann")
    monkeypatch.delenv("NOF1_DEBUG", raising=False)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def begun(terminal: Terminal, tmp_path: Path) -> Path:
    """A new study of sleep, in which smaller is better."""
    study = tmp_path / "sleep.nof1"
    measure = ["--measure", "sleep", "--better", "lower", "--worthwhile", "0.4"]
    terminal.done("new", study, "--title", "Sleep", *measure)
    return study


@pytest.fixture
def proposed(terminal: Terminal, begun: Path) -> Path:
    """The study with one accepted candidate, B."""
    terminal.done("propose", begun, "-", "--accept", "all", stdin=CANDIDATE)
    return begun


@pytest.fixture
def planned(terminal: Terminal, proposed: Path) -> Path:
    """The study with four blocks of two periods of five days."""
    arms = ["--reference", "A", "--arm", "B", "--design", "blocks", "--sequence", "ABBABAAB"]
    terminal.done(
        "plan", proposed, *arms, "--cycles", "4", "--days", "5", "--washout", "1", "--start", "2026-01-05"
    )
    return proposed
