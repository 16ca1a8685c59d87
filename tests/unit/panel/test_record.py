"""A comparison's record: the same bytes again, in six digits, and null where nothing is known."""

import json
import random
import re
import subprocess
import sys

import numpy as np
import pytest

from review_protocol.canonical import canonical, sha256_hex
from reviewer_app.panel.comparison import Method, compare
from reviewer_app.panel.draws import seed_of
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.record import Record, figure, record_of, written
from tests.unit.panel.simulated import BY_HAND, a_panel, scores

TARGETS = (3, 12)
RULES = "b" * 64


def recorded(observed: Observed, **method: object) -> Record:
    return record_of(compare(observed, Method(rules=RULES, **method)), TARGETS)  # type: ignore[arg-type]


def shuffled(observed: Observed, seed: int) -> Observed:
    lines = [
        (observed.cases[i], observed.experts[j], float(y))
        for i, j, y in zip(observed.case, observed.expert, observed.score, strict=True)
    ]
    random.Random(seed).shuffle(lines)
    return scores(lines)


@pytest.fixture(scope="module")
def record() -> Record:
    return recorded(a_panel())


def test_the_same_scores_give_the_same_bytes_in_any_order(record: Record) -> None:
    for seed in (1, 2):
        assert recorded(shuffled(a_panel(), seed)).body == record.body


def test_another_process_computes_the_same_bytes(record: Record) -> None:
    program = (
        "from tests.unit.panel.test_record import *\nprint(recorded(shuffled(a_panel(), 3)).id)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.strip() == record.id == sha256_hex(record.body)


def test_other_rules_scores_or_methods_give_another_record(record: Record) -> None:
    observed = a_panel()
    others = [
        record_of(compare(observed, Method(rules="c" * 64)), TARGETS),
        recorded(a_panel(seed=2)),
        recorded(observed, prior=False),
        recorded(observed, draws=500),
    ]
    assert len({each.id for each in (record, *others)}) == 5


def test_inputs_and_rules_make_the_seed(record: Record) -> None:
    assert record.seed == f"{seed_of(record.inputs, RULES):064x}"
    named = record_of(compare(a_panel(), Method(rules=RULES), inputs="d" * 64), TARGETS)
    assert (named.inputs, named.seed) == ("d" * 64, f"{seed_of('d' * 64, RULES):064x}")
    assert [case.adjusted for case in named.cases] == [case.adjusted for case in record.cases]


def test_the_body_is_canonical_and_holds_no_number_but_counts(record: Record) -> None:
    said = json.loads(record.body)
    assert canonical(said) == record.body
    assert b"." not in re.sub(rb'"[^"]*"', b"", record.body)
    assert re.fullmatch(r"\d\.\d{6}", said["cases"][0]["adjusted"])
    assert set(said["cases"][0]["among"]) == {"3", "12"}


def test_figures_are_those_of_the_fit(record: Record) -> None:
    found = compare(a_panel(), Method(rules=RULES))
    assert found.draws is not None
    assert found.cases.error is not None
    assert [float(case.adjusted) for case in record.cases] == pytest.approx(
        found.cases.adjusted, abs=5e-7
    )
    assert [float(case.error or 0) for case in record.cases] == pytest.approx(
        found.cases.error, abs=5e-7
    )
    assert [float(case.among["3"]) for case in record.cases] == pytest.approx(found.draws.among(3))
    assert [float(each.leniency or 0) for each in record.experts] == pytest.approx(
        found.fit.leniency, abs=5e-7
    )


def test_what_the_scores_cannot_give_is_null() -> None:
    record = recorded(scores([("A", "1", 5), ("B", "2", 6)]))
    assert (record.seed, record.draws, record.residual_variance, record.ratio) == (
        None,
        0,
        None,
        None,
    )
    assert [case.error for case in record.cases] == [None, None]
    assert [dict(case.among) for case in record.cases] == [{}, {}]
    assert [each.leniency for each in record.experts] == [None, None]


def test_no_strictness_is_recorded_where_it_cannot_be_judged() -> None:
    record = recorded(scores(BY_HAND), ratio=1.0)
    assert {each.leniency for each in record.experts} == {None}
    assert [case.adjusted for case in record.cases] == [case.raw for case in record.cases]


@pytest.mark.parametrize(
    ("value", "text"),
    [(7.1, "7.100000"), (-0.4123456, "-0.412346"), (-1e-9, "0.000000"), (2 / 3, "0.666667")],
)
def test_six_digits_and_no_minus_nothing(value: float, text: str) -> None:
    assert written(value) == text


def test_no_number_is_no_figure() -> None:
    assert figure(None) is figure(float(np.nan)) is None
