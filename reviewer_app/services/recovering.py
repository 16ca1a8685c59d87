"""A lost passphrase: ask for the desk's key, open the desk with the answer, and enrol it anew."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from review_protocol.failures import ProtocolFailure
from review_protocol.keys import ExchangeKey, Randomness, SigningKey
from review_protocol.passphrase import DEFAULT_COST, Argon2Cost
from review_protocol.recovery import (
    FILE_LIMIT,
    RecoveryAnswer,
    read_file,
    recovered_key,
    recovery_request,
)
from reviewer_app.errors import (
    RecoveryProblem,
    RecoveryRefused,
    UnreadableBackup,
)
from reviewer_app.models.backups import counts_of
from reviewer_app.models.chains import start_chain_after
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.disk import disk_failures, write_atomically
from reviewer_app.models.escrow import (
    WaitingRequest,
    forget_request,
    keep_request,
    kept_escrow,
    kept_request,
)
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.keys import Keys
from reviewer_app.models.own_certificates import HeldCertificate, take_certificate
from reviewer_app.models.restoring import SET_ASIDE_FOLDER
from reviewer_app.models.six_words import note_words
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import (
    PROFILE_FILE,
    Vault,
    change_passphrase,
    require_strength,
)
from reviewer_app.services.believed import trust_of
from reviewer_app.services.enrolling import ProvedEnrolment, enrolment_post, proved_enrolment
from reviewer_app.services.enrolment import (
    Connect,
    Invitation,
    invitation_of,
    server_address,
)
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.clock import Clock, timestamp, utc_now
from reviewer_app.sync.trust import TrustState

_NONCE_BYTES = 16


@dataclass(frozen=True, slots=True)
class RecoveryAsked:
    """A request that waits: `code` is read to the operator over the telephone."""

    code: str
    asked: str


class Recovering:
    """The profile in `folder`, which nobody can open: no desk is open meanwhile."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock = utc_now,
        randomness: Randomness = secrets.token_bytes,
        cost: Argon2Cost = DEFAULT_COST,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._randomness = randomness
        self._cost = cost

    def is_possible(self) -> bool:
        """Whether the key was left with the programme; raises StorageFault."""
        return kept_escrow(self._folder) is not None

    def asked(self) -> RecoveryAsked | None:
        """The request that waits for its answer; raises StorageFault."""
        waiting = kept_request(self._folder)
        return None if waiting is None else _asked(waiting)

    def ask(self, passphrase: str, file: Path) -> RecoveryAsked:
        """Choose the passphrase to come, and write the request to `file`, to be sent.

        A request before it is not answered any more. Raises WeakPassphrase, RecoveryRefused where
        the key was not left with the programme, DiskFull, FolderReadOnly, StorageFault.
        """
        require_strength(passphrase)
        left = kept_escrow(self._folder)
        if left is None:
            raise RecoveryRefused(RecoveryProblem.NOT_ESCROWED)
        now = timestamp(self._clock())
        request, key = recovery_request(left, now, self._randomness)
        keep_request(self._folder, request, key, passphrase, self._cost, self._randomness)
        write_atomically(file, request.body())
        return RecoveryAsked(request.code, now)

    def save_again(self, file: Path) -> None:
        """Write the request that waits once more; raises RecoveryRefused, and as `ask`."""
        write_atomically(file, self._waiting().request.body())

    def open(self, file: Path, passphrase: str) -> None:
        """Open the desk with the answer in `file`, under the passphrase that was chosen.

        Also where the file with the keys is damaged or gone. The desk has new keys then, and is to
        be enrolled anew before it syncs; all that was typed and signed is there, and what was
        signed is handed in as it is. The file with the keys before is set aside. Raises
        WrongPassphrase, RecoveryRefused, DamagedProfile, DiskFull, FolderReadOnly, StorageFault;
        the desk is then as it was.
        """
        waiting = self._waiting()
        answer_key = waiting.key(passphrase)
        database_key = self._key_in(file, waiting, answer_key)
        store = open_store(self._folder, database_key)
        try:
            with store.write() as connection:  # a chain belongs to one key
                start_chain_after(connection, self._randomness)
        finally:
            store.close()
        vault = Vault(
            waiting.request.escrowed.profile,
            database_key,
            SigningKey.generate(self._randomness),
            ExchangeKey.generate(self._randomness),
        )
        self._set_keys_aside()
        change_passphrase(self._folder, vault, passphrase, self._cost, randomness=self._randomness)
        forget_request(self._folder)

    def _key_in(self, file: Path, waiting: WaitingRequest, answer_key: ExchangeKey) -> bytes:
        with disk_failures(file), file.open("rb") as opened:
            content = opened.read(FILE_LIMIT)
        try:
            answer = read_file(RecoveryAnswer, content)
        except ProtocolFailure as error:
            raise RecoveryRefused(RecoveryProblem.UNREADABLE) from error
        try:
            key = recovered_key(answer, waiting.request, answer_key)
        except ProtocolFailure as error:
            raise RecoveryRefused(RecoveryProblem.OTHER_REQUEST) from error
        try:
            counts_of(self._folder / DATABASE_FILE, key)
        except UnreadableBackup as error:
            raise RecoveryRefused(RecoveryProblem.OTHER_KEY) from error
        return key

    def _waiting(self) -> WaitingRequest:
        waiting = kept_request(self._folder)
        if waiting is None:
            raise RecoveryRefused(RecoveryProblem.NOT_ASKED)
        return waiting

    def _set_keys_aside(self) -> None:
        path, place = self._folder / PROFILE_FILE, self._folder / SET_ASIDE_FOLDER
        if not path.exists():
            return
        with disk_failures(path):
            place.mkdir(mode=0o700, exist_ok=True)
            content = path.read_bytes()
        moment = self._clock().astimezone(UTC)
        write_atomically(place / f"profile-{moment:%Y%m%dT%H%M%SZ}.json", content)


