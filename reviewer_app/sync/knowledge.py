"""What the desk knows of its deployment, as the enrolment and every sync since have left it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.canonical import canonical
from review_protocol.documents.answers import Change, LogView, StateAnswer
from review_protocol.documents.handover import HandoverReply
from review_protocol.documents.people import Certificate
from review_protocol.failures import MalformedDocument, ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.translog import Checkpoint
from reviewer_app.errors import DamagedProfile, LogSplit
from reviewer_app.models.erased import closed_rounds
from reviewer_app.models.facts import FactName, fact_of, forget_fact, keep_fact, text_of
from reviewer_app.models.other_packets import note_other
from reviewer_app.models.outbox import note_disposition
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.succession import TakingOver, past_trusts
from reviewer_app.sync.trust import (
    Standing,
    TrustState,
    certificate_of_any,
    extended,
    kept_checkpoint,
    proved_change,
    trust_of_signer,
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Server, trust and certificate of an enrolled desk; `split` while the log is in doubt."""

    server: str
    trust: TrustState
    certificate: Certificate
    checkpoint: str | None
    split: bool

    @property
    def known_log(self) -> Checkpoint | None:
        """The newest checkpoint that was verified: of this log, or of the one that it followed and
        whose leaves it begins with; None where there is none."""
        return None if self.checkpoint is None else kept_checkpoint(self.checkpoint)


def read_knowledge(store: Store, vault: Vault) -> Knowledge:
    """What is known; raises DamagedProfile where the enrolment's facts are missing or altered.

    The certificate may be that of another key of this device: it changes them at a sync.
    """
    with store.read() as connection:
        server = text_of(connection, FactName.SERVER)
        root = fact_of(connection, FactName.ROOT_KEY)
        trust = fact_of(connection, FactName.TRUST)
        certificate = fact_of(connection, FactName.CERTIFICATE)
        checkpoint = text_of(connection, FactName.CHECKPOINT)
        past = fact_of(connection, FactName.PAST_TRUSTS)
        split = fact_of(connection, FactName.SPLIT) is not None
    if server is None or root is None or trust is None or certificate is None:
        raise DamagedProfile(store.folder)
    try:
        state = TrustState.first(VerifyKey(root), trust)
        kept = (state, *past_trusts(past, state.root))
        mine = _opened(certificate, trust_of_signer(certificate, kept), vault)
        known = Knowledge(server, state, mine, checkpoint, split)
        _ = known.known_log
        return known
    except ProtocolFailure as error:
        raise DamagedProfile(store.folder) from error


def _opened(envelope: bytes, trust: TrustState, vault: Vault) -> Certificate:
    certificate = certificate_of_any(envelope, trust).document
    if certificate.kid not in vault.kids:
        raise MalformedDocument("the certificate is not of this device")
    return certificate


def is_closed_here(store: Store, told: StateAnswer | HandoverReply) -> bool:
    """Whether what the server would give was erased from this computer on purpose."""
    if told.round is None:
        return False
    with store.read() as connection:
        return told.round.round.number in closed_rounds(connection)


def keep_trust(store: Store, known: Knowledge, met: TrustState, now: str) -> None:
    """Keep a newer trust document that the root signed; its log may follow the known one.

    Raises LogSplit, and has then kept both documents.
    """
    if met.document.number > known.trust.document.number:
        TakingOver(store, known.trust, known.checkpoint, now).take(met)


def keep_log(store: Store, known_note: str | None, view: LogView, trust: TrustState) -> Checkpoint:
    """Keep the newest checkpoint, proved to extend the known one.

    Raises LogSplit, and has then kept both notes; and ProtocolFailure for an unsigned note.
    """
    try:
        checkpoint = extended(known_note, view, trust)
    except LogSplit:
        with store.write() as connection:
            keep_fact(connection, FactName.SPLIT, view.checkpoint)
        raise
    with store.write() as connection:
        keep_fact(connection, FactName.CHECKPOINT, view.checkpoint)
        forget_fact(connection, FactName.SPLIT)
        forget_fact(connection, FactName.SPLIT_TRUST)
    return checkpoint


def keep_state(
    store: Store, answer: StateAnswer | HandoverReply, trust: TrustState, now: str
) -> None:
    """Keep round, devices and the proved changes of dispositions."""
    changes = {
        each.packet: proved
        for each in answer.changes
        if (proved := _proved(each, trust)) is not None
    }

    def keep(connection: Connection) -> None:
        if answer.round is None:
            forget_fact(connection, FactName.ROUND)
        else:
            round_state = answer.round.model_dump_json()
            keep_fact(connection, FactName.ROUND, round_state)
        devices = [each.model_dump(mode="json") for each in answer.devices]
        keep_fact(connection, FactName.DEVICES, canonical(devices))
        for packet, standing in changes.items():
            note_disposition(connection, packet, standing.disposition, standing.leaf, now)
            note_other(connection, packet, standing.disposition, standing.leaf)

    store.perform(keep)


def _proved(change: Change, trust: TrustState) -> Standing | None:
    try:
        proved = proved_change(change.receipt, change.packet, trust)
    except ProtocolFailure:
        return None
    return proved if proved.disposition is change.disposition else None
