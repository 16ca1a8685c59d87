"""What a picture of the panel's figures rests on: said on it wherever it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, PanelComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.sync.clock import timestamp
from reviewer_app.ui import dates, terms
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel.asking.words import asked_words
from reviewer_app.ui.panel.official import Official, tag
from reviewer_app.ui.score_words import rests_on

translate = QCoreApplication.translate
SHOWN = 12
"""Characters of a hash that are enough to find it by."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A heading, its sentences, warnings that must be seen, and where the figures come from."""

    heading: str
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    rules: str
    """By which rules and scores, and with which seed."""
    foot: tuple[str, ...]


def caption(
    heading: str,
    said: str,
    found: PanelComparison,
    table: PanelTable,
    official: Official,
    made_at: datetime,
) -> Caption:
    """The words around a chart; `made_at` is aware of its zone."""
    name = " · ".join(part for part in (terms.own(table.programme.name), panel_name(table)) if part)
    return Caption(
        heading=translate("ladder", "{heading} – {name}").format(heading=heading, name=name),
        sentences=(*_signed(official), *(line for line in said.splitlines() if line)),
        warnings=_warnings(table, official),
        rules=rules_line(found),
        foot=(
            rests_on(table),
            rules_line(found),
            translate("ladder", "Made {time}").format(time=dates.day_and_time(timestamp(made_at))),
        ),
    )


def panel_name(table: PanelTable) -> str:
    """The panel's own name; "" where the table is of no panel."""
    named = (each.name for each in table.programme.panels if each.code == table.panel)
    return next((terms.own(name) for name in named), table.panel or "")


def computed_from(found: PanelComparison) -> str:
    """From how much, and by what, for who reads a screen; the hashes are on the face Checked."""
    scores = sum(case.reviews for case in found.cases)
    counted = translate("ladder", "Full scores that count: {count}, each verified").format(
        count=QLocale().toString(scores)
    )
    by = (
        translate("ladder", "ordered by the signed rule file")
        if found.by_rules
        else translate(
            "ladder", "No signed rule file: the order is shown, and no list is proposed."
        )
    )
    return f"{counted} · {by}"


def rules_line(found: PanelComparison) -> str:
    """By which rules and scores, and with which seed, anybody computes the same again."""
    if not found.by_rules:
        return translate(
            "ladder", "No signed rule file: the order is shown, and no list is proposed."
        )
    shown = translate("ladder", "By the signed rule file {rules}…, scores {inputs}…, seed {seed}…")
    return shown.format(
        rules=found.rules[:SHOWN], inputs=found.inputs[:SHOWN], seed=(found.seed or "–")[:SHOWN]
    )


def _signed(official: Official) -> tuple[str, ...]:
    """That the list is signed warns of nothing."""
    words, tone = tag(official)
    return (words,) if tone is Tone.GOOD else ()


def _warnings(table: PanelTable, official: Official) -> tuple[str, ...]:
    words, tone = tag(official)
    said = [] if tone is Tone.GOOD else [words]
    if official.hidden:
        words = translate(
            "ladder", "Not the official list: cases hidden from the chair are left out: {count}"
        )
        said = [words.format(count=official.hidden)]
    if official.asked != NOTHING_ASKED:
        said.append(
            translate("ladder", "What if, not the figures that count: {asked}").format(
                asked=asked_words(official.asked)
            )
        )
    if table.programme.illustrative or table.rubric.sample:
        said.append(translate("ladder", "Illustrative"))
    return tuple(said)
