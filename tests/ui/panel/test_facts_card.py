"""The facts of a case, and who took a conflict of interest back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_protocol.documents.people import Role
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.panel.facts_card import FactsCard
from tests.builders.panel_tables import a_case_view, a_table
from tests.unit.services.panel.test_conflict_taken_back import taken_back

NUMBER = "WIC-2026-001"
DEPUTY = {"role": Role.CHAIR, "deputy": True, "pseudonym": None}


def words(card: FactsCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_who_took_a_conflict_back_stands_among_the_facts(qtbot: QtBot) -> None:
    Languages(QApplication.instance()).use("en")
    card = FactsCard()
    qtbot.addWidget(card)
    card.show()
    view = a_case_view(a_table(), NUMBER)
    card.show_case(view)
    assert "Conflict taken back" not in words(card)
    told = (taken_back(NUMBER, pseudonym=3), taken_back(NUMBER, **DEPUTY))
    card.show_case(replace(view, taken_back=told))
    assert "Conflict taken back" in words(card)
    (fact,) = [each for each in words(card) if "counts as without one since" in each]
    first, second = fact.split("\n")
    assert first.startswith("Expert 03: ")
    assert second.startswith("Chair’s deputy: ")
