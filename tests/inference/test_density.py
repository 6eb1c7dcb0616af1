"""The compiled density is Bambi's own, for any priors and any days; and it is compiled once on a machine."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from crossover import CLAIM, OPEN, crossover

from nof1_lab.inference import binary
from nof1_lab.inference.density import Density
from nof1_lab.inference.model import Shape, build, numbers, rows
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.inference.regression import used_days
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Prior

LEVEL, DRIFT = Normal(5.0, 2.0), Normal(0.1, 0.4)
THREE = (Prior.normal("B", -0.4, 0.5), Prior.normal("C", 0.1, 0.8))
COMMON = {
    "the primary model": (OPEN, CLAIM),
    "three arms": (OPEN, THREE),
    "independent days, no trend": (Nuisance(LEVEL, None, HalfNormal(1.3), Known(0.0)), CLAIM),
    "all known": (Nuisance(LEVEL, DRIFT, Known(0.8), Known(0.35)), CLAIM),
}
RARE = {
    "known spread": (Nuisance(LEVEL, DRIFT, Known(0.8), Uniform(0.1, 0.6)), CLAIM),
    "known spread, independent days": (Nuisance(LEVEL, DRIFT, Known(0.8), Known(0.0)), CLAIM),
    "no trend": (Nuisance(LEVEL, None, HalfNormal(1.3), Uniform(0.0, 0.95)), CLAIM),
    "six arms": (OPEN, tuple(Prior.normal(arm, 0.1, 0.4) for arm in "BCDEF")),
}
EVERY = [
    *(pytest.param(*model, id=name, marks=pytest.mark.fit) for name, model in COMMON.items()),
    *(
        pytest.param(*model, id=name, marks=[pytest.mark.fit, pytest.mark.slow])
        for name, model in RARE.items()
    ),
]


def compiled(sampler, priors, nuisance) -> Density:
    return sampler.warm(Shape.of(priors, nuisance)).result()


def point_of(density, where) -> dict:
    """A place where the sampler may be, in PyMC's words."""
    point, start = {}, 0
    for name, size in zip(density.names, density.sizes, strict=True):
        stop = start + int(np.prod(size, dtype=int))
        if stop <= density.dimensions:
            point[name] = where[start:stop].reshape(size)
        start = stop
    return point


@pytest.mark.parametrize(("nuisance", "priors"), EVERY)
def test_the_compiled_density_is_bambis_own_for_other_days_and_other_priors(sampler, nuisance, priors):
    density, chance = compiled(sampler, priors, nuisance), np.random.default_rng(2)
    arms = ["A", *(prior.arm for prior in priors)]
    moved = tuple(Prior.normal(prior.arm, prior.mean - 0.3, 2.0 * prior.sd) for prior in priors)
    for days, beliefs in ((40, priors), (40, moved), (61, moved)):
        table = crossover(arms, days=days, missing=(3, 4, 20, 33))
        exactly = build(table, beliefs, nuisance, reference="A").backend.model.compile_logp(
            mode="FAST_COMPILE"
        )
        fed = rows(used_days(table, arms[1:], has_trend=nuisance.trend is not None), density.shape)
        for _ in range(10):
            where = chance.normal(size=density.dimensions)
            value, _ = density.at(where, numbers(beliefs, nuisance), fed)
            assert value == pytest.approx(exactly(point_of(density, where)), rel=1e-10)


@pytest.mark.fit
def test_the_gradient_is_the_slope_of_the_density(sampler):
    density = compiled(sampler, CLAIM, OPEN)
    given = numbers(CLAIM, OPEN), rows(used_days(crossover(), ["B"], has_trend=True), density.shape)
    where, step = np.linspace(-0.5, 0.5, density.dimensions), 1e-5
    _, slope = density.at(where, *given)
    for i, unit in enumerate(np.eye(density.dimensions)):
        ahead, back = (density.at(where + side * step * unit, *given)[0] for side in (1, -1))
        assert slope[i] == pytest.approx((ahead - back) / (2.0 * step), rel=1e-4, abs=1e-4)


@pytest.mark.fit
def test_a_density_that_was_kept_gives_the_same_values_in_another_process(sampler, code):
    density = compiled(sampler, CLAIM, OPEN)
    where, given = np.linspace(-1.0, 1.0, density.dimensions), binary.example(density.shape)
    program = (
        "import sys, numpy as np; from pathlib import Path\n"
        "from nof1_lab.inference import binary; from nof1_lab.inference.model import Shape\n"
        f"density = binary.find(Shape(1), Path({str(code)!r}))\n"
        "where = np.linspace(-1.0, 1.0, density.dimensions)\n"
        "value, slope = density.at(where, *binary.example(density.shape))\n"
        "print(value.hex(), *(float(each).hex() for each in slope), 'bambi' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    value, slope = density.at(where, *given)
    assert said.split() == [value.hex(), *(float(each).hex() for each in slope), "False"]


@pytest.mark.fit
def test_a_kept_density_is_private_and_replaced_when_a_byte_of_it_has_changed(sampler, tmp_path):
    density = compiled(sampler, CLAIM, OPEN)
    folder = tmp_path / "code"
    binary.keep(density, folder)
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    assert binary.find(density.shape, folder) is not None
    whole = file.read_bytes()
    for place in (10, len(whole) // 2, len(whole) - 10):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        assert binary.find(density.shape, folder) is None
    file.write_bytes(whole)
    file.chmod(0o666)
    assert binary.find(density.shape, folder) is None, "another user could have written it"


def test_another_version_or_shape_or_processor_has_another_key(monkeypatch):
    keys = {binary.key(Shape(1)), binary.key(Shape(2)), binary.key(Shape(1, has_trend=False))}
    monkeypatch.setattr(binary, "version", lambda _package: "99")
    keys.add(binary.key(Shape(1)))
    assert len(keys) == 4


@pytest.mark.fit
def test_code_that_holds_addresses_of_this_process_is_not_kept(sampler, tmp_path):
    class Elsewhere:
        has_dynamic_globals = True

    density = compiled(sampler, CLAIM, OPEN)
    bound = replace(density, expand=replace(density.expand, library=Elsewhere()))
    binary.keep(bound, tmp_path / "code")
    assert not (tmp_path / "code").exists()
