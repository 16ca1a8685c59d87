"""The smaller widgets: what they tell, and when they keep quiet."""

import sys
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.buttons import Button, IconButton
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.crash import CrashDialog, CrashHook
from reviewer_app.ui.kit.dialogs import Confirm, Question, TextPrompt
from reviewer_app.ui.kit.fields import Field, PassphraseField, SearchField, passphrase_strength
from reviewer_app.ui.kit.icons import icon_names, icon_pixmap
from reviewer_app.ui.kit.labels import ElidedLabel, Label
from reviewer_app.ui.kit.menu_chip import MenuChip
from reviewer_app.ui.kit.palette import LIGHT, Tone
from reviewer_app.ui.kit.progress import Pace, time_left
from reviewer_app.ui.kit.stylesheet import apply_theme


def button(widget: QWidget, word: str) -> QAbstractButton:
    found = [
        each
        for each in widget.findChildren(QAbstractButton)
        if word in (each.text(), each.accessibleName())
    ]
    assert len(found) == 1, [each.text() for each in found]
    return found[0]


def press(widget: QWidget, word: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(widget, word), Qt.MouseButton.LeftButton)


def test_chips_tell_what_is_pressed_in_their_order(qtbot: QtBot):
    row, told = ChipRow(), []
    qtbot.addWidget(row)
    row.set_chips([Chip("a", "Apples", 3), Chip("b", "Pears"), Chip("c", "Plums")])
    row.changed.connect(told.append)
    for word in ("Plums", "Apples  3", "Plums"):
        press(row, word, qtbot)
    assert told == [("c",), ("a", "c"), ("a",)]


def test_chips_stay_pressed_when_their_words_change(qtbot: QtBot):
    row = ChipRow(exclusive=True)
    qtbot.addWidget(row)
    row.set_chips([Chip("a", "Apples"), Chip("b", "Pears")])
    press(row, "Pears", qtbot)
    row.set_chips([Chip("a", "苹果", 1), Chip("b", "梨", 2)])
    assert row.pressed == ("b",)


def test_chips_have_room_for_a_larger_count_at_once(qtbot: QtBot):
    window, row = QWidget(), ChipRow()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(row)
    row.set_chips([Chip("a", "All", 0), Chip("b", "To do", 0)])
    window.resize(600, 200)
    with qtbot.waitExposed(window):
        window.show()
    row.set_chips([Chip("a", "All", 18), Chip("b", "To do", 1204)])
    chips = row.findChildren(QAbstractButton)
    assert [chip.width() for chip in chips] == [chip.sizeHint().width() for chip in chips]
    assert chips[1].x() == chips[0].geometry().right() + 1 + 8


def test_a_choice_is_told_once_and_moves_by_arrows(qtbot: QtBot):
    row: ChoiceRow[int] = ChoiceRow(
        [Option(n, lambda n=n: f"no. {n}") for n in (1, 2, 3)],  # type: ignore[misc]
        value=1,
    )
    qtbot.addWidget(row)
    row.show()
    told: list[int] = []
    row.chosen.connect(told.append)
    press(row, "no. 1", qtbot)
    press(row, "no. 2", qtbot)
    row.activateWindow()
    button(row, "no. 2").setFocus()
    qtbot.waitUntil(button(row, "no. 2").hasFocus)
    qtbot.keyClick(button(row, "no. 2"), Qt.Key.Key_Right)
    assert (told, row.value) == ([2, 3], 3)


def test_a_banner_tells_and_goes(qtbot: QtBot):
    message = Message("Closes soon.", Tone.CARE, action="Go there")
    banner, told = Banner(message), []
    qtbot.addWidget(banner)
    banner.acted.connect(told.append)
    banner.dismissed.connect(told.append)
    press(banner, "Go there", qtbot)
    press(banner, "Dismiss", qtbot)
    assert (told, banner.isHidden()) == ([message, message], True)
    banner.show_message(Message("Again."))
    assert not banner.isHidden()


