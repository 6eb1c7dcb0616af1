"""The six steps of a trial, each as a screen."""

import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import panel as pn

from nof1_lab.apps.asking import Delivery, asking_of
from nof1_lab.apps.bench import Bench
from nof1_lab.apps.control import Engine, engine_label, fault_lines
from nof1_lab.apps.plate import WIDE, Plate, still
from nof1_lab.apps.screen import Screen, follow
from nof1_lab.apps.turn import Turn
from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.exchange.outcome import read_outcomes
from nof1_lab.inference.effect import effects
from nof1_lab.inference.evidence import Evidence, reckon
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.prior import priors_of
from nof1_lab.study.document import Study
from nof1_lab.views import change, diary, effect, fit, forecast
from nof1_lab.views.ask import AskComponent
from nof1_lab.views.candidate import CandidateComponent
from nof1_lab.views.diary import DiaryComponent
from nof1_lab.views.inbox import InboxComponent
from nof1_lab.views.parcel import Parcel
from nof1_lab.views.picture import Shown
from nof1_lab.views.prior import PriorComponent
from nof1_lab.views.schedule import ScheduleComponent, of_this_trial
from nof1_lab.views.verdict import VerdictComponent

LOGGER = logging.getLogger(__name__)
OLDER = "This is the fit from before your last change."


class CandidateScreen(Screen):
    """What a model proposed: paste it, look it over, accept it."""

    label = "Candidates"

    def __init__(self, bench: Bench, *, turn: Turn | None = None) -> None:
        super().__init__(bench, turn=turn)
        follow(asking_of(bench), ("progress",), self)

    def build(self) -> Sequence[Any]:
        """The box to paste into, and what was accepted."""
        self._inbox = self.sheet(InboxComponent, "candidates", candidates)
        self._sheet = self.sheet(CandidateComponent)
        asking = asking_of(self.bench)
        self._ask, self._delivery = self.sheet(AskComponent, asking), Delivery(asking)
        return self._inbox, self._ask, self._sheet

    def draw(self) -> None:
        """The candidates of the study."""
        self._inbox.show(self.study, self.evidence)
        self._delivery.to(self._inbox, self.study)
        self._ask.show(self.study, self.evidence)
        self._sheet.show(self.study, self.evidence)


class PriorScreen(Screen):
    """What is believed of each arm, and live what the diary makes of it."""

    label = "Prior"

    def build(self) -> Sequence[Any]:
        """The sheet, and the pictures that follow the finger."""
        self._sheet = self.sheet(PriorComponent)
        self._sheet.on_draft(self._draft)
        self._shifts, self._outlook, self._drawn = Shifts(), Plates(), ""
        return self._sheet, self._shifts, self._outlook

    def draw(self) -> None:
        """The beliefs of the study, what follows from them, and how they came about."""
        self._sheet.show(self.study, self.evidence)
        self._shifts.follow(self.study, exactly(self.evidence))
        if self._document is None:
            self._look_ahead()
        else:  # the sheet is answered first: these two are for reading, and take longer than a finger waits
            self._document.add_next_tick_callback(
                lambda: self._turn.bring((id(self), "outlook"), self._look_ahead)
            )

    def _look_ahead(self) -> None:
        """The diaries that the beliefs expect, and how the beliefs have changed; drawn when they are news."""
        log = self.bench.log
        if log.head != self._drawn:
            self._outlook.draw(each for each in (forecast.shown(log.study), change.shown(log)) if each)
            self._drawn = log.head

    def _draft(self, study: Study) -> None:
        """What would follow, while the finger is still moving; what is true again when it gives up."""
        if study == self.study:
            self._shifts.follow(study, exactly(self.evidence))
        else:
            self._shifts.draft(study, glimpse(study, self.evidence) if study.is_ready else None)


