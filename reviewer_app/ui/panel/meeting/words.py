"""What is said of a case in a meeting: no private note, no name of a reviewer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.dossier import Decider
from review_protocol.documents.people import Role
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import panel_words, terms
from reviewer_app.ui.panel import among_words, compared_words
from reviewer_app.ui.panel.meeting.agenda import Agenda, Order, Stop
from reviewer_app.ui.panel.official import Official, tag
from reviewer_app.ui.panel.sentence_words import case_sentence
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate


def order(value: Order) -> str:
    match value:
        case Order.PLACE:
            return translate("meeting", "By place")
        case Order.NUMBER:
            return translate("meeting", "By number")


def counted(agenda: Agenda, number: str, official: Official) -> str:
    """The number of the case in front, how far the meeting is, and how far it is official."""
    at = translate("meeting", "{number}   ·   {at} of {all}   ·   {official}")
    return at.format(
        number=number,
        at=whole(agenda.at + 1),
        all=whole(len(agenda.stops)),
        official=tag(official)[0],
    )


def where(row: PanelCaseRow) -> str:
    """Area, countries and joint application on one line."""
    parts = [
        terms.area(row.area),
        translate("meeting", "countries (regions): {count}").format(count=whole(row.countries)),
    ]
    if row.joint:
        parts.append(translate("meeting", "joint application with international partners"))
    return " · ".join(parts)


def means(case: ComparedCase) -> str:
    """Adjusted and raw beside each other."""
    return translate("meeting", "Adjusted {adjusted}   ·   Mean {raw}   ·   n {n}").format(
        adjusted=decimal(case.adjusted, 2), raw=decimal(case.raw, 2), n=whole(case.reviews)
    )


def zones(case: ComparedCase, found: PanelComparison) -> str:
    """Its place, and for each target the chance and the zone: of a panel's case those among all,
    once the head has issued them."""
    told = translate("meeting", "Place {place}")
    if not found.is_whole:
        told = translate("meeting", "In this panel: place {place} of {count}")
    count = whole(len(found.ranked))
    parts = [told.format(place=compared_words.place(case.place), count=count)]
    if case.heads is not None:
        told = translate("meeting", "among all: {place}")
        parts.append(told.format(place=among_words.place(case.heads)))
    for target, zone in case.zones.items():
        told = translate("meeting", "best {target}: {zone}, {chance}")
        parts.append(
            told.format(
                target=whole(target),
                zone=compared_words.zone(zone),
                chance=compared_words.percent(case.among.get(target)),
            )
        )
    return "   ·   ".join(parts)


def said(stop: Stop, found: PanelComparison | None) -> str:
    """The sentence below the picture."""
    if stop.row.withheld:
        return _decided_by(None if stop.row.hidden is None else stop.row.hidden.decided_by)
    if stop.case is None or found is None:
        return translate("meeting", "No score of this case counts yet.")
    return case_sentence(stop.case, found)


def _decided_by(decider: Decider | None) -> str:
    match decider:
        case Decider.CHAIR:
            who = translate("meeting", "One place decided by the panel’s chair.")
        case Decider.HEAD:
            who = translate("meeting", "One place decided by the head.")
        case _:
            who = translate("meeting", "One place decided by the deputy.")
    hidden = translate(
        "meeting", "Its scores are hidden here and play no part in any figure shown here."
    )
    return compared_words.joined([who, hidden])


def legend() -> str:
    """What dot, ring and bar are."""
    return translate("meeting", "● adjusted   ○ raw mean   ━ 90% of what chance would make of it")


def somebody_leaves(stop: Stop) -> bool:
    """Whether anybody must leave the room."""
    return stop.row.withheld or bool(stop.leaving or stop.recused or stop.seats)


def leaving(stop: Stop) -> str:
    """Who must leave the room for this case."""
    if stop.row.withheld:
        return translate("meeting", "Leaves for this case: the chair.")
    parts = []
    if stop.leaving or stop.seats:
        told = translate(
            "meeting", "Leave for this case, by a declared conflict of interest: {who}."
        )
        parts.append(told.format(who=_people(stop)))
    if stop.recused:
        told = translate("meeting", "Recused later: {who}.")
        parts.append(told.format(who=_experts(stop.recused)))
    if not parts:
        return translate("meeting", "Nobody has declared a conflict of interest on this case.")
    return compared_words.joined(parts)


def decided(row: PanelCaseRow) -> str:
    """The panel's decision where there is one."""
    if row.withheld:
        return ""
    if row.decision is None:
        return translate("meeting", "Not decided yet.")
    told = panel_words.decided(row.decision)
    if not row.decision.reason:
        return told
    return translate("meeting", "{decided} – “{reason}”").format(
        decided=told, reason=row.decision.reason
    )


def _people(stop: Stop) -> str:
    """Experts by number, then chairs and heads by their seats."""
    said = [terms.expert(each) for each in stop.leaving]
    said += [_seat(role, deputy=deputy) for role, deputy in stop.seats]
    return translate("meeting", ", ").join(said)


def _seat(role: Role, *, deputy: bool) -> str:
    if role is Role.HEAD:
        deputys = translate("meeting", "the head’s deputy")
        return deputys if deputy else translate("meeting", "the head")
    deputys = translate("meeting", "the chair’s deputy")
    return deputys if deputy else translate("meeting", "the chair")


def _experts(pseudonyms: tuple[int, ...]) -> str:
    return translate("meeting", ", ").join(terms.expert(each) for each in pseudonyms)
