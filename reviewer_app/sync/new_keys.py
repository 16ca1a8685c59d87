"""A change of keys, once the server took it: fetch the certificate, then use the new keys.

Each step is kept before the next, and is passed over where it was done: ended at any point, the
next sync goes on.
"""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.canonical import to_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.people import Certificate
from reviewer_app.errors import Found, NotOurServer, ServerRefused
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import waiting_rotations
from reviewer_app.models.own_certificates import (
    HeldCertificate,
    certificate_for,
    standing_certificate,
    take_certificate,
)
from reviewer_app.models.rotations import rotations
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.delivering import Delivered, Delivering
from reviewer_app.sync.own_packets import OwnPackets
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.sync.session import DeviceSession

_NEVER_CERTIFIED = (RefusalCode.UNKNOWN_DEVICE, RefusalCode.REVOKED_DEVICE)


@dataclass(frozen=True, slots=True)
class SettlingKeys:
    """Brings the profile's keys and the certificate to where the server's log has them."""

    store: Store
    keys: Keys
    clock: Clock

    def settled(self, session: DeviceSession) -> DeviceSession:
        """The conversation by the keys that this device has now.

        Raises as the session, and DiskFull, FolderReadOnly, DamagedProfile, StorageFault.
        """
        vault = session.vault
        if vault.coming is not None and self._is_taken(vault.coming.kid):
            self._certificate(session, vault.turned())
            vault = self.keys.turn()
        self._certify(session, vault)
        return session if vault is session.vault else session.by(vault)

    def deliver(
        self, delivering: Delivering, session: DeviceSession, report: Report, cancelled: Cancelled
    ) -> tuple[Delivered, DeviceSession]:
        """Deliver all that waits, a change of keys when nothing else does; raises as `settled`.

        Answers the conversation by the keys that this device has then.
        """
        delivered = delivering.deliver(session, report, cancelled)
        with self.store.read() as connection:
            changes = bool(waiting_rotations(connection))
        if not changes or cancelled():
            return delivered, session
        taken = delivering.deliver(session, report, cancelled, asked=waiting_rotations)
        return delivered.joined(taken), self.settled(session)

    def found(self, session: DeviceSession) -> DeviceSession | None:
        """The conversation by the coming keys, where the server has certified them though this
        desk does not know of it: its database was put back to an earlier day. None otherwise.
        Raises as `settled`."""
        if session.vault.coming is None:
            return None
        try:
            self._certificate(session, session.vault.turned())
        except ServerRefused as refused:
            if refused.code in _NEVER_CERTIFIED:
                return None
            raise
        vault = self.keys.turn()
        self._certify(session, vault)
        return session.by(vault)

    def _is_taken(self, kid: str) -> bool:
        with self.store.read() as connection:
            standing = standing_certificate(connection)
            if standing is not None and standing.certificate.kid == kid:
                return True
            return any(each.new == kid and each.counts for each in rotations(connection))

    def _certify(self, session: DeviceSession, vault: Vault) -> None:
        """Keep the certificate of the keys in use as the device's own."""
        with self.store.read() as connection:
            standing = standing_certificate(connection)
        if standing is None or standing.certificate.kid == vault.kid:
            return
        taken = self._certificate(session, vault)
        now = timestamp(self.clock())
        self.store.perform(lambda connection: take_certificate(connection, taken, now))

    def _certificate(self, session: DeviceSession, vault: Vault) -> HeldCertificate:
        """That of these keys, asked for by them where it is not here yet."""
        known = self._known(vault)
        if known is None:
            OwnPackets(self.store, self._person(vault)).fetch_devices(session.by(vault))
            known = self._known(vault)
        if known is None:
            raise NotOurServer(session.server, Found.UNSIGNED)
        return known

    def _known(self, vault: Vault) -> HeldCertificate | None:
        with self.store.read() as connection:
            known = certificate_for(connection, vault.kid)
        exchange = to_base64(vault.exchange_key.public.raw)
        return known if known and known.certificate.exchange_key == exchange else None

    def _person(self, vault: Vault) -> Certificate:
        with self.store.read() as connection:
            standing = standing_certificate(connection)
        if standing is None:
            raise ValueError(f"{vault.kid} was never enrolled")
        return standing.certificate
