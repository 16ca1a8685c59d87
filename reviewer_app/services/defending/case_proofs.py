"""Everything that proves what a panel did about one case: packets, receipts, keys, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from review_protocol.documents.acts import ResolutionPacket
from review_protocol.documents.draws import Draw
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AmendmentPacket,
    CasePacket,
    DecisionPacket,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    ComparisonPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.documents.programme import Rubric, Rules
from review_protocol.documents.stated_facts import FactsPacket
from reviewer_app.models.case_list import case_entry
from reviewer_app.models.cases import case_content
from reviewer_app.models.collected import collected_packets
from reviewer_app.models.documents import content_of
from reviewer_app.models.dossier import Doubt
from reviewer_app.models.draws import told_draws
from reviewer_app.models.outbox import packets_of_case
from reviewer_app.services.believed import trust_of
from reviewer_app.services.certified_keys import CertifiedKeys
from reviewer_app.services.defending.dispute_record import Signed
from reviewer_app.services.evidence_files import Proofs, ProvedPacket
from reviewer_app.services.standing import standing_manifest, standing_rules
from reviewer_app.sync.offered import proof_in
from reviewer_app.sync.trust import TrustState

ABOUT_A_CASE = (
    DeclarationPacket,
    ScorePacket,
    AmendmentPacket,
    WithdrawalPacket,
    RecusalPacket,
    ResolutionPacket,
    FactsPacket,
    CaseFiguresPacket,
    ComparisonPacket,
    DecisionPacket,
    LongListPacket,
    FinalListPacket,
)
"""What bears on a case's place. What the panel discussed stays with the panel."""


@dataclass(frozen=True)
class CaseProofs:
    """What is proved, and how many of the packets here are not: those are left out."""

    proofs: Proofs
    left_out: int
    draws: tuple[Draw, ...]
    """The runs by which its reviews were given out, as the server told them."""
    signed: tuple[Signed, ...]
    """The packets on the case itself, with whose they are and how they stand."""
    rules: Rules | None
    """Those that stand, by which rounds count."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A packet as it lies here."""

    id: str
    kind: str
    envelope: bytes
    receipt: str
    change: str | None


@dataclass(frozen=True, slots=True)
class _Proved:
    """The same, verified: what it says, its place in the log, and how it stands by now."""

    held: _Held
    document: Packet
    arrived: int
    disposition: Disposition


def case_proofs(connection: Connection, number: str) -> CaseProofs:
    """Of all packets about a case that this desk has; each is verified again before it is taken."""
    trust = trust_of(connection)
    certified = CertifiedKeys(connection, trust)
    held = _held(connection, number)
    proved = [found for each in held if (found := _proved(each, certified, trust)) is not None]
    about = [each for each in proved if _is_about(each.document, number)]
    about.sort(key=lambda each: each.arrived)
    draws = tuple(_draws(connection, number, {*_rounds(about)}))
    signers = {each.document.header.kid for each in about}
    proofs = Proofs(
        root=trust.root,
        trust=trust.envelope,
        device=None,
        packets=[
            ProvedPacket(f"{at:04d}-{of.kind}", of.envelope, of.receipt, of.change)
            for at, of in enumerate((each.held for each in about), start=1)
        ],
        devices=[each for kid in sorted(signers) if (each := certified.certificate(kid))],
        documents=tuple(_documents(connection, number, about)),
        draws={each.record: each.receipt for each in draws if each.receipt is not None},
    )
    signed = (_signed(each, certified) for each in about)
    rules = standing_rules(connection)
    left_out = len(held) - len(proved)
    return CaseProofs(proofs, left_out, draws, tuple(filter(None, signed)), rules)


def with_words(proofs: Proofs, beside: Mapping[str, bytes]) -> Proofs:
    """The same, with files for people to read."""
    return replace(proofs, beside=beside)


def _held(connection: Connection, number: str) -> tuple[_Held, ...]:
    """Of others and one's own, each once."""
    kinds = tuple(model.kind for model in ABOUT_A_CASE)
    found = {
        each.id: _Held(each.id, each.kind, each.envelope, each.receipt, each.change)
        for each in collected_packets(connection, kinds=kinds)
        if each.case in (None, number)
    }
    for own in packets_of_case(connection, number):
        if own.receipt is not None and own.kind in kinds:
            found.setdefault(own.id, _Held(own.id, own.kind, own.envelope, own.receipt, None))
    return tuple(found.values())


def _proved(held: _Held, certified: CertifiedKeys, trust: TrustState) -> _Proved | None:
    """None where it does not hold, or a newer app wrote it."""
    found = proof_in(held.envelope, held.receipt, held.change, certified.verify_key, trust)
    if isinstance(found, Doubt) or found.signed.document is None:
        return None
    return _Proved(held, found.signed.document, found.leaf, found.standing.disposition)


def _signed(proved: _Proved, certified: CertifiedKeys) -> Signed | None:
    document = proved.document
    if not isinstance(document, CasePacket):
        return None
    key = certified.certificate(document.header.kid)
    if key is None:
        return None
    return Signed(proved.held.id, key.document.person, proved.arrived, document, proved.disposition)


def _rounds(about: Iterable[_Proved]) -> Iterator[int]:
    """Of the reviews among these."""
    for each in about:
        if isinstance(each.document, CasePacket):
            yield each.document.round


def _draws(connection: Connection, number: str, rounds: Set[int]) -> Iterator[Draw]:
    """The runs of these rounds over all cases, or for this one."""
    for each in told_draws(connection):
        if each.round in rounds and each.case in (None, number):
            yield each


def _is_about(document: Packet, number: str) -> bool:
    if isinstance(document, CasePacket):
        return document.case == number
    if isinstance(document, DeclarationPacket):
        return any(each.case == number for each in document.declarations)
    if isinstance(document, FinalListPacket):
        return number in {*(each.case for each in document.places), *document.reserve}
    return isinstance(document, ComparisonPacket | LongListPacket)


def _named(document: Packet) -> set[str | None]:
    """The documents that it names by their hash, of those that a desk may have."""
    if isinstance(document, CasePacket):
        return {document.case_hash, document.rubric}
    if isinstance(document, ComparisonPacket):
        return {document.rubric, document.rules}
    return {document.rules} if isinstance(document, FinalListPacket) else set()


def _documents(connection: Connection, number: str, about: Iterable[_Proved]) -> Iterator[bytes]:
    """Their bodies: the rubric, the rules, the text, and what was declared on."""
    manifest = standing_manifest(connection)
    rules = None if manifest is None else manifest.document.rules
    wanted = {rules}.union(*(_named(each.document) for each in about))
    for id in sorted(each for each in wanted if each is not None):
        bodies = (content_of(connection, id, model.kind) for model in (Rubric, Rules))
        yield from (body for body in bodies if body is not None)
    case = case_content(connection, number)
    if case is not None:
        yield case.body()
    entry = case_entry(connection, number)
    if entry is not None:
        yield entry.body
