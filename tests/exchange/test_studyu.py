"""A study definition of StudyU."""

import json

from nof1_lab.exchange.candidate import read_candidates

STUDY = {
    "id": "s1",
    "title": "Back pain",
    "user_id": "u1",
    "participation": "open",
    "questionnaire": [],
    "eligibility_criteria": [],
    "consent": [],
    "interventions": [
        {"id": "__baseline", "name": "Baseline", "icon": "", "tasks": []},
        {"id": "willow", "name": "Willow bark", "description": "A tea.", "icon": "", "tasks": [{"id": "t1"}]},
        {"id": "cold", "name": None, "description": "", "icon": "", "tasks": []},
    ],
    "observations": [],
    "schedule": {"numberOfCycles": 2, "phaseDuration": 7},
}


def test_its_interventions_are_read_and_nothing_else():
    reading = read_candidates(json.dumps(STUDY))
    assert [(one.name, one.rationale) for one in reading.nouns] == [("Willow bark", "A tea."), ("cold", "")]
    assert "Back pain" in reading.notes[0]
    assert "its schedule was left out" in reading.notes[0]
    assert "'willow'" in reading.rows[0].note
