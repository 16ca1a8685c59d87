"""Moves the head's lists from state to state: planned off the GUI thread, reasons kept, signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from review_protocol.documents.panel_acts import LongListPacket
from reviewer_app.cancelling import Cancelled
from reviewer_app.errors import Failure
from reviewer_app.services.panel.final_export import export_final_list
from reviewer_app.services.panel.final_plan import FinalPlan
from reviewer_app.services.panel.head_lists import AS_PROPOSED, LongPlan
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.to_issue import ToIssue, to_issue
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful

if TYPE_CHECKING:
    from reviewer_app.reports.text import Language as ReportLanguage

MOST = 4000
"""Characters of a reason."""


class Lists(Protocol):
    """The service `HeadLists`, as the screen needs it."""

    def final(self, table: PanelTable, lists: ProposedLists | None) -> FinalPlan: ...
    def may_sign(self) -> bool: ...
    def keep_reason(self, case: str, reason: str) -> None: ...
    def sign_final(self, plan: FinalPlan) -> str: ...
    def long(self) -> tuple[LongPlan, HeadsPacket[LongListPacket] | None]: ...
    def keep_long(self, plan: LongPlan) -> None: ...
    def sign_long(self, plan: LongPlan, lists: ProposedLists) -> str: ...


class Issues(Protocol):
    """The service `Issuing`, as the screen needs it."""

    def issue(self, table: PanelTable, cancelled: Cancelled = ...) -> str | None: ...
    def lacks_places(self) -> bool: ...


@dataclass(frozen=True)
class FinalState:
    """`plan` is None until it is there, and without a signed rule file."""

    lists: ProposedLists | None = None
    plan: FinalPlan | None = None
    long: LongPlan = AS_PROPOSED
    long_standing: HeadsPacket[LongListPacket] | None = None
    is_head: bool = False
    shows_long: bool = False
    is_closed: bool = False
    """Whether the present round is: then the head may issue its comparison, and sign lists."""
    to_issue: ToIssue | None = None
    """What issuing it would sign; None for others than the head."""
    lacks_places: bool = False
    """Whether the comparison that stands tells chairs no places among all: the head's app was an
    older one."""
    is_issuing: bool = False
    is_signing: bool = False
    saved: tuple[Path, ...] = ()
    """The files in which the signed list was saved last."""
    failure: Failure | None = None

    @property
    def may_issue(self) -> bool:
        return self.is_head and self.is_closed and not (self.is_issuing or self.is_signing)

    @property
    def may_sign_final(self) -> bool:
        there = self.plan is not None and self.plan.may_sign
        return there and self.is_head and not self.is_signing

    @property
    def may_sign_long(self) -> bool:
        there = self.lists is not None and self.lists.long_list is not None
        whole = there and self.lists is not None and self.long.is_whole(self.lists)
        may = self.is_head and self.is_closed and not self.is_final
        return whole and may and not self.is_signing

    @property
    def is_final(self) -> bool:
        """Whether a final list stands: nothing goes into a next round then."""
        return self.plan is not None and self.plan.standing is not None


@dataclass(frozen=True)
class _Found:
    lists: ProposedLists | None
    plan: FinalPlan
    long: LongPlan
    long_standing: HeadsPacket[LongListPacket] | None
    is_head: bool
    is_closed: bool
    to_issue: ToIssue | None
    lacks_places: bool


class FinalModel(Stateful[FinalState]):
    """Reasons are kept as they are typed; what is planned follows the newest figures."""

    wrote: Event[None] = Event()

    def __init__(
        self, lists: Lists, issuing: Issues, database: Lane, aside: Lane | None = None
    ) -> None:
        """`aside` is for what takes long; without one, it waits its turn."""
        super().__init__(FinalState())
        self._lists = lists
        self._issuing = issuing
        self._database = database
        self._aside = aside or database
        self._wanted: tuple[PanelTable, ProposedLists | None] | None = None
        self._turned: bool | None = None

    def want(self, table: PanelTable | None, lists: ProposedLists | None) -> None:
        """Somebody looks at the lists: plan them where those of these figures are not there. Of a
        table that does not cover the programme nothing is proposed, and its decisions are shown."""
        if table is None or (lists is None and table.covers_programme):
            return
        if self._wanted is not None and self._wanted[0] is table and self._wanted[1] is lists:
            return
        self._wanted = table, lists
        self._plan()

    def turn(self, shows_long: bool) -> None:
        """Show the long list, or the final one."""
        self._turned = shows_long
        self._show(replace(self._state, shows_long=shows_long))

    def give_reason(self, case: str, reason: str) -> None:
        """Why a case stands on the final list where it does; with "" why the list is as it is."""
        plan = self._state.plan
        if plan is None:
            return
        if case:
            places = tuple(
                replace(each, reason=reason) if each.number == case else each
                for each in plan.places
            )
            self._show(replace(self._state, plan=replace(plan, places=places)))
        else:
            self._show(replace(self._state, plan=replace(plan, reason=reason)))
        work = partial(self._lists.keep_reason, case, reason)
        self._database.run(work, owner=self, done=self._kept, failed=self._failed)

    def depart(self, long: LongPlan) -> None:
        """Depart from the proposed long list like this."""
        self._show(replace(self._state, long=long))
        work = partial(self._lists.keep_long, long)
        self._database.run(work, owner=self, done=self._kept, failed=self._failed)

    def issue(self) -> None:
        """Issue the comparison that the list is signed on; nothing while the round is open."""
        if self._wanted is None or not self._state.may_issue:
            return
        self._show(replace(self._state, is_issuing=True, failure=None))
        table = self._wanted[0]
        self._aside.run_with_progress(
            lambda _report, cancelled: self._issuing.issue(table, cancelled),
            owner=self,
            done=self._signed,
            failed=self._failed,
        )

    def save(self, folder: Path, language: ReportLanguage, made_at: datetime) -> None:
        """Write the signed list into a folder as PDF and CSV; nothing before there is one."""
        plan = self._state.plan
        if plan is None or plan.standing is None or self._wanted is None:
            return
        work = partial(
            export_final_list, plan.standing, self._wanted[0], folder, language, made_at=made_at
        )
        self._aside.run(work, owner=self, done=self._saved, failed=self._failed)

    def sign_final(self) -> None:
        """Sign the final list as it is shown; nothing where something is lacking."""
        state = self._state
        if state.plan is None or not state.may_sign_final:
            return
        self._show(replace(state, is_signing=True, failure=None))
        work = partial(self._lists.sign_final, state.plan)
        self._database.run(work, owner=self, done=self._signed, failed=self._failed)

    def sign_long(self) -> None:
        """Sign the long list as it is shown; nothing where a reason is lacking."""
        state = self._state
        if state.lists is None or not state.may_sign_long:
            return
        self._show(replace(state, is_signing=True, failure=None))
        work = partial(self._lists.sign_long, state.long, state.lists)
        self._database.run(work, owner=self, done=self._signed, failed=self._failed)

    def _plan(self) -> None:
        if self._wanted is not None:
            work = partial(self._find, *self._wanted)
            self._database.run(work, owner=self, done=self._found, failed=self._failed)

    def _find(self, table: PanelTable, lists: ProposedLists | None) -> _Found:
        long, standing = self._lists.long()
        plan = self._lists.final(table, lists)
        is_closed = table.round is not None and table.round.closed is not None
        is_head = self._lists.may_sign()
        made = to_issue(table) if is_head else None
        lacks = is_head and self._issuing.lacks_places()
        return _Found(lists, plan, long, standing, is_head, is_closed, made, lacks)

    def _found(self, found: _Found) -> None:
        # until a later round has decided, the long list is what is to be signed
        wants_long = bool(found.plan.awaited) if self._turned is None else self._turned
        has_long = found.lists is not None and found.lists.long_list is not None
        shows_long = wants_long and has_long
        self._show(
            FinalState(
                lists=found.lists,
                plan=found.plan,
                long=found.long,
                long_standing=found.long_standing,
                is_head=found.is_head,
                is_closed=found.is_closed,
                to_issue=found.to_issue,
                lacks_places=found.lacks_places,
                shows_long=shows_long,
            )
        )

    def _saved(self, files: tuple[Path, ...]) -> None:
        self._show(replace(self._state, saved=files, failure=None))

    def _signed(self, _packet: str | None) -> None:
        self._show(replace(self._state, is_signing=False, is_issuing=False))
        self.wrote.emit(None)
        self._plan()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, is_signing=False, is_issuing=False))
