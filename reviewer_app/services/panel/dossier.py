"""What the server told of a panel beside its packets, as the panel's services use it: what is
hidden and who decides it, what a deputy decides, who must leave, and who reviews from home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from review_protocol.documents.dossier import Decider, PanelDeclaration, Withheld
from review_protocol.documents.matters import ConflictTakenBack
from review_protocol.documents.packet import ConflictAnswer, RecusalPacket
from review_protocol.documents.programme import Recommendation
from reviewer_app.models.case_list import CaseEntry
from reviewer_app.models.declarations import StandingDeclaration, standing_declarations
from reviewer_app.models.dossier import ToldSight, told_sight, told_ties
from reviewer_app.models.rows import CaseState
from reviewer_app.models.taken_back import told_taken_back
from reviewer_app.services.sheets import newest_review

if TYPE_CHECKING:
    from reviewer_app.services.panel.home import Homes


class Why(StrEnum):
    """Why a case's scores are hidden from this person."""

    CONFLICT = "conflict"
    OWN_SCORE_FIRST = "own-score-first"
    NOT_DECLARED = "not-declared"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why a case is hidden, and who decides it; None where that is nobody, or is not known."""

    why: Why
    decided_by: Decider | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """As whom this person sits in the panel: a deputy decides these cases, and nothing else."""

    deputy: bool = False
    decides: frozenset[str] = frozenset()
    undecided: int = 0
    """Of the cases that are hidden from this person, how many have no decision yet."""
    places: tuple[Recommendation, ...] = ()
    """What was decided for the others of them that are on the list: somebody else's decisions."""

    def may_decide(self, case: str) -> bool:
        """Whether a case that is not hidden is theirs to decide."""
        return not self.deputy or case in self.decides

    def taken(self, outcome: Recommendation) -> int:
        """How many places of a target are taken by cases that are hidden from this person:
        Outstanding Cases are among the Casebook."""
        if outcome is Recommendation.CASEBOOK:
            return len(self.places)
        return sum(each is outcome for each in self.places)


def hidden_cases(
    connection: Connection, entries: Iterable[CaseEntry], *, declares: bool
) -> Mapping[str, Hidden]:
    """By number, the cases whose scores this person may not see.

    What the desk knows itself counts at once: nothing declared, by who declares; a conflict, also
    one by which they recused; an own score begun and not signed. What the server told last counts
    as long as it tells nothing else.
    """
    told = _told(told_sight(connection)) if declares else {}
    declared = standing_declarations(connection) if declares else {}
    found: dict[str, Hidden] = {}
    for entry in entries:
        declaration = declared.get(entry.number)
        if entry.number in told:
            found[entry.number] = told[entry.number]
        elif declares and declaration is None:
            found[entry.number] = Hidden(Why.NOT_DECLARED)
        elif declaration is not None and _steps_back(connection, entry, declaration):
            found[entry.number] = Hidden(Why.CONFLICT)
        elif entry.kept_at is not None and entry.newest_packet is None:
            found[entry.number] = Hidden(Why.OWN_SCORE_FIRST)
    return found


def _steps_back(connection: Connection, entry: CaseEntry, declaration: StandingDeclaration) -> bool:
    """By a declared conflict, or by a recusal for one later; who recuses as not competent decides
    still, as the server has it."""
    if declaration.answer is ConflictAnswer.CONFLICT:
        return True
    if entry.state is not CaseState.RECUSED:
        return False
    newest = newest_review(connection, entry.number)
    document = None if newest is None else newest.document()
    return not isinstance(document, RecusalPacket) or document.conflict is not None


def standing_in(connection: Connection) -> Standing:
    """As the server told it last; no deputy where it tells nothing."""
    told = told_sight(connection)
    if told is None:
        return Standing()
    decides = frozenset(each.case for each in told.decides)
    places = tuple(each.outcome for each in told.places)
    return Standing(told.deputy, decides, told.undecided, places)


def deputies(connection: Connection) -> frozenset[str]:
    """The key ids of deputies, as far as the server tells."""
    told = told_sight(connection)
    return frozenset() if told is None else frozenset(told.deputies)


def known_homes(connection: Connection) -> Homes | None:
    """Which reviews come from the applicant's country (region), or another that is involved; None
    where the server tells nothing of it."""
    # late: numpy takes 60 ms to import and nobody but the panel's screens needs it
    from reviewer_app.services.panel.home import Home

    told = told_ties(connection)
    if told is None:
        return None
    return {
        (each.case, each.pseudonym): Home.APPLICANT if each.applicant else Home.INVOLVED
        for each in told.ties
    }


def declarations(connection: Connection) -> Mapping[str, tuple[PanelDeclaration, ...]]:
    """By case, the conflicts and disclosed ties of everybody who takes part, as far as told."""
    told = told_ties(connection)
    found: dict[str, list[PanelDeclaration]] = {}
    for each in () if told is None else told.declarations:
        found.setdefault(each.case, []).append(each)
    return {case: tuple(each) for case, each in found.items()}


def taken_back(connection: Connection, case: str) -> tuple[ConflictTakenBack, ...]:
    """Who of a case declared a conflict and took it back, as far as told."""
    return tuple(each for each in told_taken_back(connection) if each.case == case)


def _told(sight: ToldSight | None) -> Mapping[str, Hidden]:
    """Of several rounds the conflict, which is of all, before the rest."""
    found: dict[str, Hidden] = {}
    for each in () if sight is None else sight.withheld:
        before = found.get(each.case)
        if before is None or before.why is not Why.CONFLICT:
            why = Why.CONFLICT if each.why is Withheld.CONFLICT else Why.OWN_SCORE_FIRST
            found[each.case] = Hidden(why, each.decided_by)
    return found
