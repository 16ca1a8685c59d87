"""Whether staff wait to be read this device's six words: asked until they do not any more."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.answers import RefusalCode
from reviewer_app.errors import ServerRefused
from reviewer_app.models.six_words import are_awaited, is_settled, note_words
from reviewer_app.models.store import Store
from reviewer_app.sync.session import DeviceSession

_NO_ANSWER = (RefusalCode.NOT_FOUND, RefusalCode.BUSY)
"""Of a server that knows of no words, or that was restored and waits for its operator."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Knows what the server said, and asks where that may have changed."""

    store: Store

    def awaits_words(self, session: DeviceSession) -> bool:
        """Whether releases and packets are withheld from this device; raises as the session."""
        origin = session.trust.document.origin
        with self.store.read() as connection:
            if is_settled(connection, origin):
                return False
            known = are_awaited(connection)
        try:
            awaited = session.standing().awaits_words
        except ServerRefused as refused:
            if refused.code not in _NO_ANSWER:
                raise
            return known
        with self.store.write() as connection:
            note_words(connection, awaited=awaited, origin=origin)
        return awaited