def test_a_search_waits_for_a_pause_and_asks_once(qtbot: QtBot):
    field, asked = SearchField(), []
    qtbot.addWidget(field)
    field.asked.connect(asked.append)
    for text in ("网", "网络", "网络安全"):
        field.setText(text)
    qtbot.waitUntil(lambda: asked == ["网络安全"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert asked == ["网络安全", ""]


def test_a_field_says_what_is_wrong_to_eyes_and_ears(qtbot: QtBot):
    entry = QLineEdit()
    field = Field(entry)
    qtbot.addWidget(field)
    field.set_label("Code", "In your letter")
    field.set_error("Too short.")
    assert (entry.accessibleName(), entry.accessibleDescription()) == ("Code", "Too short.")
    assert entry.property("wrong") == "true"
    field.set_error("")
    assert entry.property("wrong") == "false"


def test_a_passphrase_is_hidden_until_it_is_shown(qtbot: QtBot):
    field = PassphraseField(hint=True)
    qtbot.addWidget(field)
    (line,) = field.findChildren(QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    press(field, "Show it", qtbot)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert button(field, "Hide the passphrase").isChecked()


@pytest.mark.parametrize(
    ("text", "strength"),
    [("", 0), ("abc", 1), ("aaaaaaaaaaaaaaaaaaaaaaaa", 1), ("river lamp otter canyon", 4)],
)
def test_the_strength_of_a_passphrase(text: str, strength: int):
    assert passphrase_strength(text) == strength


def test_a_line_is_cut_in_the_middle_and_whole_on_hover(qtbot: QtBot):
    label = ElidedLabel("the beginning of a long line and its end")
    qtbot.addWidget(label)
    label.resize(QSize(120, 20))
    label.show()
    qtbot.waitUntil(lambda: bool(label.toolTip()))
    assert label.toolTip() == label.text
    label.resize(QSize(600, 20))
    qtbot.waitUntil(lambda: not label.toolTip())


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("dressed")
def test_a_tone_is_seen_whether_it_came_before_or_after_the_first_showing(qtbot: QtBot) -> None:
    before, after, none = Label(text="Weak"), Label(text="Weak"), Label(text="Weak")
    before.set_tone(Tone.BAD)
    for label in (before, after, none):
        qtbot.addWidget(label)
        label.show()
    after.set_tone(Tone.BAD)
    assert before.grab().toImage() == after.grab().toImage() != none.grab().toImage()


@pytest.mark.usefixtures("dressed")
def test_a_menu_of_many_values_scrolls_in_one_column(qtbot: QtBot) -> None:
    chip = MenuChip()
    qtbot.addWidget(chip)
    chip.set_title("Country (region)")
    chip.set_chips([Chip(str(n), f"Country {n}") for n in range(200)], [])
    chip.show()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    (menu,) = (each for each in chip.findChildren(QMenu) if each.isVisible())
    qtbot.waitUntil(lambda: menu.height() <= menu.screen().availableSize().height())
    assert len({menu.actionGeometry(each).left() for each in menu.actions()}) == 1
    menu.close()


def test_a_card_without_a_heading_keeps_no_room_for_one(qtbot: QtBot) -> None:
    plain, named = Card(), Card()
    for card in (plain, named):
        qtbot.addWidget(card)
        card.content.addWidget(QLabel("words"))
    named.set_heading("Heading")
    assert plain.sizeHint().height() == QLabel("words").sizeHint().height() + 2 * 16
    assert named.sizeHint().height() > plain.sizeHint().height()
    named.set_heading("")
    assert named.sizeHint() == plain.sizeHint()


def test_a_prompt_needs_a_sentence(qtbot: QtBot):
    prompt = TextPrompt(Question("Withdraw?", "Why?", "Withdraw"))
    qtbot.addWidget(prompt)
    assert not button(prompt, "Withdraw").isEnabled()
    prompt.findChildren(QPlainTextEdit)[0].setPlainText("  wrong case \n")
    press(prompt, "Withdraw", qtbot)
    assert (prompt.result(), prompt.text) == (QDialog.DialogCode.Accepted, "wrong case")


def test_a_reason_is_no_longer_than_a_packet_takes(qtbot: QtBot) -> None:
    prompt = TextPrompt(Question("Close?", "Why?", "Close"))
    qtbot.addWidget(prompt)
    prompt.findChild(QPlainTextEdit).setPlainText("长" * 600)
    assert prompt.text == "长" * 500


def test_a_pace_tells_how_long_yet():
    seconds = iter([0.0, 1.0, 10.0])
    pace = Pace(lambda: next(seconds))
    assert [pace.left(0, 100), pace.left(10, 100), pace.left(20, 100)] == [None, None, 40.0]
    assert [time_left(None), time_left(40), time_left(290)] == [
        "",
        "less than a minute left",
        "about 5 min left",
    ]


def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot):
    for name in icon_names():
        picture = icon_pixmap(name, "#FF0000", 80).toImage()
        inks = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert inks == {"#ff0000"}, name


def test_an_icon_button_has_a_name(qtbot: QtBot):
    close = IconButton("close")
    qtbot.addWidget(close)
    close.set_word("Close", "Esc")
    assert (close.accessibleName(), close.toolTip()) == ("Close", "Close (Esc)")


@pytest.fixture
def kept(qtbot: QtBot) -> Iterator[list[str]]:
    kept: list[str] = []
    before = sys.excepthook
    hook = CrashHook(kept.append)
    hook.install()
    yield kept
    hook.uninstall()
    assert sys.excepthook == before


def test_a_crash_is_kept_and_shown_in_plain_words(kept: list[str], qtbot: QtBot):
    error = ZeroDivisionError("a bug")
    sys.excepthook(ZeroDivisionError, error, None)
    (dialog,) = [w for w in QGuiApplication.instance().topLevelWidgets() if _is_crash(w)]
    qtbot.addWidget(dialog)
    press(dialog, "Copy details", qtbot)
    assert kept == ["ZeroDivisionError: a bug\n"]
    assert QGuiApplication.clipboard().text() == "ZeroDivisionError: a bug\n"
    press(dialog, "Go on", qtbot)
    assert not dialog.isVisible()


def _is_crash(widget: QWidget) -> bool:
    return isinstance(widget, CrashDialog) and widget.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, key: Qt.Key):
    dialog = Confirm(Question("Close the round?", "It stays closed.", "Close it", danger=True))
    qtbot.addWidget(dialog)
    dialog.show()
    back, act = dialog.findChildren(Button)
    pressed: list[str] = []
    for button in (back, act):
        button.clicked.connect(partial(pressed.append, button.text()))
    act.setFocus()
    qtbot.keyClick(act, key)
    assert pressed == ["Close it"]
    assert dialog.result() == Confirm.DialogCode.Accepted


def test_tab_leads_past_the_eye_to_the_next_field(qtbot: QtBot):
    """A space typed there must not show the passphrase."""
    both = QWidget()
    qtbot.addWidget(both)
    first, second = PassphraseField(parent=both), PassphraseField(parent=both)
    column = QVBoxLayout(both)
    column.addWidget(first)
    column.addWidget(second)
    both.show()
    first.setFocus()
    lines = [field.findChild(QLineEdit) for field in (first, second)]
    qtbot.waitUntil(lines[0].hasFocus)
    qtbot.keyClick(lines[0], Qt.Key.Key_Tab)
    assert lines[1].hasFocus()
