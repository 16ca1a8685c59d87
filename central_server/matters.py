"""What waits for staff, and what they and a panel are told beside the packets."""

from __future__ import annotations

from sqlalchemy import Connection

from central_server.asked_experts import expert_requests
from central_server.devices import Device
from central_server.failures import Refused
from central_server.late_reviews import reviews_to_rule
from central_server.six_words import require_heard
from central_server.taken_back import conflicts_taken_back
from central_server.views import sight_of
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.people import Role


def matters(
    connection: Connection, device: Device, *, now: str, nonce: str, request_nonce: str
) -> MattersAnswer:
    """Raises Refused for reviewers, and for a device that awaits its six words."""
    require_heard(device)
    person, taken_back = device.person, conflicts_taken_back(connection)
    if person.role is Role.STAFF:
        return MattersAnswer(
            nonce=nonce,
            time=now,
            reviews=reviews_to_rule(connection),
            experts=expert_requests(connection),
            taken_back=tuple(each.told(names=True) for each in taken_back),
            request_nonce=request_nonce,
        )
    if person.role is Role.REVIEWER:
        raise Refused(RefusalCode.NOT_PERMITTED, "matters are the secretariat's and the panel's")
    seen = sight_of(connection, person).seen
    return MattersAnswer(
        nonce=nonce,
        time=now,
        reviews=(),
        experts=(),
        taken_back=tuple(each.told(names=False) for each in taken_back if each.case in seen),
        request_nonce=request_nonce,
    )