class ScheduleScreen(Screen):
    """Who is compared with whom, and the order that chance gave."""

    label = "Schedule"

    def build(self) -> Sequence[Any]:
        """The sheet with its strip of days."""
        self._sheet = self.sheet(ScheduleComponent)
        return (self._sheet,)

    def draw(self) -> None:
        """The schedule of the study."""
        self._sheet.show(self.study, self.evidence)


class DiaryScreen(Screen):
    """What was measured, day by day."""

    label = "Diary"

    def build(self) -> Sequence[Any]:
        """The diary to click in, a box for a file, and the picture with what the model expects."""
        self._sheet = self.sheet(DiaryComponent)
        # A file may come before this screen has drawn the plan that it belongs to.
        self._inbox = self.sheet(InboxComponent, "outcomes", lambda _, parcel: outcomes(self.study, parcel))
        self._plate = Plate()
        return self._sheet, self._inbox, self._plate

    def draw(self) -> None:
        """The diary of the study."""
        self._sheet.show(self.study, self.evidence)
        self._inbox.show(self.study, self.evidence)
        if self.study.schedule is None or not self.study.diary.entries:
            self._plate.hide()
            return
        table = diary.table(self.study, self.evidence)
        self._plate.draw(Shown("The days", diary.sentence(table), table, diary.picture(table)))


class EvidenceScreen(Screen):
    """What the diary says: every effect before and after, and whether to believe the fit."""

    label = "Evidence"
    news = ("evidence", "state")

    def build(self) -> Sequence[Any]:
        """The engine, then the pictures."""
        self._engine = Engine(self._pressed, sizing_mode="stretch_width", margin=(0, 0, 24, 0))
        self._shifts = Shifts()
        self._fit = Plates()
        self._drawn: tuple[Evidence | None, tuple[Shown, ...]] = (None, ())
        self._is_drawing = False
        return self._engine, self._shifts, self._fit

    def draw(self) -> None:
        """The last good evidence, marked when the study has moved on."""
        evidence = self.evidence
        self._engine.say(self._progress(), {"press": ""})
        self._shifts.follow(evidence.study if evidence else self.study, evidence)
        self._fit.draw(self._pictures(evidence) if evidence else ())
        if evidence is not None and evidence.fit is not None and self._drawn[0] is not evidence:
            self._draw_behind(evidence)

    def _pictures(self, evidence: Evidence) -> tuple[Shown, ...]:
        """The numbers, the forest, and what the sampler drew: what is older says so."""
        source, shown = self._drawn
        if source is not None and source.fingerprint != evidence.fingerprint:
            kept = shown if of_this_trial(evidence.study, source) else ()
            shown = tuple(replace(each, sentence=f"{OLDER} {each.sentence}") for each in kept)
        return effect.numbers(evidence), effect.forest(evidence), *shown

    def _draw_behind(self, evidence: Evidence) -> None:
        """Have the sampler's pictures drawn elsewhere: they take longer than a finger waits."""
        if not self._is_drawing:
            self._is_drawing = True
            threading.Thread(target=self._draw_fit, args=(evidence,), daemon=True).start()

    def _draw_fit(self, evidence: Evidence) -> None:
        shown: tuple[Shown, ...] = ()
        try:
            shown = tuple(still(each) for each in fit.shown(evidence))
        except Exception as error:  # tried once: it would fail at every look
            LOGGER.error("The sampler's pictures could not be drawn.", exc_info=error)
        self._drawn, self._is_drawing = (evidence, shown), False
        self.heard()

    def _progress(self) -> dict[str, Any]:
        state, evidence = self.bench.runner.state, self.evidence
        return {
            "label": engine_label(evidence),
            "engine": evidence.engine if evidence else "",
            "isStale": evidence is not None and evidence.is_stale(self.study),
            "isRunning": state.phase in ("warming", "sampling"),
            "fraction": round(state.fraction, 3),
            "words": state.words,
            "fault": fault_lines(state.fault),
            "disagreements": list(evidence.disagreements) if evidence else [],
            "canRun": self.study.is_ready and not self._is_fitted(evidence),
        }

    def _is_fitted(self, evidence: Evidence | None) -> bool:
        """Whether another fit would only give the same draws."""
        return evidence is not None and evidence.fit is not None and not evidence.is_stale(self.study)

    def _pressed(self, part: dict[str, str]) -> None:
        if part.get("press") == "cancel":
            self.bench.runner.cancel()
        elif part.get("press") == "fit":
            self.bench.runner.start()
        self.draw()


