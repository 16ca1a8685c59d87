"""A case's discussion: signed words of the panel's people, under no names, placed in time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.people import Role
from review_protocol.translog import Receipt
from reviewer_app.errors import CaseNotOpen, NotPermitted
from reviewer_app.models.dossier import ToldSight, ToldTies, keep_told
from reviewer_app.services.panel.discussed import discussion_opened
from reviewer_app.services.panel.discussion import Contribution, ScoreAmended
from reviewer_app.services.panel.voices import Seat
from reviewer_app.services.rows import DeclareRow
from tests.builders.desk import ADesk, a_desk
from tests.builders.panel import APanel, a_panel


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, experts=2) as made:
        yield made


def own_area(panel: APanel) -> str:
    """The panel of the first case."""
    table = panel.desk.services.panel.table()
    row = next(each for each in table.rows if each.number == panel.case(0).number)
    found = table.programme.panel_of(row.area)
    assert found is not None
    return found.code


def test_what_is_said_here_is_signed_and_goes_with_the_next_sync(panel: APanel) -> None:
    number, discussion = panel.case(0).number, panel.desk.services.discussion
    packet = discussion.say(number, " The figures of element 4 are the partner's own.\n")
    (said,) = discussion.thread(number).entries
    assert isinstance(said, Contribution)
    assert said.text == " The figures of element 4 are the partner's own.\n"
    assert (said.packet, said.leaf, said.voice.is_own, said.is_new) == (packet, None, True, False)
    leaf = Receipt.parse(panel.desk.receive(packet)).index
    (said,) = discussion.thread(number).contributions
    assert said.leaf == leaf


def test_people_are_told_by_their_seats_in_the_order_of_the_log(panel: APanel) -> None:
    case, discussion = panel.case(0), panel.desk.services.discussion
    head, deputy = panel.colleague(Role.HEAD), panel.colleague(Role.CHAIR, "elsewhere")
    chair = panel.colleague(Role.CHAIR, own_area(panel))
    first = panel.experts[2].act(DiscussionPacket, case, text="One.", in_reply_to=None)
    for each, text in ((head, "Two."), (deputy, "Three."), (chair, "Four.")):
        each.act(DiscussionPacket, case, text=text, in_reply_to=first)
    panel.collect()
    own = discussion.say(case.number, "Five.", first)
    thread = discussion.thread(case.number)
    seats = [(each.voice.seat, each.voice.pseudonym) for each in thread.contributions]
    assert seats[:4] == [
        (Seat.EXPERT, 2),
        (Seat.HEAD, None),
        (Seat.DEPUTY, None),
        (Seat.CHAIR, None),
    ]
    assert [each.text for each in thread.contributions] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
    ]
    assert thread.contributions[-1].packet == own
    assert {each.in_reply_to for each in thread.contributions[1:]} == {first}


def test_an_amended_score_stands_where_it_came(panel: APanel) -> None:
    case, expert = panel.case(0), panel.experts[1]
    before = expert.amend(case, expert.score(case, 4), 5)
    expert.act(DiscussionPacket, case, text="Is it so?", in_reply_to=None)
    expert.amend(case, before, 7)
    panel.experts[2].act(DiscussionPacket, case, text="It is.", in_reply_to=None)
    panel.collect()
    entries = panel.desk.services.discussion.thread(case.number).entries
    assert [type(each) for each in entries] == [Contribution, ScoreAmended, Contribution]
    assert entries[1].voice.pseudonym == 1


def test_the_first_words_of_all_say_when_the_discussion_was_opened(panel: APanel) -> None:
    first, second = panel.case(0), panel.case(1)
    expert = panel.experts[1]
    expert.score(first)
    expert.act(DiscussionPacket, first, text="One.", in_reply_to=None)
    leaf = expert.sent[-1].leaf
    expert.act(DiscussionPacket, first, text="Two.", in_reply_to=None)
    panel.collect()
    own = panel.desk.services.discussion.say(second.number, "Here.")
    with panel.desk.store.read() as connection:
        assert discussion_opened(connection) == {first.number: leaf}
    came = Receipt.parse(panel.desk.receive(own)).index
    with panel.desk.store.read() as connection:
        assert discussion_opened(connection) == {first.number: leaf, second.number: came}


def test_what_others_said_is_new_until_it_was_seen(panel: APanel) -> None:
    case, discussion = panel.case(0), panel.desk.services.discussion
    discussion.say(case.number, "Mine is never new.")
    for text in ("One.", "Two."):
        panel.experts[1].act(DiscussionPacket, case, text=text, in_reply_to=None)
    panel.collect()
    assert discussion.news() == {case.number: 2}
    discussion.mark_seen(discussion.thread(case.number).new)
    assert discussion.news() == {}
    assert discussion.thread(case.number).new == ()


def test_what_is_being_written_is_there_again(panel: APanel) -> None:
    number, discussion = panel.case(0).number, panel.desk.services.discussion
    discussion.keep(number, "Half a sent", "a" * 64)
    thread = discussion.thread(number)
    assert (thread.draft, thread.draft_replies_to) == ("Half a sent", "a" * 64)
    discussion.say(number, "Half a sentence more.", "a" * 64)
    thread = discussion.thread(number)
    assert (thread.draft, thread.draft_replies_to) == ("", None)


def test_who_has_a_conflict_neither_sees_nor_says_anything(tmp_path: Path) -> None:
    with a_panel(tmp_path, experts=1, declared=False) as panel:
        rows = panel.desk.services.declaring.rows()
        answers = (ConflictAnswer.CONFLICT, *(ConflictAnswer.NONE,) * (len(rows) - 1))
        panel.desk.receive(
            panel.desk.services.declaring.sign(
                tuple(
                    DeclareRow(
                        row.headers,
                        answer,
                        ConflictKind.FAMILY if answer is ConflictAnswer.CONFLICT else None,
                        "",
                    )
                    for row, answer in zip(rows, answers, strict=True)
                )
            )
        )
        panel.desk.release(*(row.headers.number for row in rows[1:]))
        hidden = rows[0].headers.number
        with pytest.raises(NotPermitted):
            panel.desk.services.discussion.thread(hidden)
        with pytest.raises(NotPermitted):
            panel.desk.services.discussion.say(hidden, "Let me say this.")
        panel.desk.services.discussion.say(rows[1].headers.number, "And here I may.")


def scored(desk: ADesk, disposition: Disposition = Disposition.COUNTED) -> str:
    number = desk.numbers[0]
    desk.receive(desk.score(number), disposition)
    return number


def test_an_expert_takes_part_once_the_own_score_counts(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        with pytest.raises(NotPermitted):
            desk.services.discussion.thread(number)
        packet = desk.score(number)
        with pytest.raises(NotPermitted):
            desk.services.discussion.say(number, "Not before it is received.")
        desk.receive(packet)
        desk.services.discussion.say(number, "Now.")
        (said,) = desk.services.discussion.thread(number).contributions
        assert (said.voice.seat, said.voice.is_own) == (Seat.EXPERT, True)


def test_an_expert_whose_score_is_held_or_withdrawn_does_not(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        number = scored(desk, Disposition.HELD_LATE)
        with pytest.raises(NotPermitted):
            desk.services.discussion.thread(number)
        other = desk.numbers[1]
        desk.receive(desk.score(other))
        desk.receive(desk.services.signing.withdraw(other, "a slip"))
        with pytest.raises(NotPermitted):
            desk.services.discussion.thread(other)


def test_nothing_is_said_without_words_or_of_no_case(panel: APanel) -> None:
    for unseen in (" \n", "\u200b"):
        with pytest.raises(ValueError, match="nothing is said"):
            panel.desk.services.discussion.say(panel.case(0).number, unseen)
    with pytest.raises(CaseNotOpen):
        panel.desk.services.discussion.thread("WIC-2026-999")


def test_two_of_one_seat_are_numbered_as_they_first_spoke(panel: APanel) -> None:
    case, area = panel.case(0), own_area(panel)
    panel.colleague(Role.CHAIR, area, "more").act(
        DiscussionPacket, case, text="One.", in_reply_to=None
    )
    panel.colleague(Role.CHAIR, area).act(DiscussionPacket, case, text="Two.", in_reply_to=None)
    panel.colleague(Role.HEAD).act(DiscussionPacket, case, text="Three.", in_reply_to=None)
    panel.collect()
    said = panel.desk.services.discussion.thread(case.number).contributions
    assert [(each.voice.seat, each.voice.ordinal) for each in said] == [
        (Seat.CHAIR, 1),
        (Seat.CHAIR, 2),
        (Seat.HEAD, 0),
    ]


def test_a_deputy_is_told_as_whom_they_speak(panel: APanel) -> None:
    number, discussion = panel.case(0).number, panel.desk.services.discussion
    assert discussion.thread(number).seat is Seat.CHAIR
    with panel.desk.store.write() as connection:
        keep_told(
            connection,
            ToldSight(deputy=True, decides=(), withheld=()),
            ToldTies(declarations=(), ties=()),
        )
    assert discussion.thread(number).seat is Seat.DEPUTY
    discussion.say(number, "As the deputy.")
