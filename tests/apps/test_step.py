"""The screens of a trial: what they show while the study moves on."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from apps.example import planned
from views.trial import exact, sampled

from nof1_lab.apps.bench import Bench
from nof1_lab.apps.step import OLDER, EvidenceScreen
from nof1_lab.study.rule import Rule
from nof1_lab.study.steps import agree
from nof1_lab.views import fit
from nof1_lab.views.picture import Shown

DRAWN = Shown("Do the chains agree?", "They agree.", pd.DataFrame({"rhat": [1.0]}))


class Idle:
    """Engines that nobody asks for anything: the trial has no day yet."""

    def warm(self, *_: object) -> None: ...


@pytest.fixture
def screen() -> EvidenceScreen:
    engines: Any = Idle()
    return EvidenceScreen(Bench(planned(), engines=engines))


def sentences(screen: EvidenceScreen, evidence: Any) -> list[str]:
    return [shown.sentence for shown in screen._pictures(evidence)]


def test_every_number_is_on_the_screen_before_any_picture(screen: EvidenceScreen):
    titles = [shown.title for shown in screen._pictures(exact())]
    assert titles == ["The numbers", "All arms side by side"]


def test_pictures_of_an_older_fit_say_that_they_are_older(screen: EvidenceScreen):
    screen._drawn = (sampled(), (DRAWN,))
    assert sentences(screen, sampled())[2:] == ["They agree."]
    assert sentences(screen, exact())[2:] == ["They agree."]
    changed = replace(exact(), study=agree(exact().study, Rule(adopt=0.9)))
    assert sentences(screen, changed)[2:] == [f"{OLDER} They agree."]


def test_pictures_of_another_schedule_are_not_shown(screen: EvidenceScreen):
    other = replace(sampled(), study=replace(sampled().study, schedule=None))
    screen._drawn = (other, (DRAWN,))
    assert len(sentences(screen, exact())) == 2


def test_pictures_that_cannot_be_drawn_are_tried_once(screen: EvidenceScreen, monkeypatch, caplog):
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fit, "shown", broken)
    screen._draw_fit(sampled())
    assert screen._drawn == (sampled(), ())
    assert not screen._is_drawing
    assert "could not be drawn" in caplog.text
