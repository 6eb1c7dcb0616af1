"""How long a fit takes: the same model by plain Bambi and by nof1_lab, in turns, in one run on one machine.

Run it with `python tests/benchmarks/bench_fit.py [ROUNDS]`, on a machine that does nothing else. Ratios
travel from machine to machine, seconds do not.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

EFFORT = {"draws": 1000, "tune": 1000, "chains": 4}

# What a fresh process does until it has the first sampled result; it ends with a line of JSON.
END = """
import json, resource
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.perf_counter() - start, time.process_time(), peak]))
"""
NOTHING = "import time; start = time.perf_counter()" + END
IMPORT = "import time; start = time.perf_counter(); import nof1_lab" + END
OURS = (
    "import time; start = time.perf_counter()\n"
    "from crossover import CLAIM, OPEN, crossover; from nof1_lab.inference.fit import Sampler\n"
    "Sampler().fit(crossover(days=84), CLAIM, OPEN, reference='A')"
) + END
PLAIN = (
    "import time; start = time.perf_counter()\n"
    "from crossover import CLAIM, OPEN, crossover; from nof1_lab.inference.model import build\n"
    "build(crossover(days=84), CLAIM, OPEN, reference='A').fit(\n"
    "    draws=1000, tune=1000, chains=4, inference_method='nutpie', progress_bar=False)"
) + END


def refits(rounds: int) -> dict[str, list[float]]:
    """Seconds of every way to fit, in turns, with what can be kept warm kept warm."""
    from crossover import CLAIM, OPEN, crossover

    from nof1_lab.inference.exact import posterior
    from nof1_lab.inference.fit import Sampler
    from nof1_lab.inference.model import build
    from nof1_lab.study.prior import Prior

    sampler = Sampler()
    turn = iter(range(1, 10_000))

    def prior() -> list[Prior]:
        return [Prior.normal("B", -0.4 + 0.01 * next(turn), 0.5)]

    def plain(**how: object) -> None:
        model = build(crossover(days=84), prior(), OPEN, reference="A")
        model.fit(**EFFORT, random_seed=next(turn), **how)

    ways: dict[str, Callable[[], object]] = {
        "plain Bambi, default sampler": lambda: plain(progressbar=False),
        "plain Bambi, nutpie": lambda: plain(inference_method="nutpie", progress_bar=False),
        "ours, a new prior": lambda: sampler.fit(crossover(days=84), prior(), OPEN, reference="A", **EFFORT),
        "ours, a new diary": lambda: sampler.fit(
            crossover(days=70 + next(turn) % 15, seed=next(turn)), CLAIM, OPEN, reference="A", **EFFORT
        ),
        "ours, exactly": lambda: posterior(crossover(days=84), prior(), OPEN, reference="A"),
    }
    return measured(ways, rounds)


def measured(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each way in each round; the round before the first is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if number:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def fresh(program: str, caches: Path) -> tuple[float, ...]:
    """Seconds, seconds of processor time and peak megabytes of a program in a process of its own."""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
        "XDG_CACHE_HOME": str(caches),
        "PYTENSOR_FLAGS": f"base_compiledir={caches / 'pytensor'}",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return tuple(json.loads(done.stdout.splitlines()[-1]))


def starts(rounds: int) -> dict[str, list[tuple[float, ...]]]:
    """Fresh processes: with empty caches once, then with what was kept."""
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = Path(folder) / "ours", Path(folder) / "plain"
        found = {
            "nothing": [fresh(NOTHING, ours)],
            "import nof1_lab": [fresh(IMPORT, ours) for _ in range(rounds)],
        }
        found["plain Bambi, nutpie, empty caches"] = [fresh(PLAIN, plain)]
        found["ours, empty caches"] = [fresh(OURS, ours)]
        found["plain Bambi, nutpie, warm caches"] = [fresh(PLAIN, plain) for _ in range(rounds)]
        found["ours, warm caches"] = [fresh(OURS, ours) for _ in range(rounds)]
    return found


def main(rounds: int = 5) -> None:
    """Print both tables; the processes come first, for a child inherits the peak memory of its parent."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    print("A fresh process, until it has the first sampled result: seconds, processor seconds, peak memory.")
    for name, each in starts(max(rounds // 2, 1)).items():
        wall, processor, memory = (median(numbers) for numbers in zip(*each, strict=True))
        print(f"{name:36} {wall:9.3f} s   {processor:9.3f} s   {memory:8.0f} MB")
    print(f"\nA fit of 84 days, AR(1), 4 chains x 1,000 draws: medians of {rounds}, in turns.")
    seconds = refits(rounds)
    base = median(seconds["plain Bambi, nutpie"])
    for name, each in seconds.items():
        spread = f"{min(each):.4f} to {max(each):.4f}"
        print(f"{name:36} {median(each):9.4f} s   ({spread})   {base / median(each):8.1f} times plain nutpie")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
