"""What a panel's member is told beside the packets, and what their deputy decides."""

import pytest
from sqlalchemy import select, update

from central_server.store import schema
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import PacketsAnswer, Refusal, RefusalCode
from review_protocol.documents.dossier import (
    CountryTie,
    DecidedCase,
    Decider,
    DossierAnswer,
    PanelDeclaration,
    Withheld,
    WithheldCase,
)
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.words import Recommendation
from review_protocol.envelope import read_envelope
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.desks import TestDesk
from tests.builders.panel_acts import on_a_case
from tests.builders.server import a_server_folder
from tests.unit.server.conftest import declares
from tests.unit.server.test_delivery import log_of
from tests.unit.server.test_panel_acts import Panel
from tests.unit.server.test_panels import PACKETS

FIRST, SECOND = "WIC-2026-001", "WIC-2026-002"
PEOPLE = {
    "reviewer": Role.REVIEWER,
    "second": Role.REVIEWER,
    "chair": (Role.CHAIR, "panel-a"),
    "deputy": (Role.CHAIR, "panel-a"),
    "head": Role.HEAD,
    "vice": Role.HEAD,
    "staff": Role.STAFF,
}


@pytest.fixture
def panel(tmp_path):
    """A panel with deputies; the chair reviews the first case."""
    reviewed = (FIRST, SECOND)
    assigned = {"reviewer": reviewed, "second": reviewed, "chair": (FIRST,)}
    built = a_server_folder(tmp_path, people=PEOPLE, assigned=assigned, declared=True)
    with built.open() as server:
        people = schema.person
        deputies = [built.people[name].id for name in ("deputy", "vice")]
        with server.store.write() as connection:
            connection.execute(update(people).where(people.c.id.in_(deputies)).values(deputy=1))
        panel = Panel(built, server)
        for name in ("deputy", "vice"):
            declares(panel.desks[name])
        yield panel


def told(panel: Panel, who: str, after: int = 0) -> DossierAnswer:
    answer = panel.desks[who].ask("GET", f"/v1/dossier?after={after}", DossierAnswer)
    assert isinstance(answer, DossierAnswer)
    return answer


def withheld(case: str, why: Withheld, by: Decider | None) -> WithheldCase:
    return WithheldCase(round=1, case=case, why=why, decided_by=by)


def decides(panel: Panel, who: str, case: int) -> Disposition:
    desk = panel.desks[who]
    of_case = panel.built.cases[case]
    return desk.arrived(desk.chain.decide(of_case, panel.built.rubric, "panel-a")).disposition


def test_the_deputy_decides_what_the_chair_may_not_see_and_is_told_so(panel):
    declares(panel.desks["chair"], conflicts=(SECOND,))
    chairs = told(panel, "chair")
    assert (chairs.deputy, chairs.decides) == (False, ())
    assert chairs.withheld == (
        withheld(FIRST, Withheld.OWN_SCORE_FIRST, Decider.CHAIRS_DEPUTY),
        withheld(SECOND, Withheld.CONFLICT, Decider.CHAIRS_DEPUTY),
    )
    deputys = told(panel, "deputy")
    assert (deputys.deputy, deputys.withheld) == (True, ())
    assert deputys.decides == (DecidedCase(round=1, case=FIRST), DecidedCase(round=1, case=SECOND))
    panel.scores("chair")
    assert told(panel, "deputy").decides == (DecidedCase(round=1, case=SECOND),)
    found = [decides(panel, who, case) for who in ("chair", "deputy") for case in (0, 1)]
    role, counted = Disposition.NOT_COUNTED_ROLE, Disposition.COUNTED
    assert found == [counted, role, role, counted]


def test_who_decides_what_is_kept_from_chair_and_deputy_alike(panel):
    for name, by in (
        ("chair", Decider.CHAIRS_DEPUTY),
        ("deputy", Decider.HEAD),
        ("head", Decider.HEADS_DEPUTY),
        ("vice", None),
    ):
        declares(panel.desks[name], conflicts=(SECOND,))
        rows = [each for each in told(panel, name).withheld if each.case == SECOND]
        assert rows == [withheld(SECOND, Withheld.CONFLICT, by)]
    assert told(panel, "vice").decides == ()


def test_the_heads_deputy_decides_what_is_kept_from_the_head(panel):
    declares(panel.desks["head"], conflicts=(SECOND,))
    assert told(panel, "vice").decides == (DecidedCase(round=1, case=SECOND),)
    assert [decides(panel, "vice", case) for case in (0, 1)] == [
        Disposition.NOT_COUNTED_ROLE,
        Disposition.COUNTED,
    ]
    heads = told(panel, "head")
    vice = panel.desks["vice"].signing.key_id
    assert (heads.undecided, vice in heads.deputies) == (0, True)
    assert heads.withheld[0].decided_by is Decider.CHAIR
    assert [each.outcome for each in heads.places] == [Recommendation.CASEBOOK]
    assert heads.places[0].decision not in {each.decision for each in told(panel, "vice").places}


