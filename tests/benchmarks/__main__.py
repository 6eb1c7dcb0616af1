"""Every benchmark, one after the other: `python -m tests.benchmarks`."""

import subprocess
import sys
from pathlib import Path

for program in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"\n== {program.name}", flush=True)
    subprocess.run([sys.executable, str(program)], check=True)
