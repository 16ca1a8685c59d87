"""The secretariat's desk: progress without scores, the end of a round, and its reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from review_protocol.documents.answers import ProgressAnswer, RefusalCode
from review_protocol.documents.packet import RecusalPacket, RecusalReason
from review_protocol.documents.people import Role
from review_protocol.documents.score import Answers
from review_protocol.documents.text import Bilingual
from reviewer_app.errors import CannotWriteReport, RoundStillOpen, ServerRefused
from reviewer_app.models.case_list import list_cases
from reviewer_app.models.rows import CaseQuery
from reviewer_app.models.store import Store
from reviewer_app.reports.outline import Report as Outline
from reviewer_app.services.matters import Matters
from reviewer_app.services.network import Network
from reviewer_app.services.panel.cells import answers_of
from reviewer_app.services.panel.room import PanelRoom
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.table import PanelReviews
from reviewer_app.services.questions import AskedQuestion, asked_questions
from reviewer_app.services.signer import Signer
from reviewer_app.services.staff_acts import StaffActs, Wish, scores_are_open
from reviewer_app.services.staff_signing import StaffSigning
from reviewer_app.services.standing import require_role, standing_round
from reviewer_app.sync.clock import Clock
from reviewer_app.sync.reports import Cancelled, Report

ReportFormat = Literal["pdf", "xlsx", "csv", "json"]
ReportLanguage = Literal["zh", "en", "both"]


class Secretariat:
    """Staff: progress at any time, scores once the round is closed, or two of them opened them.

    `matters` is what waits for them.
    """

    def __init__(
        self, store: Store, signer: Signer, network: Network, panel: PanelRoom, clock: Clock
    ) -> None:
        self._store = store
        self._network = network
        self._signing = StaffSigning(store, signer, network)
        self.matters = Matters(store, signer, network)
        self._panel = panel
        self._clock = clock

    def questions(self) -> tuple[AskedQuestion, ...]:
        """What reviewers asked, the newest first, as far as it was collected; raises
        NotPermitted."""
        return asked_questions(self._store)

    def collect(self, report: Report, cancelled: Cancelled) -> int:
        """Network. Collect what may be seen now: questions at any time; raises as a sync."""
        try:
            return self._network.collect(report, cancelled)
        except ServerRefused as refused:
            if refused.code is RefusalCode.ROUND_OPEN:
                return 0
            raise

    def progress(self) -> ProgressAnswer:
        """Network. Who has delivered how much; raises as a sync."""
        return self._network.progress()

    def close_round(self, reason: str, report: Report, cancelled: Cancelled) -> str:
        """Network. Sign that the round is closed, and deliver it; answers the packet's id.

        Before the deadline it waits for another member of staff. The packet is in the outbox even
        where delivery fails: the next sync delivers it, and this called again signs no second one.
        A desk that has never synced does that first. Raises NotPermitted, and as a sync.
        """
        return self._signing.ask(Wish.CLOSE, reason, report, cancelled)

    def reopen_round(self, reason: str, report: Report, cancelled: Cancelled) -> str | None:
        """Network. Sign that the closed round goes on, and deliver it; answers the packet's id,
        None where it was open again already. What staff have seen is told in tables and reports.

        Raises NotPermitted, and as a sync.
        """
        return self._signing.reopen(reason, report, cancelled)

    def open_scores(self, reason: str, report: Report, cancelled: Cancelled) -> str:
        """Network. Ask another member of staff to agree that the scores of the open round are
        seen; as `close_round`."""
        return self._signing.ask(Wish.SCORES, reason, report, cancelled)

    def answer(
        self, request: str, reason: str, report: Report, cancelled: Cancelled, *, agrees: bool
    ) -> str:
        """Network. Agree to what waits for two, or decline it; answers the packet's id.

        Raises AlreadyAnswered, OwnRequest, NotPermitted, and as a sync.
        """
        return self._signing.answer(request, reason, report, cancelled, agrees=agrees)

    def staff_acts(self) -> StaffActs:
        """What waits for two members of staff, and how scores were seen before the end."""
        return self._signing.acts()

    def refresh(self, report: Report, cancelled: Cancelled) -> int:
        """Network. Collect all packets of a round whose scores may be seen; answers how many are
        new.

        Raises RoundStillOpen, and as a sync.
        """
        try:
            new = self._network.collect(report, cancelled)
        except ServerRefused as refused:
            if refused.code is RefusalCode.ROUND_OPEN:
                raise RoundStillOpen(self._round()) from refused
            raise
        with self._store.read() as connection:
            is_open = scores_are_open(connection)
        if not is_open:
            raise RoundStillOpen(self._round())  # what came are questions, and staff's own acts
        return new

    def results(self) -> PanelTable:
        """All cases with every verified score; raises RoundStillOpen, NotPermitted."""
        return self._panel.table()

    def titles(self) -> dict[str, Bilingual]:
        """What the cases of this desk are called, by number."""
        with self._store.read() as connection:
            entries = list_cases(connection, CaseQuery())
        return {entry.number: entry.headers.name for entry in entries}

    def export(
        self,
        folder: Path,
        formats: Sequence[ReportFormat],
        language: ReportLanguage,
    ) -> tuple[Path, ...]:
        """Write the score report; answers the files.

        Raises RoundStillOpen, NotPermitted, CannotWriteReport.
        """
        # reportlab and xlsxwriter take 200 ms to import, for something done once a round
        from reviewer_app.reports.score_report import score_report
        from reviewer_app.services.report_rows import report_rows

        found = self._panel.reviews()
        rows = report_rows(
            found.table,
            opinions=_opinions(found),
            recused=_recused(found),
            made_at=self._clock(),
            official=not any(row.withheld for row in found.table.rows),
        )
        name = f"scores-{self._clock():%Y%m%d-%H%M%S}"
        return _saved(score_report(rows), folder, name, formats, language)

    def export_progress(
        self,
        folder: Path,
        formats: Sequence[ReportFormat],
        language: ReportLanguage,
        progress: ProgressAnswer,
    ) -> tuple[Path, ...]:
        """Write how far everybody is, without a score, at any time; answers the files.

        Raises NotPermitted, CannotWriteReport.
        """
        from reviewer_app.services.progress_report import progress_report_of  # as in `export`

        now = self._clock()
        with self._store.read() as connection:
            require_role(connection, "export progress", Role.STAFF)
            report = progress_report_of(connection, progress, made_at=now)
        return _saved(report, folder, f"progress-{now:%Y%m%d-%H%M%S}", formats, language)

    def _round(self) -> int:
        with self._store.read() as connection:
            state = standing_round(connection)
        return 1 if state is None else state.round.number


def _saved(
    report: Outline,
    folder: Path,
    name: str,
    formats: Sequence[ReportFormat],
    language: ReportLanguage,
) -> tuple[Path, ...]:
    from reviewer_app.reports import saving  # as in `export`

    try:
        return saving.save_report(report, folder, name, formats, language)
    except saving.CannotWriteReport as failure:
        raise CannotWriteReport(failure.path, failure.reason) from failure


def _opinions(found: PanelReviews) -> dict[tuple[str, int], Answers]:
    return {
        (number, pseudonym): answers
        for number, reviews in found.standing.items()
        for pseudonym, review in reviews.items()
        if (answers := answers_of(review)) is not None
    }


def _recused(found: PanelReviews) -> dict[tuple[str, int], RecusalReason]:
    return {
        (number, pseudonym): review.document.reason
        for number, reviews in found.standing.items()
        for pseudonym, review in reviews.items()
        if isinstance(review.document, RecusalPacket)
    }
