"""The rules by which a packet counts: a pure judgement on what is known as of its arrival."""

from __future__ import annotations

from central_server.devices import Device
from central_server.known import Known, superseded_by
from central_server.lineage import Lineage
from central_server.panel_rules import (
    OfMany,
    OnACase,
    builds_on,
    given_to,
    judged_of_many,
    role_on_a_case,
)
from central_server.reasons import unreasoned
from central_server.two_staff import judged_request
from review_protocol.documents.acts import (
    ErasurePacket,
    QuestionPacket,
    ResolutionPacket,
    ScoreOpeningPacket,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AcceptancePacket,
    AmendmentPacket,
    CasePacket,
    ConflictAnswer,
    DecisionPacket,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    RoundPacket,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.panel_acts import CitationPacket
from review_protocol.documents.people import Role
from review_protocol.documents.stated_facts import FactsPacket


def judged(document: Packet, device: Device, known: Known, received: str) -> Disposition:
    """The disposition of what has its place in its chain, and a key that was in use."""
    blank = unreasoned(document)
    if blank is not None:
        return blank
    if isinstance(document, CasePacket):
        return _on_a_case(document, device, known, received)
    if isinstance(document, DeclarationPacket):
        return _declaration(document, device, known)
    if isinstance(document, OfMany):
        return judged_of_many(document, device, known)
    if isinstance(document, RoundPacket | ScoreOpeningPacket):
        return judged_request(document, device, known.rounds, received)
    if isinstance(document, AcceptancePacket | ErasurePacket | QuestionPacket):
        return Disposition.COUNTED
    return Disposition.HELD_NEWER_VERSION


def _on_a_case(document: CasePacket, device: Device, known: Known, received: str) -> Disposition:
    checks = (
        _withdrawn(document, known),
        _role(document, device, known),
        _assignment(document, device, known),
        _excluded(document, device, known),
        _rubric(document, known),
        _case_version(document, known),
        _time(document, known, received),
        _supersedes(document, device, known),
        builds_on(document, device, known) if isinstance(document, OnACase) else None,
    )
    return next((found for found in checks if found is not None), Disposition.COUNTED)


def _withdrawn(document: CasePacket, known: Known) -> Disposition | None:
    """Nothing more is scored or decided on a case that its applicant took back."""
    case = known.cases.get(document.case)
    if case is None or not case.withdrawn or not isinstance(document, ScorePacket | OnACase):
        return None
    return Disposition.NOT_COUNTED_CASE_WITHDRAWN


def _role(document: CasePacket, device: Device, known: Known) -> Disposition | None:
    """Reviewers score, and who else was asked to; chairs decide in their panel, the head in all."""
    if isinstance(document, OnACase):
        return role_on_a_case(document, device, known)
    person = device.person
    asked = (person.id, document.round, document.case) in known.assigned
    return None if person.role is Role.REVIEWER or asked else Disposition.NOT_COUNTED_ROLE


def _assignment(document: CasePacket, device: Device, known: Known) -> Disposition | None:
    """What was asked of this person and, but for a recusal, released to them: nobody can have read
    a case on which no declaration without a conflict has arrived."""
    if isinstance(document, OnACase):
        return None if given_to(document, device, known) else Disposition.HELD_NOT_ASSIGNED
    key = (device.person.id, document.round, document.case)
    answer = known.declared_on(device.person.id, document.case)
    released = answer not in (None, ConflictAnswer.CONFLICT)
    if document.round not in known.rounds or key not in known.assigned:
        return Disposition.HELD_NOT_ASSIGNED
    may = released or isinstance(document, RecusalPacket)
    return None if may else Disposition.HELD_NOT_ASSIGNED


def _excluded(document: CasePacket, device: Device, known: Known) -> Disposition | None:
    """Where staff excluded somebody's review, another of theirs counts by another ruling alone."""
    earlier = known.earlier.get((device.person.id, document.case)) or Lineage()
    ruled_out = Disposition.NOT_COUNTED_EXCLUDED
    before = any(
        each.round == document.round and each.disposition is ruled_out
        for each in earlier.packets.values()
    )
    return ruled_out if before and isinstance(document, ScorePacket) else None


def _rubric(document: CasePacket, known: Known) -> Disposition | None:
    if not isinstance(document, ScorePacket):
        return None
    fits = document.rubric == known.rubric_id and document.answers.fits(known.rubric)
    return None if fits else Disposition.HELD_RUBRIC


def _case_version(document: CasePacket, known: Known) -> Disposition | None:
    if not isinstance(document, ScorePacket | DecisionPacket | CitationPacket | FactsPacket):
        return None
    case = known.cases.get(document.case)
    current = case is not None and case.case_hash == document.case_hash
    return None if current else Disposition.HELD_CASE_VERSION


def _time(document: CasePacket, known: Known, received: str) -> Disposition | None:
    """Scores and withdrawals have a deadline, and the facts beside them; decisions follow it, and
    a recusal is never late."""
    if not isinstance(document, ScorePacket | WithdrawalPacket | ResolutionPacket | FactsPacket):
        return None
    state = known.rounds[document.round]
    late = state.closed is not None or received > state.round.closes
    return Disposition.HELD_LATE if late else None


def _supersedes(document: CasePacket, device: Device, known: Known) -> Disposition | None:
    """What is replaced is an earlier packet on the case, and the line that stands goes on with it;
    what replaces nothing stands alone."""
    earlier = known.earlier.get((device.person.id, document.case)) or Lineage()
    superseded = superseded_by(document)
    if superseded is not None and not isinstance(document, CitationPacket):
        if superseded not in earlier.packets:
            return Disposition.NOT_COUNTED_SUPERSEDES
        scores = isinstance(document, AmendmentPacket | WithdrawalPacket)
        forks = scores and not earlier.follows(superseded, document.round)
        return Disposition.HELD_FORK if forks else None
    if not isinstance(document, ScorePacket | DecisionPacket):
        return None
    again = any(
        each.kind == document.kind and each.round == document.round and each.disposition.counts
        for each in earlier.packets.values()
    )
    return Disposition.HELD_FORK if again else None


def _declaration(document: DeclarationPacket, device: Device, known: Known) -> Disposition:
    person = device.person
    if person.role is Role.STAFF:
        return Disposition.NOT_COUNTED_ROLE
    if document.round not in known.rounds:
        return Disposition.HELD_NOT_ASSIGNED
    for each in document.declarations:
        case = known.cases.get(each.case)
        asked = (person.id, document.round, each.case) in known.assigned
        of_panel = person.role is Role.HEAD or (
            person.role is Role.CHAIR and case is not None and case.panel == person.panel
        )
        if case is None or not (asked or of_panel):
            return Disposition.HELD_NOT_ASSIGNED
        if each.headers not in case.headers:
            return Disposition.HELD_CASE_VERSION
    return Disposition.COUNTED
