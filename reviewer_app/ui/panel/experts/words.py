"""An expert against the colleagues, in words; never "bias"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.compared_rows import ComparedExpert
from reviewer_app.ui import terms
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate

ALIKE = 0.05
"""Points below which nobody is called strict or mild."""


def strictness(expert: ComparedExpert) -> str:
    """ "strict by 0.4 (0.2–0.6)"; never "bias"."""
    if expert.leniency is None:
        return translate("ladder", "cannot be judged")
    if abs(expert.leniency) < ALIKE:
        return translate("ladder", "as strict as the colleagues")
    points = decimal(abs(expert.leniency), 1)
    span = ""
    if expert.low is not None and expert.high is not None:
        ends = sorted((expert.low, expert.high), key=abs)
        if expert.low * expert.high >= 0:
            near, far = (decimal(abs(end), 1) for end in ends)
            span = translate("ladder", " ({low}–{high})").format(low=near, high=far)
        else:
            span = translate("ladder", " (not sure)")
    if expert.leniency < 0:
        return translate("ladder", "strict by {points}{span}").format(points=points, span=span)
    return translate("ladder", "mild by {points}{span}").format(points=points, span=span)


def expert_sentence(expert: ComparedExpert) -> str:
    """The whole of it, for hover and below the table."""
    if expert.leniency is None:
        said = translate("ladder", "{expert}: too few shared cases to judge strictness.")
        return said.format(expert=terms.expert(expert.pseudonym))
    return translate(
        "ladder",
        "{expert}: {strictness} on {cases} cases, against the {colleagues} colleagues who scored "
        "the same ones.",
    ).format(
        expert=terms.expert(expert.pseudonym),
        strictness=strictness(expert),
        cases=whole(expert.reviews),
        colleagues=whole(expert.colleagues),
    )
