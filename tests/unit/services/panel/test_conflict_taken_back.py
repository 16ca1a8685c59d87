"""Whoever decides a case sees who took a conflict of interest back, where they may see the case."""

from __future__ import annotations

from pathlib import Path

from review_protocol.documents.matters import ConflictTakenBack
from review_protocol.documents.people import Role
from reviewer_app.models.taken_back import keep_taken_back
from tests.builders.panel import Told, a_panel
from tests.builders.world import NOW


def taken_back(case: str, **changes: object) -> ConflictTakenBack:
    told = ConflictTakenBack(
        round=1,
        case=case,
        person=None,
        role=Role.REVIEWER,
        deputy=False,
        pseudonym=1,
        received=NOW,
        leaf=9,
    )
    return told.model_copy(update=changes)


def test_it_stands_on_the_page_of_its_case_alone(tmp_path: Path) -> None:
    with a_panel(tmp_path, experts=2) as panel:
        one, two = (panel.case(at).number for at in (0, 1))
        told = (taken_back(one), taken_back(one, role=Role.HEAD, pseudonym=None))
        with panel.desk.store.write() as connection:
            keep_taken_back(connection, told, 10)
        panel.collect()
        room = panel.desk.services.panel
        assert room.open(one).taken_back == told
        assert room.open(two).taken_back == ()


def test_of_a_hidden_case_it_is_not_shown(tmp_path: Path) -> None:
    with a_panel(tmp_path, experts=2) as panel:
        case = panel.case(0)
        with panel.desk.store.write() as connection:
            keep_taken_back(connection, (taken_back(case.number),), 10)
        panel.told = Told()
        panel.told.hide(case)
        panel.collect()
        assert panel.desk.services.panel.open(case.number).taken_back == ()
