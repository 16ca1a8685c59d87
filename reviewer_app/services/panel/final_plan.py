"""The final list as it would be signed now: places from decisions, reasons, and what is lacking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from review_protocol.documents.panel_acts import ComparisonPacket, FinalListPacket
from review_protocol.documents.programme import Recommendation
from review_protocol.suspicious import legible
from reviewer_app.services.panel.awaited import Awaited
from reviewer_app.services.panel.dossier import Why
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.proposal import ORDER_UNKNOWN, Proposal, proposal_of
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import DecisionView, PanelCaseRow, PanelTable

LISTED = (Recommendation.OUTSTANDING, Recommendation.CASEBOOK)


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """A case at its place; `position` from 1 in the whole list, Outstanding Cases first, those that
    somebody else decided last among their outcome."""

    position: int | None
    """None of a case that is not on the list that was signed, where places are that one's."""
    row: PanelCaseRow
    outcome: Recommendation
    decision: DecisionView
    proposal: Proposal
    reason: str
    """What the head wrote for the list, or else the decision's own."""

    @property
    def number(self) -> str:
        return self.row.number

    @property
    def leaves_order(self) -> bool:
        """Whether it stands there although the order proposes something else, or proposes nothing
        for it: cases of one place at a line, too few reviews, no score."""
        if self.proposal.unplaced in ORDER_UNKNOWN:
            return False  # the order is not known here
        return self.proposal.outcome is not self.outcome

    @property
    def lacks_reason(self) -> bool:
        """Whether it leaves the order, and nobody says why."""
        return self.leaves_order and not legible(self.reason)


@dataclass(frozen=True, slots=True)
class WithheldPlace:
    """A place that somebody else decided, on a case that the head may not see: the decision's id
    is all that is known of it."""

    outcome: Recommendation
    decision: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A case that the order proposes for the Casebook, and that was decided not to enter it."""

    row: PanelCaseRow
    decision: DecisionView


@dataclass(frozen=True)
class FinalPlan:
    """`places` with Outstanding Cases first; what is lacking before it can be signed stands in
    `awaited`, `undecided`, `unreasoned`, `comparison`, `undeclared` and `undecided_elsewhere`."""

    places: tuple[PlannedPlace, ...]
    reserve: tuple[PanelCaseRow, ...]
    left_out: tuple[LeftOut, ...]
    undecided: tuple[PanelCaseRow, ...]
    """Cases that the order proposes, without a decision."""
    open: tuple[PanelCaseRow, ...]
    """Other cases without a decision: told, and holding up nothing."""
    withheld: int
    """Cases that this person may not see: the deputy decides them."""
    elsewhere: tuple[WithheldPlace, ...]
    """The places that were decided so, as far as the server told of them."""
    undecided_elsewhere: int
    """Cases hidden from this person on which nobody has decided yet: whether they are on the list
    is not known before."""
    undeclared: int
    """Cases on which this person has still to declare: they see nothing of their decisions."""
    targets: Mapping[Recommendation, int]
    rules: str
    rounds: tuple[int, ...]
    comparison: str | None
    """The id of the comparison that the head issued of these rounds and scores; None before."""
    issued: HeadsPacket[ComparisonPacket] | None
    """The comparison that stands, of whichever scores."""
    reason: str
    """Of the whole list, as it is being written."""
    standing: HeadsPacket[FinalListPacket] | None
    """The list that was signed last."""
    is_behind: bool
    """Whether that one was signed on other decisions than those that count now."""
    awaited: Awaited
    """What the next round has still to decide: before that, no list is final."""
    lists_long: bool
    """Whether a long list is proposed for it."""

    @property
    def unreasoned(self) -> tuple[PlannedPlace, ...]:
        """Places that leave the order without a reason."""
        waiting = {row.number for row in self.undecided}
        return tuple(
            each for each in self.places if each.lacks_reason and each.number not in waiting
        )

    @property
    def may_sign(self) -> bool:
        """Whether nothing is lacking."""
        there = bool(self.places) and self.comparison is not None and not self.awaited
        told = not self.undecided_elsewhere and not self.undeclared
        return there and told and not self.undecided and not self.unreasoned

    def of(self, outcome: Recommendation) -> tuple[PlannedPlace, ...]:
        """The places of one outcome, in order."""
        return tuple(each for each in self.places if each.outcome is outcome)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a plan rests on besides scores and decisions."""

    rules: str
    comparison: str | None
    reasons: Mapping[str, str]
    """What the head wrote, by case; of the whole list under ""."""
    standing: HeadsPacket[FinalListPacket] | None
    issued: HeadsPacket[ComparisonPacket] | None = None
    elsewhere: tuple[WithheldPlace, ...] = ()
    is_head: bool = True
    """Chairs see the decisions of their own panels alone."""


