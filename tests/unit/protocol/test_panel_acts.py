"""What a panel signs: what fits, and what no reader takes."""

import pytest

from review_protocol.documents.packet import Packet
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CaseFiguresPacket,
    CaseFiguresPacket2,
    Chance,
    CitationPacket,
    ComparisonPacket,
    DiscussionPacket,
    FinalListPacket,
    FinalPlace,
    ListedCase,
    LongListPacket,
)
from review_protocol.documents.programme import Recommendation
from review_protocol.envelope import Envelope
from review_protocol.failures import MalformedDocument
from review_protocol.keys import SigningKey
from review_protocol.opening import opened_packet
from tests.builders.documents import Chain, a_case, a_rubric
from tests.builders.panel_acts import ALONE, NEWER_ON_A_CASE, ON_A_CASE, alone, on_a_case

KEY = SigningKey(b"\x07" * 32)


def chain() -> Chain:
    return Chain(KEY, deployment="d" * 64, chain="c" * 32)


def signed(model: type[Packet], **changed: object) -> Envelope:
    if model in ALONE:
        return alone(chain(), model, **changed)
    return on_a_case(chain(), model, a_case(), a_rubric(), **changed)


@pytest.mark.parametrize("model", [*ON_A_CASE, *NEWER_ON_A_CASE, *ALONE])
def test_each_act_opens_as_what_it_was_signed_as(model):
    packet = opened_packet(signed(model).to_bytes(), {KEY.key_id: KEY.public}.get)
    assert type(packet.document) is model


def place(case: str | None, outcome: Recommendation, decision: str) -> FinalPlace:
    return FinalPlace(case=case, outcome=outcome, decision=decision * 64, reason="")


FIRST = place("WIC-2026-001", Recommendation.OUTSTANDING, "b")
SECOND = place("WIC-2026-002", Recommendation.CASEBOOK, "c")


@pytest.mark.parametrize(
    ("model", "changed"),
    [
        (ComparisonPacket, {"rounds": (2, 1)}),
        (ComparisonPacket, {"rounds": (1, 1)}),
        (ComparisonPacket, {"expert_variance": "0.21"}),
        (ComparisonPacket, {"expert_variance": "00.210000"}),
        (ComparisonPacket, {"experts": ALONE[ComparisonPacket]["experts"][::-1]}),
        (CaseFiguresPacket, {"rank_low": None}),
        (CaseFiguresPacket, {"raw": "nan"}),
        (CaseFiguresPacket, {"chances": (Chance(target=60, probability="0.500000"),) * 2}),
        (CaseFiguresPacket2, {"place": 231}),
        (CaseFiguresPacket2, {"place": None}),
        (DiscussionPacket, {"text": " \n"}),
        (CitationPacket, {"en": ""}),
        (ApprovalPacket, {"approves": False, "comment": " "}),
        (LongListPacket, {"cases": (ListedCase(case="WIC-2026-001", reason=""),) * 2}),
        (FinalListPacket, {"places": (SECOND, FIRST)}),
        (FinalListPacket, {"places": (FIRST, FIRST)}),
        (FinalListPacket, {"places": (FIRST, place(None, Recommendation.CASEBOOK, "b"))}),
        (FinalListPacket, {"places": (FIRST,), "reserve": ("WIC-2026-001",)}),
    ],
)
def test_what_contradicts_itself_is_no_packet(model, changed):
    with pytest.raises((MalformedDocument, ValueError)):
        signed(model, **changed)


def test_a_case_that_is_kept_out_has_no_place():
    with pytest.raises(ValueError, match="final list"):
        place("WIC-2026-001", Recommendation.NOT_IN_CASEBOOK, "b")
