"""Defence sheets from a real desk: what a case rests on, a page each, and none of a hidden case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from review_protocol.documents.dossier import CountryTie
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import NotPermitted, RoundStillOpen
from reviewer_app.models.dossier import ToldSight, ToldTies, keep_told
from reviewer_app.sync.reports import Progress
from tests.builders.panel import APanel, a_panel

pytestmark = pytest.mark.campaign


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("panel")) as panel:
        for at, marks in enumerate(((9, 8, 7), (6, 5, 5), (4, 3, 2))):
            for expert, mark in enumerate(marks, start=1):
                panel.experts[expert].score(panel.case(at), mark)
        panel.experts[3].score(panel.case(0), 2, disposition=Disposition.HELD_LATE)
        panel.declared[(panel.case(0).number, 2)] = "disclosed"
        panel.collect()
        tie = CountryTie(
            round=1, case=panel.case(0).number, pseudonym=3, applicant=False, involved=True
        )
        with panel.desk.store.write() as connection:
            told = ToldSight(deputy=False, decides=(), withheld=())
            keep_told(connection, told, ToldTies(declarations=(), ties=(tie,)))
        number = panel.case(0).number
        panel.close_round()
        panel.desk.services.panel.decide(number, Recommendation.CASEBOOK, "the best of all")
        yield panel


def test_a_case_is_defended_by_its_place_its_scores_and_the_rules(panel: APanel):
    found = panel.desk.services.defence.of(panel.case(0).number)
    assert found.place is not None
    assert (found.place.place, found.place.of, found.fewest_lacking) == (1, 3, 0)
    assert [(each.expert, each.state) for each in found.scores] == [
        (1, "counts"),
        (2, "counts"),
        (3, "counts"),
    ]
    assert [each.declared for each in found.scores] == ["none", "disclosed", "none"]
    assert [each.home for each in found.scores] == [None, None, "involved"]
    assert found.decision is not None
    assert (found.decision.outcome, found.decision.leaf) == ("casebook", None)
    assert found.rules is not None
    assert found.rules.fewest_reviews == 3
    assert found.panel is not None


def test_a_panels_own_cases_give_no_chance_among_all(panel: APanel):
    found = panel.desk.services.defence.of(panel.case(0).number)
    assert found.place is not None
    assert (found.place.chances, found.place.lines, found.heads) == ((), (), None)


def test_it_says_what_the_experts_recommended_and_who_decided(panel: APanel):
    found = panel.desk.services.defence.of(panel.case(0).number)
    assert sum(times for _, times in found.recommended) == 3
    assert found.decision is not None
    assert (found.decision.who, found.talk, found.citation) == ("chair", None, None)


def test_sheets_of_a_list_are_one_file(panel: APanel, tmp_path: Path):
    numbers = [panel.case(at).number for at in (2, 0, 1)]
    told: list[Progress] = []
    done = panel.desk.services.defence.save_sheets(
        numbers, tmp_path / "sheets.pdf", "en", told.append
    )
    assert (done.file, done.pages, done.withheld) == (tmp_path / "sheets.pdf", 3, 0)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "sheets.pdf").pages]
    found = [number for page in pages for number in numbers if number in page]
    assert found == numbers
    assert [(each.what, each.done) for each in told] == [
        ("compare", 0),
        *(("sheets", done) for done in range(4)),
    ]
    assert "Decision: Casebook" in pages[1]
    assert "the best of all" in pages[1]


def test_cancelling_leaves_no_file(panel: APanel, tmp_path: Path):
    numbers = [panel.case(at).number for at in range(3)]
    done = panel.desk.services.defence.save_sheets(
        numbers, tmp_path / "sheets.pdf", "zh", cancelled=lambda: True
    )
    assert (done.file, list(tmp_path.iterdir())) == (None, [])


def test_a_withheld_case_has_no_sheet(tmp_path: Path):
    with a_panel(tmp_path, declared=False) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.collect()
        with pytest.raises(NotPermitted):
            panel.desk.services.defence.of(panel.case(0).number)
        with pytest.raises(NotPermitted):
            panel.desk.services.defence.save_sheets(
                [panel.case(0).number], tmp_path / "sheet.pdf", "en"
            )
        assert not (tmp_path / "sheet.pdf").exists()


def test_staff_have_sheets_once_the_round_is_closed(tmp_path: Path):
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.collect()
        defence, target = panel.desk.services.defence, tmp_path / "sheet.pdf"
        with pytest.raises(RoundStillOpen):
            defence.save_sheets([panel.case(0).number], target, "en")
        panel.close_round()
        assert defence.save_sheets([panel.case(0).number], target, "en").pages == 1