def planned(table: PanelTable, lists: ProposedLists, beside: Beside) -> FinalPlan:
    """Places of each outcome in the order of its own list; cases outside that order come behind,
    in that of the Casebook, then by number."""
    rows = [row for row in table.rows if not row.withheld]
    order = {each.number: at for at, each in enumerate(lists.casebook.order)}
    rows.sort(key=lambda row: (order.get(row.number, len(order)), row.number))
    listed = {each.number for each in lists.casebook.listed}
    undecided = [row for row in rows if _is_undecided(row, table, lists)]
    places = _places(rows, lists, beside)
    taken = {each.number for each in places}
    return FinalPlan(
        places=places,
        reserve=_reserve(lists, {row.number: row for row in rows}, taken | listed),
        left_out=tuple(
            LeftOut(row, decision)
            for row in rows
            for decision in (decision_of(row),)
            if row.number in listed and row.number not in taken and decision is not None
        ),
        undecided=tuple(row for row in undecided if row.number in listed),
        open=tuple(row for row in undecided if row.number not in listed),
        withheld=lists.withheld,
        elsewhere=beside.elsewhere,
        undecided_elsewhere=table.standing.undecided,
        undeclared=undeclared(table),
        targets={
            each.outcome: each.target + each.elsewhere
            for each in (lists.outstanding, lists.casebook)
        },
        rules=beside.rules,
        rounds=table.rounds,
        comparison=beside.comparison,
        issued=beside.issued,
        reason=beside.reasons.get("", ""),
        standing=beside.standing,
        is_behind=is_behind(beside, places, {row.number for row in rows}),
        awaited=lists.awaited,
        lists_long=lists.long_list is not None,
    )


def undeclared(table: PanelTable) -> int:
    """On how many cases this person has still to declare."""
    return sum(row.hidden is not None and row.hidden.why is Why.NOT_DECLARED for row in table.rows)


def _places(
    rows: Sequence[PanelCaseRow], lists: ProposedLists, beside: Beside
) -> tuple[PlannedPlace, ...]:
    places: list[PlannedPlace] = []
    before = 0
    for outcome in LISTED:
        decided = [
            (row, decision)
            for row in rows
            for decision in (decision_of(row),)
            if decision is not None and decision.outcome is outcome
        ]
        own = lists.outstanding if outcome is Recommendation.OUTSTANDING else lists.casebook
        order = {each.number: at for at, each in enumerate(own.order)}
        decided.sort(key=lambda each: order.get(each[0].number, len(order)))
        places += [
            PlannedPlace(
                position=at,
                row=row,
                outcome=outcome,
                decision=decision,
                proposal=proposal_of(lists, row.number),
                reason=beside.reasons.get(row.number) or decision.reason,
            )
            for at, (row, decision) in enumerate(decided, before + 1)
        ]
        before += len(decided) + sum(each.outcome is outcome for each in beside.elsewhere)
    return tuple(places)


def _is_undecided(row: PanelCaseRow, table: PanelTable, lists: ProposedLists) -> bool:
    """Also where it was decided for the Casebook before the round that decides Outstanding Cases,
    and is proposed for one now: nobody could decide on that then."""
    if decision_of(row) is None:
        return True
    before = row.decided_before if row.decision is None else None
    decides_now = lists.outstanding.decides == table.rounds[-1] > lists.casebook.decides
    if not decides_now or before is None or before.outcome is not Recommendation.CASEBOOK:
        return False
    return proposal_of(lists, row.number).outcome is Recommendation.OUTSTANDING


def is_behind(beside: Beside, places: Sequence[PlannedPlace], seen: Set[str]) -> bool:
    """Whether the list that stands names other decisions than those that count now, also on cases
    hidden from the head; a chair can tell it of the cases that they see."""
    if beside.standing is None:
        return False
    listed = beside.standing.document.places
    present = {each.decision.packet for each in places}
    if beside.is_head:
        elsewhere = {each.decision for each in beside.elsewhere}
        return {each.decision for each in listed} != present | elsewhere
    named = {each.decision for each in listed if each.case in seen}
    return not (named <= present <= {each.decision for each in listed})


def names_others(final: HeadsPacket[FinalListPacket], rows: Sequence[PanelCaseRow]) -> bool:
    """The same of all cases of the programme, where none is hidden, by their rows alone."""
    decided = (decision_of(row) for row in rows)
    present = {each.packet for each in decided if each is not None and each.outcome in LISTED}
    return {each.decision for each in final.document.places} != present


def _reserve(
    lists: ProposedLists, now: Mapping[str, PanelCaseRow], but_for: Set[str]
) -> tuple[PanelCaseRow, ...]:
    rows = (now[each.number] for each in lists.casebook.order if each.number in now)
    rest = [row for row in rows if row.number not in but_for and not _is_refused(row)]
    return tuple(rest[: len(lists.casebook.reserves)])


def _is_refused(row: PanelCaseRow) -> bool:
    """Whether it was decided out for a reason, and not for its place alone: then it does not come
    next where a place becomes free."""
    decision = decision_of(row)
    decided_out = decision is not None and decision.outcome is Recommendation.NOT_IN_CASEBOOK
    return decided_out and decision is not None and bool(legible(decision.reason))


def decision_of(row: PanelCaseRow) -> DecisionView | None:
    return row.decision or row.decided_before
