"""The comparison as the head issues it: packets' ids name its inputs, and its fields fit."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

import orjson
import pytest

from review_protocol.documents.panel_acts import CaseFiguresPacket2, ComparisonPacket
from review_protocol.keys import SigningKey
from reviewer_app.panel.draws import FINAL_DRAWS
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.record import Issued, case_fields, comparison_fields, issued
from reviewer_app.services.panel.rows import PanelTable
from tests.builders.documents import Chain, a_case, a_rubric
from tests.builders.panel import APanel, a_panel
from tests.builders.panel_acts import alone, on_a_case
from tests.builders.sample import the_sample

MARKS = {
    1: (9, 7, 6, 3, 5, 8),
    2: (7, 6, 3, 2, 4, 5),
    3: (10, 7, 6, 5, 6, 8),
    4: (8, 7, 5, 3, 6, 7),
}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("record"), cases=6, experts=4) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if (pseudonym + at) % 4:
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        yield made


@pytest.fixture(scope="module")
def table(panel: APanel) -> PanelTable:
    return panel.desk.services.panel.table()


@pytest.fixture(scope="module")
def made(table: PanelTable) -> Issued:
    found = issued(table, the_sample().rules)
    assert found is not None
    return found


def test_inputs_are_the_hash_of_the_counted_packets_ids(table: PanelTable, made: Issued) -> None:
    ids = sorted(cell.packet for row in table.rows for cell in row.cells if cell.packet)
    assert made.counted == len(ids) == 18
    assert made.record.inputs == sha256(orjson.dumps(ids)).hexdigest()
    rules = the_sample().rules.id
    assert made.record.seed == sha256((made.record.inputs + rules).encode()).hexdigest()


def test_no_order_of_packets_changes_the_record(table: PanelTable, made: Issued) -> None:
    chance = random.Random(1)
    rows = [
        replace(row, cells=tuple(chance.sample(row.cells, len(row.cells)))) for row in table.rows
    ]
    chance.shuffle(rows)
    again = issued(replace(table, rows=tuple(rows)), the_sample().rules)
    assert again is not None
    assert again.record.body == made.record.body


def test_what_is_issued_is_what_the_screens_show(table: PanelTable, made: Issued) -> None:
    shown = compared(table, the_sample().rules)
    assert shown is not None
    assert (shown.inputs, shown.seed) == (made.record.inputs, made.record.seed)
    assert made.record.draws == FINAL_DRAWS
    adjusted = {case.name: case.adjusted for case in made.record.cases}
    assert {case.number: f"{case.adjusted:.6f}" for case in shown.cases} == adjusted


def test_packets_take_the_fields_as_they_are(made: Issued) -> None:
    rules = the_sample().rules
    key = SigningKey(b"\x07" * 32)
    chain = Chain(key, deployment="d" * 64, chain="c" * 32)
    packet = alone(chain, ComparisonPacket, **comparison_fields(made))
    assert len(ComparisonPacket.from_body(packet.body).experts) == 4
    for fields in case_fields(made).values():
        found = on_a_case(chain, CaseFiguresPacket2, a_case(), a_rubric(), **fields)
        chances = CaseFiguresPacket2.from_body(found.body).chances
        assert [each.target for each in chances] == [
            rules.outstanding_target,
            rules.casebook_target,
        ]


def test_nothing_is_issued_of_nothing_or_on_cancel(table: PanelTable) -> None:
    empty = replace(table, rows=tuple(replace(row, cells=()) for row in table.rows))
    assert issued(empty, None) is None
    assert issued(table, None, cancelled=lambda: True) is None
