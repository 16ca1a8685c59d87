"""New keys for this computer: made and signed here, in use once the server has taken them."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.canonical import to_base64
from review_protocol.documents.acts import RotationPacket
from review_protocol.keys import Randomness
from review_protocol.passphrase import DEFAULT_COST, Argon2Cost
from review_protocol.rotation import rotation_proof
from reviewer_app.models.device_keys import KeyPair
from reviewer_app.models.keys import Keys
from reviewer_app.models.own_certificates import standing_certificate
from reviewer_app.models.rotations import rotations
from reviewer_app.models.store import Store
from reviewer_app.models.told_devices import told_name
from reviewer_app.services.believed import trust_of
from reviewer_app.services.device_rows import KeysLook, KeysStanding
from reviewer_app.services.signer import Signer


class NewKeys:
    """What the person asks for; the sync does the rest."""

    def __init__(
        self,
        store: Store,
        keys: Keys,
        signer: Signer,
        randomness: Randomness,
        *,
        cost: Argon2Cost = DEFAULT_COST,
    ) -> None:
        self._store = store
        self._keys = keys
        self._signer = signer
        self._randomness = randomness
        self._cost = cost

    def look(self) -> KeysLook:
        """How a change of keys stands."""
        with self._store.read() as connection:
            return _look(connection)

    def make(self, passphrase: str) -> None:
        """Make new keys, keep them under the passphrase, and sign the change with the old key.

        The old key signs on until the server has taken the new one; while it has not, nothing is
        made anew, also where the database was put back meanwhile. Takes a second. Raises
        WrongPassphrase, RolledBackDesk, DamagedProfile, DiskFull, FolderReadOnly, StorageFault.
        """
        self._keys.unseal(passphrase)
        self._store.perform(self._signer.require_place)
        if self.look().standing is KeysStanding.UNDER_WAY:
            return
        coming = self._unknown() or self._keys.prepare(passphrase, self._cost, self._randomness)
        old = self._keys.unsealed().kid

        def work(connection: Connection) -> str:
            proof = rotation_proof(
                coming.signing_key, deployment=trust_of(connection).deployment, old_kid=old
            )
            name = told_name(connection, old)
            return self._signer.sign(
                connection,
                lambda stem: RotationPacket(
                    **stem,
                    kid=coming.kid,
                    signing_key=to_base64(coming.signing_key.public.raw),
                    exchange_key=to_base64(coming.exchange_key.public.raw),
                    proof=proof,
                    device_name=name,
                ),
            )

        self._store.perform(work)

    def _unknown(self) -> KeyPair | None:
        """Coming keys of which the database does not know: put back to a day before they were made,
        it may not know either that the server has certified them. Then no others work."""
        coming = self._keys.unsealed().coming
        with self._store.read() as connection:
            known = {each.new for each in rotations(connection)}
        return None if coming is None or coming.kid in known else coming


def _look(connection: Connection) -> KeysLook:
    """How the last change of keys stands, that was signed here; others are history."""
    standing = standing_certificate(connection)
    last = next(reversed(rotations(connection)), None)
    kid = None if standing is None else standing.certificate.kid
    if last is None or kid not in (last.old, last.new):
        return KeysLook(KeysStanding.SETTLED)
    if kid == last.new:
        return KeysLook(KeysStanding.SETTLED, last.signed_at)
    if last.is_refused:
        return KeysLook(KeysStanding.REFUSED, last.signed_at, last.disposition)
    return KeysLook(KeysStanding.UNDER_WAY, last.signed_at)
