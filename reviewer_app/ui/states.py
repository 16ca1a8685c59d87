"""States in words: of cases, conflicts and packets."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.words import ConflictAnswer, ConflictKind, Disposition
from reviewer_app.services.desk_rows import CaseFlag, CaseState, DeliveryState
from reviewer_app.ui.kit.shapes import Shape

translate = QCoreApplication.translate


def case_state(value: CaseState) -> str:
    match value:
        case CaseState.UNDECLARED:
            return translate("states", "To declare")
        case CaseState.CONFLICT:
            return translate("states", "Conflict declared")
        case CaseState.AWAITING_RELEASE:
            return translate("states", "Awaiting release")
        case CaseState.UNREAD:
            return translate("states", "To read")
        case CaseState.STARTED:
            return translate("states", "Begun")
        case CaseState.ANSWERED:
            return translate("states", "Ready to sign")
        case CaseState.SIGNED:
            return translate("states", "Signed, on this computer")
        case CaseState.RECEIVED:
            return translate("states", "Received")
        case CaseState.HELD:
            return translate("states", "Received, held")
        case CaseState.WITHDRAWN:
            return translate("states", "Score withdrawn")
        case CaseState.RECUSED:
            return translate("states", "Recused")
        case CaseState.CASE_WITHDRAWN:
            return translate("states", "Withdrawn by its applicant")
    assert_never(value)


def case_shape(value: CaseState) -> Shape:
    """The shape that stands before the state's word."""
    match value:
        case CaseState.UNDECLARED | CaseState.UNREAD:
            return Shape.TODO
        case CaseState.AWAITING_RELEASE:
            return Shape.WAITING
        case CaseState.STARTED | CaseState.ANSWERED:
            return Shape.PART
        case CaseState.SIGNED:
            return Shape.SENT
        case CaseState.RECEIVED:
            return Shape.DONE
        case CaseState.HELD:
            return Shape.WARNING
        case (
            CaseState.CONFLICT | CaseState.WITHDRAWN | CaseState.RECUSED | CaseState.CASE_WITHDRAWN
        ):
            return Shape.STOPPED
    assert_never(value)


def case_flag(value: CaseFlag) -> str:
    match value:
        case CaseFlag.ONE_COUNTRY:
            return translate("states", "One country (region) only")
        case CaseFlag.ENTERED_BEFORE:
            return translate("states", "Entered before")
        case CaseFlag.ELEMENT_MISSING:
            return translate("states", "An element in one language only")
        case CaseFlag.COUNTRIES_DIFFER:
            return translate("states", "Country lists differ")
        case CaseFlag.FIGURES_DIFFER:
            return translate("states", "Figures differ")
        case CaseFlag.ONE_LANGUAGE:
            return translate("states", "One language")
        case CaseFlag.CORRECTED:
            return translate("states", "Corrected")
    assert_never(value)


def conflict_answer(value: ConflictAnswer) -> str:
    match value:
        case ConflictAnswer.NONE:
            return translate("states", "No conflict")
        case ConflictAnswer.DISCLOSED:
            return translate("states", "A tie, but I can judge")
        case ConflictAnswer.CONFLICT:
            return translate("states", "Conflict of interest")
    assert_never(value)


def conflict_kind(value: ConflictKind) -> str:
    match value:
        case ConflictKind.EMPLOYMENT:
            return translate("states", "Employment or office")
        case ConflictKind.MONEY:
            return translate("states", "Money")
        case ConflictKind.FAMILY:
            return translate("states", "Family")
        case ConflictKind.COLLABORATION:
            return translate("states", "Recent collaboration")
        case ConflictKind.RECOMMENDED:
            return translate("states", "Recommended or collected the case")
        case ConflictKind.COMPETITOR:
            return translate("states", "Competitor")
        case ConflictKind.OTHER:
            return translate("states", "Other")
    assert_never(value)


def delivery_state(value: DeliveryState) -> str:
    match value:
        case DeliveryState.SIGNED:
            return translate("states", "On this computer")
        case DeliveryState.SENDING:
            return translate("states", "Being sent")
        case DeliveryState.RECEIVED:
            return translate("states", "Received")
    assert_never(value)


def disposition(value: Disposition) -> str:
    """What the server made of a packet, in words."""
    return DISPOSITIONS[value]()