class EnrollingAgain:
    """An open desk whose keys are newer than its certificate: it signs, and syncs when enrolled."""

    def __init__(
        self,
        store: Store,
        keys: Keys,
        *,
        connect: Connect = ServerClient,
        clock: Clock = utc_now,
        randomness: Randomness = secrets.token_bytes,
    ) -> None:
        self._store = store
        self._keys = keys
        self._connect = connect
        self._clock = clock
        self._randomness = randomness

    def is_needed(self) -> bool:
        """Whether the certificate is of other keys than this desk's, before and now; raises
        PassphraseNeeded."""
        kids = self._keys.unsealed().kids
        with self._store.read() as connection:
            return certificate_of(connection).kid not in kids

    def accept(self, server: str, code: str, device_name: str) -> None:
        """Network. Enrol these keys with an invitation of the same person (`invite --again`).

        Raises InvitationMistyped, RecoveryRefused for another person's code or another server's,
        ServerRefused, EnrolmentForged, NoConnection, UntrustedCertificate, NotOurServer,
        PassphraseNeeded, DiskFull, FolderReadOnly, StorageFault; may be done again with the same
        code.
        """
        invitation, server = invitation_of(code), server_address(server)
        with self._store.read() as connection:
            before, trust = certificate_of(connection), trust_of(connection)
        proved = self._proved(server, invitation, trust, device_name)
        now = proved.certificate
        if now.person != before.person or proved.trust.root != trust.root:
            raise RecoveryRefused(RecoveryProblem.OTHER_PERSON)
        with self._store.write() as connection:
            taken = HeldCertificate(proved.certificate_envelope, proved.log_proof)
            take_certificate(connection, taken, timestamp(self._clock()))
            keep_fact(connection, FactName.SERVER, server)
            note_words(connection, awaited=proved.awaits_words)

    def _proved(
        self, server: str, invitation: Invitation, trust: TrustState, device_name: str
    ) -> ProvedEnrolment:
        vault = self._keys.unsealed()
        nonce, secret = self._randomness(_NONCE_BYTES).hex(), invitation.secret
        client = self._connect(server)
        try:
            met = client.meet(trust)
            post = enrolment_post(invitation.id, secret, vault, device_name, nonce)
            reply = client.enrol(post, met)
        finally:
            client.close()
        return proved_enrolment(reply, post, secret, vault, met.trust)


def _asked(waiting: WaitingRequest) -> RecoveryAsked:
    return RecoveryAsked(waiting.request.code, waiting.request.asked)
