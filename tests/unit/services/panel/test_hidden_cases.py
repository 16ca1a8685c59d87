"""Of a case that this person may not see nothing is shown, counted, listed or kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review_protocol.documents.dossier import CountryTie, Decider, PanelDeclaration, Withheld
from review_protocol.documents.packet import ConflictAnswer, ConflictKind, RecusalReason
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import NotPermitted
from reviewer_app.models.collected import collected_packets
from reviewer_app.models.dossier import ToldSight, ToldTies, keep_told
from reviewer_app.models.panel_list import PANEL_LIST
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.dossier import Hidden, Why
from reviewer_app.services.panel.home import Home
from reviewer_app.services.panel.listed_rows import ListPart, ListQuery
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.sensitivity import sensitivity
from reviewer_app.services.panel.voices import Seat
from reviewer_app.sync.reports import never
from tests.builders.panel import APanel, Told, a_panel, print_nothing
from tests.builders.sample import the_sample

MARKS = ((5, 7, 9, 6), (8, 4, 6, 7), (3, 6, 5, 9), (7, 8, 8, 2))


@pytest.fixture(scope="module")
def panel(tmp_path_factory):
    """Four cases, each scored by four experts and discussed, as collected before anything is
    hidden."""
    with a_panel(tmp_path_factory.mktemp("panel"), cases=4, experts=4) as panel:
        for at, marks in enumerate(MARKS):
            for expert, mark in zip(panel.experts.values(), marks, strict=True):
                expert.score(panel.case(at), mark)
            panel.experts[1].act(DiscussionPacket, panel.case(at), text="A word.", in_reply_to=None)
        panel.collect()
        yield panel


def hide(panel: APanel, *cases: int) -> None:
    """The desk is told of these, and their packets are here still."""
    told = Told()
    for at in cases:
        told.hide(panel.case(at), by=Decider.CHAIRS_DEPUTY)
    sight = ToldSight(deputy=False, decides=(), withheld=tuple(told.withheld))
    with panel.desk.store.write() as connection:
        keep_told(connection, sight, ToldTies(declarations=(), ties=()))


def table(panel: APanel) -> PanelTable:
    """As the head would see it: lists are of the whole programme."""
    return replace(panel.desk.services.panel.table(), panel=None)


def without(table: PanelTable, number: str) -> PanelTable:
    return replace(table, rows=tuple(row for row in table.rows if row.number != number))


@pytest.mark.parametrize("at", range(4))
def test_every_figure_is_that_of_a_panel_without_the_case(panel, at):
    hide(panel)
    number, whole, rules = panel.case(at).number, table(panel), the_sample().rules
    hide(panel, at)
    seen = table(panel)
    (row,) = [row for row in seen.rows if row.withheld]
    assert row.hidden == Hidden(Why.CONFLICT, Decider.CHAIRS_DEPUTY)
    assert (row.number, row.cells, row.overall.n, row.decision) == (number, (), 0, None)
    other = without(whole, number)
    assert without(seen, number).rows == other.rows
    assert seen.packets == whole.packets - 5
    assert seen.grounds.packets == seen.packets
    assert number not in seen.discussed
    found, expected = compared(seen, rules), compared(other, rules)
    assert replace(found, unscored=()) == expected
    assert sensitivity(seen, rules) == sensitivity(other, rules)
    lists, others = (proposed(each, rules, lambda code: None) for each in (seen, other))
    assert replace(lists, withheld=0) == others


@pytest.mark.parametrize("at", range(4))
def test_the_kept_list_counts_and_finds_it_nowhere(panel, at):
    listing = panel.desk.services.panel.listing
    hide(panel)
    listing.check(print_nothing, never)
    whole = listing.open(ListQuery()).head.counts
    hide(panel, at)
    assert listing.open(ListQuery()) is None  # what was kept before shows it
    listing.check(print_nothing, never)
    found = listing.open(ListQuery(part=ListPart.HIDDEN))
    (row,) = found.first.rows
    assert (row.number, row.cells, row.figures.n) == (panel.case(at).number, (), 0)
    assert row.hidden == Hidden(Why.CONFLICT, Decider.CHAIRS_DEPUTY)
    counts = found.head.counts
    assert counts[ListPart.UNDECIDED] == whole[ListPart.UNDECIDED] - 1
    assert counts[ListPart.FEW] == whole[ListPart.FEW] == 0
    assert panel.desk.services.panel.open(panel.case(at).number).opinions == ()


def test_what_was_collected_before_is_erased_when_it_is_told(tmp_path):
    with a_panel(tmp_path) as panel:
        for at in range(3):
            panel.experts[1].score(panel.case(at), 5)
        panel.collect()
        panel.desk.services.panel.listing.check(print_nothing, never)
        panel.told = Told()
        panel.told.hide(panel.case(1))
        panel.collect()
        with panel.desk.store.read() as connection:
            cases = {row.case for row in collected_packets(connection)}
            kept = [connection.execute(each.select()).first() for each in PANEL_LIST]
        assert cases == {panel.case(0).number, panel.case(2).number}
        assert kept == [None] * len(PANEL_LIST)
        panel.told.withheld.clear()
        panel.experts[1].score(panel.case(1), 6)
        panel.collect()
        assert not any(row.withheld for row in table(panel).rows)


def test_an_own_score_that_is_owed_is_told_apart_from_a_conflict(tmp_path):
    with a_panel(tmp_path) as panel:
        panel.told = Told()
        panel.told.hide(panel.case(0), Withheld.OWN_SCORE_FIRST, Decider.HEAD)
        panel.collect()
        row = table(panel).rows[0]
        assert row.hidden == Hidden(Why.OWN_SCORE_FIRST, Decider.HEAD)
        with pytest.raises(NotPermitted):
            decide(panel, 0)


def decide(panel: APanel, at: int) -> str:
    number = panel.case(at).number
    return panel.desk.services.panel.decide(number, Recommendation.CASEBOOK, "agreed")


def test_a_deputy_decides_what_is_theirs_and_nothing_else(tmp_path):
    with a_panel(tmp_path) as panel:
        panel.told = Told(deputy=True, decides=[panel.case(1).number])
        panel.collect()
        standing = table(panel).standing
        assert (standing.deputy, standing.decides) == (True, {panel.case(1).number})
        decide(panel, 1)
        with pytest.raises(NotPermitted):
            decide(panel, 0)


def test_who_must_leave_is_told_of_cases_that_are_shown(tmp_path):
    with a_panel(tmp_path) as panel:
        declared = [
            PanelDeclaration(
                case=panel.case(at).number,
                role=Role.CHAIR,
                deputy=True,
                pseudonym=None,
                answer=ConflictAnswer.CONFLICT,
            )
            for at in (0, 1)
        ]
        panel.told = Told(declarations=declared)
        panel.told.hide(panel.case(1))
        panel.collect()
        assert table(panel).declared == {panel.case(0).number: (declared[0],)}


def test_who_reviews_from_home_is_told_by_the_server_or_not_known(tmp_path):
    with a_panel(tmp_path, cases=4, experts=4) as panel:
        for at, marks in enumerate(MARKS):
            for expert, mark in zip(panel.experts.values(), marks, strict=True):
                expert.score(panel.case(at), mark)
        panel.collect()
        room = panel.desk.services.panel
        assert room.home_effects(room.table()) is None
        number = panel.case(0).number
        about = {"round": 1, "case": number, "involved": True}
        ties = [
            CountryTie(pseudonym=1, applicant=True, **about),
            CountryTie(pseudonym=2, applicant=False, **about),
        ]
        panel.told = Told(ties=ties)
        panel.experts[1].score(panel.case(1), 9)
        panel.collect()
        found = room.home_effects(room.table())
        assert found is not None
        assert found.homes == {(number, 1): Home.APPLICANT, (number, 2): Home.INVOLVED}


def test_a_recusal_hides_what_is_here_at_once(tmp_path):
    with a_panel(tmp_path) as panel:
        for at in (0, 1):
            panel.experts[1].score(panel.case(at), 5)
            panel.experts[1].act(DiscussionPacket, panel.case(at), text="A word.", in_reply_to=None)
        panel.collect()
        services, number = panel.desk.services, panel.case(0).number
        assert set(services.discussion.news()) == {number, panel.case(1).number}
        services.signing.recuse(number, RecusalReason.CONFLICT, ConflictKind.FAMILY, "")
        assert set(services.discussion.news()) == {panel.case(1).number}
        seen = table(panel)
        assert [each.number for each in seen.rows if each.withheld] == [number]
        assert (seen.packets, set(seen.discussed)) == (2, {panel.case(1).number})
        with pytest.raises(NotPermitted):
            services.discussion.thread(number)


def test_who_recuses_as_not_competent_decides_still(tmp_path):
    with a_panel(tmp_path) as panel:
        panel.experts[1].score(panel.case(0), 5)
        panel.collect()
        number = panel.case(0).number
        panel.desk.services.signing.recuse(number, RecusalReason.NOT_COMPETENT, None, "")
        assert [each.number for each in table(panel).rows if each.withheld] == []
        assert decide(panel, 0)


def test_who_speaks_as_a_deputy_is_told_so(tmp_path):
    with a_panel(tmp_path) as panel:
        number, said = panel.case(0).number, {"text": "A word.", "in_reply_to": None}
        people = [panel.colleague(Role.CHAIR, "connect"), panel.colleague(Role.HEAD)]
        for each in people:
            each.act(DiscussionPacket, panel.case(0), **said)
        panel.told = Told(deputies=sorted(each.key.key_id for each in people), undecided=2)
        panel.collect()
        thread = panel.desk.services.discussion.thread(number)
        assert [each.voice.seat for each in thread.contributions] == [
            Seat.DEPUTY,
            Seat.HEADS_DEPUTY,
        ]
        assert (thread.seat, table(panel).standing.undecided) == (Seat.CHAIR, 2)
