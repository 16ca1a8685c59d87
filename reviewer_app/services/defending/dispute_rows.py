"""From what a dispute dossier proves to the rows that people read of it; pure mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from review_protocol.canonical import sha256_hex
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.documents.packet import AmendmentPacket, DecisionPacket, ScorePacket
from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    CaseFiguresPacket2,
    ComparisonPacket,
)
from review_protocol.documents.people import Certificate
from review_protocol.documents.programme import Rubric
from review_protocol.envelope import read_envelope
from review_protocol.translog import Receipt
from reviewer_app.reports.defence_rows import (
    CaseDefence,
    DecisionRow,
    ExpertScore,
    ScoreState,
    Seat,
    SheetRows,
)
from reviewer_app.reports.defence_words import seat_name
from reviewer_app.reports.dispute_rows import DisputeRows, DrawRow, IssuedRow, ProofRow
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import expert_name
from reviewer_app.services.defending.case_proofs import CaseProofs
from reviewer_app.services.defending.defence_rows import why_not
from reviewer_app.services.defending.dispute_record import (
    DisputeRecord,
    Signed,
    Standing,
    standings,
)
from reviewer_app.services.defending.panel_acts_told import SEAT_CODES
from reviewer_app.services.defending.place_rows import exact
from reviewer_app.services.evidence_files import ProvedPacket
from reviewer_app.services.panel.cells import composite, marks_in
from reviewer_app.services.panel.voices import seat_of
from reviewer_app.sync.clock import moment
from reviewer_app.sync.trust import deployment_of

_STATES: Mapping[Standing, ScoreState] = {
    Standing.COUNTS: "counts",
    Standing.CANNOT_JUDGE: "cannot_judge",
    Standing.OTHER_ROUND: "other_round",
    Standing.SUPERSEDED: "superseded",
    Standing.WITHDRAWN: "withdrawn",
    Standing.RECUSED: "recused",
}


@dataclass(frozen=True)
class Proved:
    """What is proved of a case, and whose pseudonyms are whose keys."""

    found: CaseProofs
    record: DisputeRecord
    rubric: Rubric
    pseudonyms: Mapping[str, int | None]
    deputies: frozenset[str]
    """Key ids: that somebody is a deputy no certificate says, but the server."""
    panel: str | None
    """Whose case it is."""

    @cached_property
    def packets(self) -> Mapping[str, ProvedPacket]:
        """By id."""
        found = self.found.proofs.packets
        return {read_envelope(each.envelope).document_id: each for each in found}

    @cached_property
    def certificates(self) -> Mapping[str, Certificate]:
        """By key id."""
        return {each.document.kid: each.document for each in self.found.proofs.devices}

    def received(self, packet: str) -> datetime:
        """When the log took it."""
        return moment(_arrival(self.packets[packet])[1].received)

    def seat(self, kid: str, panel: str | None) -> Seat | None:
        """Where in the panel somebody sits; None of who reviews."""
        deputy = kid in self.deputies
        return SEAT_CODES.get(seat_of(self.certificates[kid], panel, deputy=deputy))


def dispute_rows(sheet: SheetRows, proved: Proved) -> DisputeRows:
    """Everything that the dossier's pages show."""
    defence = sheet.defence
    texts = {each.document.case_hash for each in proved.found.signed}
    here = [sha256_hex(each) for each in proved.found.proofs.documents]
    return DisputeRows(
        defence=defence,
        evidence=sheet.evidence,
        signed=tuple(_signed(defence, proved)),
        decisions=tuple(_decisions(proved)),
        issued=_issued(proved),
        draws=tuple(
            DrawRow(
                round=each.round,
                made=moment(each.made),
                reviews_per_case=each.reviews_per_case,
                seed=each.seed,
                record=each.record,
                leaf=each.leaf,
                whole=each.case is None,
            )
            for each in proved.record.draws
        ),
        proofs=tuple(_proof(each, proved) for each in proved.found.proofs.packets),
        left_out=proved.found.left_out,
        root=deployment_of(proved.found.proofs.root),
        text=next((each for each in here if each in texts), ""),
    )


