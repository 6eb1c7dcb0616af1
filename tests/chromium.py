"""Brings the browser that the tests drive, where there is none: by apt as root, else by Playwright."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PLACES = (os.environ.get("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser")


def by_apt() -> None:
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for work in (["update"], ["install", "--no-install-recommends", "chromium", "fonts-dejavu-core"]):
        subprocess.run([*apt, *work], check=True, env=environment)


def main() -> None:
    if any(place and Path(place).is_file() for place in PLACES):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        by_apt()
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    main()
