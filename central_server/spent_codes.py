"""Forgets the secrets of invitations that nobody can need any more; whether one was used stays.

A code is needed until its device has spoken by its own key: before that the answer to the enrolment
may have been lost, and the same keys are given it again. One that nobody used is needed until it
expires.
"""

from __future__ import annotations

from sqlalchemy import Connection, Row, func, or_, select, update

from central_server.failures import Refused
from central_server.store import schema
from review_protocol.documents.answers import RefusalCode

GONE = b""
"""In the place of a secret that was forgotten."""


def forget_spent(connection: Connection, now: str) -> int:
    """Erase these secrets; answers how many. SQLite overwrites what it frees (`secure_delete`)."""
    invitation, device = schema.invitation.c, schema.device.c
    spoken = select(device.kid).where(device.last_seen.is_not(None))
    over = invitation.used_kid.is_(None) & (invitation.expires < now)
    spent = or_(invitation.used_kid.in_(spoken), over)
    return connection.execute(
        update(schema.invitation)
        .where(func.length(invitation.secret) > 0, spent)
        .values(secret=GONE)
    ).rowcount


def spent_refusal(invitation: Row[tuple[object, ...]]) -> Refused | None:
    """What is said of a code whose secret was forgotten; None where it is still known. Nobody names
    the invitation who has not seen the code: its id is a hash of the secret."""
    if invitation.secret != GONE:
        return None
    if invitation.used_kid is not None:
        return Refused(RefusalCode.USED_INVITATION, "used before")
    if invitation.declined is not None:
        return Refused(RefusalCode.DECLINED_INVITATION, "declined")
    return Refused(RefusalCode.EXPIRED_INVITATION, "expired")
