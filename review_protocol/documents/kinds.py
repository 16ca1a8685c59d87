"""The kinds of packet that this version of the protocol knows."""

from __future__ import annotations

from review_protocol.documents.acts import (
    AgreementPacket,
    ConfirmationPacket,
    ErasurePacket,
    QuestionPacket,
    ResolutionPacket,
    RotationPacket,
    RulingPacket,
    ScoreOpeningPacket,
)
from review_protocol.documents.packet import (
    AcceptancePacket,
    AmendmentPacket,
    AmendmentPacket2,
    DecisionPacket,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    RoundPacket,
    ScorePacket,
    ScorePacket2,
    WithdrawalPacket,
)
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CaseFiguresPacket,
    CaseFiguresPacket2,
    CitationPacket,
    ComparisonPacket,
    DiscussionPacket,
    ExpertRequestPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.documents.stated_facts import FactsPacket

PACKETS: dict[str, type[Packet]] = {
    model.kind: model
    for model in (
        AcceptancePacket,
        DeclarationPacket,
        ScorePacket,
        AmendmentPacket,
        WithdrawalPacket,
        RecusalPacket,
        DecisionPacket,
        RoundPacket,
        ResolutionPacket,
        ConfirmationPacket,
        RotationPacket,
        ErasurePacket,
        QuestionPacket,
        ScoreOpeningPacket,
        AgreementPacket,
        FactsPacket,
        RulingPacket,
        ComparisonPacket,
        CaseFiguresPacket,
        DiscussionPacket,
        ExpertRequestPacket,
        CitationPacket,
        ApprovalPacket,
        LongListPacket,
        FinalListPacket,
    )
}
"""Those of version 1, by the name in the envelope's type."""

NEWER: dict[tuple[str, int], type[Packet]] = {
    (model.kind, model.form): model
    for model in (ScorePacket2, AmendmentPacket2, CaseFiguresPacket2)
}
"""Later versions of a kind, each beside the ones before it."""


def packet_model(kind: str, version: int) -> type[Packet] | None:
    """The form of this version of a kind; None where this app does not know it."""
    return PACKETS.get(kind) if version == 1 else NEWER.get((kind, version))
