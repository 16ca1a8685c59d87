"""The page of facts: who applies with whom, where, and what is worth a look; never a score."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from review_protocol.documents.text import Bilingual, Organisation
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui import terms, unseen_words
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.facts_judging import FactsJudging
from reviewer_app.ui.reading.facts_sheet import FactSheet

WIDEST_PX = 760
NAME_PX, WORDS_PX = 168, 160


class FactsPage(Retranslating, QScrollArea):
    """Draws a fact sheet as a list of names and what stands beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: FactSheet | None = None
        self._card = Card()
        self._card.setMaximumWidth(scaled(WIDEST_PX))
        self._rows: QWidget | None = None
        self.judging = FactsJudging()
        self.judging.setMaximumWidth(scaled(WIDEST_PX))
        holder = QWidget()
        holder.setProperty("kit", "content")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self._card)
        column.addWidget(self.judging)
        column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.built()

    def show_sheet(self, sheet: FactSheet) -> None:
        """Draw another case's facts."""
        if sheet is not self._sheet:
            self._sheet = sheet
            self.retranslate()

    def retranslate(self) -> None:
        """Draw everything in the interface's language."""
        self.setAccessibleName(self.tr("Facts"))
        if self._sheet is None:
            return
        headers = self._sheet.case.headers
        beside = _beside(headers.name) or headers.number
        self._card.set_heading(spelled_out(terms.own(headers.name)), spelled_out(beside))
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = _Grid(self._lines(self._sheet))
        self._card.content.addWidget(self._rows)

    def _lines(self, sheet: FactSheet) -> list[tuple[str, str, Tone | None]]:
        headers = sheet.case.headers
        lines: list[tuple[str, str, Tone | None]] = [
            (self.tr("Number"), headers.number, None),
            (self.tr("Area"), terms.area(headers.area), None),
            (self.tr("Applicant"), self._organisation(headers.applicant, sheet), None),
        ]
        partners = "\n".join(self._organisation(each, sheet) for each in headers.partners)
        lines.append((self.tr("Partners"), partners or self.tr("None named"), None))
        if headers.recommender is not None:
            recommender = self._organisation(headers.recommender, sheet)
            lines.append((self.tr("Recommended by"), recommender, None))
        lines += self._countries(sheet)
        lines += self._eligibility(sheet)
        original = terms.language(sheet.case.original)
        lines.append((self.tr("Original language"), original, None))
        for each in sheet.case.secretariat_translations:
            text = self.tr("{element}: the {language} text was translated by the secretariat")
            words = text.format(
                element=terms.element(each.element), language=terms.language(each.language)
            )
            lines.append((self.tr("Translation"), words, None))
        if sheet.unseen:
            places = "\n".join(unseen_words.place(each) for each in sheet.unseen)
            lines.append((self.tr("Characters that are not seen"), places, Tone.CARE))
        if headers.illustrative:
            words = self.tr("Illustrative: an invented case for showing the software")
            lines.append((self.tr("Note"), words, None))
        return lines

    def _organisation(self, organisation: Organisation, sheet: FactSheet) -> str:
        country = sheet.names[organisation.country].of(terms.interface_language())
        beside = _beside(organisation.name)
        first = self.tr("{name}, {country}").format(
            name=terms.own(organisation.name), country=country
        )
        return f"{first}\n{beside}" if beside else first

    def _countries(self, sheet: FactSheet) -> list[tuple[str, str, Tone | None]]:
        language = terms.interface_language()
        names = self.tr(", ", "between names").join(each.of(language) for each in sheet.countries)
        counted = self.tr("{count}: {names}").format(count=sheet.facts.countries, names=names)
        lines: list[tuple[str, str, Tone | None]] = [
            (self.tr("Countries (regions)"), counted, None)
        ]
        written = sheet.case.headers.countries
        own = [
            self.tr("Chinese: {words}").format(words="、".join(written.zh)) if written.zh else "",
            self.tr("English: {words}").format(words=", ".join(written.en)) if written.en else "",
        ]
        lines.append((self.tr("In the applicant's words"), "\n".join(filter(None, own)), None))
        for codes, text in (
            (sheet.differences.only_zh, self.tr("Only in the Chinese list: {names}")),
            (sheet.differences.only_en, self.tr("Only in the English list: {names}")),
        ):
            if codes:
                shown = self.tr(", ", "between names").join(
                    sheet.names[code].of(language) for code in codes
                )
                lines.append((self.tr("The lists differ"), text.format(names=shown), Tone.CARE))
        return lines

    def _eligibility(self, sheet: FactSheet) -> list[tuple[str, str, Tone | None]]:
        facts = sheet.facts
        enough = (
            self.tr("Yes: {count}").format(count=facts.countries)
            if facts.enough_countries
            else self.tr("No: {count}").format(count=facts.countries)
        )
        tone = None if facts.enough_countries else Tone.CARE
        lines: list[tuple[str, str, Tone | None]] = [
            (self.tr("Two or more countries (regions)"), enough, tone)
        ]
        joint = self.tr("Yes") if facts.joint_international else self.tr("No")
        lines.append((self.tr("Joint application with international partners"), joint, None))
        before = sheet.case.entered_before
        if before is None:
            lines.append((self.tr("In an earlier Casebook"), self.tr("Not stated"), None))
        else:
            words = self.tr("Yes, by the applicant's statement: {year}, {name}").format(
                year=before.year, name=terms.own(before.name)
            )
            lines.append((self.tr("In an earlier Casebook"), words, Tone.CARE))
        missing = [terms.element(each) for each in facts.missing_elements]
        if missing:
            lines.append((self.tr("Not filled in"), "\n".join(missing), Tone.CARE))
        return lines


class _Grid(QWidget):
    """Names left, words right; in a narrow pane each name above its words."""

    def __init__(self, lines: list[tuple[str, str, Tone | None]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name, words, tone in lines:
            left, right = Label(Kind.MUTED, name), Label(Kind.BODY, spelled_out(words))
            left.setFixedWidth(scaled(NAME_PX))
            right.setMinimumWidth(scaled(WORDS_PX))
            right.set_tone(tone)
            right.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(Fold(left, right, least=WORDS_PX, gap=16, second_takes=True))


def _beside(text: Bilingual) -> str:
    return terms.other(text) or ""