def links(texts) -> dict[tuple[str, int], str]:
    """The packets whose leaves are proved, by their places in their chains."""
    found = {}
    for each in texts:
        leaf = read_entry(each.leaf)
        assert isinstance(leaf, PacketLeaf)
        found[leaf.kid, leaf.seq] = leaf.packet
    return found


def test_leaves_without_packets_bridge_the_chains(panel):
    reviewer, rubric = panel.desks["reviewer"], panel.built.rubric
    first, second = (reviewer.chain.score(case, rubric) for case in panel.built.cases)
    third = reviewer.chain.amend(panel.built.cases[1], rubric, second.document_id)
    reviewer.deliver(first, second, third, reviewer.chain.ask("Which annex?"))
    chair = panel.desks["chair"]
    answer = chair.ask("GET", PACKETS, PacketsAnswer)
    shown = [read_envelope(from_base64(each.envelope)).document_id for each in answer.packets]
    assert shown == [second.document_id, third.document_id]
    page = told(panel, "chair")
    receipts = [Receipt.parse(each) for each in page.leaves]
    for each in receipts:
        verify_receipt(each, [log_of(chair)])
    bridged = links(receipts)
    kid = reviewer.signing.key_id
    assert bridged[kid, 1] == first.document_id
    assert {seq for key, seq in bridged if key == kid} == {1, 4}
    assert second.document_id not in bridged.values()
    body = page.model_dump_json()
    assert "mark" not in body
    assert page.next_leaf == told(panel, "chair", page.next_leaf).next_leaf


def test_later_pages_have_the_leaves_alone(panel):
    declares(panel.desks["chair"], conflicts=(SECOND,))
    page = told(panel, "chair")
    panel.scores("reviewer", 1)
    more = told(panel, "chair", page.next_leaf)
    assert (more.withheld, more.declarations, more.ties) == ((), (), ())
    assert len(more.leaves) == 1
    assert more.scope == page.scope
    panel.scores("chair")
    assert told(panel, "chair", more.next_leaf).scope != page.scope


def test_who_must_leave_is_told_by_number_on_cases_that_may_be_seen(panel):
    declares(panel.desks["reviewer"], conflicts=(FIRST, SECOND))
    declares(panel.desks["head"], conflicts=(SECOND,))
    found = told(panel, "chair").declarations  # the first case is still withheld
    with panel.server.store.read() as connection:
        people = schema.person.c
        number = connection.execute(
            select(people.pseudonym).where(people.name == "reviewer")
        ).scalar()
    about = {"case": SECOND, "deputy": False, "answer": ConflictAnswer.CONFLICT}
    assert set(found) == {
        PanelDeclaration(role=Role.REVIEWER, pseudonym=number, **about),
        PanelDeclaration(role=Role.HEAD, pseudonym=None, **about),
    }


def test_ties_of_country_are_told_by_case_and_number(panel):
    people, given = schema.person, schema.assignment
    ids = {name: person.id for name, person in panel.built.people.items()}
    with panel.server.store.write() as connection:
        for name, country in (("reviewer", "KE"), ("second", "FR"), ("chair", "CN")):
            of_one = update(people).where(people.c.id == ids[name])
            connection.execute(of_one.values(country=country))
        of_chair = update(given).where(given.c.person == ids["chair"])
        connection.execute(of_chair.values(country_tie=1))
        numbers = {
            row.name: row.pseudonym for row in connection.execute(people.select()) if row.pseudonym
        }
    kenyan = {"round": 1, "pseudonym": numbers["reviewer"], "applicant": False, "involved": True}
    chinese = {"round": 1, "pseudonym": numbers["chair"], "applicant": True, "involved": True}
    assert told(panel, "head").ties == tuple(
        sorted(
            (
                CountryTie(case=FIRST, **kenyan),
                CountryTie(case=FIRST, **chinese),
                CountryTie(case=SECOND, **kenyan),
            ),
            key=lambda each: (each.case, each.pseudonym),
        )
    )
    assert {each.case for each in told(panel, "chair").ties} == {SECOND}


@pytest.mark.parametrize("who", ["reviewer", "staff"])
@pytest.mark.parametrize("asked", ["/v1/dossier?after=0", "/v1/dossier/state"])
def test_the_dossier_is_the_panels_alone(panel, who, asked):
    refused = panel.desks[who].ask("GET", asked, DossierAnswer)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.NOT_PERMITTED


@pytest.mark.parametrize("asked", ["/v1/dossier?after=0", "/v1/dossier/state"])
def test_a_device_that_awaits_its_six_words_is_told_nothing(panel, asked):
    kid = panel.desks["chair"].signing.key_id
    with panel.server.store.write() as connection:
        device = schema.device
        connection.execute(update(device).where(device.c.kid == kid).values(awaits_words=1))
    refused = panel.desks["chair"].ask("GET", asked, DossierAnswer)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.NOT_PERMITTED


def test_a_deputy_speaks_in_every_discussion_that_they_may_see(panel):
    desk: TestDesk = panel.desks["deputy"]
    said = on_a_case(desk.chain, DiscussionPacket, panel.built.cases[0], panel.built.rubric)
    assert desk.arrived(said).disposition is Disposition.COUNTED
