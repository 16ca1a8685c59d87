"""The rules of what a panel signs: who may say it, and on what it must build. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import assert_never

from central_server.devices import Device
from central_server.known import Known
from central_server.lineage import Lineage
from central_server.people import Person
from central_server.said import cases_named, scope_of
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AmendmentPacket,
    ConflictAnswer,
    DecisionPacket,
    RecusalPacket,
    ScorePacket,
)
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CaseFiguresPacket,
    CitationPacket,
    ComparisonPacket,
    DiscussionPacket,
    ExpertRequestPacket,
    FinalListPacket,
    FinalPlace,
    LongListPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation

OnACase = (
    DecisionPacket
    | CaseFiguresPacket
    | DiscussionPacket
    | ExpertRequestPacket
    | CitationPacket
    | ApprovalPacket
)
OfMany = ComparisonPacket | LongListPacket | FinalListPacket

_SIGNED = (Disposition.COUNTED, Disposition.HELD_LATE)
_SCORES = (ScorePacket.kind, AmendmentPacket.kind)


def withheld(person: Person, case: str, known: Known) -> bool:
    """Whether a case is kept from somebody of its panel: they have a conflict on it, declared in
    whichever round, or are to review it in a round that was opened and have not signed their own
    score there. It is one answer for all rounds: scores of an earlier one would tell them as much,
    and who let a round go by without a score leaves the case to a deputy in the next ones too."""
    if _conflict(person, case, known):
        return True
    own = known.earlier.get((person.id, case)) or Lineage()
    signed = {
        each.round
        for each in own.packets.values()
        if each.kind == ScorePacket.kind and each.disposition in _SIGNED
    }
    return any(
        state.opened is not None
        and number not in signed
        and (person.id, number, case) in known.assigned
        for number, state in known.rounds.items()
    )


def role_on_a_case(document: OnACase, device: Device, known: Known) -> Disposition | None:
    """Whether this person may say such a thing of a case; if they have declared is asked apart."""
    person = device.person
    if isinstance(document, DiscussionPacket) and _scored(person, document.case, known):
        return None
    if isinstance(document, CaseFiguresPacket) and not _head_after(document, person, known):
        return Disposition.NOT_COUNTED_ROLE
    if isinstance(document, DecisionPacket) and not _is_due(document.outcome, known):
        return Disposition.NOT_COUNTED_ROLE
    decides = isinstance(document, DecisionPacket | CaseFiguresPacket)
    may = (
        _is_of_panel(document, person, known)
        and not withheld(person, document.case, known)
        and (not decides or _in_charge(person, document.case, known))
    )
    return None if may else Disposition.NOT_COUNTED_ROLE


def given_to(document: OnACase, device: Device, known: Known) -> bool:
    """Whether the case's scores were shown to this person at all: who scored it takes part in its
    discussion, everybody else has declared on it first."""
    if document.round not in known.rounds:
        return False
    if isinstance(document, DiscussionPacket) and _scored(device.person, document.case, known):
        return True
    return known.declared_on(device.person.id, document.case) is not None


def builds_on(document: OnACase, device: Device, known: Known) -> Disposition | None:
    """What it names must have arrived and count; nobody approves what they wrote themselves."""
    said = known.said
    match document:
        case CaseFiguresPacket(comparison=comparison):
            return _unless(said.counts(comparison, ComparisonPacket.kind))
        case CitationPacket():
            return _goes_on(document, document.case, known)
        case ApprovalPacket(citation=citation):
            text = said.by_id.get(citation)
            if text is not None and text.person == device.person.id:
                return Disposition.NOT_COUNTED_ROLE
            there = said.counts(citation, CitationPacket.kind)
            return _unless(there and text is not None and text.case == document.case)
        case _:
            return None


def judged_of_many(document: OfMany, device: Device, known: Known) -> Disposition:
    """The disposition of a comparison or a list: the head's, on what has arrived before."""
    person = device.person
    if person.role is not Role.HEAD or stands_in_for(person, known.stood_in_for):
        return Disposition.NOT_COUNTED_ROLE
    checks = (
        _rounds(document, known),
        _cases(document, known),
        _named(document, known),
        _is_final_already(document, known),
    )
    failed = next((found for found in checks if found is not None), None)
    return failed or _goes_on(document, None, known) or Disposition.COUNTED


def stands_in_for(person: Person, everybody: Iterable[Person]) -> tuple[Person, ...]:
    """Whose place a deputy takes: the chair of the same panel, or the head; nobody's otherwise."""
    if not person.deputy:
        return ()
    place = (person.role, person.panel)
    return tuple(each for each in everybody if not each.deputy and (each.role, each.panel) == place)


def _in_charge(person: Person, case: str, known: Known) -> bool:
    """Whether this is theirs to decide: a deputy's is what all of them must leave alone."""
    others = stands_in_for(person, known.stood_in_for)
    return all(withheld(each, case, known) for each in others)


