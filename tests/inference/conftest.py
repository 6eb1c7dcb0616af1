"""What the tests of inference share: one sampler, whose compiled models are kept between runs."""

import pytest

from nof1_lab.inference.fit import Sampler


@pytest.fixture(scope="session")
def code(request):
    """Where compiled models are kept: beside pytest's own things, so that a second run compiles nothing."""
    return request.config.cache.mkdir("nof1-lab-code")


@pytest.fixture(scope="session")
def sampler(code):
    return Sampler(code=code)
