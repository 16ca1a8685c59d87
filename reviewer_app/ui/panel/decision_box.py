"""The panel's decision on a case: three outcomes, a reason, read back, and signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QVBoxLayout, QWidget

from review_protocol.documents.programme import Recommendation
from review_protocol.suspicious import legible
from reviewer_app.services.panel.deciding import Need, reason_needed
from reviewer_app.services.panel.proposal import Proposal
from reviewer_app.services.panel.rows import FEWEST, DecisionView, PanelCaseRow, counted_reviews
from reviewer_app.ui import dates, panel_words, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.dialogs import Question, confirmed
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.ticks import Radio
from reviewer_app.ui.panel.proposal_words import beside, leaving, proposed
from reviewer_app.ui.panel.state import CaseState
from reviewer_app.ui.round_words import all_wait

Asks = Callable[[Question, QWidget], bool]
OUTCOMES = tuple(Recommendation)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the person wants signed."""

    outcome: Recommendation
    reason: str


class DecisionBox(Retranslating, QWidget):
    """`decided` comes after the words were read back and confirmed."""

    decided = Event(Decided)

    def __init__(self, *, ask: Asks = confirmed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._row: PanelCaseRow | None = None
        self._proposal: Proposal | None = None
        self._awaited: Mapping[Recommendation, int] = {}
        self._fewest = FEWEST
        self._is_settled = self._is_anothers = False
        self._is_signing = self._has_final = False
        self._card = Card()
        self._proposed = Label(Kind.MUTED)
        self._standing = Label(Kind.BODY)
        self._buttons = [Radio() for _ in OUTCOMES]
        self._group = QButtonGroup(self)
        self._beside, self._waits = Label(Kind.MUTED), Label(Kind.BODY)
        self._waits.set_tone(Tone.CARE)
        self._reason = QPlainTextEdit()
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(scaled(96))
        self._field = Field(self._reason)
        self._sign = Button(Role.ACCENT, "pen")
        self._card.content.addWidget(self._proposed)
        self._card.content.addWidget(self._standing)
        for place, button in enumerate(self._buttons):
            self._group.addButton(button, place)
            self._card.content.addWidget(button)
        for part in (self._beside, self._waits, self._field, self._sign):
            self._card.content.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._group.idClicked.connect(self._look)
        self._reason.textChanged.connect(self._look)
        self._sign.clicked.connect(self._read_back)
        self.built()

    def show_case(self, row: PanelCaseRow, state: CaseState) -> None:
        """Draw the decision that stands, and what the order proposes; another case begins with
        nothing chosen."""
        self._proposal, self._is_settled = state.proposal, state.is_settled
        self._awaited = {} if state.opened is None else state.opened.awaited
        self._is_anothers = state.opened is not None and not state.opened.may_decide
        self._fewest = FEWEST if state.opened is None else state.opened.fewest
        self._has_final = state.has_final
        old, self._row, self._is_signing = self._row, row, state.is_signing
        if old is None or (old.number, old.decision) != (row.number, row.decision):
            self._clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the box."""
        anothers = self.tr("You stand in as a deputy: the one you stand in for decides this case.")
        shown = self._is_anothers and self._row is not None and not self._row.withheld
        self._card.set_heading(self.tr("Panel's decision"), anothers if shown else "")
        for part in (*self._buttons, self._field, self._sign):
            part.setVisible(not shown)
        for button, outcome in zip(self._buttons, OUTCOMES, strict=True):
            button.setText(panel_words.outcome(outcome))
            button.setEnabled(outcome not in self._awaited)
        self._waits.setText(all_wait(self._awaited))
        self._waits.setVisible(bool(self._awaited) and not shown)
        self._sign.setText(self.tr("Read back and sign…"))
        looking = self.tr("Looking at the order…")
        self._proposed.setText(proposed(self._proposal) if self._is_settled else looking)
        decision = None if self._row is None else self._row.decision
        self._standing.setText("" if decision is None else self._stands(decision))
        self._standing.setVisible(decision is not None)
        self._look()

    def _clear(self) -> None:
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)
        blocked = self._reason.blockSignals(True)
        self._reason.clear()
        self._reason.blockSignals(blocked)

    def _outcome(self) -> Recommendation | None:
        place = self._group.checkedId()
        return OUTCOMES[place] if place >= 0 else None

    def _look(self) -> None:
        """Ask for a reason where one is needed; allow signing when all is there."""
        outcome = self._outcome()
        need = None
        if self._row is not None and outcome is not None:
            need = reason_needed(self._row, outcome, self._proposal, fewest=self._fewest)
        told = () if self._row is None or outcome is None else self._told(self._row, outcome)
        self._beside.setText("\n".join(told))
        self._beside.setVisible(bool(told))
        hint = self.tr("Always welcome; kept with the decision.")
        self._field.set_label(self.tr("Reason"), hint if need is None else self._why(need))
        written = bool(legible(self._reason.toPlainText()))
        may = outcome is not None and outcome not in self._awaited
        ready = may and (need is None or written)
        self._sign.setEnabled(ready and self._is_settled and not self._is_signing)

    def _told(self, row: PanelCaseRow, outcome: Recommendation) -> tuple[str, ...]:
        return beside(row, outcome, self._proposal if self._is_settled else None)

    def _why(self, need: Need) -> str:
        match need:
            case Need.SUPERSEDES:
                return self.tr("Needed: this takes the place of an earlier decision.")
            case Need.AGAINST_ORDER:
                return self._leaves()
            case Need.EQUAL:
                return self.tr("Needed: between equal cases a written reason decides.")
            case Need.FEW_REVIEWS:
                words = self.tr("Needed: fewer than {number} reviews count.")
                return words.format(number=panel_words.whole(self._fewest))
            case Need.FEW_FOR_RULES:
                return self.tr("Needed: fewer reviews count than the rule file asks for.")
            case Need.AGAINST_REVIEWS:
                return self.tr("Needed: more reviews recommend something else.")

    def _leaves(self) -> str:
        """Upwards or downwards."""
        proposal, outcome = self._proposal, self._outcome()
        if proposal is None or proposal.outcome is None or outcome is None:
            return ""
        if OUTCOMES.index(outcome) < OUTCOMES.index(proposal.outcome):
            words = self.tr("Needed: this is above what the order proposes ({outcome}).")
        else:
            words = self.tr("Needed: this is below what the order proposes ({outcome}).")
        return words.format(outcome=panel_words.outcome(proposal.outcome))

    def _stands(self, decision: DecisionView) -> str:
        lines = [
            panel_words.decided(decision),
            self.tr("Signed {time}").format(time=dates.day_and_time(decision.signed_at)),
        ]
        if decision.leaf is None:
            lines.append(self.tr("On this computer; the next sync delivers it."))
        else:
            number = panel_words.whole(decision.leaf)
            lines.append(self.tr("Receipt no. {number}").format(number=number))
        if decision.reason:
            lines.append(self.tr("“{reason}”").format(reason=decision.reason))
        return "\n".join(lines)

    def _read_back(self) -> None:
        outcome, row = self._outcome(), self._row
        if outcome is None or row is None:
            return
        reason = legible(self._reason.toPlainText())
        if self._ask(self._question(row, outcome, reason), self):
            self.decided.emit(Decided(outcome, reason))

    def _question(self, row: PanelCaseRow, outcome: Recommendation, reason: str) -> Question:
        consequences = [
            self.tr(
                "It rests on the reviews that count now: {count}; mean {mean} of the {n} that "
                "judge every criterion."
            ).format(
                count=panel_words.whole(counted_reviews(row)),
                mean=panel_words.decimal(row.overall.mean, 2),
                n=panel_words.whole(row.overall.n),
            ),
            proposed(self._proposal),
            *filter(None, (leaving(outcome, self._proposal),)),
            *self._told(row, outcome),
            self.tr("Reason: {reason}").format(reason=reason or self.tr("none given")),
            self.tr("It is signed with your key and kept for good; a later one can supersede it."),
        ]
        if self._has_final:
            stays = self.tr(
                "A final list is signed already; it stays as it is until the head signs a new one."
            )
            consequences.insert(0, stays)
        if row.decision is not None:
            earlier = panel_words.outcome(row.decision.outcome)
            replaces = self.tr("It takes the place of the earlier decision: {outcome}.")
            consequences.insert(1, replaces.format(outcome=earlier))
        return Question(
            title=self.tr("Sign this decision?"),
            text=self.tr("{number}, {title}: {outcome}.").format(
                number=row.number, title=terms.own(row.name), outcome=panel_words.outcome(outcome)
            ),
            act=self.tr("Sign"),
            consequences=consequences,
        )
