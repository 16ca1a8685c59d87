"""A server that gives other answers than it should, validly signed and sealed."""

from collections.abc import Callable
from typing import TypeVar

from review_protocol.documents.answers import Answer, Refusal, RefusalCode
from review_protocol.envelope import read_envelope
from review_protocol.exchange import ANSWER_INFO, ENVELOPE_TYPE
from review_protocol.opening import sealed
from review_protocol.sealing import open_sealed, seal_to
from tests.builders.desks import Reply
from tests.builders.server import ServerFolder
from tests.unit.sync.desks import Desk
from tests.unit.sync.network import passed_on

_Answer = TypeVar("_Answer", bound=Answer)


def lying(
    desk: Desk, folder: ServerFolder, model: type[_Answer], change: Callable[[_Answer], _Answer]
):
    """An answer of the network: what the server says is changed, signed by its key and sealed."""
    key = desk.vault.exchange_key

    def answer(handler, reply: Reply | None) -> None:
        assert reply is not None
        aad = handler.headers["Review-Request"].encode("ascii")
        said = read_envelope(open_sealed(key, reply.body, info=ANSWER_INFO, aad=aad))
        told = change(model.from_body(said.body))
        envelope = sealed(told, folder.home.load_keys().server).to_bytes()
        body = seal_to(key.public, envelope, info=ANSWER_INFO, aad=aad)
        passed_on(handler, Reply(reply.status, reply.headers, body))

    return answer


def refusing(folder: ServerFolder, code: RefusalCode, status: int):
    """Refuses as a server does that does not know the resource."""

    def answer(handler, reply: Reply | None) -> None:
        refusal = Refusal(
            nonce=handler.headers["Review-Request"],
            code=code,
            detail="no such resource",
            request_nonce="stale",
        )
        body = sealed(refusal, folder.home.load_keys().server).to_bytes()
        passed_on(handler, Reply(status, {"content-type": ENVELOPE_TYPE}, body))

    return answer
