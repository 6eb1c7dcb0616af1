"""Candidates in a list of prose."""

import pytest

from nof1_lab.exchange.listing import in_list

LISTS = {
    "numbers": "1. Walk: expected −0.5 points\n2. Swim: expected −0.3 points\n",
    "brackets": "1) Walk – expected −0.5 points\n2) Swim – expected −0.3 points\n",
    "bullets": "- Walk: expected −0.5 points\n- Swim: expected −0.3 points\n",
    "letters": "a) Walk: expected −0.5 points\nb) Swim: expected −0.3 points\n",
    "bold": "**Walk**: expected −0.5 points\n\n**Swim**: expected −0.3 points\n",
    "headings": "### 1. Walk\n- Effect: −0.5 points\n\n### 2. Swim\n- Effect: −0.3 points\n",
    "items": "1. **Walk**\n   - Effect: −0.5 points\n2. **Swim**\n   - Effect: −0.3 points\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_every_manner_of_a_list_is_read(name):
    found = in_list("My ideas:\n\n" + LISTS[name] + "\nTalk to a doctor first.\n", most=200)
    assert found is not None
    assert [record.parts["name"].value for record in found.records] == ["Walk", "Swim"]
    assert all("estimate" in record.parts for record in found.records)


def test_sources_below_the_list_are_no_candidates_but_are_cited_by_number():
    items = "1. Walk: −0.5 points [1]\n2. Swim: −0.3 points [1, 2]\n"
    text = f"{items}\nReferences:\n1. A trial, 2019\n2. A review\n"
    found = in_list(text, most=200)
    assert found is not None
    cited = [[part.value for part in record.parts["citations"].value] for record in found.records]
    assert cited == [["A trial, 2019"], ["A trial, 2019", "A review"]]


def test_what_is_said_around_the_list_holds_for_all_of_it():
    found = in_list("Model: m-7\nDate: 2026-11-02\n\n1. Walk: −0.5\n2. Swim: −0.3\n", most=200)
    assert found is not None
    assert [record.parts["model"].value for record in found.records] == ["m-7", "m-7"]


@pytest.mark.parametrize("text", ["I would walk first.", "Walk, then swim.\n\nThat is all.", ""])
def test_prose_without_a_list_is_none(text):
    assert in_list(text, most=200) is None
