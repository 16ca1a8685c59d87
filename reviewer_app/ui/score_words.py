"""What a table of scores rests on, in words; and the filters above it."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.rows import FEWEST, Grounds, PanelTable
from reviewer_app.services.staff_acts import How, OpenedEarly
from reviewer_app.ui import dates
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.chips import Chip
from reviewer_app.ui.panel_order import Part

translate = QCoreApplication.translate
ROOT_SHOWN = 12


def rests_on(table: PanelTable) -> str:
    """What a table rests on."""
    return said_of(table.grounds)


def said_of(grounds: Grounds) -> str:
    """Round, packets, log, rubric and time: what anybody needs to compute the same again."""
    log = translate("panel", "log {size}, root {root}…").format(
        size=words.whole(grounds.log_size), root=grounds.log_root[:ROOT_SHOWN]
    )
    rubric = translate("panel", "rubric {hash}…").format(hash=grounds.rubric[:ROOT_SHOWN])
    return " · ".join((*_of_packets(grounds), log, rubric, *_since_when(grounds)))


def said_shortly(grounds: Grounds) -> str:
    """The same for who reads a screen: without the hashes by which it is found again."""
    return " · ".join((*_of_packets(grounds), *_since_when(grounds)))


def _of_packets(grounds: Grounds) -> list[str]:
    parts = []
    if len(grounds.rounds) > 1:
        first = translate("panel", ", ").join(map(str, grounds.rounds[:-1]))
        text = translate("panel", "Rounds {first} and {last}")
        parts.append(text.format(first=first, last=grounds.rounds[-1]))
    elif grounds.round is not None:
        parts.append(translate("panel", "Round {number}").format(number=grounds.round))
    packets = translate("panel", "Signed packets on cases: {count}")
    return [*parts, packets.format(count=words.whole(grounds.packets))]


def _since_when(grounds: Grounds) -> list[str]:
    parts = []
    if grounds.refreshed_at is not None:
        time = dates.day_and_time(grounds.refreshed_at)
        parts.append(translate("panel", "collected {time}").format(time=time))
    if grounds.withdrawn:
        left_out = translate("panel", "withdrawn by applicants, left out: {cases}")
        parts.append(left_out.format(cases=", ".join(grounds.withdrawn)))
    return [*parts, *(seen_early(each) for each in grounds.opened_early)]


def seen_early(opened: OpenedEarly) -> str:
    """When, how and why staff saw scores before the round's end."""
    time, reason = dates.day_and_time(opened.at), opened.reason
    return _how_seen(opened.how).format(time=time, reason=reason)


def _how_seen(how: How) -> str:
    match how:
        case How.OPENED:
            return translate("panel", "two members of staff opened the scores {time}: “{reason}”")
        case How.CLOSED_EARLY:
            return translate("panel", "two members of staff closed early {time}: “{reason}”")
        case How.REOPENED:
            return translate("panel", "opened again {time} after staff saw scores: “{reason}”")
        case How.BY_OPERATOR:
            return translate("panel", "the operator closed early {time}: “{reason}”")
    assert_never(how)


def few_scores(fewest: int) -> str:
    """The part of the cases that have too few full scores."""
    return translate("panel", "Fewer than {number} full scores").format(number=fewest)


def part_chips(table: PanelTable | None) -> tuple[Chip, ...]:
    """The parts of the table, each with its number."""
    rows = () if table is None else table.rows
    fewest = FEWEST if table is None else table.fewest
    names = {
        Part.ALL: translate("panel", "All cases"),
        Part.UNDECIDED: translate("panel", "Undecided"),
        Part.DECIDED: translate("panel", "Decided"),
        Part.FEW: few_scores(fewest),
    }
    return tuple(
        Chip(part.value, name, sum(part.holds(row, fewest) for row in rows))
        for part, name in names.items()
    )
