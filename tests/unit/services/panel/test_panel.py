"""The panel's table: what counts, what is held as itself, what a chair may not see."""

from __future__ import annotations

import pytest

from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, ConflictKind, DecisionPacket
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CriterionAnswer
from review_protocol.documents.text import Element, Language
from reviewer_app.errors import CaseNotOpen, NoConnection, NotPermitted, RoundStillOpen
from reviewer_app.models.outbox import stored_packet
from reviewer_app.reading.quotes import quote_of
from reviewer_app.reports.text import Bilingual
from reviewer_app.services.panel.rows import CellState
from reviewer_app.services.panel.table import counted_rounds
from reviewer_app.services.preparing import texts_of
from reviewer_app.services.report_rows import rounds_of
from reviewer_app.services.rows import DeclareRow
from tests.builders.desk import a_desk, some_answers
from tests.builders.panel import AnExpert, APanel, a_panel, never, one_round, print_nothing
from tests.builders.sample import the_sample
from tests.builders.world import a_key


def states(panel: APanel, at: int = 0) -> list[str]:
    number = panel.case(at).number
    row = next(r for r in panel.desk.services.panel.table().rows if r.number == number)
    return [cell.state.value for cell in row.cells]


def row_of(panel: APanel, at: int = 0):
    number = panel.case(at).number
    return next(row for row in panel.desk.services.panel.table().rows if row.number == number)


def test_the_table_has_every_score_and_the_figures_of_those_that_count(tmp_path):
    with a_panel(tmp_path) as panel:
        for expert, mark in zip(panel.experts.values(), (5, 7, 9), strict=True):
            expert.score(panel.case(0), mark)
        assert panel.collect() == 3
        table = panel.desk.services.panel.table()
        row = row_of(panel)
        assert [cell.composite for cell in row.cells] == [5.0, 7.0, 9.0]
        assert (row.overall.n, row.overall.mean, row.overall.median) == (3, 7.0, 7.0)
        assert (row.overall.lowest, row.overall.highest, row.overall.sd) == (5.0, 9.0, 2.0)
        assert row.criteria["benefits"].mean == 7.0
        assert row.recommendations[Recommendation.CASEBOOK] == 3
        assert states(panel, 1) == ["missing"] * 3
        assert row_of(panel, 1).overall.n == 0
        assert (table.experts, table.packets) == ((1, 2, 3), 3)
        assert (table.log_size, table.log_origin) == (
            panel.desk.world.tree.size,
            panel.desk.world.trust.origin,
        )


def test_what_an_expert_says_of_a_case_is_no_review(tmp_path):
    with a_panel(tmp_path, experts=1) as panel:
        panel.experts[1].score(panel.case(0), 6)
        panel.experts[1].act(DiscussionPacket, panel.case(0), text="A word.", in_reply_to=None)
        panel.collect()
        assert states(panel) == ["received"]
        assert row_of(panel).overall.mean == 6.0


def test_rounds_that_count_are_seen_together(tmp_path):
    with a_panel(tmp_path) as panel:
        one, two, three = panel.experts.values()
        one.score(panel.case(0), 5)
        two.score(panel.case(0), 7)
        panel.collect()
        panel.desk.services.panel.decide(panel.case(0).number, Recommendation.CASEBOOK, "agreed")
        assert (row_of(panel).overall.n, row_of(panel).overall.mean) == (2, 6.0)
        panel.open_round(2)
        three.score(panel.case(0), 9)
        panel.collect()
        table = panel.desk.services.panel.table()
        assert (table.round.round.number, table.rounds, table.packets) == (2, (1, 2), 3)
        row = row_of(panel)
        assert [cell.round for cell in row.cells] == [1, 1, 2]
        assert rounds_of(table) == Bilingual("第1、2轮", "Rounds 1 and 2")
        assert table.grounds.rounds == (1, 2)
        assert (row.overall.n, row.overall.mean) == (3, 7.0)
        assert row.decision is None
        assert row.decided_before.outcome is Recommendation.CASEBOOK


