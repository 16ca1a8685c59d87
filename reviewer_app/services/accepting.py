"""The first signed act of a device: the person accepts the undertaking and says who they are."""

from __future__ import annotations

from review_protocol.documents.text import Bilingual, Language


class Accepting:
    """The acceptance of the programme's undertaking, signed into the outbox."""

    def undertaking(self) -> Bilingual:
        """What the person undertakes, in the programme's words."""
        raise NotImplementedError

    def accepted(self) -> bool:
        """Whether an acceptance has been signed on this device."""
        raise NotImplementedError

    def confirm(
        self,
        name: Bilingual,
        organisations: tuple[str, ...],
        reads: tuple[Language, ...],
        expertise: str,
    ) -> str:
        """Sign the acceptance; answers the packet's id. At least one organisation and language."""
        raise NotImplementedError
