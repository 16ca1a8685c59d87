"""How experts hang together, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate


def linked(found: PanelComparison) -> str:
    """How the experts hang together."""
    weak = sum(link.weak for link in found.links)
    parts = []
    if len(found.islands) == 1:
        parts.append(translate("ladder", "All experts are connected by cases that they share."))
    parts.append(
        translate(
            "ladder", "Pairs of experts who share cases: {pairs}; weakly, by 2 or fewer: {weak}."
        ).format(pairs=whole(len(found.links)), weak=whole(weak))
    )
    return joined(parts)


def bridges(found: PanelComparison) -> str:
    """The fewest reviews that would make one group of all."""
    wanted = [
        translate("ladder", "{expert} on {case}").format(
            expert=terms.expert(int(each.expert)), case=each.case
        )
        for each in found.bridges
    ]
    if not wanted:
        return ""
    return translate("ladder", "These reviews would tie the groups: {reviews}.").format(
        reviews=translate("ladder", "; ").join(wanted)
    )
