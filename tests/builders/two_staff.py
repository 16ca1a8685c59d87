"""What two members of staff sign together: one asks, another answers; and the deadline's end."""

from central_server.clock import moment
from review_protocol.documents.acts import AgreementPacket, ScoreOpeningPacket
from review_protocol.documents.people import Role
from review_protocol.envelope import Envelope
from tests.builders.desks import TestDesk
from tests.builders.documents import Chain
from tests.builders.server import ServerFolder

AFTER = "2090-08-01T08:00:00Z"
"""After the deadline of the builders' round."""
WHY = "A complaint must be answered before the deadline"
PEOPLE = {
    "reviewer": Role.REVIEWER,
    "chair": (Role.CHAIR, "panel-a"),
    "staff": Role.STAFF,
    "colleague": Role.STAFF,
    "third": Role.STAFF,
}
"""For a server with more members of staff than two."""


def asks_for_scores(chain: Chain, number: int = 1) -> Envelope:
    """Staff ask to see the scores of a round that is open."""
    return chain.sign(ScoreOpeningPacket, round=number, reason=WHY)


def agrees(chain: Chain, request: Envelope) -> Envelope:
    """Staff agree to what waits for two."""
    return chain.sign(AgreementPacket, request=request.document_id, agrees=True, reason="")


def declines(chain: Chain, request: Envelope) -> Envelope:
    """Staff decline what waits for two."""
    return chain.sign(
        AgreementPacket, request=request.document_id, agrees=False, reason="It can wait"
    )


def after_the_deadline(folder: ServerFolder, *desks: TestDesk) -> None:
    """The round's time is over; what these desks would sign their next request with is stale."""
    folder.clock.now = moment(AFTER)
    for desk in desks:
        desk.server_nonce = ""
