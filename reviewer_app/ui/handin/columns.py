"""The columns of the table of packets: what, which case, when, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.rows import DeliveryState, OutboxRow
from reviewer_app.ui import dates, states, terms
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.shapes import Shape

translate = QCoreApplication.translate


def packet_columns() -> tuple[Column[OutboxRow], ...]:
    """Columns for `Table[OutboxRow]`."""
    return (
        Column[OutboxRow](
            "kind",
            lambda: translate("HandIn", "Signed"),
            lambda row: states.packet_kind(row.kind),
            detail=lambda row: dates.day_and_time(row.signed_at),
            width=136,
        ),
        Column[OutboxRow](
            "case",
            lambda: translate("HandIn", "Case"),
            case_text,
            detail=lambda row: row.case or "",
            width=160,
            stretch=True,
        ),
        Column[OutboxRow](
            "state",
            lambda: translate("HandIn", "Where it is"),
            state_text,
            detail=state_detail,
            tooltip=state_sentence,
            shape=state_shape,
            width=208,
        ),
    )


def case_text(row: OutboxRow) -> str:
    """The case's title, or a dash for a packet about no case."""
    if row.case_name is not None:
        return terms.own(row.case_name)
    return row.case or "–"


def state_text(row: OutboxRow) -> str:
    """How far a packet is, in words."""
    if row.state is not DeliveryState.RECEIVED or row.disposition is None:
        return states.delivery_state(row.state)
    if row.disposition.counts:
        return states.delivery_state(row.state)
    return states.disposition(row.disposition)


def state_detail(row: OutboxRow) -> str:
    """The receipt's number; before that the tries, and when the next one comes."""
    if row.leaf is not None:
        number = QLocale().toString(row.leaf)
        return translate("HandIn", "Receipt no. {number}").format(number=number)
    if row.in_file is not None:
        when = dates.day_and_time(row.in_file)
        return translate("HandIn", "In a hand-in file of {time}").format(time=when)
    if not row.tries:
        return ""
    tries = translate("HandIn", "Tries: {count}").format(count=row.tries)
    if row.next_try is None:
        return tries
    return translate("HandIn", "{tries}, next {time}").format(
        tries=tries, time=dates.clock(row.next_try)
    )


def state_sentence(row: OutboxRow) -> str:
    """State and detail as one line, for the tool tip."""
    return " · ".join(part for part in (state_text(row), state_detail(row)) if part)


def state_shape(row: OutboxRow) -> Shape:
    """The shape before the state's words."""
    match row.state:
        case DeliveryState.SIGNED:
            return Shape.TODO
        case DeliveryState.SENDING:
            return Shape.SENT
        case DeliveryState.RECEIVED:
            counted = row.disposition is None or row.disposition.counts
            return Shape.DONE if counted else Shape.WARNING
