"""Puts what is selected to a criterion: as a quote, or from a text file into the comment."""

from __future__ import annotations

from functools import partial

from review_protocol.documents.file_quotes import AnyQuote
from review_protocol.documents.score import CriterionCode
from reviewer_app.ui import quote_words
from reviewer_app.ui.reading import told
from reviewer_app.ui.reading.attachments.stage import Passage
from reviewer_app.ui.reading.edits import Attach, Comment
from reviewer_app.ui.reading.fields import LONGEST
from reviewer_app.ui.reading.middle import Middle
from reviewer_app.ui.reading.score_panel import KEYS, ScorePanel
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.view_model import ReadingViewModel


class Attaching:
    """Asks the leaf in sight for what is selected there."""

    def __init__(
        self,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        middle: Middle,
        panel: ScorePanel,
    ) -> None:
        self._reading, self._scoring, self._middle = reading, scoring, middle
        self._panel = panel

    def attach(self, code: CriterionCode) -> None:
        """Put the selected words to a criterion and show them there; nothing where none are."""
        quotes, passage = self.quotes(code), self._passage()
        if quotes:
            self._scoring.edit(*(Attach(code, quote) for quote in quotes))
        elif passage is None or not self._write(code, passage):
            return
        card = self._panel.cards[code]
        self._panel.area.reveal(card, *(card.chips()[-1:] or (card.comment,)))
        self._panel.foot.last_act.say(partial(told.attached, code))
        self._middle.texts.deselect()
        self._middle.file.stage.deselect()

    def quotes(self, code: CriterionCode) -> tuple[AnyQuote, ...]:
        """The selected words of the text or the file as evidence for a criterion."""
        leaf = self._reading.state.leaf
        if leaf is Leaf.FILE:
            quote = self._middle.file.stage.quote(code)
            return () if quote is None else (quote,)
        return self._middle.texts.quotes() if leaf is Leaf.TEXT else ()

    def is_quotable(self) -> bool:
        """Whether something is selected that can be put to a criterion."""
        return bool(self.quotes(next(iter(KEYS)))) or self._passage() is not None

    def _passage(self) -> Passage | None:
        shown = self._reading.state.leaf is Leaf.FILE
        return self._middle.file.stage.passage() if shown else None

    def _write(self, code: CriterionCode, passage: Passage) -> bool:
        """A text file has no pages: its words go into the comment, where they have room."""
        written = self._scoring.state.answers.answer(code).comment
        words = quote_words.from_text(passage.file.file, passage.line, passage.exact)
        longer = f"{written}\n{words}".lstrip("\n")
        if len(longer) > LONGEST:
            self._panel.go_to(code, comment=True)
            self._panel.cards[code].comment.say_full()
            return False
        self._scoring.flush()  # what was typed before is a step of its own
        self._scoring.edit(Comment(code, longer))
        return True
