"""How the hands find their way on a panel's page: by its buttons, or by menus where it is low."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from reviewer_app.demo.hands import Hands, choose_action, click
from reviewer_app.ui.kit.buttons import Button, Toggle
from reviewer_app.ui.kit.choice_menu import ChoiceMenu
from reviewer_app.ui.panel.panel_page import PanelPage

MORE, TOOLS = "More", "What if"


def turn_to(hands: Hands, face: str) -> None:
    """Turn to a face by its word."""
    page = hands.the(PanelPage)
    menu = next((each for each in page.findChildren(ChoiceMenu) if each.isVisible()), None)
    if menu is None:
        hands.press(face, within=page)
    elif menu.text() != face:
        _choose(hands, menu, face)


def press_on_page(hands: Hands, word: str) -> None:
    """Press what stands beside the page's title."""
    page = hands.the(PanelPage)
    more = [each for each in _seen(page, Button) if each.text() == MORE]
    if more and all(each.text() != word for each in _seen(page, Button)):
        _choose(hands, more[0], word)
    else:
        hands.press(word, within=page)


def ask_what_if(hands: Hands, word: str) -> None:
    """Press a question, which may have to be brought into sight before."""
    page = hands.the(PanelPage)
    for each in _seen(page, Toggle):
        if each.text() == TOOLS and not each.isChecked():
            click(each)
    hands.press(word, within=page)


def _seen(page: QWidget, kind: type[Button] | type[Toggle]) -> list[Button | Toggle]:
    return [each for each in page.findChildren(kind) if each.isVisible()]


def _choose(hands: Hands, button: QWidget, word: str) -> None:
    def choose(menu: QWidget) -> None:
        choose_action(menu, word)

    hands.in_modal(partial(click, button), choose)
