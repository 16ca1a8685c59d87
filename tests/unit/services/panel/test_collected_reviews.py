"""Collected packets are verified once a session, and their bytes are looked at each time."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RecusalPacket, ScorePacket
from reviewer_app.cancelling import NotWanted
from reviewer_app.models.dossier import Doubt
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.others_schema import collected, expert
from reviewer_app.services.believed import trust_of
from reviewer_app.services.panel import collected_reviews
from reviewer_app.services.panel.collected_reviews import Examined, ReviewReader
from reviewer_app.sync.offered import proof_in
from tests.builders.panel import APanel, Told, a_panel, never

ALL = 9


@pytest.fixture
def panel(tmp_path):
    with a_panel(tmp_path) as panel:
        panel.told = Told()
        for expert_, mark in zip(panel.experts.values(), (5, 7, 9), strict=True):
            for at in range(3):
                expert_.score(panel.case(at), mark)
        panel.collect()
        yield panel


@pytest.fixture
def verified(monkeypatch):
    """The envelopes that were verified, in turn."""
    seen: list[bytes] = []

    def noted(envelope, *rest):
        seen.append(envelope)
        return proof_in(envelope, *rest)

    monkeypatch.setattr(collected_reviews, "proof_in", noted)
    return seen


def examined(panel: APanel, reader: ReviewReader, **asked: object) -> Examined:
    with panel.desk.store.read() as connection:
        return reader.examine(connection, trust_of(connection), **asked)


def change(panel: APanel, packet: str, **fields: object) -> None:
    with panel.desk.store.write() as connection:
        connection.execute(update(collected).where(collected.c.id == packet).values(**fields))


def test_the_same_bytes_are_verified_once_a_session_and_again_in_the_next(panel, verified):
    reader = ReviewReader()
    first = examined(panel, reader)
    assert examined(panel, reader) == first
    assert len(verified) == len(set(verified)) == len(first.links) == ALL
    examined(panel, ReviewReader())
    assert len(verified) == 2 * ALL


def test_what_is_changed_after_it_was_verified_is_told_and_not_counted(panel, verified):
    reader = ReviewReader()
    examined(panel, reader)
    ids = [panel.experts[number].last for number in (1, 2, 3)]
    with panel.desk.store.read() as connection:
        rows = {row.id: row for row in connection.execute(collected.select())}
    envelope = rows[ids[0]].envelope
    at = envelope.index(b'"sig":"') + 10
    letter = b"A" if envelope[at : at + 1] != b"A" else b"B"
    change(panel, ids[0], envelope=envelope[:at] + letter + envelope[at + 1 :])
    change(panel, ids[1], receipt=rows[ids[0]].receipt)
    change(panel, ids[2], disposition=Disposition.HELD_LATE)
    found = examined(panel, reader)
    doubts = [each.doubt for each in found.doubted]
    assert doubts == [Doubt.SIGNATURE, Doubt.RECEIPT, Doubt.CHANGE]
    assert {each.packet for each in found.links} == {*rows} - {*ids}
    assert len(verified) == ALL + 2


def test_whose_certificate_or_key_list_is_another_is_verified_anew(panel, verified):
    reader = ReviewReader()
    examined(panel, reader)
    other = panel.experts[2]
    with panel.desk.store.write() as connection:
        row = update(expert).where(expert.c.kid == panel.experts[1].key.key_id)
        connection.execute(row.values(certificate=other.certificate.to_bytes()))
    assert {each.doubt for each in examined(panel, reader).doubted} == {Doubt.DEVICE}
    assert len(verified) == ALL
    later = panel.desk.world.trust.model_copy(update={"number": 2})
    with panel.desk.store.write() as connection:
        keep_fact(connection, FactName.TRUST, panel.desk.world.sealed_trust(later).to_bytes())
    examined(panel, reader)
    assert len(verified) == 2 * ALL - 3


def test_a_list_of_all_cases_keeps_marks_and_a_case_has_every_word(panel):
    panel.experts[1].recuse(panel.case(0))
    panel.collect()
    reader, number = ReviewReader(), panel.case(0).number
    bare = examined(panel, reader).reviews[number]
    assert [each.document and type(each.document) for each in bare] == [None] * 3 + [RecusalPacket]
    with panel.desk.store.read() as connection:
        written = reader.read(connection, trust_of(connection), number)
    assert [type(each.document) for each in written] == [ScorePacket] * 3 + [RecusalPacket]
    for short, full in zip(bare[:3], written[:3], strict=True):
        answers = full.said.score.answers
        assert (short.id, short.leaf, short.said.round) == (full.id, full.leaf, full.said.round)
        assert all(each.comment == "The figures agree." for each in answers.criteria)
        kept = short.said.score.answers
        assert [(each.criterion, each.mark, each.comment) for each in kept.criteria] == [
            (each.criterion, each.mark, "") for each in answers.criteria
        ]
        assert kept.recommendation == answers.recommendation
    assert examined(panel, reader, whole=True).reviews[number] == written


def test_verifying_tells_how_far_it_is_and_stops_where_nobody_waits(panel, verified):
    told: list[tuple[int, int]] = []
    with pytest.raises(NotWanted):
        examined(
            panel, ReviewReader(), counting=lambda *at: told.append(at), cancelled=lambda: True
        )
    assert (told, verified) == ([(0, ALL)], [])
    checked = panel.desk.services.panel.listing.check(lambda _: None, lambda: True)
    assert (checked, verified) == (None, [])
    progress = []
    assert panel.desk.services.panel.listing.check(progress.append, never) is not None
    assert ("verify", 0, ALL) in [(each.what, each.done, each.total) for each in progress]
