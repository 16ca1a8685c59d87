"""One way back through a case: what was done on its sheet, and what was said of its facts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.score import Answers
from review_protocol.documents.stated_facts import Fact, Verdict
from reviewer_app.ui.reading.facts_view_model import FactsViewModel
from reviewer_app.ui.reading.panel_foot import PanelFoot
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.undone import fact_undone, undone


class Undoing(QObject):
    """Goes back and forth in the order in which things were done, and has it said what changed.

    After a new act, on the sheet or on the facts, nothing of either is done again.
    """

    def __init__(self, scoring: ScoringViewModel, facts: FactsViewModel, foot: PanelFoot) -> None:
        super().__init__(foot)
        self._scoring, self._facts, self._said = scoring, facts, foot.last_act
        foot.undo_asked.connect(self._undo)
        scoring.acted.connect(self._end_ahead)
        scoring.undone.connect(self._say_undone)
        scoring.redone.connect(self._say_redone)

    def judge(self, fact: Fact, verdict: Verdict | None) -> None:
        """Confirm or dispute a fact, or say nothing of it: a step like those on the sheet."""
        self._scoring.forget_ahead()
        self._facts.judge(fact, verdict, after=self._scoring.state.steps.depth)

    def step(self, *, forth: bool = False) -> None:
        """Undo what was done last, or do it again."""
        facts, depth = self._facts.state, self._scoring.state.steps.depth
        if forth:
            turn = bool(facts.ahead) and facts.ahead[-1].after <= depth
        else:
            turn = bool(facts.past) and facts.past[-1].after >= depth
        fact = self._facts.step(forth=forth) if turn else None
        if fact is None:
            self._scoring.undo(forth=forth)
            return
        verdict = self._facts.state.of(fact).verdict
        self._said.say(partial(fact_undone, fact, verdict, again=forth))

    def _end_ahead(self, _none: None) -> None:
        self._facts.forget_ahead()

    def _undo(self, _none: None) -> None:
        self.step()

    def _say_undone(self, before: Answers) -> None:
        self._said.say(partial(undone, before, self._scoring.state.answers))

    def _say_redone(self, before: Answers) -> None:
        self._said.say(partial(undone, before, self._scoring.state.answers, again=True))
