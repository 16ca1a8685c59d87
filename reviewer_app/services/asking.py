"""Ask the secretariat: a question is signed and delivered like everything else that is said."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.acts import QuestionPacket
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.case_list import case_entry
from reviewer_app.models.erased import ERASED
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.store import Store
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import standing_round


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one's own, and how far it is on its way."""

    packet: str
    case: str | None
    text: str
    asked_at: str
    state: DeliveryState
    leaf: int | None


class Asking:
    """Questions of this device; answers are notices that name the question's packet."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def ask(self, text: str, case: str | None = None) -> str:
        """Sign a question, about a case or in general; answers the packet's id.

        Raises CaseNotOpen for a case that is not here, and PassphraseNeeded. ValueError for an
        empty text, or before there is a round.
        """

        def work(connection: Connection) -> str:
            if case is not None and case_entry(connection, case) is None:
                raise CaseNotOpen(case)
            state = standing_round(connection)
            if state is None:
                raise ValueError("there is no round yet")
            number = state.round.number
            return self._signer.sign(
                connection,
                lambda stem: QuestionPacket(**stem, round=number, case=case, text=text.strip()),
            )

        return self._store.perform(work)

    def asked(self) -> tuple[Asked, ...]:
        """The questions asked on this device, the newest first; erased ones are left out."""
        with self._store.read() as connection:
            found = [each for each in all_packets(connection) if each.kind == QuestionPacket.kind]
        return tuple(asked for each in reversed(found) if (asked := _asked(each)) is not None)


def _asked(stored: StoredPacket) -> Asked | None:
    document = None if stored.envelope == ERASED else stored.document()
    if not isinstance(document, QuestionPacket):
        return None
    return Asked(
        stored.id, document.case, document.text, stored.signed_at, stored.state, stored.leaf
    )
