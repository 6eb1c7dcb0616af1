"""The README's Python does what it says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ground.repository import ROOT

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_there_is_python_to_try():
    assert BLOCKS
    assert len(BLOCKS[0].strip().splitlines()) <= 12


@pytest.mark.slow
@pytest.mark.fit
def test_the_python_in_the_readme_runs(tmp_path: Path):
    subprocess.run([Path(sys.executable).with_name("nof1-lab"), "demo", tmp_path], check=True)
    program = tmp_path / "readme.py"
    program.write_text("\n".join(BLOCKS), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-W", "error", program], cwd=tmp_path, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_link_within_the_repository_leads_somewhere():
    links = re.findall(r"\]\(((?!https?:|#)[^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_says_what_this_is_not():
    assert "not a medical device" in README
    assert "not medical advice" in README
