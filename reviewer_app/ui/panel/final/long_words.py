"""The sentences of the long list, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.head_lists import LongPlan
from reviewer_app.services.panel.proposed_rows import LongList, ProposedLists
from reviewer_app.ui import dates, panel_words
from reviewer_app.ui.kit.dialogs import Listed, Question
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel.final.model import FinalState
from reviewer_app.ui.panel.final.words import for_good, listed_rows, seen_by

translate = QCoreApplication.translate
whole = panel_words.whole


def long_count(plan: LongPlan, lists: ProposedLists) -> str:
    """How many go into the next round, and how that departs from the proposal."""
    found = lists.long_list
    if found is None:
        return ""
    words = translate(
        "final", "{count} cases go into round {round}; the order proposes {proposed}."
    )
    said = [
        words.format(
            count=whole(len(plan.cases(lists))),
            round=whole(found.into),
            proposed=whole(len(found.cases)),
        )
    ]
    if plan.added or plan.left:
        words = translate("final", "Added: {added}; left out: {left}.")
        said.append(words.format(added=whole(len(plan.added)), left=whole(len(plan.left))))
    if lists.withheld:
        words = translate("final", "Cases hidden from you go into it as well: {count}.")
        said.append(words.format(count=whole(lists.withheld)))
    return joined(said)


def long_waits(state: FinalState) -> str:
    """Why the long list cannot be signed now; "" where it can, or a reason is lacking."""
    if not state.is_closed and state.plan is not None:
        words = translate(
            "final",
            "Round {round} is still open, and scores may come: the long list is signed once it is "
            "closed.",
        )
        return words.format(round=whole(state.plan.rounds[-1]))
    if state.is_final:
        return translate("final", "The final list is signed: nothing goes into a next round.")
    return ""


def read_back_long(state: FinalState) -> Question:
    """What is asked before the long list is signed: every case by its title."""
    lists, plan = state.lists, state.long
    consequences = [for_good(), seen_by()]
    listed: list[Listed] = []
    if lists is not None and lists.long_list is not None:
        found = lists.long_list
        listed = _long_list(plan, lists, found)
        into = translate("final", "Staff give these cases to experts for round {round}.")
        consequences.insert(0, into.format(round=whole(found.into)))
    if state.long_standing is not None:
        words = translate("final", "It takes the place of the list signed {time}.")
        consequences.append(words.format(time=dates.day_and_time(state.long_standing.at)))
    return Question(
        title=translate("final", "Sign the long list?"),
        text="" if lists is None else long_count(plan, lists),
        act=translate("final", "Sign"),
        consequences=consequences,
        listed=listed,
    )


def _long_list(plan: LongPlan, lists: ProposedLists, found: LongList) -> list[Listed]:
    """What goes into the round, what is added for a reason, and what is left out."""
    rows = {each.number: each.row for each in (*found.cases, *found.left_out)}
    going = [rows[each] for each in plan.cases(lists) if each in rows]
    added = [rows[each] for each in sorted(plan.added) if each in rows]
    left = [rows[each] for each in sorted(plan.left) if each in rows]
    listed = [listed_rows(translate("final", "Into the next round: {count}"), going)]
    if added:
        listed.append(listed_rows(translate("final", "Of these, added by you: {count}"), added))
    if left:
        words = translate("final", "Left out though proposed: {count}")
        listed.append(listed_rows(words, left))
    return listed