def test_who_is_asked_again_on_a_case_speaks_anew(tmp_path):
    with a_panel(tmp_path) as panel:
        one = panel.experts[1]
        first = one.score(panel.case(0), 5)
        panel.open_round(2)
        one.amend(panel.case(0), one.score(panel.case(0), 8), 9)
        panel.collect()
        row = row_of(panel)
        cell = row.cells[0]
        assert (row.overall.n, cell.composite, cell.round) == (1, 9.0, 2)
        assert [(each.round, each.composite) for each in cell.earlier] == [(1, 5.0), (2, 8.0)]
        assert cell.earlier[0].packet == first


@pytest.mark.parametrize(
    ("counted", "present", "expected"),
    [((1, 2), 1, (1,)), ((2, 1), 2, (1, 2)), ((2,), 2, (2,)), ((2,), 1, (1,)), ((1,), 2, (1,))],
)
def test_rounds_count_as_the_rule_file_says(counted, present, expected):
    rules = the_sample().rules.model_copy(update={"counted_rounds": counted})
    assert counted_rounds(rules, present) == expected
    assert counted_rounds(None, present) == (present,)


def test_what_is_not_a_counted_score_stands_as_itself(tmp_path):
    with a_panel(tmp_path, experts=5) as panel:
        one, two, three, four, five = panel.experts.values()
        case = panel.case(0)
        one.amend(case, one.score(case, 3), 8)
        two.withdraw(case, two.score(case, 1))
        three.score(case, 2, disposition=Disposition.HELD_LATE)
        four.recuse(case)
        panel.declared[case.number, five.pseudonym] = ConflictAnswer.CONFLICT.value
        panel.collect()
        assert states(panel) == ["received", "withdrawn", "held", "recused", "conflict"]
        row = row_of(panel)
        assert (row.overall.n, row.overall.mean) == (1, 8.0)
        assert [cell.amended for cell in row.cells] == [True, False, False, False, False]
        assert row.cells[2].marks["benefits"] == 2
        assert row.cells[2].disposition is Disposition.HELD_LATE


def test_a_held_amendment_leaves_the_counted_score_standing(tmp_path):
    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        first = expert.score(panel.case(0), 6)
        expert.score(panel.case(0), 9, disposition=Disposition.HELD_FORK)
        panel.collect()
        (cell,) = row_of(panel).cells
        assert (cell.packet, cell.state, cell.composite) == (first, CellState.RECEIVED, 6.0)


def test_cannot_judge_counts_in_no_mean(tmp_path):
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        answers = some_answers(9).replaced(
            CriterionAnswer(criterion="benefits", mark="cannot_judge", comment="no figures")
        )
        one.score(panel.case(0), answers=answers)
        two.score(panel.case(0), 5)
        panel.collect()
        row = row_of(panel)
        assert [cell.composite for cell in row.cells] == [None, 5.0]
        assert (row.criteria["benefits"].n, row.criteria["benefits"].cannot_judge) == (1, 1)
        assert (row.criteria["conceptual_fit"].mean, row.overall.n) == (7.0, 1)


def test_a_packet_signed_by_another_key_does_not_count(tmp_path):
    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        expert.score(panel.case(0), signer=a_key(99))
        assert panel.collect() == 0
        assert states(panel) == ["missing"]


def test_a_key_whose_certificate_is_not_in_the_log_signs_for_nobody(tmp_path):
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        one.score(panel.case(0))
        two.score(panel.case(0))
        two.certificate_receipt = one.certificate_receipt
        panel.collect()
        assert states(panel) == ["received", "missing"]


def test_a_disposition_changes_only_by_a_leaf_of_the_log(tmp_path):
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        one.score(panel.case(0))
        two.score(panel.case(0))
        panel.collect()
        one.change(0, Disposition.HELD_REVOKED_KEY)
        two.change(0, Disposition.HELD_REVOKED_KEY, proved=False)
        panel.collect()
        assert states(panel) == ["held", "received"]


def test_what_did_not_verify_is_asked_for_again(tmp_path):
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        one.score(panel.case(0))
        two.score(panel.case(0))
        whole = two.sent[0]
        two.sent[0] = whole.model_copy(update={"receipt": one.sent[0].receipt})
        assert panel.collect() == 1
        two.sent[0] = whole
        assert panel.collect() == 1
        assert states(panel) == ["received", "received"]