def _signed(defence: CaseDefence, proved: Proved) -> Iterator[ExpertScore]:
    leniencies = {each.packet: each.leniency for each in defence.scores}
    taken_out = {each.packet for each in defence.scores if each.state == "conflict_later"}
    counted = standings(proved.found.signed, proved.found.rules)
    stated = zip(counted, proved.record.scores, strict=True)
    for (signed, standing), said in stated:
        document = signed.document
        assert isinstance(document, ScorePacket)
        marks = marks_in(document.answers)
        state, reason = _state(standing, signed)
        if signed.id in taken_out:
            state = "conflict_later"
        recommendation = document.answers.recommendation
        yield ExpertScore(
            expert=said.pseudonym,
            state=state,
            reason=reason,
            answers=tuple(marks.get(each.code) for each in proved.rubric.criteria),
            in_all=exact(composite(marks, proved.rubric)),
            leniency=leniencies.get(signed.id) if standing is Standing.COUNTS else None,
            recommendation=recommendation.value if recommendation else None,
            round=document.round,
            leaf=signed.leaf,
            received=proved.received(signed.id),
            packet=signed.id,
            amends=isinstance(document, AmendmentPacket),
        )


def _state(standing: Standing, signed: Signed) -> tuple[ScoreState, str]:
    found = _STATES.get(standing)
    return why_not(signed.disposition) if found is None else (found, "")


def _decisions(proved: Proved) -> Iterator[DecisionRow]:
    signed = sorted(proved.found.signed, key=lambda each: each.leaf)
    decided = [(each, each.document) for each in signed]
    standing = {
        document.round: each.id
        for each, document in decided
        if isinstance(document, DecisionPacket) and each.disposition.counts
    }
    for each, document in decided:
        if isinstance(document, DecisionPacket):
            state, reason = _state_of(each.disposition)
            yield DecisionRow(
                who=proved.seat(document.header.kid, document.panel) or "chair",
                round=document.round,
                outcome=document.outcome.value,
                reason=document.reason,
                at=proved.received(each.id),
                leaf=each.leaf,
                state=state,
                not_counted_for=reason,
                stands=standing.get(document.round) == each.id,
            )


def _state_of(disposition: Disposition) -> tuple[ScoreState, str]:
    return ("counts", "") if disposition.counts else why_not(disposition)


def _issued(proved: Proved) -> IssuedRow | None:
    """The head's figures that stand, with the comparison that they are part of."""
    figures = [
        (each.leaf, each.document)
        for each in proved.found.signed
        if isinstance(each.document, CaseFiguresPacket) and each.disposition.counts
    ]
    if not figures:
        return None
    found = max(figures, key=lambda each: each[0])[1]
    held = proved.packets.get(found.comparison)
    if held is None:
        return None
    comparison = ComparisonPacket.from_body(read_envelope(held.envelope).body)
    return IssuedRow(
        raw=found.raw,
        adjusted=found.adjusted,
        error=found.error,
        place=_place_of(found),
        rank_low=found.rank_low,
        rank_high=found.rank_high,
        chances=tuple((each.target, each.probability) for each in found.chances),
        reviews=found.reviews,
        seed=comparison.seed,
        inputs=comparison.inputs,
        counted=comparison.counted,
        packet=found.comparison,
    )


def _place_of(figures: CaseFiguresPacket) -> tuple[int, int] | None:
    if not isinstance(figures, CaseFiguresPacket2) or figures.place is None:
        return None
    return figures.place, figures.among


def _proof(packet: ProvedPacket, proved: Proved) -> ProofRow:
    index, leaf = _arrival(packet)
    return ProofRow(
        folder=f"packets/{packet.name}",
        who=_who(leaf.kid, proved),
        packet=leaf.packet,
        leaf=index,
        received=moment(leaf.received),
        key=leaf.kid,
    )


def _who(kid: str, proved: Proved) -> Bilingual:
    pseudonym = proved.pseudonyms.get(kid)
    if pseudonym is not None:
        return expert_name(pseudonym)
    seat = proved.seat(kid, proved.panel)
    return same("–") if seat is None else seat_name(seat)


def _arrival(packet: ProvedPacket) -> tuple[int, PacketLeaf]:
    """Number in the log, and what its entry says; the receipt was verified before."""
    receipt = Receipt.parse(packet.receipt)
    leaf = read_entry(receipt.leaf)
    assert isinstance(leaf, PacketLeaf)
    return receipt.index, leaf
