"""A consolidated citation: written in both languages, approved by others, or written anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.documents.dossier import PanelDeclaration
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CitationPacket,
    DiscussionPacket,
)
from review_protocol.documents.people import Role
from reviewer_app.errors import NotPermitted
from reviewer_app.models.outbox import stored_packet
from reviewer_app.services.panel.citations import CitationDraft
from reviewer_app.services.panel.voices import Seat
from tests.builders.desk import a_desk
from tests.builders.panel import APanel, Told, a_panel
from tests.builders.sample import the_sample

PANEL = the_sample().programme.panels[0].code
TEXT = CitationDraft("以海缆连接九个岛屿。", "Nine islands joined by cable.")


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, experts=1) as made:
        yield made


def test_both_languages_are_needed_and_the_text_is_what_was_written(panel: APanel) -> None:
    number, citations = panel.case(0).number, panel.desk.services.citations
    for lacking in (
        CitationDraft("中文", " "),
        CitationDraft("", "English"),
        CitationDraft("\u200b", "\u2060"),
    ):
        with pytest.raises(ValueError, match="both languages"):
            citations.propose(number, lacking)
    packet = citations.propose(number, TEXT)
    look = citations.look(number)
    assert look.standing is not None
    assert (look.standing.packet, look.standing.zh, look.standing.en) == (
        packet,
        TEXT.zh,
        TEXT.en,
    )
    assert (look.standing.agreed, look.earlier, look.draft) == (False, (), None)


def test_it_is_agreed_once_another_approves_and_nobody_objects(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    head, deputy = panel.colleague(Role.HEAD), panel.colleague(Role.CHAIR, "elsewhere")
    text = citations.propose(case.number, TEXT)
    head.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert [(each.voice.seat, each.approves) for each in standing.approvals] == [(Seat.HEAD, True)]
    assert standing.agreed
    deputy.act(ApprovalPacket, case, citation=text, approves=False, comment="Which islands?")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert not standing.agreed
    deputy.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert standing.agreed
    assert [each.comment for each in standing.approvals] == ["", ""]


def test_a_writers_own_word_makes_no_agreement(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    head = panel.colleague(Role.HEAD)
    text = head.act(CitationPacket, case, zh="一", en="One", supersedes=None)
    head.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert standing.approvals == ()
    assert not standing.agreed
    own = citations.propose(case.number, TEXT)
    with pytest.raises(ValueError, match="not to be answered"):
        citations.answer(case.number, own, "", approves=True)


def test_a_new_text_takes_the_place_of_the_one_before_and_asks_anew(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    head = panel.colleague(Role.HEAD)
    first = head.act(CitationPacket, case, zh="一", en="One", supersedes=None)
    panel.collect()
    answer = citations.answer(case.number, first, "Say which.", approves=False)
    look = citations.look(case.number)
    assert look.standing is not None
    assert look.standing.own_answer is not None
    assert (look.standing.own_answer.packet, look.standing.own_answer.comment) == (
        answer,
        "Say which.",
    )
    second = citations.propose(case.number, TEXT)
    look = citations.look(case.number)
    assert look.standing is not None
    assert (look.standing.packet, look.standing.approvals) == (second, ())
    assert [each.packet for each in look.earlier] == [first]
    assert [each.approves for each in look.earlier[0].approvals] == [False]
    with pytest.raises(ValueError, match="not to be answered"):
        citations.answer(case.number, first, "", approves=True)


def test_a_second_text_names_the_one_that_it_was_written_against(panel: APanel) -> None:
    number, citations = panel.case(0).number, panel.desk.services.citations
    first = citations.propose(number, TEXT)
    second = citations.propose(number, CitationDraft("二", "Two"))
    with panel.desk.store.read() as connection:
        stored = stored_packet(connection, second)
    assert stored is not None
    document = stored.document()
    assert isinstance(document, CitationPacket)
    assert document.supersedes == first


def test_an_objection_has_words(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    text = panel.colleague(Role.HEAD).act(CitationPacket, case, zh="一", en="One", supersedes=None)
    panel.collect()
    for unseen in (" ", "\u200b"):
        with pytest.raises(ValueError, match="says why"):
            citations.answer(case.number, text, unseen, approves=False)
    assert citations.look(case.number).standing.own_answer is None


def test_what_is_being_written_is_there_again(panel: APanel) -> None:
    number, citations = panel.case(0).number, panel.desk.services.citations
    assert citations.look(number).draft is None
    citations.keep(number, CitationDraft("九个", ""))
    citations.keep_objection(number, "I think")
    look = citations.look(number)
    assert (look.draft, look.objection) == (CitationDraft("九个", ""), "I think")


def test_experts_write_no_citation(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.receive(desk.score(desk.numbers[0]))
        with pytest.raises(NotPermitted):
            desk.services.citations.look(desk.numbers[0])


def test_a_text_that_came_behind_anothers_is_told_and_counts_not(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    own = citations.propose(case.number, TEXT)
    panel.desk.receive(own, Disposition.NOT_COUNTED_SUPERSEDES)
    text = panel.colleague(Role.HEAD).act(CitationPacket, case, zh="一", en="One", supersedes=None)
    panel.collect()
    look = citations.look(case.number)
    assert look.standing is not None
    assert look.passed_over is not None
    assert (look.standing.packet, look.passed_over.packet) == (text, own)
    panel.desk.receive(citations.propose(case.number, TEXT))
    assert citations.look(case.number).passed_over is None


def test_whoever_decides_and_has_spoken_of_the_case_is_waited_for(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    head, deputy = panel.colleague(Role.HEAD), panel.colleague(Role.CHAIR, "elsewhere")
    expert = panel.experts[1]
    expert.score(case, 7)
    for each in (deputy, expert):
        each.act(DiscussionPacket, case, text="Element 2 is thin.", in_reply_to=None)
    text = citations.propose(case.number, TEXT)
    head.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert ([each.seat for each in standing.waiting], standing.approved) == ([Seat.DEPUTY], 1)
    assert not standing.agreed
    deputy.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert (standing.agreed, standing.waiting, standing.approved) == (True, (), 2)


def test_nobody_waits_for_who_has_a_conflict_by_now(panel: APanel) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    panel.told = Told()
    head, deputy = panel.colleague(Role.HEAD), panel.colleague(Role.CHAIR, "elsewhere")
    deputy.act(DiscussionPacket, case, text="Element 2 is thin.", in_reply_to=None)
    panel.told.deputies.append(deputy.key.key_id)
    text = citations.propose(case.number, TEXT)
    head.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert [each.seat for each in standing.waiting] == [Seat.DEPUTY]
    declares_a_conflict(panel, Role.CHAIR, deputy=True)
    head.act(DiscussionPacket, case, text="Then without them.", in_reply_to=None)
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert (standing.agreed, standing.waiting) == (True, ())


@pytest.mark.parametrize("approves", [True, False])
def test_nothing_goes_by_the_answer_of_who_has_a_conflict_by_now(
    panel: APanel, approves: bool
) -> None:
    case, citations = panel.case(0), panel.desk.services.citations
    panel.told = Told()
    head, deputy = panel.colleague(Role.HEAD), panel.colleague(Role.CHAIR, PANEL)
    panel.told.deputies.append(deputy.key.key_id)
    text = citations.propose(case.number, TEXT)
    answer = {"citation": text, "approves": approves, "comment": "Which islands?"}
    head.act(ApprovalPacket, case, **answer)
    panel.collect()
    declares_a_conflict(panel, Role.HEAD)
    deputy.act(DiscussionPacket, case, text="Then without them.", in_reply_to=None)
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert [(each.voice.seat, each.excused) for each in standing.approvals] == [(Seat.HEAD, True)]
    assert (standing.agreed, standing.approved) == (False, 0)
    deputy.act(ApprovalPacket, case, citation=text, approves=True, comment="")
    panel.collect()
    standing = citations.look(case.number).standing
    assert standing is not None
    assert (standing.agreed, standing.approved, standing.waiting) == (True, 1, ())


def test_a_conflict_excuses_whose_it_may_be_alone(panel: APanel) -> None:
    """Of two deputies one has a conflict, and it is not told which: both are waited for. Who
    stands in from another panel is no deputy for the server."""
    case, citations = panel.case(0), panel.desk.services.citations
    panel.told = Told()
    one, two = panel.colleague(Role.CHAIR, PANEL), panel.colleague(Role.CHAIR, PANEL, "b")
    other = panel.colleague(Role.CHAIR, "elsewhere")
    panel.told.deputies += [one.key.key_id, two.key.key_id]
    for each in (one, two, other):
        each.act(DiscussionPacket, case, text="Element 2 is thin.", in_reply_to=None)
    citations.propose(case.number, TEXT)
    declares_a_conflict(panel, Role.CHAIR, deputy=True)
    panel.collect()
    waited = {each.person for each in citations.look(case.number).standing.waiting}
    assert len(waited) == 3
    declares_a_conflict(panel, Role.CHAIR, deputy=True)
    one.act(DiscussionPacket, case, text="So do I.", in_reply_to=None)
    panel.collect()
    (waiting,) = citations.look(case.number).standing.waiting
    assert (waiting.seat, waiting.deputy) == (Seat.DEPUTY, False)


def declares_a_conflict(panel: APanel, role: Role, *, deputy: bool = False) -> None:
    """Told by the server from now on."""
    assert panel.told is not None
    conflict = ConflictAnswer.CONFLICT
    who = {"role": role, "deputy": deputy, "pseudonym": None}
    told = PanelDeclaration(case=panel.case(0).number, answer=conflict, **who)
    panel.told.declarations.append(told)
