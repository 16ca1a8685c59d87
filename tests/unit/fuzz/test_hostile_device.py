"""An enrolled device that signs whatever it likes: the server takes it in, or rejects it alone."""

from random import Random

from sqlalchemy import func, select

from central_server.server import Server
from central_server.store import schema
from central_server.verifying_home import verify_home
from review_protocol.documents.answers import DeliveryAnswer
from tests.builders.desks import TestDesk
from tests.builders.server import ServerFolder
from tests.fuzz.signed import signed_by
from tests.unit.server.conftest import desk, enrol, folder, server, transport

__all__ = ["desk", "enrol", "folder", "server", "transport"]

DELIVERIES, PACKETS = 12, 50


def packets_of(desk: TestDesk, folder: ServerFolder) -> list[bytes]:
    """One of each kind, on the server's own cases; delivered where they count."""
    chain, (first, second), rubric = desk.chain, folder.cases, folder.rubric
    score = chain.score(first, rubric)
    amended = chain.amend(first, rubric, score.document_id)
    chain.recuse(second, rubric)
    chain.withdraw(first, rubric, amended.document_id)
    chain.resolve(first, rubric, score.document_id, amended.document_id)
    chain.confirm(score.document_id, denied=(amended.document_id,))
    chain.erase("e" * 64)
    chain.ask("哪一版为准？", case=first.number)
    chain.decide(first, rubric, "panel-a")
    chain.close_round()
    chain.accept(folder.programme)
    return [each.to_bytes() for each in chain.signed]


def test_whatever_a_device_signs_the_server_stays_whole(
    desk: TestDesk, folder: ServerFolder, server: Server
) -> None:
    originals = packets_of(desk, folder)
    arrived = rejected = 0
    for number in range(DELIVERIES):
        rng = Random(f"hostile/{number}")
        made = [
            signed_by(rng, rng.choice(originals), originals, desk.signing) for _ in range(PACKETS)
        ]
        answer = desk.deliver(*made)
        assert isinstance(answer, DeliveryAnswer)
        assert len(answer.arrived) + len(answer.rejected) == PACKETS
        arrived, rejected = arrived + len(answer.arrived), rejected + len(answer.rejected)
    assert arrived > 100
    assert rejected > 100
    with server.store.read() as connection:
        kept = connection.execute(select(func.count()).select_from(schema.packet)).scalar()
        assert 100 < kept <= arrived
        assert verify_home(connection, server.home, keys=server.keys).right
    assert all(each.disposition for each in desk.deliver(*originals).arrived)