@pytest.mark.parametrize("role", [Role.CHAIR, Role.HEAD])
def test_what_was_not_declared_on_is_withheld(tmp_path, role):
    with a_panel(tmp_path, experts=1, role=role, declared=False) as panel:
        panel.experts[1].score(panel.case(0))
        panel.collect()
        assert row_of(panel).withheld
        assert states(panel) == []
        with pytest.raises(NotPermitted):
            panel.desk.services.panel.decide(
                panel.case(0).number, Recommendation.CASEBOOK, "agreed"
            )


def test_a_chairs_decision_is_seen_and_is_nobodys_review(tmp_path):
    with a_panel(tmp_path, experts=1, role=Role.STAFF) as panel:
        case, expert = panel.case(0), panel.experts[1]
        score = expert.score(case, 6)
        packet = expert.decide(case, Recommendation.OUTSTANDING)  # a chair who reviews, too
        panel.experts[0] = AnExpert(panel.desk.world, None)
        later = panel.experts[0].decide(panel.case(1), Recommendation.CASEBOOK)
        panel.close_round()
        panel.collect()
        assert row_of(panel).cells[0].packet == score
        decision = row_of(panel).decision
        assert (decision.packet, decision.outcome) == (packet, Recommendation.OUTSTANDING)
        assert row_of(panel, 1).decision.packet == later
        assert [cell.pseudonym for cell in row_of(panel, 1).cells] == [1]


def test_a_packet_with_the_receipt_of_another_does_not_count(tmp_path):
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        one.score(panel.case(0))
        two.score(panel.case(0))
        two.sent[0] = two.sent[0].model_copy(update={"receipt": one.sent[0].receipt})
        panel.collect()
        assert states(panel) == ["received", "missing"]


def test_an_altered_envelope_on_the_disk_does_not_count(tmp_path):
    from sqlalchemy import update

    from reviewer_app.models.others_schema import collected

    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        expert.score(panel.case(0), 2)
        panel.collect()
        altered = from_base64(expert.sent[0].envelope).replace(b'"sig":"', b'"sig":"A')
        with panel.desk.store.write() as connection:
            connection.execute(update(collected).values(envelope=altered))
        assert states(panel) == ["missing"]


def test_a_disposition_altered_on_the_disk_does_not_count(tmp_path):
    from sqlalchemy import update

    from reviewer_app.models.others_schema import collected

    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        expert.score(panel.case(0), 2, disposition=Disposition.HELD_LATE)
        panel.collect()
        assert states(panel) == ["held"]
        with panel.desk.store.write() as connection:
            connection.execute(update(collected).values(disposition=Disposition.COUNTED.value))
        assert states(panel) == ["missing"]


def test_opinions_have_their_quotes_and_counterparts(tmp_path):
    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        case = panel.case(0)
        zh, en = texts_of(case, Element.BENEFITS)
        unit = next(unit for unit in zh.units if not unit.is_heading)
        quote = quote_of(zh, Language.ZH, Element.BENEFITS, unit.start, unit.end)
        answers = some_answers(7).replaced(
            CriterionAnswer(criterion="benefits", mark=7, quotes=(quote,))
        )
        packet = expert.score(case, answers=answers)
        panel.collect()
        view = panel.desk.services.panel.open(case.number)
        (opinion,) = view.opinions
        assert (opinion.cell.packet, opinion.answers) == (packet, answers)
        assert opinion.leaf == expert.sent[0].leaf
        (shown,) = opinion.quotes
        assert (shown.exact, shown.language) == (unit.text, "zh")
        assert shown.counterpart in [each.text for each in en.units]
        assert view.case == case


def test_a_chair_with_a_conflict_sees_no_score_and_decides_nothing(tmp_path):
    with a_desk(tmp_path, cases=2, role=Role.CHAIR, panel="connect") as desk:
        rows = desk.services.declaring.rows()
        conflict = ConflictAnswer.CONFLICT
        desk.services.declaring.sign(
            (
                DeclareRow(rows[0].headers, conflict, ConflictKind.FAMILY, ""),
                DeclareRow(rows[1].headers, ConflictAnswer.NONE, None, ""),
            )
        )
        table = {row.number: row.withheld for row in desk.services.panel.table().rows}
        assert table == {rows[0].headers.number: True, rows[1].headers.number: False}
        with pytest.raises(NotPermitted):
            desk.services.panel.decide(rows[0].headers.number, Recommendation.CASEBOOK, "")


