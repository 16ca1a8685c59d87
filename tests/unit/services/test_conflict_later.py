"""A conflict of interest that an expert declares after having scored a case."""

from __future__ import annotations

from pathlib import Path

from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.panel_acts import ExpertRequestPacket
from reviewer_app.services.panel.counted_scores import Until, cell_at
from reviewer_app.services.panel.rows import CellState
from tests.builders.panel import a_panel


def test_a_conflict_that_is_declared_after_a_score_takes_the_score_out(tmp_path: Path) -> None:
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        case = panel.case(0)
        one.score(case, 9)
        two.score(case, 5)
        panel.collect()
        assert panel.desk.services.panel.table().rows[0].overall.n == 2
        panel.open_round(2)
        panel.declared[case.number, one.pseudonym] = ConflictAnswer.CONFLICT.value
        two.act(ExpertRequestPacket, case, reason="the log goes on, as by declaring")
        panel.collect()
        row = panel.desk.services.panel.table().rows[0]
        assert row.number == case.number
        assert [cell.state for cell in row.cells] == [CellState.CONFLICT, CellState.RECEIVED]
        assert (row.overall.n, row.overall.mean) == (1, 5.0)
        before = Until(round=1)  # nor did it count at any time
        assert [cell_at(cell, case.number, before) for cell in row.cells] == list(row.cells)
