"""Defending a case from the panel's room: asked first, written aside, told where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from review_protocol.documents.people import Role
from reviewer_app.ui.defending_menu import DefendingMenu, Dialogs
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.panel.lists.page import ListsPage
from tests.builders.panel import APanel, a_panel
from tests.ui.panel.faces import Room, press, words

pytestmark = pytest.mark.campaign


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("panel"), role=Role.HEAD) as panel:
        for at, marks in enumerate(((9, 8, 7), (6, 5, 5), (4, 3, 2))):
            for expert, mark in enumerate(marks, start=1):
                panel.experts[expert].score(panel.case(at), mark)
        panel.collect()
        yield panel


class Answers:
    """How a person answers what is asked, and what they were asked."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.shown: list[Path] = []
        self.agrees = True
        self.dialogs = Dialogs(
            ask=self._ask,
            target=lambda _parent, _title, name: folder / name,
            folder=lambda _parent, _title: folder,
            show=self.shown.append,
        )

    def _ask(self, question: object, _parent: object) -> bool:
        self.asked.append(str(question))
        return self.agrees


@pytest.fixture
def answers(faced: Room, tmp_path: Path) -> Answers:
    """Given to every menu of the room."""
    made = Answers(tmp_path)
    for menu in faced.view.findChildren(DefendingMenu):
        menu.answer_with(made.dialogs)
    return made


def test_a_case_is_defended_on_one_page(faced: Room, answers: Answers, tmp_path: Path):
    faced.open(0)
    faced.view.defends.sheet.trigger()
    faced.settle()
    number = faced.panel.case(0).number
    file = tmp_path / f"defence-{number}.pdf"
    assert len(PdfReader(file).pages) == 1
    assert "who may know the scores" in answers.asked[0]
    opens = faced.view.page().banner.findChildren(Button)
    next(each for each in opens if each.text() == "Open folder").click()
    assert answers.shown == [tmp_path]


def test_a_dossier_is_a_folder_that_is_told_of(faced: Room, answers: Answers, tmp_path: Path):
    faced.open(0)
    faced.view.defends.dossier.trigger()
    faced.settle()
    (folder,) = tmp_path.iterdir()
    assert (folder / "dossier-en.pdf").is_file()
    assert "The dispute dossier is saved (packets: 3)." in words(faced)


def test_who_thinks_again_writes_nothing(faced: Room, answers: Answers, tmp_path: Path):
    answers.agrees = False
    faced.open(0)
    faced.view.defends.sheet.trigger()
    faced.view.defends.dossier.trigger()
    faced.settle()
    assert (len(answers.asked), list(tmp_path.iterdir())) == (2, [])


def test_all_cases_of_a_list_are_one_file(
    qtbot: QtBot, faced: Room, answers: Answers, tmp_path: Path
):
    press(faced, "Lists")
    page = faced.view.page()
    assert isinstance(page, ListsPage)
    page.findChild(DefendingMenu).button.click()
    faced.settle()
    pages = PdfReader(tmp_path / "defence-sheets.pdf").pages
    assert len(pages) == 3


def test_a_hidden_case_has_neither(qtbot: QtBot, tmp_path: Path):
    with a_panel(tmp_path, declared=False) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.collect()
        room = Room(qtbot, panel)
        room.load()
        room.open(0)
        assert not room.view.defends.button.isEnabled()
        room.view.defends.save_sheets()
        room.settle()
        assert room.defending.state.sheets is None
        room.database.close()
        room.network.close()
