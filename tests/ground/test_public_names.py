"""What `import nof1_lab` promises, and how little it costs."""

import subprocess
import sys

import pytest

import nof1_lab

NOUNS = "Analysis Candidate Discount Entry Measure NofOneError Normal Part Prior Rule Said Schedule Shape"
STEPS = "agree analyse believe choose discount doubt plan propose record register rename withdraw"
WAYS = "believed named prior_of read_candidates waterfall worth"
PROMISED = {*NOUNS.split(), *STEPS.split(), *WAYS.split(), "VERSION", "given", "new", "open", "randomise"}
DEAR = {
    "arviz",
    "bambi",
    "bokeh",
    "holoviews",
    "matplotlib",
    "numpy",
    "pandas",
    "panel",
    "param",
    "pymc",
    "scipy",
}


def test_the_package_offers_what_it_promises():
    assert set(nof1_lab.__all__) == PROMISED
    assert set(dir(nof1_lab)) >= PROMISED
    assert [name for name in PROMISED if getattr(nof1_lab, name) is None] == []


def test_a_name_that_is_not_promised_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'manager'"):
        _ = nof1_lab.manager


def test_importing_the_package_loads_nothing_heavy():
    program = "import sys, nof1_lab; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout
    assert DEAR & set(loaded.split()) == set()