def test_a_chair_who_reviews_sees_scores_only_after_signing_their_own(tmp_path):
    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        number = panel.case(0).number
        expert.score(panel.case(0), 9)
        panel.collect()
        panel.desk.services.scoring.keep(number, some_answers(4))
        assert (row_of(panel).withheld, row_of(panel).cells, row_of(panel).overall.n) == (
            True,
            (),
            0,
        )
        assert panel.desk.services.panel.open(number).opinions == ()
        panel.desk.score(number, 4)
        assert (row_of(panel).withheld, states(panel)) == (False, ["received"])


def test_a_decision_is_signed_on_the_packets_that_count_and_can_be_superseded(tmp_path):
    with a_panel(tmp_path, experts=2, rules=one_round()) as panel:
        one, two = panel.experts.values()
        case = panel.case(0)
        counted = one.score(case, 8)
        two.recuse(case)
        panel.collect()
        room = panel.desk.services.panel
        first = room.decide(case.number, Recommendation.OUTSTANDING, "the best of its area")
        second = room.decide(case.number, Recommendation.CASEBOOK, "after discussion")
        with panel.desk.store.read() as connection:
            packet = stored_packet(connection, second).document()
        assert isinstance(packet, DecisionPacket)
        assert (packet.based_on, packet.supersedes) == ((counted,), first)
        assert (packet.panel, packet.case_hash) == ("connect", case.id)
        decision = row_of(panel).decision
        assert (decision.packet, decision.outcome, decision.reason) == (
            second,
            Recommendation.CASEBOOK,
            "after discussion",
        )


def test_a_decision_that_the_server_did_not_count_stands_for_nothing(tmp_path):
    with a_panel(tmp_path, rules=one_round()) as panel:
        number = panel.case(0).number
        room = panel.desk.services.panel
        first = room.decide(number, Recommendation.OUTSTANDING, "the best of its area")
        panel.desk.receive(first)
        second = room.decide(number, Recommendation.CASEBOOK, "read again")
        assert row_of(panel).decision.packet == second  # on its way
        panel.desk.receive(second, Disposition.NOT_COUNTED_ROLE)
        assert row_of(panel).decision.packet == first


def test_the_head_decides_in_the_name_of_the_areas_panel(tmp_path):
    with a_panel(tmp_path, role=Role.HEAD) as panel:
        number = panel.case(0).number
        packet = panel.desk.services.panel.decide(number, Recommendation.CASEBOOK, "agreed")
        with panel.desk.store.read() as connection:
            assert stored_packet(connection, packet).document().panel == "connect"


def test_reviewers_see_no_table_and_staff_none_of_an_open_round(tmp_path):
    with a_desk(tmp_path / "one") as desk, pytest.raises(NotPermitted):
        desk.services.panel.table()
    with a_panel(tmp_path / "two", role=Role.STAFF) as panel:
        with pytest.raises(RoundStillOpen):
            panel.desk.services.panel.table()
        panel.close_round()
        assert len(panel.desk.services.panel.table().rows) == 3
        with pytest.raises(NotPermitted):
            panel.desk.services.panel.decide(panel.case(0).number, Recommendation.CASEBOOK, "")


def test_an_unknown_case_is_not_open(tmp_path):
    with a_panel(tmp_path) as panel, pytest.raises(CaseNotOpen):
        panel.desk.services.panel.open("WIC-2026-999")


def test_refreshing_without_a_connection_says_so(tmp_path):
    with a_panel(tmp_path) as panel, pytest.raises(NoConnection):
        panel.desk.services.panel.refresh(print_nothing, never)


def test_an_altered_packet_cannot_pass_by_its_base64(tmp_path):
    with a_panel(tmp_path, experts=1) as panel:
        (expert,) = panel.experts.values()
        expert.score(panel.case(0), 3)
        raw = from_base64(expert.sent[0].envelope)
        altered = to_base64(raw.replace(b"payload", b"payl0ad", 1))
        expert.sent[0] = expert.sent[0].model_copy(update={"envelope": altered})
        assert panel.collect() == 0
