"""Searching on the desk: hits as one types, ways into the case, filters that are remembered."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from threading import Event

import pytest
from PySide6.QtCore import QCollator, QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from review_protocol.documents.text import Area, Language
from reviewer_app.models.passages import Part
from reviewer_app.services.desk_rows import CaseFlag
from reviewer_app.ui.desk.filters import Filter, Filters, keep_filters, kept_filters
from reviewer_app.ui.desk.found_list import FoundList
from reviewer_app.ui.desk.found_model import spoken
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.menu_chip import MenuChip
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.reading.screen import make_screen
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.ui.desk.room import DeskRoom
from tests.ui.screens import press, supplied, words_of


class Room(DeskRoom):
    """The desk's screen, and hands for its search."""

    @property
    def field(self) -> SearchField:
        return self.view.findChild(SearchField)

    @property
    def found(self) -> FoundList:
        return self.view.findChild(FoundList)

    def type(self, words: str) -> None:
        self.field.setText(words)
        self.qtbot.waitUntil(lambda: self.screen.model.state.search == words)
        self.given.settle()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """The database has something else to do: nothing is answered at once."""
        free, owner = Event(), QObject()
        lane = self.given.supplies.lanes.database
        lane.run(free.wait, owner=owner, done=bool, failed=bool)
        try:
            yield
        finally:
            free.set()

    def table(self) -> list[str]:
        return [row.number for row in self.view.findChild(Table, "cases").rows]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ADesk]:
    with a_desk(tmp_path_factory.mktemp("desk"), cases=4) as made:
        yield made


@pytest.fixture
def room(desk: ADesk, qtbot: QtBot) -> Iterator[Room]:
    with supplied(desk) as given:
        yield Room(desk, given, qtbot)


def test_hits_stand_under_their_cases_with_place_and_language(room: Room):
    room.type("网络")
    assert room.found.isVisible()
    assert room.found.rows[0].hit is None
    said = [spoken(row) for row in room.found.rows]
    assert any(each.startswith("Case Background · Chinese: ") for each in said), said
    assert f"Cases with these words: {len({r.case for r in room.found.rows})}" in words_of(
        room.view
    )


def test_hits_that_are_not_listed_are_counted_and_lead_into_the_case(room: Room):
    room.type("network")
    rows = room.found.rows
    at = next(place for place, row in enumerate(rows) if row.more)
    case = [row for row in rows if row.case is rows[at].case]
    listed = sum(len(hit.marks) for hit in rows[at].case.hits.shown)
    assert rows[at].more == rows[at].case.hits.count - listed
    assert case[-1] is rows[at]
    assert spoken(rows[at]) == f"And {rows[at].more} more: open the case to see them"
    room.found.list.clicked.emit(room.found.list.model().index(at, 0))
    (visit,) = room.given.visits
    assert (visit.case, visit.hit) == (rows[at].case.number, rows[at].shown_hit)
    assert visit.hit.spot is not None


def test_countries_with_the_same_count_stand_by_their_names(room: Room, qtbot: QtBot):
    room.view._model.finding.count()
    room.given.settle()
    for language in ("en", "zh_CN"):
        room.given.supplies.appearance.use_language(language)
        menus = room.view.findChildren(MenuChip)
        chips = max((each._chips for each in menus), key=len)
        counts = [chip.count for chip in chips]
        assert counts == sorted(counts, reverse=True)
        collator = QCollator(QLocale())
        pairs = [(a, b) for a, b in pairwise(chips) if a.count == b.count]
        assert len(pairs) > 5
        assert all(collator.compare(a.text, b.text) < 0 for a, b in pairs)


def test_only_the_last_question_is_answered(room: Room):
    model = room.screen.model
    answered: list[str] = []
    model.finding.learnt.connect(lambda learnt: answered.append(learnt.found.query.search))
    with room.busy():
        for words in ("n", "ne", "net", "netw"):
            model.search(words)
    room.given.settle()
    assert answered == ["netw"]
    assert model.state.found is not None
    assert model.state.found.query.search == "netw"


def test_a_search_that_was_given_up_still_renews_the_index(room: Room):
    number = room.table()[0]
    model = room.screen.model
    with room.busy():
        room.desk.services.scoring.keep(number, some_answers(comment="Zebra crossings."))
        model.refresh()
        model.search("zebr")
        model.search("zebra")
    room.given.settle()
    assert model.state.found is not None
    assert [each.number for each in model.state.found.cases] == [number]


