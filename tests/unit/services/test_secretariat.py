"""Staff: the round closed by a signature, the report of what counts, nothing before."""

from __future__ import annotations

import json

import pytest

from review_protocol.documents.answers import LogView, ProgressAnswer, ReviewerProgress
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RoundAct, RoundPacket
from review_protocol.documents.people import Role
from review_protocol.documents.score import CriterionAnswer
from reviewer_app.errors import CannotWriteReport, NoConnection, NotPermitted, RoundStillOpen
from reviewer_app.models.outbox import all_packets
from tests.builders.desk import a_desk, some_answers
from tests.builders.panel import APanel, a_panel, never, print_nothing
from tests.builders.sample import the_sample
from tests.builders.world import NOW


def a_closed_round(panel: APanel) -> None:
    one, two, three = panel.experts.values()
    case = panel.case(0)
    odd = some_answers(6).replaced(
        CriterionAnswer(criterion="benefits", mark=7, comment="=SUM(A1) 惠及山村")
    )
    one.score(case, answers=odd)
    two.score(case, 8)
    three.score(case, 1, disposition=Disposition.HELD_LATE)
    panel.collect()
    panel.close_round()


def test_closing_signs_once_and_waits_in_the_outbox(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        secretariat = panel.desk.services.secretariat
        for _ in range(2):
            with pytest.raises(NoConnection):
                secretariat.close_round("the deadline has passed", print_nothing, never)
        with panel.desk.store.read() as connection:
            (packet,) = all_packets(connection)
        document = packet.document()
        assert isinstance(document, RoundPacket)
        assert (document.round, document.act) == (1, RoundAct.CLOSE)
        assert document.reason == "the deadline has passed"


def test_nobody_but_staff_closes_a_round(tmp_path):
    with a_desk(tmp_path) as desk, pytest.raises(NotPermitted):
        desk.services.secretariat.close_round("no", print_nothing, never)


def test_there_is_no_report_of_an_open_round(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        with pytest.raises(RoundStillOpen) as refused:
            panel.desk.services.secretariat.export(tmp_path, ["json"], "both")
        assert refused.value.round == 1


def test_the_report_carries_figures_and_where_they_come_from(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        a_closed_round(panel)
        (path,) = panel.desk.services.secretariat.export(tmp_path, ["json"], "both")
        text = path.read_text("utf-8")
        report = json.loads(text)
        assert report["format"] == "practice-review-report/1"
        table = panel.desk.services.secretariat.results()
        for fact in (the_sample().rubric.id, table.log_origin, table.log_root):
            assert fact in text
        # composites (6 + 6 + 7) / 3 and 8: mean 43/6, median the same, range 6.33–8.00
        assert '"6.33–8.00"' in text
        assert "7.17" in text


def test_all_formats_are_written_in_the_language(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF, cases=2) as panel:
        a_closed_round(panel)
        paths = panel.desk.services.secretariat.export(
            tmp_path, ["pdf", "xlsx", "csv", "json"], "zh"
        )
        assert {path.suffix for path in paths} == {".pdf", ".xlsx", ".csv", ".json"}
        assert all(path.stat().st_size > 100 for path in paths)
        cases = next(path for path in paths if path.name.endswith("-cases.csv"))
        assert "案例名称" in cases.read_text("utf-8-sig")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        a_closed_round(panel)
        with pytest.raises(CannotWriteReport) as refused:
            panel.desk.services.secretariat.export(tmp_path / "nowhere", ["json"], "en")
        assert refused.value.reason == "folder_missing"


def a_progress(panel: APanel) -> ProgressAnswer:
    """What the server says of how far Amina and a member of staff are."""
    amina = ReviewerProgress(
        person="p-amina",
        name="Amina Diallo",
        role=Role.REVIEWER,
        panel=None,
        invited=NOW,
        enrolled=NOW,
        declined=None,
        assigned=2,
        declared=2,
        conflicts=0,
        recused=0,
        received=1,
        held=0,
        last_seen=NOW,
    )
    office = amina.model_copy(update={"name": "Office", "role": Role.STAFF, "assigned": 0})
    return ProgressAnswer(
        nonce="0" * 32,
        time=NOW,
        round=None,
        people=(amina, office),
        cases=(),
        packets=3,
        log=LogView(checkpoint=panel.desk.world.checkpoint(), consistency=()),
        request_nonce="-",
    )


def test_no_document_holds_names_and_pseudonyms_together(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        a_closed_round(panel)
        secretariat, answer = panel.desk.services.secretariat, a_progress(panel)
        (scores,) = secretariat.export(tmp_path, ["json"], "en")
        (progress,) = secretariat.export_progress(tmp_path, ["json"], "en", answer)
        with_scores, without = scores.read_text("utf-8"), progress.read_text("utf-8")
        assert "Expert 01" in with_scores
        assert "Amina" not in with_scores
        assert "Amina Diallo" in without
        assert "Office" not in without
        assert "Expert 0" not in without
        assert "pseudonym" not in answer.model_dump_json()


def test_the_score_report_counts_each_experts_reviews(tmp_path):
    with a_panel(tmp_path, role=Role.STAFF, cases=2) as panel:
        a_closed_round(panel)
        paths = panel.desk.services.secretariat.export(tmp_path, ["csv"], "en")
        (progress,) = [path for path in paths if path.name.endswith("-progress.csv")]
        table = progress.read_text("utf-8-sig").split("\n\n")[-1].splitlines()
        assert table == [
            "Expert,Assigned,Received,Held,Recused,Not received",
            "Expert 01,2,1,0,0,1",
            "Expert 02,2,1,0,0,1",
            "Expert 03,2,0,1,0,2",
        ]