def _is_of_panel(document: OnACase, person: Person, known: Known) -> bool:
    case = known.cases.get(document.case)
    if case is None or case.panel is None:
        return False
    if isinstance(document, DecisionPacket) and document.panel != case.panel:
        return False
    return person.role is Role.HEAD or (person.role is Role.CHAIR and person.panel == case.panel)


def _head_after(document: CaseFiguresPacket, person: Person, known: Known) -> bool:
    """Figures are the head's, once the round is closed."""
    return person.role is Role.HEAD and known.closed([document.round])


def takes_part(own: Lineage, newest: int) -> bool:
    """Whether somebody's own score of a case counts, in the newest round in which they were asked,
    and nothing that they said since takes them out."""
    counted = [each for each in own.packets.values() if each.disposition.counts]
    recused = any((each.kind, each.round) == (RecusalPacket.kind, newest) for each in counted)
    return not recused and any(own.packets[id].kind in _SCORES for id in own.heads(newest))


def _scored(person: Person, case: str, known: Known) -> bool:
    asked = [each for each in known.rounds if (person.id, each, case) in known.assigned]
    own = known.earlier.get((person.id, case)) or Lineage()
    return bool(asked) and not _conflict(person, case, known) and takes_part(own, max(asked))


def _conflict(person: Person, case: str, known: Known) -> bool:
    declared = (known.declared.get((person.id, each, case)) for each in known.rounds)
    return ConflictAnswer.CONFLICT in declared


def _is_due(outcome: Recommendation, known: Known) -> bool:
    """Whether the round that decides on this outcome by the rule file was held."""
    return known.rules is None or known.closed([known.rules.decided_by(outcome)])


def _rounds(document: OfMany, known: Known) -> Disposition | None:
    rounds = (document.round,) if isinstance(document, LongListPacket) else document.rounds
    if not known.rounds.keys() >= {*rounds}:
        return Disposition.HELD_NOT_ASSIGNED
    return None if known.closed(_after(document, known)) else Disposition.NOT_COUNTED_ROLE


def _after(document: OfMany, known: Known) -> Collection[int]:
    """The rounds at whose end alone it can be said: a comparison's own; those before the one that
    a long list is for; and for a final list, all that decide a target by the rule file."""
    match document:
        case ComparisonPacket(rounds=rounds):
            return rounds
        case LongListPacket(round=into):
            return [number for number in known.rounds if number < into]
        case FinalListPacket():
            return () if known.rules is None else known.rules.deciding
    assert_never(document)


def _is_final_already(document: OfMany, known: Known) -> Disposition | None:
    """Nothing goes into a next round once the final list stands."""
    final = isinstance(document, LongListPacket) and known.said.standing(
        FinalListPacket.kind, case=None, round=None
    )
    return Disposition.HELD_FORK if final else None


def _cases(document: OfMany, known: Known) -> Disposition | None:
    """A list names cases that there are, and that are in the programme still."""
    named = cases_named(document)
    if not known.cases.keys() >= named:
        return Disposition.HELD_NOT_ASSIGNED
    withdrawn = any(known.cases[each].withdrawn for each in named)
    return Disposition.NOT_COUNTED_CASE_WITHDRAWN if withdrawn else None


def _named(document: OfMany, known: Known) -> Disposition | None:
    """The comparison counts that a list goes by, and each decision, which stands for its case."""
    if isinstance(document, ComparisonPacket):
        return None
    comparison = document.comparison
    fits = comparison is None or known.said.counts(comparison, ComparisonPacket.kind)
    if isinstance(document, FinalListPacket):
        fits = fits and all(_stands(each, known) for each in document.places)
    return _unless(fits)


def _stands(place: FinalPlace, known: Known) -> bool:
    """Whether its decision is the one that stands for its case, and says what the list says."""
    said = known.said.by_id.get(place.decision)
    if said is None or said.case is None or place.case not in (None, said.case):
        return False
    stands = known.said.newest_decision(said.case) == place.decision
    return stands and said.outcome is place.outcome


def _goes_on(
    document: OfMany | CitationPacket, case: str | None, known: Known
) -> Disposition | None:
    """What replaces goes on from all that stands of its kind; a first one stands alone."""
    said, before = known.said, document.supersedes
    if before is not None:
        named = said.by_id.get(before)
        if named is None or (named.kind, named.case) != (document.kind, case):
            return Disposition.NOT_COUNTED_SUPERSEDES
    # there is one final list, of whichever rounds: two would say different things of one case
    scope = None if isinstance(document, FinalListPacket) else scope_of(document)
    standing = said.standing(document.kind, case=case, round=scope)
    return None if standing <= {*said.line(before)} else Disposition.HELD_FORK


def _unless(fits: bool) -> Disposition | None:
    return None if fits else Disposition.NOT_COUNTED_SUPERSEDES