DISPOSITIONS = {
    Disposition.COUNTED: lambda: translate("states", "Counted"),
    Disposition.HELD_NEWER_VERSION: lambda: translate("states", "Held: newer version of the app"),
    Disposition.HELD_REVOKED_KEY: lambda: translate(
        "states", "Held: this computer's key was revoked"
    ),
    Disposition.HELD_RUBRIC: lambda: translate("states", "Held: does not fit the rubric"),
    Disposition.HELD_CASE_VERSION: lambda: translate("states", "Held: another version of the case"),
    Disposition.HELD_LATE: lambda: translate("states", "Held: arrived after the round closed"),
    Disposition.HELD_NOT_ASSIGNED: lambda: translate("states", "Held: the case is not assigned"),
    Disposition.HELD_FORK: lambda: translate("states", "Held: signed twice on different computers"),
    Disposition.NOT_COUNTED_MALFORMED: lambda: translate("states", "Not counted: cannot be read"),
    Disposition.NOT_COUNTED_DEPLOYMENT: lambda: translate(
        "states", "Not counted: another programme's"
    ),
    Disposition.NOT_COUNTED_ROLE: lambda: translate("states", "Not counted: not for this role"),
    Disposition.NOT_COUNTED_SUPERSEDES: lambda: translate(
        "states", "Not counted: what it replaces is not known"
    ),
    Disposition.NOT_COUNTED_RESOLVED: lambda: translate(
        "states", "Not counted: you chose another score of yours"
    ),
    Disposition.NOT_COUNTED_DENIED: lambda: translate(
        "states", "Not counted: you said that it is not yours"
    ),
    Disposition.NOT_COUNTED_CASE_WITHDRAWN: lambda: translate(
        "states", "Not counted: its applicant withdrew the case"
    ),
    Disposition.HELD_SECOND_STAFF: lambda: translate(
        "states", "Waits for a second member of staff"
    ),
    Disposition.NOT_COUNTED_NOT_AGREED: lambda: translate(
        "states", "Not carried out: two members of staff did not agree"
    ),
    Disposition.HELD_SIX_WORDS: lambda: translate(
        "states", "Held: the computer's six words were not read yet"
    ),
    Disposition.NOT_COUNTED_EXCLUDED: lambda: translate(
        "states", "Not counted: excluded by the secretariat"
    ),
    Disposition.NOT_COUNTED_NO_REASON: lambda: translate(
        "states", "Not counted: its reason is blank"
    ),
}


def packet_kind(kind: str) -> str:
    """What a signed packet is; a kind of a newer version keeps its code."""
    words = PACKET_KINDS.get(kind)
    return words() if words is not None else kind


PACKET_KINDS = {
    "acceptance": lambda: translate("states", "Acceptance"),
    "declaration": lambda: translate("states", "Declaration"),
    "score": lambda: translate("states", "Score"),
    "amendment": lambda: translate("states", "Amendment"),
    "withdrawal": lambda: translate("states", "Withdrawal"),
    "recusal": lambda: translate("states", "Recusal"),
    "facts": lambda: translate("states", "Facts beside a score"),
    "decision": lambda: translate("states", "Decision"),
    "round": lambda: translate("states", "Close of a round"),
    "resolution": lambda: translate("states", "Choice between two scores"),
    "confirmation": lambda: translate("states", "Confirmation"),
    "rotation": lambda: translate("states", "New keys"),
    "erasure": lambda: translate("states", "Erasure"),
    "question": lambda: translate("states", "Question"),
    "score-opening": lambda: translate("states", "Request to open scores"),
    "agreement": lambda: translate("states", "Answer to a request of staff"),
    "discussion": lambda: translate("states", "Contribution to a discussion"),
    "expert-request": lambda: translate("states", "Request for another expert"),
    "citation": lambda: translate("states", "Citation"),
    "approval": lambda: translate("states", "Answer to a citation"),
    "comparison": lambda: translate("states", "Comparison"),
    "case-figures": lambda: translate("states", "Figures of a case"),
    "long-list": lambda: translate("states", "Long list"),
    "final-list": lambda: translate("states", "Final list"),
    "ruling": lambda: translate("states", "Ruling on a review"),
}