class VerdictScreen(Screen):
    """What to do, by the rule that was agreed before day one."""

    label = "Verdict"

    def build(self) -> Sequence[Any]:
        """The sheet; there is nothing to edit."""
        self._sheet = self.sheet(VerdictComponent)
        return (self._sheet,)

    def draw(self) -> None:
        """The advice with all that it rests on."""
        self._sheet.show(self.study, self.evidence)


SCREENS: dict[str, type[Screen]] = {
    "candidate": CandidateScreen,
    "prior": PriorScreen,
    "schedule": ScheduleScreen,
    "diary": DiaryScreen,
    "evidence": EvidenceScreen,
    "verdict": VerdictScreen,
}


class Plates(pn.viewable.Viewer):
    """Plates one under the other, as many as there is to show."""

    def __init__(self) -> None:
        super().__init__()
        self._plates: dict[str, Plate] = {}
        self._place = pn.Column(**WIDE)

    def draw(self, shown: Iterable[Shown]) -> None:
        """Show these; a plate whose title stays is kept.

        A new one is filled before it is placed: a page may hear of its contents before it hears of it.
        """
        plates: dict[str, Plate] = {}
        for each in shown:
            plates[each.title] = self._plates.get(each.title) or Plate()
            plates[each.title].draw(each)
        if list(plates) != list(self._plates):
            self._place[:] = list(plates.values())
        self._plates = plates

    def __panel__(self) -> pn.Column:
        return self._place


class Shifts(Plates):
    """Belief before and after, one picture for each arm."""

    def follow(self, study: Study, evidence: Evidence | None) -> None:
        """The shift of every arm of this evidence; nothing while there is none."""
        arms = [each.arm for each in evidence.effects] if evidence else []
        self.draw(effect.shift(study, evidence, arm) for arm in arms)

    def draft(self, study: Study, evidence: Evidence | None) -> None:
        """The same while a finger moves: only the curves are touched, if they can be."""
        drawn = zip(evidence.effects if evidence else (), self._plates.values(), strict=False)
        told = [
            plate.follow(
                effect.shift_sentence(study, evidence, each.arm),
                effect.shift_table(study, evidence, each.arm),
            )
            for each, plate in drawn
        ]
        if not told or not all(told):
            self.follow(study, evidence)


def glimpse(study: Study, like: Evidence | None) -> Evidence:
    """The effects of a study as exactly as ever; what only a finished gesture asks for is left out."""
    if like is None or replace(study, priors=like.study.priors) != like.study:
        return reckon(study)
    priors = priors_of(study)
    exact = posterior(like.table, priors, like.nuisance, reference=like.exact.reference)
    seen = effects(exact, study.measure)
    return replace(like, study=study, priors=priors, exact=exact, effects=seen, fit=None, checks=None)


def exactly(evidence: Evidence | None) -> Evidence | None:
    """The exact engine's numbers, which the sheet shows: two engines on one screen would say two things."""
    return reckon(evidence.study, like=evidence) if evidence and evidence.engine == "sampled" else evidence


def candidates(study: Study, parcel: Parcel) -> Any:
    """The candidates in a text or a file."""
    return read_candidates(parcel.contents, name=parcel.name, measure=study.measure, edits=parcel.edits)


def outcomes(study: Study, parcel: Parcel) -> Any:
    """The outcomes in a text."""
    return read_outcomes(parcel.contents, study, name=parcel.name)
