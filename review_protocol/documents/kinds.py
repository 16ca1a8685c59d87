"""The kinds of packet that this version of the protocol knows."""

from __future__ import annotations

from review_protocol.documents.acts import (
    AgreementPacket,
    ConfirmationPacket,
    ErasurePacket,
    QuestionPacket,
    ResolutionPacket,
    RotationPacket,
    ScoreOpeningPacket,
)
from review_protocol.documents.packet import (
    AcceptancePacket,
    AmendmentPacket,
    DecisionPacket,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    RoundPacket,
    ScorePacket,
    WithdrawalPacket,
)

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
    )
}
"""By the name in the envelope's type."""
