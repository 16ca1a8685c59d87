"""The comparison as the head issues it: packets' ids name its inputs, and its fields fit."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

import orjson
import pytest

from review_protocol.documents.panel_acts import CaseFiguresPacket2, ComparisonPacket
from review_protocol.documents.programme import Recommendation, RoundState, Rules
from review_protocol.documents.text import Bilingual
from review_protocol.keys import SigningKey
from reviewer_app.panel.draws import FINAL_DRAWS
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.dossier import Standing
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposal import proposal_of
from reviewer_app.services.panel.record import Issued, case_fields, comparison_fields, issued
from reviewer_app.services.panel.rows import PanelTable
from tests.builders.documents import Chain, a_case, a_rubric
from tests.builders.panel import APanel, a_panel
from tests.builders.panel_acts import alone, on_a_case
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample
from tests.builders.world import NOW

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


def in_two_rounds(*, elsewhere: int = 0) -> tuple[PanelTable, Rules]:
    """Forty cases of the whole programme, three reviews each in round 1 and more in round 2; round
    1 decides the Casebook, and other people decided some places of it."""
    table = a_table(40, 12)
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, round=1 if at < 3 else 2) if cell.round else cell
                for at, cell in enumerate(row.cells)
            ),
        )
        for row in table.rows
    )
    assert table.round is not None
    second = table.round.round.model_copy(update={"number": 2})
    present = RoundState(round=second, opened=NOW, closed=NOW)
    places = (Recommendation.CASEBOOK,) * elsewhere
    said = {"casebook_round": 1, "outstanding_round": 2, "counted_rounds": (1, 2)}
    targets = {"casebook_target": 15, "outstanding_target": 5, "fewest_reviews": 1}
    return (
        replace(table, rows=rows, rounds=(1, 2), round=present, standing=Standing(places=places)),
        the_sample().rules.model_copy(update=said | targets),
    )


@pytest.mark.parametrize("elsewhere", [0, 3])
def test_places_and_chances_are_those_of_the_list_that_decides(elsewhere: int) -> None:
    """Chairs read them beside what is proposed: both are of the round that decides the Casebook,
    and of the line that the head sees."""
    table, rules = in_two_rounds(elsewhere=elsewhere)
    made = issued(table, rules, draws=1_000)
    lists = proposed(table, rules, lambda code: Bilingual(zh=code, en=code))
    assert made is not None
    assert lists is not None
    line = 15 - elsewhere
    decided = {each.number: each.compared for each in lists.casebook.order}
    assert any(fields["place"] is None for fields in case_fields(made).values())
    for number, fields in case_fields(made).items():
        found = proposal_of(lists, number)
        assert (fields["place"], fields["among"]) == (found.place, found.among)
        assert fields["proposed"] is found.outcome
        if found.place is None:
            continue
        case = decided[number]
        assert (fields["rank_low"], fields["rank_high"]) == (case.rank_low, case.rank_high)
        chances = {each.target: float(each.probability) for each in fields["chances"]}
        assert chances.keys() == {5, line}
        assert chances[line] == pytest.approx(case.among[line], abs=1e-6)
