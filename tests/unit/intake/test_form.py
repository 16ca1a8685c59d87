"""The published schema is the form's own, and says the same of the sample programme."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from central_server.intake.building import TIES, build_rubric, build_rules
from central_server.intake.fields import read_form
from central_server.intake.form import SCHEMA, ProgrammeForm, schema_text
from tests.conftest import ROOT
from tests.unit.intake.forms import PROGRAMME, case

SAMPLE = ROOT / "resources" / "sample_programme"
VALIDATOR = Draft202012Validator(json.loads(schema_text()))


def programme_form(**changes):
    form, problems = read_form(ProgrammeForm, {**PROGRAMME, **changes}, "programme.json")
    assert problems == ()
    return form


def test_the_published_schema_is_up_to_date():
    """`python -m central_server.intake.form` writes it anew."""
    assert (ROOT / SCHEMA).read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.json")), ids=lambda path: path.parent.name)
def test_the_sample_programme_validates(path):
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("changes", [{"area": "sport"}, {"colour": "red"}, {"number": "c 1"}])
def test_the_schema_refuses_what_the_form_refuses(changes):
    assert not VALIDATOR.is_valid({**case(), **changes})


def test_without_a_rubric_the_sample_is_issued_and_marked():
    rubric = build_rubric(programme_form())
    assert rubric.sample
    assert [one.weight for one in rubric.criteria] == [1, 1, 1]
    bands = [(band.low, band.high) for band in rubric.criteria[0].bands]
    assert bands == [(1, 2), (3, 5), (6, 8), (9, 10)]
    anchors = [band.anchor for one in rubric.criteria for band in one.bands]
    assert all(anchor.zh and anchor.en for anchor in anchors)
    assert len({anchor.en for anchor in anchors}) == 12


def test_without_rules_the_usual_ones_fit_the_number_of_rounds():
    first = PROGRAMME["rounds"][0]
    rules = build_rules(programme_form(rounds=[first, {**first, "number": 2}]))
    assert (rules.casebook_target, rules.outstanding_target, rules.fewest_reviews) == (60, 12, 3)
    assert (rules.casebook_round, rules.outstanding_round, rules.counted_rounds) == (1, 2, (1, 2))
    assert rules.ties == TIES
