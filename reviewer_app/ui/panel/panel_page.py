"""What all faces of the panel's room share: their standing, the way between them, failures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.errors import Failure
from reviewer_app.services.panel.compared_rows import NOTHING_ASKED
from reviewer_app.services.panel.dossier import Standing
from reviewer_app.services.panel.verification import Verified
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Tag
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.panel.charts.words import saved
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.hidden_cases import HiddenCases
from reviewer_app.ui.panel.listing.state import ListState
from reviewer_app.ui.panel.low_page import LowPage
from reviewer_app.ui.panel.official import Official, tag
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.trust.line import TrustLine
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.wording import sentence


class PanelPage(LowPage):
    """Who derives from it adds what it shows, draws a state in `draw`, and ends with `built`.

    `meeting_wanted` asks for the view for the projector.
    """

    meeting_wanted: Event[None] = Event()
    answers_questions = False
    """Whether what is asked beside the list moves what stands here."""

    def __init__(self, view_model: PanelViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        self._hidden_cases = HiddenCases(view_model)
        self._unofficial = Tag("", Tone.CARE)
        self._copy = Button(Role.DEFAULT, "copy")
        self._meet = Button(Role.DEFAULT, "eye")
        actions: tuple[QWidget, ...] = (self._unofficial, self._meet, self._copy)
        for action in actions:
            self.add_action(action)
        self.trust = TrustLine()
        self.content.addWidget(self.trust)
        self._faces.turned(view_model.turn)
        self._meet.clicked.connect(self._meet_now)
        self.banner.dismissed.connect(self._dismiss)
        self.banner.acted.connect(self._declare)
        view_model.charts.put_away.connect(self._tell_again)
        self.trust.wanted.connect(self._look_at_trust)
        view_model.listing.changed.connect(self._draw_trust)
        view_model.listing.changed.connect(self._draw_official)
        view_model.listing.changed.connect(self._tell_again)
        view_model.official.changed.connect(self._draw_official)
        view_model.changed.connect(self._draw_official)

    def retranslate(self) -> None:
        """Words of what all have, then the state again."""
        self._model.charts.dismiss()
        self._draw_official(None)
        self._copy.setText(self.tr("Copy table"))
        self._meet.setText(self.tr("Meeting view"))
        tip = self.tr("Meeting view (F11): one case at a time, for the projector")
        give_tip(self._meet, tip)
        self._faces.set_name(self.tr("What is shown"))
        self.draw(self._model.state)

    def draw(self, state: PanelState) -> None:
        """Draw a state."""
        raise NotImplementedError

    def show_failure(self, failure: Failure | None) -> None:
        """Say what went wrong, or take it away."""
        told = None if failure is None else sentence(failure)
        self.banner.show_message(
            self._undeclared() if told is None else Message(told.title, Tone.CARE, more=told.body)
        )

    def tell(self, state: PanelState) -> None:
        """Say what went wrong, or where a chart was saved."""
        path = self._model.charts.saved_in
        if state.failure is not None or path is None:
            self.show_failure(state.failure)
            return
        self.banner.show_message(saved(path))

    def _undeclared(self) -> Message:
        """That cases are hidden because nothing was declared on them, and the way to do it."""
        if not self._hidden_cases.wait_for_declaring:
            return Message("")
        return Message(
            self.tr("Cases are hidden because you have not declared on them yet."),
            Tone.ACCENT,
            self.tr("Their scores are shown once you have declared that no conflict stands."),
            self.tr("Declare"),
            dismissible=False,
        )

    def tells_verified(self, found: Verified) -> bool:
        """Whether it is said here: by default where not all verified."""
        return not found.is_whole

    def draw_again(self) -> None:
        """Draw the state once more."""
        self.draw(self._model.state)

    def _tell_again(self, _: object) -> None:
        self.tell(self._model.state)

    def _draw_official(self, _: object) -> None:
        """How far it is official, once anything is here."""
        table, listing = self._model.state.table, self._model.listing.state.listing
        self._unofficial.setVisible(table is not None or listing is not None)
        what_if = self._model.state.compared.what_if
        asked = what_if if self.answers_questions else NOTHING_ASKED
        if table is not None:
            found = self._model.official.of(table, asked)
        else:
            panel = None if listing is None else listing.head.grounds.panel
            hidden, final = self._hidden_cases.count, self._model.official.final
            found = Official(hidden, asked, panel is not None, final)
        words, tone = tag(found)
        self._unofficial.setText(words)
        self._unofficial.set_tone(tone)

    def _draw_trust(self, state: ListState) -> None:
        head = None if state.listing is None else state.listing.head
        found = None if head is None else head.grounds.verified
        is_told = found is not None and self.tells_verified(found)
        at = "" if head is None else head.made_at
        standing = Standing() if head is None else head.grounds.standing
        self.trust.show_verified(found if is_told else None, at, standing)

    def _look_at_trust(self, _: None) -> None:
        self._model.turn(Face.TRUST)

    def _meet_now(self) -> None:
        self.meeting_wanted.emit(None)

    def _declare(self, _: Message) -> None:
        self._model.declaring_wanted.emit(None)

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()
