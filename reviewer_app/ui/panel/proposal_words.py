"""What the order proposes for a case, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.proposal import Proposal, Unplaced
from reviewer_app.ui import panel_words
from reviewer_app.ui.panel.compared_words import joined, zone

translate = QCoreApplication.translate


def proposed(proposal: Proposal | None) -> str:
    """Place, zone and outcome in a sentence or two; that nothing is proposed, and why."""
    if proposal is None:
        return translate(
            "deciding",
            "Nothing is proposed: there is no signed rule file, or no score counts yet.",
        )
    return joined([*_place(proposal), _outcome(proposal)])


def _place(proposal: Proposal) -> list[str]:
    if proposal.place is None:
        return []
    words = translate("deciding", "Place {place} of {among}.")
    said = [
        words.format(
            place=panel_words.whole(proposal.place), among=panel_words.whole(proposal.among)
        )
    ]
    if proposal.zone is not None:
        words = translate("deciding", "For the best {target}: {zone}.")
        target = panel_words.whole(proposal.casebook)
        said.append(words.format(target=target, zone=zone(proposal.zone)))
    return said


def _outcome(proposal: Proposal) -> str:
    if proposal.outcome is not None:
        words = translate("deciding", "The order proposes: {outcome}.")
        return words.format(outcome=panel_words.outcome(proposal.outcome))
    if proposal.unplaced is Unplaced.EQUAL:
        return translate(
            "deciding",
            "It shares this place with others across a line: a written reason decides.",
        )
    if proposal.unplaced is Unplaced.FEW_REVIEWS:
        return translate(
            "deciding", "Fewer reviews count than the rule file asks for: nothing is proposed."
        )
    return translate("deciding", "No score counts yet: nothing is proposed.")
