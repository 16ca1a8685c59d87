"""What the panel's people say, write and sign: about the open case, and of all in a list."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.panel.case_model import CaseViewModel
from reviewer_app.ui.panel.citation.view_model import CitationModel, Cites
from reviewer_app.ui.panel.discussion.view_model import Discusses, DiscussionModel
from reviewer_app.ui.panel.final.model import FinalModel, Issues, Lists
from reviewer_app.ui.panel.requests.view_model import BesideModel, Requests, TellsDecisions
from reviewer_app.ui.panel.state import CaseState


class Deliberates(Protocol):
    """The services behind it."""

    @property
    def discussion(self) -> Discusses: ...
    @property
    def citations(self) -> Cites: ...
    @property
    def expert_requests(self) -> Requests: ...
    @property
    def decisions(self) -> TellsDecisions: ...
    @property
    def head_lists(self) -> Lists: ...
    @property
    def issuing(self) -> Issues: ...


class Deliberating(QObject):
    """Its parts show the case that is open, and nothing of one whose scores are withheld; `final`
    is of all cases."""

    wrote: Event[None] = Event()

    def __init__(
        self,
        services: Deliberates,
        case: CaseViewModel,
        database: Lane,
        *,
        aside: Lane | None = None,
    ) -> None:
        """`aside` is for what takes long; without one, it waits its turn."""
        super().__init__()
        self.discussion = DiscussionModel(services.discussion, database)
        self.citation = CitationModel(services.citations, database)
        self.beside = BesideModel(services.expert_requests, services.decisions, database)
        self.final = FinalModel(services.head_lists, services.issuing, database, aside)
        self._opened: object = None
        case.changed.connect(self._follow)
        for part in (self.discussion, self.citation, self.beside, self.final):
            part.wrote.connect(self._tell)

    def _follow(self, state: CaseState) -> None:
        """Read all of it when a case is opened, and again when that is read again."""
        opened = state.opened
        if opened is self._opened:
            return
        self._opened = opened
        number = None if opened is None or opened.row.withheld else opened.row.number
        self.discussion.open(number)
        self.citation.open(number)
        self.beside.open(number)

    def _tell(self, _nothing: None) -> None:
        self.wrote.emit(None)
