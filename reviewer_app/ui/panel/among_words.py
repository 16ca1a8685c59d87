"""Where a panel's cases stand among all of the programme, in words, and by whose comparison."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.among_all import AmongAll, HeadsFigures
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.rows import Grounds
from reviewer_app.ui import dates
from reviewer_app.ui.panel.compared_words import joined, percent, zone
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate


def scope(found: PanelComparison) -> str:
    """What is compared, where it is not the whole programme; "" where it is."""
    if found.is_whole:
        return ""
    if found.heads is None:
        return translate("among", "Only this panel’s cases are compared here.")
    if found.heads.is_without_places:
        return _without_places(found.heads)
    return joined([_issued(found.heads.at), *_behind(found.heads)])


def scope_of(grounds: Grounds) -> str:
    """The same of a list that was kept."""
    if grounds.is_whole:
        return ""
    if grounds.issued is not None:
        return _issued(grounds.issued)
    return translate(
        "among",
        "only this panel’s cases are compared; where they stand among all: when the head has "
        "issued the comparison",
    )


def _issued(at: str) -> str:
    said = translate(
        "among",
        "Places here are among this panel’s cases. Chances, zones and places among all are those "
        "of the comparison that the head issued on {time}.",
    )
    return said.format(time=dates.day_and_time(at))


def where_it_stands(case: ComparedCase, found: PanelComparison) -> str:
    """One case among all of the programme, or that it is not known yet; "" of the whole."""
    if found.is_whole:
        return ""
    if found.heads is None:
        return not_issued()
    if found.heads.is_without_places:
        return _without_places(found.heads)
    time = dates.day_and_time(found.heads.at)
    if case.heads is None:
        said = translate("among", "The comparison that the head issued on {time} is without it.")
        return said.format(time=time)
    said = translate("among", "By the comparison that the head issued on {time}: {where}.")
    return joined([said.format(time=time, where=_where(case.heads)), *_behind(found.heads)])


def _without_places(heads: HeadsFigures) -> str:
    said = translate(
        "among",
        "The comparison that the head issued on {time} came from an older version of this app and "
        "does not tell places among all cases: ask the head to issue it once more.",
    )
    return said.format(time=dates.day_and_time(heads.at))


def not_issued() -> str:
    """That nobody in a panel can know it before the head has issued it."""
    return translate(
        "among", "Where it stands among all cases: when the head has issued the comparison."
    )


def issued_place(case: ComparedCase, found: PanelComparison) -> str:
    """The place among all with its interval, as short as a fact."""
    if found.heads is None:
        return translate("among", "once the head has issued it")
    return "–" if case.heads is None else place_with_interval(case.heads)


def issued_by_head() -> str:
    """Whose figure a place among all is."""
    return translate("among", "The place among all cases, by the comparison that the head issued")


def place(of: AmongAll) -> str:
    """So many of so many."""
    if of.place is None:
        return translate("among", "no place")
    return translate("among", "{place} of {among}").format(
        place=whole(of.place), among=whole(of.among)
    )


def place_with_interval(of: AmongAll) -> str:
    """The same with the places between which it lies."""
    if of.rank_low is None or of.rank_high is None:
        return place(of)
    return translate("among", "{place} (5–95%: {low}–{high})").format(
        place=place(of), low=whole(of.rank_low), high=whole(of.rank_high)
    )


def _where(of: AmongAll) -> str:
    if of.place is None:
        return translate("among", "no place, for too few of its reviews counted")
    parts = [translate("among", "place {place}").format(place=place(of))]
    for target, chance in of.chances.items():
        said = translate("among", "among the best {target} with probability {chance} ({zone})")
        parts.append(
            said.format(target=whole(target), chance=percent(chance), zone=zone(of.zones[target]))
        )
    return translate("among", "; ").join(parts)


def _behind(heads: HeadsFigures) -> list[str]:
    if not heads.is_behind:
        return []
    return [
        translate("among", "A round was closed since: the comparison after that is still to come.")
    ]
