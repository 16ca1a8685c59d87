"""What a step back or forth changed, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.score import Answers, CriterionAnswer
from review_protocol.documents.stated_facts import Fact, Verdict
from reviewer_app.ui import fact_words, terms

translate = QCoreApplication.translate


def undone(before: Answers, now: Answers, *, again: bool = False) -> str:
    """Each answer that is another one than before the step, as it is now."""
    pairs = zip(before.criteria, now.criteria, strict=True)
    changes = [_criterion(old, new) for old, new in pairs if old != new]
    if before.familiarity != now.familiarity:
        level = "–" if now.familiarity is None else terms.familiarity(now.familiarity)
        changes.append(translate("undone", "Familiarity: {level}").format(level=level))
    if before.comment != now.comment:
        changes.append(translate("undone", "Comment on the case as a whole"))
    if before.recommendation != now.recommendation:
        chosen = now.recommendation
        words = "–" if chosen is None else terms.recommendation(chosen)
        changes.append(translate("undone", "Recommendation: {words}").format(words=words))
    return _said(translate("undone", "; ").join(changes), again=again)


def fact_undone(fact: Fact, now: Verdict | None, *, again: bool = False) -> str:
    """What is said of a fact after the step."""
    return _said(fact_words.verdict_on(fact, now), again=again)


def mark_undone(*, note: bool, again: bool) -> str:
    """Whether highlights, or the words of a note, are otherwise after the step."""
    words = translate("marks", "Note") if note else translate("marks", "Highlight")
    return _said(words, again=again)


def _said(changes: str, *, again: bool) -> str:
    words = translate("undone", "Undone: {changes}")
    if again:
        words = translate("undone", "Done again: {changes}")
    return words.format(changes=changes)


def _criterion(before: CriterionAnswer, now: CriterionAnswer) -> str:
    criterion = terms.criterion(now.criterion)
    if before.mark != now.mark:
        words = translate("undone", "{criterion}, mark {mark}")
        return words.format(criterion=criterion, mark=terms.mark(now.mark))
    if before.comment != now.comment:
        return translate("undone", "{criterion}, comment").format(criterion=criterion)
    return translate("undone", "{criterion}, quotes").format(criterion=criterion)
