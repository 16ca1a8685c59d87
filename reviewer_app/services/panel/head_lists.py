"""The head's lists: the final one from the panels' decisions, and the long one of a next round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.panel_acts import (
    ComparisonPacket,
    FinalListPacket,
    FinalPlace,
    ListedCase,
    LongListPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.suspicious import legible
from reviewer_app.errors import FinalListStands
from reviewer_app.models.case_list import list_cases
from reviewer_app.models.dossier import told_sight
from reviewer_app.models.panel_drafts import (
    NO_CASE,
    DraftPart,
    drafts_of_part,
    forget_part,
    keep_panel_draft,
)
from reviewer_app.models.rows import CaseQuery, CaseState
from reviewer_app.models.store import Store
from reviewer_app.services.panel.awaited import awaited_now, require_closed, require_held
from reviewer_app.services.panel.dossier import hidden_cases
from reviewer_app.services.panel.final_plan import (
    LISTED,
    Beside,
    FinalPlan,
    WithheldPlace,
    planned,
)
from reviewer_app.services.panel.final_seen import seen_by_chair
from reviewer_app.services.panel.heads_documents import HeadsPacket, standing_of
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import certificate_of, require_role, standing_rules
from reviewer_app.sync.clock import Clock, timestamp


@dataclass(frozen=True, slots=True)
class LongPlan:
    """The long list as it would be signed now: the proposal, and how it is departed from.

    `added` has a reason for each case that is there against the proposal, `left` the cases of the
    proposal that are not; `reason` says why.
    """

    added: Mapping[str, str]
    left: frozenset[str]
    reason: str = ""

    def cases(self, lists: ProposedLists) -> tuple[str, ...]:
        """The numbers of the cases on it, by number."""
        proposed = () if lists.long_list is None else lists.long_list.cases
        kept = {each.number for each in proposed} - self.left
        return tuple(sorted({*kept, *self.added}))

    def is_whole(self, lists: ProposedLists) -> bool:
        """Whether every departure has its reason."""
        reasoned = all(legible(reason) for reason in self.added.values())
        reasoned = reasoned and bool(not self.left or legible(self.reason))
        return bool(self.cases(lists)) and reasoned


AS_PROPOSED = LongPlan({}, frozenset())
_LEFT, _ADDED = "-", "+"
"""How a draft of a case begins: what is left out, and what is added, with its reason."""


class HeadLists:
    """Signed by the head alone; chairs see what was signed."""

    def __init__(self, store: Store, signer: Signer, clock: Clock) -> None:
        self._store = store
        self._signer = signer
        self._clock = clock

    def final(self, table: PanelTable, lists: ProposedLists | None) -> FinalPlan:
        """The final list as it stands now; `lists` are None of a table that does not cover the
        programme. Raises NotPermitted for staff and reviewers."""
        with self._store.read() as connection:
            require_role(connection, "see the final list", Role.CHAIR, Role.HEAD)
            rules = standing_rules(connection)
            issued = standing_of(connection, ComparisonPacket)
            beside = Beside(
                rules="" if rules is None else rules.id,
                comparison=_issued_for(connection, table, issued),
                issued=issued,
                reasons=drafts_of_part(connection, DraftPart.FINAL),
                standing=standing_of(connection, FinalListPacket),
                elsewhere=_decided_elsewhere(connection),
                is_head=Role.HEAD in certificate_of(connection).roles,
            )
            waits = awaited_now(connection)
        return (
            seen_by_chair(table, beside, waits) if lists is None else planned(table, lists, beside)
        )

    def may_sign(self) -> bool:
        """Whether this person is the head."""
        with self._store.read() as connection:
            return Role.HEAD in certificate_of(connection).roles

    def keep_reason(self, case: str, reason: str) -> None:
        """Keep why a case stands on the list where it does; with "" why the list is as it is."""
        self._keep(case, DraftPart.FINAL, reason)

    def sign_final(self, plan: FinalPlan) -> str:
        """Sign this very list; answers the packet's id. The drafts of it are gone by that.

        Raises NotPermitted, RoundNotHeld, PassphraseNeeded; ValueError where something is lacking.
        """
        with self._store.read() as connection:
            require_role(connection, "sign the final list", Role.HEAD)
            require_held(connection, *LISTED)
        if plan.comparison is None or not plan.may_sign:
            raise ValueError("the final list is not ready")
        comparison = plan.comparison

        def work(connection: Connection) -> str:
            require_role(connection, "sign the final list", Role.HEAD)
            before = standing_of(connection, FinalListPacket)
            forget_part(connection, DraftPart.FINAL)
            return self._signer.sign(
                connection,
                lambda stem: FinalListPacket(
                    **stem,
                    rounds=plan.rounds,
                    rules=plan.rules,
                    comparison=comparison,
                    places=_final_places(plan),
                    reserve=tuple(row.number for row in plan.reserve),
                    reason=legible(plan.reason),
                    supersedes=None if before is None else before.packet,
                ),
            )

        return self._store.perform(work)

    def long(self) -> tuple[LongPlan, HeadsPacket[LongListPacket] | None]:
        """How the head departs from the proposal so far, and the list that was signed last."""
        with self._store.read() as connection:
            require_role(connection, "see the long list", Role.CHAIR, Role.HEAD)
            kept = drafts_of_part(connection, DraftPart.LONG)
            standing = standing_of(connection, LongListPacket)
        reason = kept.pop(NO_CASE, "")
        left = frozenset(case for case, text in kept.items() if text.startswith(_LEFT))
        added = {case: text[1:] for case, text in kept.items() if case not in left}
        return LongPlan(added, left, reason), standing

    def keep_long(self, plan: LongPlan) -> None:
        """Keep all departures, in place of those before."""
        now = timestamp(self._clock())

        def work(connection: Connection) -> None:
            forget_part(connection, DraftPart.LONG)
            drafts = {case: _ADDED + reason for case, reason in plan.added.items()}
            drafts |= dict.fromkeys(plan.left, _LEFT) | {NO_CASE: plan.reason}
            for case, text in drafts.items():
                keep_panel_draft(connection, case, DraftPart.LONG, text, now)

        self._store.perform(work)

    def sign_long(self, plan: LongPlan, lists: ProposedLists) -> str:
        """Sign which cases go into the next round; answers the packet's id.

        Those that are hidden from the head go into it too: the head may not judge that they stay
        behind. Raises NotPermitted, RoundStillOpen, FinalListStands, PassphraseNeeded; ValueError
        where a departure has no reason.
        """
        with self._store.read() as connection:
            require_role(connection, "sign the long list", Role.HEAD)
            require_closed(connection)
            if standing_of(connection, FinalListPacket) is not None:
                raise FinalListStands
        if lists.long_list is None or not plan.is_whole(lists):
            raise ValueError("the long list is not ready")
        into = lists.long_list.into

        def work(connection: Connection) -> str:
            require_role(connection, "sign the long list", Role.HEAD)
            before = standing_of(connection, LongListPacket)
            comparison = standing_of(connection, ComparisonPacket)
            supersedes = before.packet if before and before.document.round == into else None
            forget_part(connection, DraftPart.LONG)
            return self._signer.sign(
                connection,
                lambda stem: LongListPacket(
                    **stem,
                    round=into,
                    comparison=None if comparison is None else comparison.packet,
                    cases=tuple(
                        ListedCase(case=number, reason=legible(plan.added.get(number, "")))
                        for number in sorted({*plan.cases(lists), *_hidden(connection)})
                    ),
                    reason=legible(plan.reason),
                    supersedes=supersedes,
                ),
            )

        return self._store.perform(work)

    def _keep(self, case: str, part: DraftPart, text: str) -> None:
        now = timestamp(self._clock())
        self._store.perform(lambda connection: keep_panel_draft(connection, case, part, text, now))


def _hidden(connection: Connection) -> Iterable[str]:
    """The cases of the programme that this person may not see."""
    entries = list_cases(connection, CaseQuery())
    there = [each for each in entries if each.state is not CaseState.CASE_WITHDRAWN]
    return hidden_cases(connection, there, declares=True)


def _issued_for(
    connection: Connection, table: PanelTable, standing: HeadsPacket[ComparisonPacket] | None
) -> str | None:
    """The comparison that stands, where it is of these rounds and, as far as the head can tell, of
    the very scores that count now; chairs have not all of them."""
    # late: numpy takes 60 ms to import and nobody but the panel's screens needs it
    from reviewer_app.services.panel.record import inputs_of

    if standing is None or standing.document.rounds != table.rounds:
        return None
    is_head = Role.HEAD in certificate_of(connection).roles
    same = not is_head or standing.document.inputs == inputs_of(table)
    return standing.packet if same else None


def _decided_elsewhere(connection: Connection) -> tuple[WithheldPlace, ...]:
    """As the server told it last."""
    sight = told_sight(connection)
    places = () if sight is None else sight.places
    return tuple(WithheldPlace(each.outcome, each.decision) for each in places)


def _final_places(plan: FinalPlan) -> tuple[FinalPlace, ...]:
    """Of each outcome first what the head may see, then the places that a deputy decided."""
    places: list[FinalPlace] = []
    for outcome in (Recommendation.OUTSTANDING, Recommendation.CASEBOOK):
        places += [
            FinalPlace(
                case=each.number,
                outcome=outcome,
                decision=each.decision.packet,
                reason=legible(each.reason) if each.leaves_order else "",
            )
            for each in plan.of(outcome)
        ]
        places += [
            FinalPlace(case=None, outcome=outcome, decision=each.decision, reason="")
            for each in plan.elsewhere
            if each.outcome is outcome
        ]
    return tuple(places)
