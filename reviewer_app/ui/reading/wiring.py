"""Connects the widgets of the reading screen with its view models: gestures in, states out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from review_protocol.documents.text import Element
from reviewer_app.ui.kit.focus import has_focus_within
from reviewer_app.ui.reading import told
from reviewer_app.ui.reading.anchoring import Sight
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.attending import Attending
from reviewer_app.ui.reading.facts_judging import Commented, Judged
from reviewer_app.ui.reading.facts_view_model import FactsViewModel
from reviewer_app.ui.reading.handled_text import Resized
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.marking.places import paper_marks
from reviewer_app.ui.reading.marking.view_model import MarkingViewModel
from reviewer_app.ui.reading.pair import stretches_in_sight
from reviewer_app.ui.reading.paper import quote_marks
from reviewer_app.ui.reading.printing import Printing
from reviewer_app.ui.reading.recuse_dialog import Recusal
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel, SteppingBack
from reviewer_app.ui.reading.state import Opened
from reviewer_app.ui.reading.undoing import Undoing
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.single_keys import SingleKey


class BarWiring(QObject):
    """Toolbar and search; lives with the view."""

    def __init__(self, view: ReadingView, reading: ReadingViewModel) -> None:
        super().__init__(view)
        self._view, self._reading = view, reading
        bar, find = view.toolbar, view.find_bar
        bar.back.connect(view.back.emit)
        bar.mode_chosen.connect(self._set_mode)
        bar.swap.connect(self._swap)
        bar.lock.connect(self._lock)
        bar.finding.connect(self._find)
        bar.keys.connect(self._show_keys)
        bar.outline.connect(self._fold_outline)
        bar.panel.connect(self._fold_panel)
        find.asked.connect(self._reading.find)
        find.chosen.connect(self._reading.show_hit)
        find.closed.connect(self._close_find)

    def _set_mode(self, mode: Mode) -> None:
        self._reading.arrange(self._reading.state.how.in_mode(mode))

    def _swap(self, _none: None) -> None:
        self._reading.arrange(self._reading.state.how.swapped())

    def _lock(self, _none: None) -> None:
        self._view.pilot.perform(Gesture.LOCK)

    def _find(self, _none: None) -> None:
        self._view.pilot.perform(Gesture.FIND)

    def _close_find(self, _none: None) -> None:
        self._reading.open_find(open_it=False)
        self._view.pilot.to_text()

    def _show_keys(self, _none: None) -> None:
        self._view.pilot.perform(Gesture.KEYS)

    def _fold_outline(self, _none: None) -> None:
        self._reading.fold(outline=not self._reading.state.folds.outline)

    def _fold_panel(self, _none: None) -> None:
        if has_focus_within(self._view.panel):
            self._view.pilot.to_text()
        state = self._reading.state
        if state.folds.panel and state.find.open and self._view.panel.isHidden():
            self._close_find(None)  # it stood aside for the search
        else:
            self._reading.fold(panel=not state.folds.panel)


class TextWiring(QObject):
    """Outline and texts; lives with the view."""

    def __init__(self, view: ReadingView, reading: ReadingViewModel) -> None:
        super().__init__(view)
        self._view, self._reading = view, reading
        pair = view.middle.texts.pair
        self._attending = Attending(view.middle.texts)
        self._attending.changed.connect(reading.whereabouts.attend)
        reading.whereabouts.attend(self._attending.there)
        pair.moved.connect(self._move)
        pair.placed.connect(self._see)
        pair.divided.connect(self._divide)
        view.outline.chosen.connect(view.go)
        view.middle.file.menu_asked.connect(view.menu)
        view.middle.file.saving.saved.connect(view.show_saved)
        view.middle.file.saving.failed.connect(view.show_failure)
        view.middle.texts.tight.connect(self._fit)
        self._name_key()
        reading.opened.connect(self._name_key)
        for column in pair.shelf.all:
            column.pane.menu_asked.connect(view.menu)
            column.pane.turned.connect(self._resize)
            for head in column.heads.values():
                head.resized.connect(self._resize)
                head.faces.connect(view.pilot.ask_letters)

    def _name_key(self, _opened: Opened | None = None) -> None:
        """The keys may be others since a case was open last."""
        choice = self._reading.keys
        middle = self._view.middle
        for part in (self._view.toolbar, self._view.panel, middle.file.bar, middle.differences):
            part.name_keys(choice)
        texts, key = self._view.middle.texts, choice.shown(SingleKey.OTHER_HERE)
        if key != texts.key:
            texts.key = key
            texts.retranslate()

    def _move(self, sight: Sight) -> None:
        self._reading.whereabouts.move(sight)
        self._view.outline.show_element(sight.anchor.element)

    def _see(self, _none: None) -> None:
        pair = self._view.middle.texts.pair
        self._reading.whereabouts.see(stretches_in_sight(pair))
        anchor = pair.anchor()
        self._view.outline.show_element(anchor.element if anchor else Element.BACKGROUND)

    def _fit(self, tight: bool) -> None:
        self._reading.arrange(tight=tight)

    def _divide(self, share: float) -> None:
        self._reading.arrange(replace(self._reading.state.how, share=share))

    def _resize(self, asked: Resized) -> None:
        self._reading.arrange(self._reading.state.how.resized(asked.language, asked.step))


class FactsWiring(QObject):
    """What is said of the facts; lives with the view."""

    def __init__(self, view: ReadingView, facts: FactsViewModel, scoring: ScoringViewModel) -> None:
        super().__init__(view)
        self._facts = facts
        self._undoing = Undoing(scoring, facts, view.panel.foot)
        view.pilot.undoing = self._undoing
        judging = view.middle.facts.judging
        facts.changed.connect(judging.show_state)
        facts.changed.connect(view.panel.foot.show_facts)
        judging.judged.connect(self._judge)
        judging.commented.connect(self._comment)
        judging.sign_asked.connect(self._sign)

    def _judge(self, judged: Judged) -> None:
        self._undoing.judge(judged.fact, judged.verdict)

    def _comment(self, commented: Commented) -> None:
        self._facts.comment(commented.fact, commented.comment)

    def _sign(self, _none: None) -> None:
        self._facts.sign()


class SheetWiring(QObject):
    """The score panel; lives with the view."""

    def __init__(self, view: ReadingView, scoring: ScoringViewModel) -> None:
        super().__init__(view)
        self._view, self._scoring = view, scoring
        panel, foot = self._view.panel, self._view.panel.foot
        panel.edited.connect(self._scoring.edit)
        panel.looked_at.connect(self._scoring.look_at)
        panel.attach_asked.connect(self._view.pilot.attach)
        panel.quote_chosen.connect(self._view.show_quote)
        panel.signed.amend_asked.connect(self._amend)
        panel.signed.withdraw_asked.connect(self._view.ask_withdrawal)
        panel.signed.recuse_asked.connect(self._view.ask_recusal)
        foot.drop_asked.connect(self._drop)
        foot.sign_asked.connect(self._sign)
        foot.recuse_asked.connect(self._view.ask_recusal)

    def _amend(self, _none: None) -> None:
        self._scoring.begin_amendment()
        self._view.pilot.perform(Gesture.SCORE)  # the button that had the focus is gone

    def _drop(self, _none: None) -> None:
        self._scoring.drop_amendment()

    def _sign(self, _none: None) -> None:
        self._scoring.flush()
        self._view.sign_asked.emit(self._scoring.state.number)


class SteppingWiring(QObject):
    """The signed acts by which a score is taken back, or a case left; lives with the view."""

    def __init__(
        self, view: ReadingView, scoring: ScoringViewModel, stepping_back: SteppingBack
    ) -> None:
        super().__init__(view)
        self._scoring, self._stepping_back = scoring, stepping_back
        view.withdrawal.connect(self._withdraw)
        view.recusal.connect(self._recuse)

    def _withdraw(self, reason: str) -> None:
        self._stepping_back.withdraw(self._scoring.state.number, reason)

    def _recuse(self, recusal: Recusal) -> None:
        self._stepping_back.recuse(
            self._scoring.state.number, recusal.reason, recusal.conflict, recusal.comment
        )


class PrintWiring(QObject):
    """Paper and files; lives with the view."""

    def __init__(
        self,
        view: ReadingView,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        marking: MarkingViewModel,
        printing: Printing,
    ) -> None:
        super().__init__(view)
        self.printing, self._marking = printing, marking
        self._view, self._reading, self._scoring = view, reading, scoring
        view.toolbar.printing.connect(self._ask)
        view.pilot.print_asked.connect(self._ask)
        printing.saved.connect(self._tell_saved)
        printing.failed.connect(view.show_failure)

    def _ask(self, _none: None) -> None:
        opened = self._reading.state.opened
        if opened is not None:
            marks = (
                *quote_marks(opened.prepared, self._scoring.state.answers),
                *paper_marks(opened.prepared, self._marking.state.highlights),
            )
            self.printing.ask(opened, self._reading.state.how, marks, self._view)

    def _tell_saved(self, target: Path) -> None:
        self._view.banner.say(partial(told.pages_saved, target))
