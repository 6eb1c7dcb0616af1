"""What is handed out: a wheel that holds all it needs and runs nothing by itself."""

import subprocess
import sys
import tarfile
from email.parser import Parser
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from ground.repository import PACKAGE, ROOT, files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both, made without network: the wheel is built from the source distribution."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    made = subprocess.run(command, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> ZipFile:
    return ZipFile(next(built.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_package(wheel: ZipFile):
    wanted = {path.relative_to(ROOT).as_posix() for path in files() if path.is_relative_to(PACKAGE)}
    assert wanted - set(wheel.namelist()) == set()


def test_the_wheel_brings_the_browser_half_ready_built(wheel: ZipFile):
    sheets = {PurePosixPath(name).stem for name in wheel.namelist() if name.endswith(".js")}
    assert sheets >= {"candidate", "diary", "inbox", "prior", "schedule", "verdict"}


def test_the_wheel_brings_every_notebook(wheel: ZipFile):
    wanted = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert wanted
    assert wanted <= {PurePosixPath(name).name for name in wheel.namelist()}


def test_installing_the_wheel_runs_nothing(wheel: ZipFile):
    assert [name for name in wheel.namelist() if name.endswith((".pth", ".so", ".pyd", "setup.py"))] == []
    assert {PurePosixPath(name).parts[0].split("-")[0] for name in wheel.namelist()} == {"nof1_lab"}


def test_the_wheel_says_what_it_is(wheel: ZipFile):
    metadata = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    said = Parser().parsestr(wheel.read(metadata).decode())
    assert (said["Name"], said["License-Expression"], said["Requires-Python"]) == (
        "nof1-lab",
        "Apache-2.0",
        ">=3.11",
    )
    assert "# nof1_lab" in said.get_payload()


def test_the_source_distribution_holds_what_a_change_needs(built: Path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as source:
        names = {name.split("/", 1)[1] for name in source.getnames() if "/" in name}
    assert names >= {
        "LICENSE",
        "Makefile",
        "README.md",
        "constraints.txt",
        "pyproject.toml",
        "widgets/package.json",
    }
    assert [name for name in names if name.endswith(".pth") or "node_modules" in name] == []
