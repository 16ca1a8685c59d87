"""Packets as services build them, with valid defaults."""

from collections.abc import Callable

from review_protocol.canonical import sha256_hex
from review_protocol.documents.packet import (
    AmendmentPacket,
    ChainHeader,
    ConflictAnswer,
    ConflictKind,
    Declaration,
    DeclarationPacket,
    RecusalPacket,
    RecusalReason,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import Answers, CriterionAnswer, LanguageRead

NOW = "2026-07-20T08:00:00Z"
CASE = "WIC-2026-001"
SOME_HASH = sha256_hex(b"something")
ABOUT = {
    "nonce": "0" * 32,
    "checkpoint": None,
    "claimed": NOW,
    "round": 1,
    "manifest": SOME_HASH,
}
CASE_FIELDS = ABOUT | {"case_hash": SOME_HASH, "rubric": SOME_HASH}


def some_answers(mark: int = 7, comment: str = "clear and well evidenced") -> Answers:
    return Answers(
        criteria=tuple(
            CriterionAnswer(criterion=each.criterion, mark=mark, comment=comment)
            for each in Answers().criteria
        ),
        recommendation=Recommendation.CASEBOOK,
        familiarity=2,
    )


def a_score(case: str = CASE, mark: int = 7) -> Callable[[ChainHeader], ScorePacket]:
    return lambda header: ScorePacket(
        header=header,
        case=case,
        answers=some_answers(mark),
        language_read=LanguageRead.BOTH,
        **CASE_FIELDS,
    )


def an_amendment(supersedes: str, case: str = CASE, mark: int = 5):
    return lambda header: AmendmentPacket(
        header=header,
        case=case,
        answers=some_answers(mark),
        language_read=LanguageRead.BOTH,
        supersedes=supersedes,
        reason="read again",
        **CASE_FIELDS,
    )


def a_withdrawal(supersedes: str, case: str = CASE):
    return lambda header: WithdrawalPacket(
        header=header, case=case, supersedes=supersedes, reason="mistaken", **CASE_FIELDS
    )


def a_recusal(case: str = CASE):
    return lambda header: RecusalPacket(
        header=header,
        case=case,
        reason=RecusalReason.NOT_COMPETENT,
        conflict=None,
        comment="",
        supersedes=None,
        **CASE_FIELDS,
    )


def declarations(**answers: ConflictAnswer):
    """Declarations by the last three digits of the case: `declarations(n001=…)`."""

    def declared(number: str, answer: ConflictAnswer) -> Declaration:
        free = answer is ConflictAnswer.NONE
        return Declaration(
            case=f"WIC-2026-{number[1:]}",
            headers=SOME_HASH,
            answer=answer,
            conflict=None if free else ConflictKind.COLLABORATION,
            comment="",
        )

    return lambda header: DeclarationPacket(
        header=header,
        declarations=tuple(declared(*each) for each in answers.items()),
        **ABOUT,
    )
