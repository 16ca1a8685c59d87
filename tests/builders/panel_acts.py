"""What a panel signs besides decisions, on a chain: valid, and changed where a test says so."""

from review_protocol.documents.case import Case
from review_protocol.documents.packet import CasePacket, Packet
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CaseFiguresPacket,
    CaseFiguresPacket2,
    Chance,
    CitationPacket,
    ComparisonPacket,
    DiscussionPacket,
    ExpertFigures,
    ExpertRequestPacket,
    FinalListPacket,
    FinalPlace,
    ListedCase,
    LongListPacket,
)
from review_protocol.documents.programme import Recommendation, Rubric
from review_protocol.envelope import Envelope
from tests.builders.documents import Chain

HASH = "a" * 64
ON_A_CASE: dict[type[CasePacket], dict[str, object]] = {
    CaseFiguresPacket: {
        "comparison": HASH,
        "reviews": 5,
        "raw": "6.800000",
        "adjusted": "7.100000",
        "error": "0.412000",
        "best_guess": "6.950000",
        "chances": (
            Chance(target=12, probability="0.560000"),
            Chance(target=60, probability="0.970000"),
        ),
        "rank_low": 3,
        "rank_high": 21,
    },
    DiscussionPacket: {
        "text": "The figures of element 4 are the partner's own.",
        "in_reply_to": None,
    },
    ExpertRequestPacket: {"reason": "Two experts differ by 5 points."},
    CitationPacket: {
        "zh": "以海缆连接九个岛屿，惠及偏远学校。",
        "en": "Nine islands joined by cable, to the benefit of remote schools.",
        "supersedes": None,
    },
    ApprovalPacket: {"citation": HASH, "approves": True, "comment": ""},
}
NEWER_ON_A_CASE: dict[type[CasePacket], dict[str, object]] = {
    CaseFiguresPacket2: ON_A_CASE[CaseFiguresPacket]
    | {"place": 9, "among": 230, "proposed": Recommendation.OUTSTANDING},
}
"""Later forms of the same kinds."""
ALONE: dict[type[Packet], dict[str, object]] = {
    ComparisonPacket: {
        "rounds": (1,),
        "rubric": HASH,
        "rules": HASH,
        "inputs": HASH,
        "counted": 90,
        "seed": HASH,
        "draws": 4000,
        "expert_variance": "0.210000",
        "residual_variance": "1.040000",
        "case_variance": "0.730000",
        "islands": 1,
        "experts": (
            ExpertFigures(pseudonym=1, reviews=18, leniency="-0.412000", error="0.130000"),
            ExpertFigures(pseudonym=7, reviews=2, leniency=None, error=None),
        ),
        "supersedes": None,
    },
    LongListPacket: {
        "round": 2,
        "comparison": HASH,
        "cases": (ListedCase(case="WIC-2026-001", reason=""),),
        "reason": "",
        "supersedes": None,
    },
    FinalListPacket: {
        "rounds": (1, 2),
        "rules": HASH,
        "comparison": HASH,
        "places": (
            FinalPlace(
                case="WIC-2026-001",
                outcome=Recommendation.OUTSTANDING,
                decision="b" * 64,
                reason="",
            ),
            FinalPlace(case=None, outcome=Recommendation.CASEBOOK, decision="c" * 64, reason=""),
        ),
        "reserve": ("WIC-2026-004",),
        "reason": "",
        "supersedes": None,
    },
}


def on_a_case(
    chain: Chain, model: type[CasePacket], case: Case, rubric: Rubric, **changed: object
) -> Envelope:
    """One of the acts about a case, of its first round."""
    subject = {
        "round": 1,
        "manifest": "0" * 64,
        "case": case.number,
        "case_hash": case.id,
        "rubric": rubric.id,
    }
    return chain.sign(model, **subject | (ON_A_CASE | NEWER_ON_A_CASE)[model] | changed)


def alone(chain: Chain, model: type[Packet], **changed: object) -> Envelope:
    """One of the acts about many cases at once."""
    return chain.sign(model, **ALONE[model] | changed)
