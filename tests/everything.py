"""Runs the checks and every test, and closes with one line that counts them all."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
VITEST = ["npm", "--prefix", "widgets", "test", "--silent", "--", "--reporter=default", "--reporter=junit"]
PYTEST = [sys.executable, "-m", "pytest", "-q", "--durations=8", *sys.argv[1:]]


def stages(results: Path) -> dict[str, list[str]]:
    """What is run, in this order. A browser on two shared cores wants them for itself."""
    trials = [*PYTEST, "-n", "2", "--dist", "worksteal", "-m", "not browser and not sbc"]
    return {
        "checks": ["make", "--no-print-directory", "check"],
        "widgets": [*VITEST, f"--outputFile.junit={results / 'widgets.xml'}"],
        "trials": [*trials, f"--junitxml={results / 'trials.xml'}"],
        "browser": [*PYTEST, "-m", "browser", f"--junitxml={results / 'browser.xml'}"],
    }


def count(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests in a JUnit report."""
    suites = list(ET.parse(report).iter("testsuite"))  # noqa: S314 -- the run before wrote it
    total, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    return total - failures - errors - skipped, failures + errors, skipped


def run(name: str, command: list[str]) -> bool:
    """Whether the stage went well; its output goes straight to the terminal."""
    started = time.monotonic()
    print(f"\n== {name}", flush=True)
    is_well = subprocess.run(command, cwd=ROOT).returncode == 0
    print(
        f"== {name}: {'well' if is_well else 'NOT WELL'} after {time.monotonic() - started:.0f} s", flush=True
    )
    return is_well


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder)
        unwell = [name for name, command in stages(results).items() if not run(name, command)]
        counts = [count(report) for report in sorted(results.glob("*.xml"))]
    passed, failed, skipped = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    if unwell:
        print(f"\nNot well: {', '.join(unwell)}.")
    print(f"\ntests: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if unwell or failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
