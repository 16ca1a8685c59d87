"""The panel's room: one of its faces, and a case in its place while it is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.defending import Defending
from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.case_chart import case_gestures
from reviewer_app.ui.panel.case_page import CasePage
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.defended import case_defending, list_defending
from reviewer_app.ui.panel.deliberating import Deliberating
from reviewer_app.ui.panel.disagreements.body import DisagreementsBody
from reviewer_app.ui.panel.experts.body import ExpertsBody
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.final.page import FinalPage
from reviewer_app.ui.panel.ladder.body import LadderBody
from reviewer_app.ui.panel.links.body import LinksBody
from reviewer_app.ui.panel.lists.page import ListsPage
from reviewer_app.ui.panel.meeting.meetings import Meetings
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import CaseState, PanelState
from reviewer_app.ui.panel.sureness.body import SurenessBody
from reviewer_app.ui.panel.table_page import TablePage
from reviewer_app.ui.panel.trust.page import TrustPage
from reviewer_app.ui.panel.view_model import PanelViewModel

_BODIES: Mapping[Face, Callable[[], FaceBody]] = {
    Face.LADDER: LadderBody,
    Face.EXPERTS: ExpertsBody,
    Face.DISAGREEMENTS: DisagreementsBody,
    Face.LINKS: LinksBody,
    Face.SURENESS: SurenessBody,
}


_FacePages = FacePage | ListsPage | FinalPage | TrustPage


class PanelView(Stack):
    """Shows one of its pages; `ask` puts the question before signing, tests answer it."""

    def __init__(
        self,
        view_model: PanelViewModel,
        deliberating: Deliberating,
        defending: Defending,
        *,
        ask: Asks = confirmed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = TablePage(view_model)
        self._faces: dict[Face, _FacePages] = {
            face: FacePage(view_model, face, made()) for face, made in _BODIES.items()
        }
        self._faces[Face.LISTS] = lists = ListsPage(view_model)
        self._faces[Face.FINAL] = FinalPage(view_model, deliberating.final, ask=ask)
        self._faces[Face.TRUST] = TrustPage(view_model)
        self._case = CasePage(view_model.case, deliberating, ask=ask)
        self.gestures = case_gestures(view_model, self._case)
        self._case.take_gestures(self.gestures)
        self.defends = case_defending(view_model, defending, self._case)
        self._case.take_defending(self.defends)
        lists.take_defending(list_defending(view_model, defending, lists))
        view_model.charts.saved.connect(self._case.tell_saved)
        for page in (self._table, *self._faces.values(), self._case):
            self.add(page)
        self._model = view_model
        self.meeting = Meetings(view_model, self)
        for face in (self._table, *self._faces.values()):
            face.meeting_wanted.connect(self.meeting.begin)
        for face in self._faces.values():
            if isinstance(face, FacePage):
                face.body.expert_wanted.connect(self._ask_for_expert)
        view_model.changed.connect(self._show_face)
        view_model.case.changed.connect(self._turn)
        view_model.case.skipped.connect(self._show_ladder)

    def begin(self) -> None:
        """Let the keyboard begin in the table."""
        _begin(self._face())

    def _face(self) -> TablePage | _FacePages:
        return self._faces.get(self._model.state.face, self._table)

    def _show_face(self, _state: PanelState) -> None:
        if self.page() is not self._case and self.page() is not self._face():
            self.show_page(self._face())
            _begin(self._face())

    def _show_ladder(self, _review: tuple[str, int]) -> None:
        """Back from the case to where it is seen what a review moves."""
        self._model.case.close()
        self._model.turn(Face.LADDER)

    def _ask_for_expert(self, number: str) -> None:
        """In the case, where it is seen what was asked for before."""
        self._case.ask_for_expert()
        self._model.case.open(number)

    def _turn(self, state: CaseState) -> None:
        if (state.opened is None) == (self.page() is self._case):
            self._model.charts.dismiss()
        if state.opened is not None and self.page() is not self._case:
            self.show_page(self._case)
            self._case.focus_opinions()
        elif state.opened is None and self.page() is self._case:
            self.show_page(self._face())
            _begin(self._face())


def _begin(page: PanelPage) -> None:
    """The keyboard begins in what the page shows; where that is nothing, where faces are chosen."""
    page.focus_table()
    focused, content = QApplication.focusWidget(), page.content.parentWidget()
    if content is None or focused is None or not content.isAncestorOf(focused):
        page.focus_faces()
