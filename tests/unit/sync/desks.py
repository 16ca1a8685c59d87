"""A desk enrolled with a real server, the way services do it, in few lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from review_protocol.canonical import from_base64, to_base64
from review_protocol.crockford import invitation_id
from review_protocol.documents.packet import (
    AmendmentPacket,
    ChainHeader,
    ConflictAnswer,
    ConflictKind,
    Declaration,
    DeclarationPacket,
    ScorePacket,
)
from review_protocol.documents.people import Certificate, EnrolmentAnswer, EnrolmentRequest
from review_protocol.documents.score import LanguageRead
from review_protocol.exchange import (
    ENROLMENT_ANSWER_LABEL,
    ENROLMENT_REQUEST_LABEL,
    EnrolmentPost,
)
from review_protocol.keys import mac, mac_key
from review_protocol.opening import opened, sealed
from review_protocol.passphrase import Argon2Cost
from review_protocol.sealed_enrolment import Certified, open_reply, seal_post
from reviewer_app.models import outbox
from reviewer_app.models.case_list import case_entry, list_cases
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import Vault, create_vault
from reviewer_app.services.preparing import Preparing
from reviewer_app.sync.client import ServerClient, new_nonce, root_key_of
from reviewer_app.sync.engine import SyncEngine
from reviewer_app.sync.http import Transport
from reviewer_app.sync.reports import Progress, SyncReport
from reviewer_app.sync.taking_in import known_manifest
from reviewer_app.sync.transfer import Cancelled
from reviewer_app.sync.trust import (
    TrustState,
    opened_by_server,
    proved_certificate,
)
from tests.builders.server import InvitedPerson
from tests.builders.tables import without_words
from tests.unit.models.packets import some_answers

NOW = "2026-07-20T08:00:00Z"


ONE_TRY = Transport(tries=1)
"""So that a test sees what one lost answer does; that it is asked again, `test_again.py` shows."""


def midday() -> datetime:
    return datetime(2026, 7, 20, 12, tzinfo=UTC)


def never() -> bool:
    return False


@dataclass
class Desk:
    """A store, its keys, and the engine between them and the server."""

    store: Store
    vault: Vault
    engine: SyncEngine
    told: list[Progress]

    def sync(self, cancelled: Cancelled = never) -> SyncReport:
        return self.engine.sync(self.told.append, cancelled)

    def sign(self, build) -> str:
        return self.store.perform(
            lambda connection: outbox.append(connection, build, self.vault.signing_key, NOW).id
        )

    def declare(self, **answers: ConflictAnswer) -> str:
        """Sign declarations by the last three digits of the case: `declare(n001=…)`."""
        manifest = known_manifest(self.store)
        assert manifest is not None
        with self.store.read() as connection:
            headers = {case.number: case.headers_hash for case in list_cases(connection)}

        def declared(number: str, answer: ConflictAnswer) -> Declaration:
            free = answer is ConflictAnswer.NONE
            return Declaration(
                case=f"WIC-2026-{number[1:]}",
                headers=headers[f"WIC-2026-{number[1:]}"],
                answer=answer,
                conflict=None if free else ConflictKind.COLLABORATION,
                comment="",
            )

        return self.sign(
            lambda header: DeclarationPacket(
                header=header,
                nonce=new_nonce(),
                checkpoint=None,
                claimed=NOW,
                round=manifest.round.number,
                manifest=manifest.id,
                declarations=tuple(declared(*each) for each in answers.items()),
            )
        )

    def score(self, number: str, mark: int = 7) -> str:
        return self.sign(lambda header: ScorePacket(**self._read(header, number, mark)))

    def amend(self, number: str, supersedes: str, mark: int = 8) -> str:
        said = {"supersedes": supersedes, "reason": "read again"}
        return self.sign(lambda header: AmendmentPacket(**self._read(header, number, mark), **said))

    def _read(self, header: ChainHeader, number: str, mark: int) -> dict[str, object]:
        """What a score says, on the version of the case that is here."""
        manifest = known_manifest(self.store)
        assert manifest is not None
        with self.store.read() as connection:
            case = case_entry(connection, number)
        assert case is not None
        assert case.case_hash is not None
        return {
            "header": header,
            "nonce": new_nonce(),
            "checkpoint": None,
            "claimed": NOW,
            "round": manifest.round.number,
            "manifest": manifest.id,
            "case": number,
            "case_hash": case.case_hash,
            "rubric": manifest.rubric,
            "answers": some_answers(mark),
            "language_read": LanguageRead.BOTH,
        }

    def packets(self) -> tuple[StoredPacket, ...]:
        with self.store.read() as connection:
            return outbox.all_packets(connection)

    def states(self) -> dict[str, str]:
        with self.store.read() as connection:
            return {case.number: case.state.value for case in list_cases(connection)}


def an_enrolled_desk(folder: Path, server: str, person: InvitedPerson) -> Desk:
    """Enrol over the wire and keep what the answer proved."""
    vault = create_vault(folder, "a long passphrase", Argon2Cost(64, 1, 1))
    client = ServerClient(server)
    try:
        met = client.meet(None)
        nonce = client.nonce()
        request = EnrolmentRequest(
            invitation=invitation_id(person.secret),
            nonce=nonce,
            signing_key=to_base64(vault.signing_key.public.raw),
            exchange_key=to_base64(vault.exchange_key.public.raw),
            device_name="laptop",
        )
        envelope = sealed(request, vault.signing_key)
        code = mac(mac_key(person.secret, ENROLMENT_REQUEST_LABEL), envelope.body)
        inner = EnrolmentPost(request=to_base64(envelope.to_bytes()), mac=code)
        post = seal_post(
            person.secret,
            ENROLMENT_REQUEST_LABEL,
            inner,
            invitation=request.invitation,
            nonce=nonce,
        )
        answered = open_reply(
            person.secret,
            ENROLMENT_ANSWER_LABEL,
            client.enrol(post, met),
            invitation=post.invitation,
            nonce=nonce,
        )
        reply = Certified.model_validate_json(answered)
    finally:
        client.close()
    answer = opened(from_base64(reply.answer), EnrolmentAnswer, met.trust.server_key).document
    root = root_key_of(answer.root_key)
    trust = TrustState.first(root, from_base64(answer.trust))
    certificate = opened_by_server(from_base64(answer.certificate), Certificate, trust)
    proof = proved_certificate(answer.log_proof, certificate, trust)
    store = open_store(folder, vault.database_key)
    with store.write() as connection:
        keep_fact(connection, FactName.SERVER, server)
        keep_fact(connection, FactName.ROOT_KEY, root.raw)
        keep_fact(connection, FactName.TRUST, trust.envelope)
        keep_fact(connection, FactName.CERTIFICATE, from_base64(answer.certificate))
        keep_fact(connection, FactName.CHECKPOINT, proof.checkpoint)
    return Desk(store, vault, an_engine(store, vault), [])


def an_engine(store: Store, vault: Vault, aids: Preparing | None = None) -> SyncEngine:
    """With the aids of the services, and a clock that stands still."""
    return SyncEngine(
        store,
        Keys(store.folder, vault),
        aids or Preparing(without_words()),
        connect=lambda server: ServerClient(server, transport=ONE_TRY),
        clock=midday,
        scatter=lambda: 0.0,
    )
