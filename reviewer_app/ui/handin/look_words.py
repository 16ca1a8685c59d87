"""What a look over one's own marks would show, in a few sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.looking_back import LookBack

translate = QCoreApplication.translate


def found(look: LookBack) -> list[str]:
    """Ties, near-ties, a shift between the first cases and the last; or that there are none."""
    words = []
    if look.ties:
        same = translate("LookCard", "Cases with the same marks: {count}")
        words.append(same.format(count=_whole(sum(len(group) for group in look.ties))))
    if look.near_ties:
        near = translate("LookCard", "Pairs one mark apart: {count}")
        words.append(near.format(count=_whole(len(look.near_ties))))
    if look.drift is not None and look.drift.notable:
        if look.drift.change > 0:
            shift = translate("LookCard", "Your last cases are marked higher than the first: {by}")
        else:
            shift = translate("LookCard", "Your last cases are marked lower than the first: {by}")
        words.append(shift.format(by=QLocale().toString(abs(look.drift.change), "f", 1)))
    if not words:
        words.append(translate("LookCard", "No two cases have marks that are the same or close."))
    unsigned = len(look.lacking)
    if unsigned:
        left = translate("LookCard", "Not signed yet: {count}")
        words.append(left.format(count=_whole(unsigned)))
    return words


def _whole(number: int) -> str:
    return QLocale().toString(number)
