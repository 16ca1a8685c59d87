"""What waits for a second member of staff: who asked, when, why, and the two answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.staff_acts import StaffRequest, Wish
from reviewer_app.ui import dates
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.dialogs import Question, confirmed
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.staff.closing import AsksReason, ask_reason
from reviewer_app.ui.staff.state import StaffState
from reviewer_app.ui.staff.view_model import StaffViewModel

translate = QCoreApplication.translate
Asks = Callable[[Question, QWidget], bool]


class RequestsPart(Retranslating, Card):
    """One line for each request; not there while nothing waits."""

    def __init__(
        self,
        view_model: StaffViewModel,
        *,
        ask: AsksReason = ask_reason,
        sure: Asks = confirmed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._ask, self._sure = view_model, ask, sure
        self._shown: tuple[object, ...] = ()
        self._lines: list[QWidget] = []
        self.hide()
        self.built()

    def retranslate(self) -> None:
        """Words of the card, then the requests again."""
        self.set_heading(
            self.tr("Waits for a second member of staff"),
            self.tr("Nothing is changed until another member of staff agrees."),
        )
        self._shown = ()
        self.show_state(self._model.state)

    def show_state(self, state: StaffState) -> None:
        """Draw what waits; the same is not drawn again."""
        waiting = state.acts.waiting
        names = tuple(state.name_of(each.person) for each in waiting)
        shown = (waiting, names, state.is_busy)
        if shown == self._shown:
            return
        self._shown = shown
        for line in self._lines:
            self.content.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [
            self._line(each, name, busy=state.is_busy)
            for each, name in zip(waiting, names, strict=True)
        ]
        for line in self._lines:
            self.content.addWidget(line)
        self.setVisible(bool(waiting))

    def _line(self, request: StaffRequest, name: str, *, busy: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(Kind.STRONG, wish_words(request)))
        said.addWidget(Label(Kind.BODY, self.tr("“{reason}”").format(reason=request.reason)))
        said.addWidget(Label(Kind.MUTED, self._asked(request, name)))
        row.addLayout(said, 1)
        for button in self._buttons(request):
            button.setEnabled(not busy)
            row.addWidget(button)
        return line

    def _buttons(self, request: StaffRequest) -> tuple[Button, ...]:
        if request.own:
            back = Button()
            back.setText(self.tr("Take back…"))
            back.clicked.connect(partial(self._take_back, request))
            return (back,)
        decline, agree = Button(), Button(Role.ACCENT)
        decline.setText(self.tr("Decline…"))
        agree.setText(self.tr("Agree…"))
        decline.clicked.connect(partial(self._decline, request))
        agree.clicked.connect(partial(self._agree, request))
        return decline, agree

    def _asked(self, request: StaffRequest, name: str) -> str:
        time = dates.day_and_time(request.asked_at)
        if request.own:
            return self.tr("You asked on {time}; another member of staff answers.").format(
                time=time
            )
        return self.tr("{name} asked on {time}").format(name=name, time=time)

    def _agree(self, request: StaffRequest) -> None:
        name = self._model.state.name_of(request.person)
        question = Question(
            title=self.tr("Agree?"),
            text="\n\n".join(
                (
                    wish_words(request),
                    self.tr("{name} asks: “{reason}”").format(name=name, reason=request.reason),
                )
            ),
            act=self.tr("Agree and sign"),
            consequences=_consequences(request.wish),
            danger=True,
        )
        if self._sure(question, self):
            self._model.rounds.answer(request.packet, "", agrees=True)

    def _decline(self, request: StaffRequest) -> None:
        self._refuse(request, self.tr("Decline?"), self.tr("Decline and sign"))

    def _take_back(self, request: StaffRequest) -> None:
        self._refuse(request, self.tr("Take the request back?"), self.tr("Take back and sign"))

    def _refuse(self, request: StaffRequest, title: str, act: str) -> None:
        words = self.tr("Nothing is changed. Your answer is signed and kept, with this reason:")
        question = Question(title, "\n\n".join((wish_words(request), words)), act)
        reason = self._ask(question, self)
        if reason:
            self._model.rounds.answer(request.packet, reason, agrees=False)


def wish_words(request: StaffRequest) -> str:
    """What is asked for."""
    match request.wish:
        case Wish.CLOSE:
            text = translate("Staff", "Close round {number} before its deadline")
        case Wish.SCORES:
            text = translate("Staff", "Open the scores of round {number} while it goes on")
        case _:
            assert_never(request.wish)
    return text.format(number=request.round)


def _consequences(wish: Wish) -> tuple[str, ...]:
    first = (
        translate("Staff", "Later scores are kept and marked as late.")
        if wish is Wish.CLOSE
        else translate("Staff", "The round goes on, and experts go on scoring.")
    )
    return (
        first,
        translate("Staff", "All staff then see the scores."),
        translate("Staff", "Tables and reports say so, with the reason. It cannot be undone."),
    )
