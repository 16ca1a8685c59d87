"""The chair's room: the panel's verified scores side by side, and its signed decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.text import Bilingual, Element
from review_protocol.suspicious import legible
from reviewer_app.errors import CaseNotOpen, NotPermitted, RoundStillOpen
from reviewer_app.models.case_list import case_entry
from reviewer_app.models.cases import case_content
from reviewer_app.models.panel_list import keep_outcome
from reviewer_app.models.store import Store
from reviewer_app.reading.alignment import Alignment
from reviewer_app.services.network import Network
from reviewer_app.services.panel.awaited import awaited_now, require_held
from reviewer_app.services.panel.collected_reviews import (
    Counting,
    ReviewReader,
    uncounted,
)
from reviewer_app.services.panel.dossier import known_homes, taken_back
from reviewer_app.services.panel.heads_comparison import HeadsComparisons
from reviewer_app.services.panel.listing import PanelListing
from reviewer_app.services.panel.opinions import opinions_of
from reviewer_app.services.panel.rows import (
    CellState,
    PanelCaseRow,
    PanelCaseView,
    PanelTable,
)
from reviewer_app.services.panel.sayings import sayings
from reviewer_app.services.panel.standing_decisions import deciding_panel, own_decision
from reviewer_app.services.panel.table import PanelReviews, panel_reviews
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.signer import Signer
from reviewer_app.services.staff_acts import scores_are_open
from reviewer_app.services.standing import (
    require_role,
    standing_manifest,
    standing_round,
    standing_rules,
)
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.sync.reports import Cancelled, Report, never

if TYPE_CHECKING:
    from reviewer_app.services.panel.compared_rows import PanelComparison, WhatIf
    from reviewer_app.services.panel.home import HomeEffects, KnowsHomes
    from reviewer_app.services.panel.proposed_rows import ProposedLists
    from reviewer_app.services.panel.sensitivity import Sensitivity

_Aligned = Mapping[Element, Alignment]
_CHAIRS = (Role.CHAIR, Role.HEAD)


class PanelRoom:
    """Collected packets, each verified before it counts."""

    def __init__(
        self,
        store: Store,
        signer: Signer,
        network: Network,
        preparing: Preparing,
        clock: Clock = utc_now,
        *,
        homes: KnowsHomes = known_homes,
    ) -> None:
        """`homes` tells which reviews come from the applicant's country, as far as known."""
        self._homes = homes
        self._store = store
        self._signer = signer
        self._network = network
        self._preparing = preparing
        self._reader = ReviewReader()
        self.listing = PanelListing(store, self._table, clock)
        self.heads = HeadsComparisons(store)

    def refresh(self, report: Report, cancelled: Cancelled) -> int:
        """Network. Collect what is new; answers how many packets came. Raises as a sync."""
        return self._network.collect(report, cancelled)

    def table(self) -> PanelTable:
        """All cases, by number, with every score, and the figures of those that count.

        For chairs and the head; for staff once the round is closed. Raises NotPermitted,
        RoundStillOpen, and CaseNotOpen before the first batch.
        """
        with self._store.read() as connection:
            return self._reviews(connection).table

    def reviews(self) -> PanelReviews:
        """The table, and each expert's standing packet behind it, word by word; raises as
        `table`."""
        with self._store.read() as connection:
            return self._reviews(connection, whole=True)

    def compare(
        self,
        what_if: WhatIf | None = None,
        cancelled: Cancelled = never,
        *,
        table: PanelTable | None = None,
    ) -> PanelComparison | None:
        """All cases against each other, by the signed rules; raises as `table`.

        `table` is one that was computed before, as while a question beside the list is asked.
        None where no score counts yet, or on cancel. Tenths of a second for some thousand cases.
        """
        # late: numpy takes 60 ms to import and nobody but the panel's screens needs it
        from reviewer_app.services.panel.comparison import compared

        with self._store.read() as connection:
            table = table or self._reviews(connection).table
            rules = standing_rules(connection)
        return compared(table, rules, what_if, cancelled=cancelled)

    def sensitivity(self, table: PanelTable, cancelled: Cancelled = never) -> Sensitivity | None:
        """Which single changes move a case of this table across a line; None without any line,
        or on cancel."""
        from reviewer_app.services.panel.sensitivity import sensitivity  # late, as in `compare`

        with self._store.read() as connection:
            rules = standing_rules(connection)
        return sensitivity(table, rules, cancelled=cancelled)

    def lists(
        self,
        table: PanelTable,
        official: PanelComparison | None = None,
        cancelled: Cancelled = never,
    ) -> ProposedLists | None:
        """The lists that the signed rule file proposes of this table; None without one, without a
        score that counts, or on cancel. `official` is its comparison, where it is there."""
        from reviewer_app.services.panel.lists import proposed  # late, as in `compare`

        with self._store.read() as connection:
            rules = standing_rules(connection)
        names = self._preparing.countries
        return proposed(
            table,
            rules,
            lambda code: Bilingual(zh=names.name(code, "zh"), en=names.name(code, "en")),
            official=official,
            cancelled=cancelled,
        )

    def home_effects(self, table: PanelTable, cancelled: Cancelled = never) -> HomeEffects | None:
        """Whether experts score cases from home higher; None while nobody tells which reviews
        come from there, without any score, or on cancel."""
        from reviewer_app.services.panel.home import home_effects  # late, as in `compare`

        with self._store.read() as connection:
            homes = self._homes(connection)
            rules = standing_rules(connection)
        if homes is None:
            return None
        return home_effects(table, homes, "" if rules is None else rules.id, cancelled=cancelled)

    def open(self, number: str) -> PanelCaseView:
        """One case with every opinion, its quotes and their counterparts; raises as `table`."""
        with self._store.read() as connection:
            found = self._reviews(connection, number)
            row = _row(found.table, number)
            case = case_content(connection, number)
            waits = awaited_now(connection)
            back = () if row.withheld else taken_back(connection, number)
        aligned = {} if case is None else self._preparing.kept_alignments(self._store, case)
        standing = found.standing[number]
        return PanelCaseView(
            row=row,
            rubric=found.table.rubric,
            case=case,
            opinions=tuple(
                replace(each, facts=found.stated.get(number, {}).get(each.cell.pseudonym, ()))
                for each in opinions_of(row, standing, case, aligned)
            ),
            may_decide=not row.withheld and found.table.standing.may_decide(number),
            fewest=found.table.fewest,
            awaited=waits,
            taken_back=back,
        )

    def decide(self, number: str, outcome: Recommendation, reason: str) -> str:
        """Sign the panel's decision on the counted packets; a later one supersedes.

        Raises NotPermitted (no chair, scores withheld, or a deputy's who leaves it to another),
        CaseNotOpen, RoundNotHeld, and ReasonLacking where one is needed.
        """
        reason = legible(reason)
        if not reason:
            self._require_no_reason(number, outcome)
        work = partial(self._signed, number=number, outcome=outcome, reason=reason)
        return self._store.perform(work)

    def _signed(
        self, connection: Connection, *, number: str, outcome: Recommendation, reason: str
    ) -> str:
        require_role(connection, "decide", *_CHAIRS)
        table = panel_reviews(connection, self._reader, number).table
        row = _row(table, number)
        manifest, entry = standing_manifest(connection), case_entry(connection, number)
        if manifest is None or entry is None or entry.case_hash is None:
            raise CaseNotOpen(number)
        if row.withheld or not table.standing.may_decide(number):
            raise NotPermitted("decide")
        require_held(connection, outcome)
        case_hash, round_number = entry.case_hash, manifest.document.round.number
        keep_outcome(connection, number, outcome)
        before = own_decision(sayings(connection, self._reader, entry), round_number)
        panel = deciding_panel(connection, manifest, row.area)
        return self._signer.sign(
            connection,
            lambda stem: DecisionPacket(
                **stem,
                round=round_number,
                manifest=manifest.id,
                case=number,
                case_hash=case_hash,
                rubric=manifest.document.rubric,
                panel=panel,
                outcome=outcome,
                based_on=_counted(row),
                reason=reason,
                supersedes=before,
            ),
        )

    def _require_no_reason(self, number: str, outcome: Recommendation) -> None:
        # late, as in `compare`
        from reviewer_app.services.panel.deciding import require_no_reason
        from reviewer_app.services.panel.proposal import proposal_for

        with self._store.read() as connection:
            table = self._table(connection)
            waits = awaited_now(connection)
        if outcome in waits:
            return  # it cannot be decided at all
        found = self.compare(table=table)
        row = next((each for each in table.rows if each.number == number), None)
        lists = None if row is None else self.lists(table, found)
        proposal = None if row is None else proposal_for(found, lists, row, waits)
        require_no_reason(table, proposal, number, outcome)

    def _table(
        self,
        connection: Connection,
        counting: Counting = uncounted,
        cancelled: Cancelled = never,
    ) -> PanelTable:
        require_role(connection, "see scores", *_CHAIRS)
        return panel_reviews(connection, self._reader, counting=counting, cancelled=cancelled).table

    def _reviews(
        self, connection: Connection, case: str | None = None, *, whole: bool = False
    ) -> PanelReviews:
        certificate = require_role(connection, "see scores", *_CHAIRS, Role.STAFF)
        state = standing_round(connection)
        only_staff = not set(_CHAIRS) & set(certificate.roles)
        if only_staff and not scores_are_open(connection):
            raise RoundStillOpen(state.round.number if state else 1)
        return panel_reviews(connection, self._reader, case, whole=whole)


def _row(table: PanelTable, number: str) -> PanelCaseRow:
    row = next((row for row in table.rows if row.number == number), None)
    if row is None:
        raise CaseNotOpen(number)
    return row


def _counted(row: PanelCaseRow) -> tuple[str, ...]:
    return tuple(
        cell.packet for cell in row.cells if cell.packet and cell.state is CellState.RECEIVED
    )
