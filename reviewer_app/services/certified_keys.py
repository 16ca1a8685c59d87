"""Keys whose certificates are proved to be in the log: of others, and this person's own."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from reviewer_app.models.collected import experts
from reviewer_app.models.own_certificates import certificate_for
from reviewer_app.services.evidence_files import CertifiedKey
from reviewer_app.sync.trust import TrustState, logged_certificate


class CertifiedKeys:
    """Those that this desk knows, each proved once, when it is asked for."""

    def __init__(self, connection: Connection, trust: TrustState) -> None:
        self._connection = connection
        self._trust = trust
        self._others = {
            row.kid: CertifiedKey(row.certificate, row.receipt) for row in experts(connection)
        }
        self._found: dict[str, CertifiedKey | None] = {}

    def certificate(self, kid: str) -> CertifiedKey | None:
        """None where it is not known, or not proved under the trust document that stands."""
        if kid not in self._found:
            other = self._others.get(kid)
            self._found[kid] = (other and self._proved(kid, other)) or self._own(kid)
        return self._found[kid]

    def verify_key(self, kid: str) -> VerifyKey | None:
        """The key that packets are verified by; None as for its certificate."""
        found = self.certificate(kid)
        return None if found is None else VerifyKey(from_base64(found.document.signing_key))

    def _own(self, kid: str) -> CertifiedKey | None:
        held = certificate_for(self._connection, kid)
        if held is None:
            return None
        return self._proved(kid, CertifiedKey(held.envelope, held.receipt))

    def _proved(self, kid: str, known: CertifiedKey) -> CertifiedKey | None:
        try:
            logged_certificate(known.certificate, known.receipt, self._trust, kid=kid)
        except ProtocolFailure:
            return None
        return known