def test_what_is_being_typed_is_never_written_over(room: Room):
    room.screen.model.search("net")
    assert room.field.text() == "net"
    room.field.setText("netw")
    room.screen.model.finding.stop()
    room.screen.refresh()  # an answer comes before the field asked
    assert room.field.text() == "netw"


def test_enter_on_a_hit_leads_into_the_case_there(room: Room, qtbot: QtBot):
    room.type("网络")
    rows = room.found.rows
    place = next(at for at, row in enumerate(rows) if row.hit and row.hit.part is Part.ELEMENT)
    listed = room.found.findChild(QListView, "found")
    listed.setCurrentIndex(listed.model().index(place, 0))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    (visit,) = room.given.visits
    assert (visit.place, visit.case) == (Place.READING, rows[place].case.number)
    assert visit.hit == rows[place].hit
    assert visit.hit.language is Language.ZH


def test_escape_brings_the_list_back_as_it_was(room: Room, qtbot: QtBot):
    before = room.table()
    room.type("网络")
    qtbot.keyClick(room.found.findChild(QListView, "found"), Qt.Key.Key_Escape)
    assert room.field.text() == "网络"  # first back to the words
    qtbot.keyClick(room.field, Qt.Key.Key_Escape)
    room.given.settle()
    assert not room.found.isVisible()
    assert room.table() == before


def test_no_case_has_the_words_is_said_with_a_way_back(room: Room, qtbot: QtBot):
    room.type("quokka")
    assert "No case has these words" in words_of(room.view)
    press(qtbot, room.view, "Clear the search")
    room.given.settle()
    assert room.field.text() == ""
    assert len(room.table()) == 4


def test_a_menu_narrows_list_and_search_and_says_so(room: Room, qtbot: QtBot):
    menus = room.view.findChildren(MenuChip)
    countries = next(each for each in menus if each.text() == "Country (region)")
    qtbot.mouseClick(countries, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    first = menu.actions()[0]
    name, count = first.text().split("\t")
    first.trigger()
    room.given.settle()
    assert menu.isVisible()  # for the next one
    menu.close()
    assert countries.text() == name
    assert len(room.table()) == int(count)
    press(qtbot, room.view, "Clear filters")
    room.given.settle()
    assert len(room.table()) == 4


def test_filters_are_there_again_and_the_words_are_not(desk: ADesk, qtbot: QtBot):
    with supplied(desk) as given:
        area = desk.cases[0].headers.area
        keep_filters(given.supplies.keeps, Filters(areas=frozenset({area})))
        room = Room(desk, given, qtbot)
        assert set(room.table()) == {c.number for c in desk.cases if c.headers.area is area}
        room.type("网络")
        assert "网络" not in given.supplies.keeps.get("desk.filters")


@pytest.mark.parametrize("kept", ["", "{}", '{"chip": "other"}', "[]", '{"chip": "all"}'])
def test_filters_of_another_version_are_passed_over(kept: str):
    keeps = KeepsInMemory()
    keeps.set("desk.filters", kept)
    assert kept_filters(keeps) == Filters()


def test_filters_come_back_as_they_were_kept():
    filters = Filters(
        Filter.BEGUN, frozenset({Area.CULTURE}), frozenset({"KE"}), flags=frozenset(CaseFlag)
    )
    keeps = KeepsInMemory()
    keep_filters(keeps, filters)
    assert kept_filters(keeps) == filters


def test_the_reader_begins_at_the_hit(room: Room, qtbot: QtBot):
    room.type("网络")
    row = next(row for row in room.found.rows if row.hit and row.hit.spot)
    reader = make_screen(room.given.supplies)
    assert row.hit is not None
    reader.expect(Visit(Place.READING, hit=row.hit))
    room.given.show(reader, qtbot, row.case.number)
    find = reader.reading.state.find
    hit = find.hits[find.at]
    block = reader.reading.state.opened.prepared.sides[hit.language].blocks[hit.block]
    assert (find.text, hit.exact) == ("网络", "网络")
    assert (hit.language, block.element) == (row.hit.language, row.hit.element)
    assert row.hit.text.strip("…") in block.text
    reader.leave()
