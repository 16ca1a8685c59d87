"""From an invitation to a profile: check the code, meet the server, enrol this device once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from review_protocol.canonical import canonical, parse_strict
from review_protocol.crockford import decode_code, invitation_id
from review_protocol.documents.answers import Hello, RefusalCode
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.programme import Programme
from review_protocol.failures import MistypedCode, ProtocolFailure
from review_protocol.keys import Randomness
from review_protocol.passphrase import DEFAULT_COST, Argon2Cost
from reviewer_app.errors import (
    InvitationMistyped,
    InvitationProblem,
    InvitationRefused,
    ServerRefused,
    UnreadableLetter,
)
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.six_words import note_words
from reviewer_app.models.store import open_store
from reviewer_app.models.vault import Vault, require_strength
from reviewer_app.services.enrolling import (
    ProvedEnrolment,
    decline_post,
    enrolment_post,
    invitation_post,
    proved_enrolment,
    require_declined,
)
from reviewer_app.services.pending import PendingProfile
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.proxies import is_here

_LETTER_LIMIT = 64 << 10
_NONCE_BYTES = 16
_PROBLEMS = {
    RefusalCode.UNKNOWN_INVITATION: InvitationProblem.UNKNOWN,
    RefusalCode.USED_INVITATION: InvitationProblem.USED,
    RefusalCode.EXPIRED_INVITATION: InvitationProblem.EXPIRED,
    RefusalCode.DECLINED_INVITATION: InvitationProblem.DECLINED,
    RefusalCode.TOO_MANY_TRIES: InvitationProblem.TOO_MANY_TRIES,
}

Connect = Callable[[str], ServerClient]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that was typed rightly: its public id and its 16-byte secret."""

    id: str
    secret: bytes


