"""What proves a panel's work on one case: all about it, nothing else, and only what holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.programme import Recommendation
from reviewer_app.services.defending.case_proofs import CaseProofs, case_proofs
from reviewer_app.services.evidence_files import evidence_files
from reviewer_app.verifying.folder import verified_folder
from tests.builders.panel import APanel, a_panel
from tests.unit.services.test_evidence_files import written

pytestmark = pytest.mark.campaign


def proofs_of(panel: APanel, at: int = 0) -> CaseProofs:
    panel.collect()
    with panel.desk.store.read() as connection:
        return case_proofs(connection, panel.case(at).number)


def kinds(found: CaseProofs) -> list[str]:
    return [each.name.split("-", 1)[1] for each in found.proofs.packets]


def test_everything_about_a_case_is_proved_by_itself(tmp_path: Path):
    with a_panel(tmp_path / "desk") as panel:
        case = panel.case(0)
        first = panel.experts[1].score(case, 9)
        panel.experts[1].amend(case, first, 8)
        panel.experts[2].score(case, 6, disposition=Disposition.HELD_LATE)
        panel.experts[2].change(0, Disposition.COUNTED)
        panel.experts[3].score(panel.case(1), 5)
        panel.desk.services.panel.decide(case.number, Recommendation.CASEBOOK, "agreed")
        found = proofs_of(panel)
        assert (kinds(found), found.left_out) == (["score", "amendment", "score"], 0)
        folder = written(dict(evidence_files(found.proofs)), tmp_path / "proofs")
        checked = verified_folder(folder)
        assert checked.wrong == ()
        assert [each.disposition for each in checked.packets] == ["counted"] * 3
        assert case.id in checked.documents
        assert len(checked.devices) == 2


def test_what_the_panel_discussed_is_not_handed_on(tmp_path: Path):
    with a_panel(tmp_path) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.experts[1].act(DiscussionPacket, panel.case(0), text="I doubt it.", in_reply_to=None)
        assert kinds(proofs_of(panel)) == ["score"]


def test_the_decision_of_this_desk_is_among_them_once_it_is_received(tmp_path: Path):
    with a_panel(tmp_path) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.collect()
        number = panel.case(0).number
        decision = panel.desk.services.panel.decide(number, Recommendation.CASEBOOK, "agreed")
        panel.desk.receive(decision)
        assert kinds(proofs_of(panel)) == ["score", "decision"]


def test_what_does_not_hold_is_left_out_and_counted(tmp_path: Path):
    with a_panel(tmp_path) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.experts[2].score(panel.case(0), 3)
        panel.collect()
        with panel.desk.store.write() as connection:
            connection.exec_driver_sql(
                "UPDATE collected SET receipt = 'no receipt' WHERE kid = ?",
                (panel.experts[2].key.key_id,),
            )
        with panel.desk.store.read() as connection:
            found = case_proofs(connection, panel.case(0).number)
        assert (len(found.proofs.packets), found.left_out) == (1, 1)
