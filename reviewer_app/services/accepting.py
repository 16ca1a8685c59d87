"""The first signed act of a device: the person accepts the undertaking and says who they are."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.canonical import canonical, sha256_hex
from review_protocol.documents.packet import AcceptancePacket
from review_protocol.documents.programme import Programme
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.models.outbox import all_packets
from reviewer_app.models.store import Store
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import standing_programme


class Accepting:
    """The acceptance of the programme's undertaking, signed into the outbox."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def undertaking(self) -> Bilingual:
        """What the person undertakes, in the programme's words."""
        with self._store.read() as connection:
            return _programme(connection).undertaking

    def accepted(self) -> bool:
        """Whether an acceptance has been signed on this device."""
        with self._store.read() as connection:
            return any(each.kind == AcceptancePacket.kind for each in all_packets(connection))

    def confirm(
        self,
        name: Bilingual,
        organisations: tuple[str, ...],
        reads: tuple[Language, ...],
        expertise: str,
    ) -> str:
        """Sign the acceptance; answers the packet's id. At least one organisation and language."""

        def work(connection: Connection) -> str:
            programme = _programme(connection)
            undertaking = sha256_hex(canonical(programme.undertaking.model_dump(mode="json")))
            return self._signer.sign(
                connection,
                lambda stem: AcceptancePacket(
                    **stem,
                    programme=programme.id,
                    undertaking=undertaking,
                    name=name,
                    organisations=organisations,
                    reads=reads,
                    expertise=expertise,
                ),
            )

        return self._store.perform(work)


def _programme(connection: Connection) -> Programme:
    programme = standing_programme(connection)
    if programme is None:
        raise ValueError("this desk is not enrolled")
    return programme
