"""The final list as a chair sees it: the decisions on the panel's cases, and what was signed."""

from __future__ import annotations

from collections.abc import Sequence

from review_protocol.documents.panel_acts import FinalListPacket
from reviewer_app.services.panel.awaited import Awaited
from reviewer_app.services.panel.dossier import Why
from reviewer_app.services.panel.final_plan import (
    LISTED,
    Beside,
    FinalPlan,
    LeftOut,
    PlannedPlace,
    decision_of,
    is_behind,
)
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.proposal import Proposal, proposal_by_head
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable


def seen_by_chair(table: PanelTable, beside: Beside, waits: Awaited) -> FinalPlan:
    """Of some of the programme's cases there is no list to plan: no target, no reserve. They stand
    in the order that the head issued, and by number as long as there is none."""
    rows = sorted(
        (row for row in table.rows if not row.withheld),
        key=lambda row: (_place(table, row), row.number),
    )
    proposals = {row.number: proposal_by_head(table.heads, row, waits) for row in rows}
    proposed = {number for number, each in proposals.items() if each.outcome in LISTED}
    places = _places(rows, proposals, beside.standing)
    taken = {each.number for each in places}
    undecided = [row for row in rows if decision_of(row) is None]
    return FinalPlan(
        places=places,
        reserve=(),
        left_out=tuple(
            LeftOut(row, decision)
            for row in rows
            for decision in (decision_of(row),)
            if row.number in proposed and row.number not in taken and decision is not None
        ),
        undecided=tuple(row for row in undecided if row.number in proposed),
        open=tuple(row for row in undecided if row.number not in proposed),
        withheld=len(table.rows) - len(rows),
        elsewhere=beside.elsewhere,
        undecided_elsewhere=table.standing.undecided,
        undeclared=sum(
            row.hidden is not None and row.hidden.why is Why.NOT_DECLARED for row in table.rows
        ),
        targets={},
        rules=beside.rules,
        rounds=table.rounds,
        comparison=beside.comparison,
        issued=beside.issued,
        reason="",
        standing=beside.standing,
        is_behind=is_behind(beside, places, {row.number for row in rows}),
        awaited=waits,
        lists_long=False,
    )


def _places(
    rows: Sequence[PanelCaseRow],
    proposals: dict[str, Proposal],
    standing: HeadsPacket[FinalListPacket] | None,
) -> tuple[PlannedPlace, ...]:
    """Counted among themselves, and once a list was signed by that."""
    decided = [
        (row, decision)
        for outcome in LISTED
        for row in rows
        for decision in (decision_of(row),)
        if decision is not None and decision.outcome is outcome
    ]
    signed = None if standing is None else _signed_places(standing)
    return tuple(
        PlannedPlace(
            position=at if signed is None else signed.get(row.number),
            row=row,
            outcome=decision.outcome,
            decision=decision,
            proposal=proposals[row.number],
            reason=decision.reason,
        )
        for at, (row, decision) in enumerate(decided, 1)
    )


def _signed_places(standing: HeadsPacket[FinalListPacket]) -> dict[str, int]:
    """By number, counted through the whole list."""
    places = enumerate(standing.document.places, 1)
    return {each.case: at for at, each in places if each.case is not None}


def _place(table: PanelTable, row: PanelCaseRow) -> float:
    found = None if table.heads is None else table.heads.cases.get(row.number)
    return float("inf") if found is None or found.place is None else found.place
