"""A stranger's first minutes: an empty environment, one command, and a trial that can be fitted."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ground.repository import ROOT, files

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


class Place:
    """A copy of the repository beside an empty Python environment."""

    def __init__(self, folder: Path) -> None:
        self.repository = folder / "repository"
        self.bin = folder / "environment" / "bin"
        for path in files():
            copy = self.repository / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy)
        subprocess.run([sys.executable, "-m", "venv", self.bin.parent], check=True)

    def run(self, *command: str | Path) -> str:
        """What a command prints, in the copy, with nothing of this environment around."""
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))
        }
        saved = {
            "PIP_NO_COMPILE": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }  # a minute, and no difference in what works
        environment = inherited | saved | {"PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(command, cwd=self.repository, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
        return done.stdout


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    yield Place(tmp_path)
    shutil.rmtree(tmp_path)  # two gigabytes


def test_a_plain_install_without_the_lock_works(place: Place):
    place.run("pip", "install", "--quiet", ".")
    shutil.rmtree(place.repository / "nof1_lab")
    assert "demo" in place.run("nof1-lab", "--help")
    place.run("nof1-lab", "demo", "trials")
    place.run("python", "-c", "import bambi")
    fit = json.loads(place.run("nof1-lab", "fit", "trials/first-trial.nof1", "--engine", "exact", "--json"))
    assert fit["effects"]


def test_binder_would_build_and_run_the_notebook(place: Place):
    assert (place.repository / "binder/runtime.txt").read_text() == "python-3.11\n"
    place.run("pip", "install", "--quiet", "-r", "binder/requirements.txt")
    place.run("binder/postBuild")
    notebooks = sorted(path.name for path in (place.repository / "my-trials").glob("*.ipynb"))
    assert notebooks == sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
    for notebook in notebooks:
        run = ["jupyter", "nbconvert", "--to", "notebook", "--execute", "--stdout", f"my-trials/{notebook}"]
        cells = json.loads(place.run("binder/start", *run))["cells"]
        assert all(cell["execution_count"] for cell in cells if cell["cell_type"] == "code")
