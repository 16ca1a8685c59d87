"""The secretariat defends marked cases from the results, once the round is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from review_protocol.documents.people import Role
from reviewer_app.ui.defending import Defending
from reviewer_app.ui.defending_menu import Dialogs
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.staff.state import Tab
from reviewer_app.ui.staff.view_model import Told
from tests.builders.panel import a_panel
from tests.ui.staff.offices import Office
from tests.ui.staff.test_staff import Room

pytestmark = pytest.mark.campaign


def test_all_that_are_shown_are_one_file_and_a_marked_one_its_own(qtbot: QtBot, tmp_path: Path):
    with a_panel(tmp_path / "panel", role=Role.STAFF) as panel:
        for at in (0, 1):
            panel.experts[1].score(panel.case(at), 7)
        panel.collect()
        panel.close_round()
        services = panel.desk.services
        room = Room(qtbot, tmp_path, services.secretariat)
        menu = room.view.defend_with(Defending(services, room.syncing))
        menu.answer_with(
            Dialogs(
                ask=lambda _question, _parent: True,
                target=lambda _parent, _title, name: tmp_path / name,
            )
        )
        assert not menu.button.isEnabled()
        room.model._seen(Told(Office(closed=True).progress(), None))
        room.settle()
        room.model.show_tab(Tab.RESULTS)
        menu.sheet.trigger()
        room.settle()
        assert len(PdfReader(tmp_path / "defence-sheets.pdf").pages) == 3
        room.view.findChild(ScoreTable).table.selectRow(0)
        menu.sheet.trigger()
        room.settle()
        assert (tmp_path / f"defence-{panel.case(0).number}.pdf").is_file()
        room.database.close()
        room.network.close()
