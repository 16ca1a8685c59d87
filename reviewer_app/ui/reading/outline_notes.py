"""What stands below an entry of the outline: a file's size, and what wants a look."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.case_files import AnyFile
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Kind as RowKind
from reviewer_app.reading.case_comparison import FIGURES, Theme
from reviewer_app.services.differing import CaseDifferences
from reviewer_app.ui import terms
from reviewer_app.ui.reading.prepared import Gap, Prepared
from reviewer_app.ui.reading.state import Opened

translate = QCoreApplication.translate


def of_file(file: AnyFile) -> str:
    """ "24.0 kB · Chinese" """
    units = QLocale.DataSizeFormat.DataSizeSIFormat
    return translate("Outline", "{size} · {language}").format(
        size=QLocale().formattedDataSize(file.length, 1, units),
        language=terms.language(file.language),
    )


def of_facts(opened: Opened | None) -> list[str]:
    """Whether the facts want a look."""
    if opened is None or not opened.facts.notable:
        return []
    return [translate("Outline", "⚠ Please look")]


def of_differences(differences: CaseDifferences) -> list[str]:
    """How many differences there are, without what one side alone has."""
    told = [each for each in differences.left if each.theme is not Theme.ONE_SIDED]
    return [translate("Outline", "⚠ Found: {count}").format(count=len(told))] if told else []


def of_element(element: Element, prepared: Prepared, differences: CaseDifferences) -> list[str]:
    """What an element lacks, and where its two languages part."""
    zh, en = (bool(prepared.texts[element, each].units) for each in Language)
    if len(prepared.languages) < 2 and (zh or en):
        return []
    if not zh and not en:
        return [translate("Outline", "⚠ Not filled in")]
    if not zh:
        return [translate("Outline", "⚠ English only")]
    if not en:
        return [translate("Outline", "⚠ Chinese only")]
    rows = [row for row in prepared.rows if _stands_in(prepared, row.zh, row.en) is element]
    gaps = sum(row.gap is Gap.PARAGRAPH for row in rows)
    unsure = sum(row.kind is RowKind.UNCERTAIN for row in rows)
    moved = any(row.kind is RowKind.MOVED for row in rows)
    left = differences.left
    figures = any(each.theme in FIGURES and each.element is element for each in left)
    notes = [
        (bool(gaps), translate("Outline", "⚠ Not translated: {count}").format(count=gaps)),
        (moved, translate("Outline", "⚠ Order differs")),
        (bool(unsure), translate("Outline", "⚠ Uncertain: {count}").format(count=unsure)),
        (figures, translate("Outline", "⚠ Figures differ")),
    ]
    return [words for there, words in notes if there]


def is_missing(prepared: Prepared, element: Element) -> bool:
    """Whether an element is absent in both languages."""
    return not any(prepared.texts[element, language].units for language in Language)


def _stands_in(prepared: Prepared, zh: tuple[int, ...], en: tuple[int, ...]) -> Element | None:
    if zh:
        return prepared.sides[Language.ZH].blocks[zh[0]].element
    return prepared.sides[Language.EN].blocks[en[0]].element if en else None