@dataclass(frozen=True, slots=True)
class Greeting:
    """A server that answered with a sound signature; who it is, is known only after enrolment."""

    server: str
    hello: Hello


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The profile is in its place; open it with the same passphrase."""

    person_name: str
    programme: Programme
    roles: tuple[Role, ...]


class Enrolment:
    """Makes the profile in `folder`, which must not hold one yet."""

    def __init__(
        self,
        folder: Path,
        *,
        connect: Connect = ServerClient,
        randomness: Randomness = secrets.token_bytes,
        cost: Argon2Cost = DEFAULT_COST,
    ) -> None:
        self._connect = connect
        self._randomness = randomness
        self._pending = PendingProfile(folder, cost, randomness)

    def check_code(self, text: str) -> Invitation:
        """Raises InvitationMistyped (positions are indices into `text`)."""
        return invitation_of(text)

    def read_letter(self, path: Path) -> InvitationLetter:
        """The invitation letter's file; raises UnreadableLetter."""
        try:
            with path.open("rb") as file:
                content = file.read(_LETTER_LIMIT)
            letter = InvitationLetter.from_body(canonical(parse_strict(content)))
            decode_code(letter.code)
        except (OSError, ProtocolFailure) as error:
            raise UnreadableLetter(path) from error
        return letter

    def meet(self, server: str, code: str) -> Greeting:
        """Network. Ask the server who it is and whether the code is open, before anything is
        made; a code that this computer's own try has used up is open to it.

        Raises InvitationMistyped, InvitationRefused, ServerRefused, NoConnection,
        UntrustedCertificate, NotOurServer, and what is wrong with the profile's folder:
        FolderReadOnly, ImpossibleFolder, StorageFault.
        """
        invitation = self.check_code(code)
        self._pending.require_place()
        post = invitation_post(invitation.id, invitation.secret, self._nonce())
        with self._client(server) as client:
            met = client.meet(None)
            try:
                with _refusals():
                    client.ask_invitation(post, met)
            except InvitationRefused as refused:
                own = self._pending.was_sent_for(invitation.id)
                if not (own and refused.problem is InvitationProblem.USED):
                    raise
            return Greeting(client.server, met.hello)

    def accept(self, server: str, code: str, device_name: str, passphrase: str) -> Enrolled:
        """Network. Enrol this device: keys first, then the request, then the verified answer.

        The profile is made in a temporary folder and moved into place only when all is verified;
        after a lost or forged answer the same keys are tried again with the same passphrase.
        Raises InvitationMistyped, WeakPassphrase, WrongPassphrase (another one than at the try
        before), InvitationRefused, ServerRefused, EnrolmentForged, NoConnection,
        UntrustedCertificate, NotOurServer, DiskFull, FolderReadOnly,
        ImpossibleFolder, StorageFault.
        """
        invitation = self.check_code(code)
        require_strength(passphrase)
        self._pending.require_place()
        # whatever is answered now may be another's word: an earlier try may have used the code up
        # for these keys, and then they alone are let in
        sent_before = self._pending.was_sent(invitation.id)
        vault = self._pending.keys(invitation.id, passphrase)
        with self._client(server) as client:
            try:
                proved = self._enrol(client, invitation, vault, device_name)
            except InvitationRefused:
                if not sent_before:
                    self._pending.discard()
                raise
            self._keep(vault, client.server, proved)
        self._pending.move_into_place()
        return Enrolled(proved.person_name, proved.programme, proved.certificate.roles)

    def decline(self, server: str, code: str, reason: str) -> None:
        """Network. Close the invitation at the person's own word; raises as `meet`, and
        InvitationRefused, ServerRefused, EnrolmentForged."""
        invitation = self.check_code(code)
        post = decline_post(invitation.id, invitation.secret, reason, self._nonce())
        with self._client(server) as client:
            met = client.meet(None)
            with _refusals():
                reply = client.decline(post, met)
            require_declined(reply, post, invitation.secret, met.trust.server_key)
        self._pending.discard()

    def _enrol(
        self, client: ServerClient, invitation: Invitation, vault: Vault, device_name: str
    ) -> ProvedEnrolment:
        met, nonce = client.meet(None), self._nonce()
        post = enrolment_post(invitation.id, invitation.secret, vault, device_name, nonce)
        self._pending.note_sent(invitation.id)
        with _refusals():
            reply = client.enrol(post, met)
        return proved_enrolment(reply, post, invitation.secret, vault, met.trust)

    def _keep(self, vault: Vault, server: str, proved: ProvedEnrolment) -> None:
        store = open_store(self._pending.folder, vault.database_key)
        kept: dict[FactName, bytes | str] = {
            FactName.SERVER: server,
            FactName.ROOT_KEY: proved.trust.root.raw,
            FactName.TRUST: proved.trust.envelope,
            FactName.CERTIFICATE: proved.certificate_envelope,
            FactName.CERTIFICATE_RECEIPT: proved.log_proof,
            FactName.PERSON_NAME: proved.person_name,
            FactName.PROGRAMME: proved.programme.body(),
            FactName.CHECKPOINT: proved.checkpoint,
        }
        try:
            with store.write() as connection:
                for name, content in kept.items():
                    keep_fact(connection, name, content)
                note_words(connection, awaited=proved.awaits_words)
        finally:
            store.close()

    def _nonce(self) -> str:
        return self._randomness(_NONCE_BYTES).hex()

    @contextmanager
    def _client(self, server: str) -> Iterator[ServerClient]:
        client = self._connect(server_address(server))
        try:
            yield client
        finally:
            client.close()


def invitation_of(code: str) -> Invitation:
    """The invitation with this code; raises InvitationMistyped."""
    try:
        secret = decode_code(code)
    except MistypedCode as mistyped:
        raise InvitationMistyped(mistyped.reason, mistyped.positions) from mistyped
    return Invitation(invitation_id(secret), secret)


def server_address(text: str) -> str:
    """The address as typed, without a last slash, and with TLS: `https://` also in the place of
    `http://`, but for a server on this computer."""
    address = text.strip().rstrip("/")
    scheme, found, rest = address.partition("://")
    if not found:
        return f"https://{address}"
    return f"https://{rest}" if scheme.lower() == "http" and not is_here(address) else address


@contextmanager
def _refusals() -> Iterator[None]:
    """Refusals of the invitation as what is wrong with it."""
    try:
        yield
    except ServerRefused as refused:
        problem = _PROBLEMS.get(refused.code)
        if problem is None:
            raise
        raise InvitationRefused(problem) from refused
