"""Whether the desk's key is left with the programme, for the day the passphrase is lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from review_protocol.canonical import from_base64
from review_protocol.documents.people import KeyPurpose
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import ExchangePublicKey
from review_protocol.recovery import EscrowedKey, escrowed
from reviewer_app.errors import NoEscrowKey
from reviewer_app.models.disk import write_atomically
from reviewer_app.models.escrow import keep_escrow, kept_escrow, withdraw_escrow
from reviewer_app.models.store import Store
from reviewer_app.models.vault import profile_name
from reviewer_app.services.believed import trust_of
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.clock import Clock, timestamp


@dataclass(frozen=True, slots=True)
class EscrowState:
    """`offered` where the programme has an escrow key; `agreed` is when the person agreed.

    `renewable` where the programme has another key meanwhile, or this computer was enrolled anew.
    """

    offered: bool
    agreed: str | None
    renewable: bool


class Escrow:
    """The key of the database alone is ever left; what signs never is."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def state(self) -> EscrowState:
        """How it stands; raises StorageFault."""
        offered, left = self._offered(), kept_escrow(self._store.folder)
        if left is None:
            return EscrowState(offered is not None, None, renewable=False)
        is_old = offered is not None and from_base64(left.escrow_key) != offered.raw
        with self._store.read() as connection:
            is_old |= certificate_of(connection).kid != left.kid
        return EscrowState(offered is not None, left.agreed, renewable=is_old)

    def agree(self) -> EscrowState:
        """The person agrees: wrap the key, or wrap it anew to the programme's present key.

        Raises NoEscrowKey, DiskFull, FolderReadOnly, StorageFault.
        """
        offered = self._offered()
        if offered is None:
            raise NoEscrowKey
        with self._store.read() as connection:
            certificate = certificate_of(connection)
        folder = self._store.folder
        left = escrowed(
            self._store.key,
            offered,
            deployment=certificate.deployment,
            kid=certificate.kid,
            profile=profile_name(folder),
            now=timestamp(self._clock()),
        )
        keep_escrow(folder, left)
        return self.state()

    def withdraw(self) -> EscrowState:
        """The person changed their mind; copies that they saved elsewhere are theirs to delete.

        Raises FolderReadOnly, StorageFault.
        """
        withdraw_escrow(self._store.folder)
        return self.state()

    def save(self, path: Path) -> None:
        """Save a copy, of use with a copy of the profile's folder alone.

        Raises NoEscrowKey where nothing was left, DiskFull, FolderReadOnly, StorageFault.
        """
        left: EscrowedKey | None = kept_escrow(self._store.folder)
        if left is None:
            raise NoEscrowKey
        write_atomically(path, left.body())

    def _offered(self) -> ExchangePublicKey | None:
        with self._store.read() as connection:
            trust = trust_of(connection)
        try:
            return ExchangePublicKey(from_base64(trust.document.key_for(KeyPurpose.ESCROW)))
        except (KeyError, ProtocolFailure):
            return None
