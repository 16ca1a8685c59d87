"""What was done on a sheet in this session, to be gone back through and forth again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from review_protocol.documents.score import Answers, CriterionCode
from reviewer_app.reading.typing_history import Change, change_between

MOST = 500
"""Steps that are remembered of a sheet."""


@dataclass(frozen=True, slots=True)
class Word:
    """The last change of a comment, on a criterion or (None) on the case: the next one may be of
    the same word."""

    where: CriterionCode | None
    change: Change


@dataclass(frozen=True, slots=True)
class Steps:
    """The sheet before each act, the newest last; an act is a mark, a quote, an answer, or one
    word of a comment.

    `ahead` has what was gone back from. `begun` once something was done here: before that, steps
    of earlier sessions can be gone back on the disk. `depth` counts what was done and not undone.
    """

    past: tuple[Answers, ...] = ()
    ahead: tuple[Answers, ...] = ()
    begun: bool = False
    word: Word | None = None
    depth: int = 0

    def acted(self, before: Answers) -> Steps:
        """After an act; what was gone back from is gone."""
        return Steps((*self.past[1 - MOST :], before), begun=True, depth=self.depth + 1)

    def typed(self, before: Answers, now: Answers, where: CriterionCode | None) -> Steps:
        """After a change of a comment; its field may have gone back or forth by itself."""
        if self.past and now == self.past[-1]:
            return self.back(before)
        if self.ahead and now == self.ahead[-1]:
            return self.forth(before)
        word = Word(where, change_between(_comment(before, where), _comment(now, where)))
        last = self.word
        if last is not None and last.where == where and word.change.goes_on(last.change):
            return replace(self, word=word)
        return replace(self.acted(before), word=word)

    def lead_to(self, now: Answers) -> bool:
        """Whether a sheet is this one a step back, or forth again."""
        return now in (*self.past[-1:], *self.ahead[-1:])

    def without_ahead(self) -> Steps:
        """After an act elsewhere: what was gone back from is gone."""
        return replace(self, ahead=())

    def back(self, now: Answers) -> Steps:
        """After going back from what stands now: by a step of the past, or on the disk."""
        ahead = (*self.ahead, now)
        return Steps(self.past[:-1], ahead, self.begun, depth=self.depth - 1)

    def forth(self, now: Answers) -> Steps:
        """After going forth again."""
        past = (*self.past, now)
        return Steps(past, self.ahead[:-1], begun=True, depth=self.depth + 1)


def _comment(answers: Answers, where: CriterionCode | None) -> str:
    return answers.comment if where is None else answers.answer(where).comment
