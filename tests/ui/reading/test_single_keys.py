"""Single keys can be changed, be given Ctrl or be switched off, and go by their place."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from reviewer_app.ui.kit.key_positions import latin_key
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.kit.scores import ScoreRow
from reviewer_app.ui.preferences.keys_card import KeysCard
from reviewer_app.ui.reading.keys import Gesture, gesture_of, key_words
from reviewer_app.ui.single_keys import (
    LETTERS,
    MODE,
    USUAL,
    KeyChoice,
    KeyMode,
    SingleKey,
    keep_choice,
    kept_choice,
)

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def press(key, modifiers=NONE, text="", scan=0, virtual=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


def test_each_single_key_is_a_gesture_and_has_a_letter_of_its_own():
    assert {each.value for each in SingleKey} <= {each.value for each in Gesture}
    assert len(set(USUAL.values())) == len(SingleKey)


@pytest.mark.parametrize("key", list(SingleKey))
def test_the_usual_keys(key):
    letter = USUAL[key]
    event = press(ord(letter), SHIFT if letter == "?" else NONE, letter)
    assert gesture_of(event, KeyChoice()) == Gesture(key.value)


def test_with_ctrl_no_letter_acts_alone():
    choice = KeyChoice(KeyMode.CTRL)
    assert gesture_of(press(Qt.Key.Key_J, NONE, "j"), choice) is None
    assert gesture_of(press(Qt.Key.Key_J, CTRL | SHIFT), choice) is Gesture.NEXT_PAIR
    assert gesture_of(press(Qt.Key.Key_Exclam, CTRL | SHIFT), choice) is Gesture.ATTACH_1
    assert gesture_of(press(Qt.Key.Key_Z, CTRL), choice) is Gesture.UNDO


@pytest.mark.parametrize("letter", "OPZ")
def test_with_ctrl_no_letter_is_taken_twice(letter):
    choice = KeyChoice(KeyMode.CTRL)
    assert choice.changed(SingleKey.SWAP, letter) == choice
    from_alone = KeyChoice(KeyMode.CTRL, {SingleKey.SWAP: letter})
    assert from_alone.shown(SingleKey.SWAP) == "–"
    meant = gesture_of(press(ord(letter), CTRL | SHIFT), from_alone)
    assert meant is (Gesture.REDO if letter == "Z" else None)
    changed = from_alone.changed(SingleKey.LOCK, "Q")
    assert KeyChoice(KeyMode.ALONE, changed.letters).letter(SingleKey.SWAP) == letter


def test_the_card_says_which_letters_are_taken_with_ctrl(qtbot):
    keeps = KeepsInMemory()
    card = KeysCard(keeps)
    qtbot.addWidget(card)
    assert "O, P and Z" not in card._hint.text()
    card._choose_mode(KeyMode.CTRL)
    assert card._hint.text().endswith("O, P and Z with Ctrl+Shift have a meaning already.")
    card.keys[SingleKey.SWAP].pressed_key.emit("P")
    assert card.keys[SingleKey.SWAP].text() == "Ctrl+Shift+S"


def test_the_list_has_every_key_that_no_choice_changes():
    listed = " ".join(keys for keys, _ in key_words(KeyChoice()))
    missing = [
        key
        for key in (
            *("Ctrl+F", "Ctrl+P", "Ctrl+T", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+C"),
            *("Ctrl+Shift+O", "Ctrl+Shift+P", "Alt+Left", "Esc", "Ctrl+Enter", "F3", "Ctrl+0"),
        )
        if key not in listed.split()
    ]
    assert missing == []


def test_switched_off_no_letter_acts_at_all():
    choice = KeyChoice(KeyMode.OFF)
    found = {gesture_of(press(ord(letter), NONE, letter), choice) for letter in USUAL.values()}
    assert found == {None}
    assert gesture_of(press(Qt.Key.Key_Return), choice) is Gesture.ON


def test_two_keys_change_places():
    choice = KeyChoice().changed(SingleKey.NEXT_PAIR, "K")
    assert (choice.letter(SingleKey.NEXT_PAIR), choice.letter(SingleKey.LAST_PAIR)) == ("K", "J")
    assert choice.changed(SingleKey.NEXT_PAIR, "J").letters == {}


@pytest.mark.parametrize(
    ("platform", "key", "scan", "virtual", "letter"),
    [
        ("linux", 0x41E, 44, 0, "J"),  # Russian о
        ("linux", 0x3BE, 44, 0, "J"),  # Greek ξ
        ("win32", 0x5D7, 36, 0, "J"),  # Hebrew ח
        ("darwin", 0x62A, 0, 38, "J"),  # Arabic ت
        ("linux", 0x42E, 60, 0, "."),  # Russian ю
        ("linux", 0x661, 10, 0, "1"),  # Arabic ١
        ("linux", ord("J"), 999, 0, "J"),
        ("linux", 0xC9, 11, 0, "2"),  # French é
        ("linux", ord("&"), 10, 0, "1"),  # French &
        ("win32", 0xDC, 26, 0, "["),  # German ü
        ("linux", 0x11A, 11, 0, "2"),  # Czech ě
        ("linux", ord("+"), 86, 0, "+"),  # of the figures' block
        ("linux", int(Qt.Key.Key_F5), 71, 0, ""),
    ],
)
def test_keys_go_by_their_place_where_a_layout_has_no_latin_letters(
    platform, key, scan, virtual, letter
):
    assert latin_key(press(key, scan=scan, virtual=virtual), platform) == letter


def test_a_french_keyboard_types_figures_with_shift():
    assert gesture_of(press(Qt.Key.Key_1, SHIFT, "1"), KeyChoice()) is Gesture.ATTACH_1
    assert gesture_of(press(Qt.Key.Key_Exclam, SHIFT, "!"), KeyChoice()) is None
    assert gesture_of(press(Qt.Key.Key_J, SHIFT, "J"), KeyChoice()) is None
    group = Qt.KeyboardModifier.GroupSwitchModifier
    assert gesture_of(press(ord("["), group, "["), KeyChoice()) is Gesture.LAST_ELEMENT


def test_figures_of_a_french_keyboard_are_marks(qtbot):
    row = ScoreRow()
    qtbot.addWidget(row)
    row.keyPressEvent(press(Qt.Key.Key_4, SHIFT, "4"))
    assert row.mark.value == 4
    row.keyPressEvent(press(0xC9, text="é", scan=11))
    assert row.mark.value == 2
    row.keyPressEvent(press(Qt.Key.Key_Exclam, SHIFT, "!"))
    assert row.mark.value == 2


def test_figures_of_another_script_are_marks(qtbot):
    row = ScoreRow()
    qtbot.addWidget(row)
    row.keyPressEvent(press(0x667, text="٧"))
    assert row.mark.value == 7
    row.keyPressEvent(press(0x660, text="٠"))
    assert row.mark.value == 10


def test_the_choice_is_kept_and_nonsense_passed_over():
    keeps = KeepsInMemory()
    choice = KeyChoice(KeyMode.CTRL).changed(SingleKey.SWAP, "X")
    keep_choice(keeps, choice)
    assert kept_choice(keeps) == choice
    for nonsense in ("[1]", "{", '{"x": 1}', '"a"'):
        keeps.set(LETTERS, nonsense)
        keeps.set(MODE, "loud")
        assert kept_choice(keeps) == KeyChoice()


def test_keys_are_changed_in_the_preferences_and_the_reader_obeys(room, qtbot):
    card = KeysCard(room.keeps)
    qtbot.addWidget(card)
    card.show()
    button = card.keys[SingleKey.SWAP]
    qtbot.mouseClick(button, LEFT)
    qtbot.keyClick(button, Qt.Key.Key_X)
    assert button.text() == "X"
    screen = room.screen("WIC-2026-002")
    left = screen.reading.state.how.left
    qtbot.keyClick(screen.view, Qt.Key.Key_S)
    assert screen.reading.state.how.left is left
    qtbot.keyClick(screen.view, Qt.Key.Key_X)
    assert screen.reading.state.how.left is not left
    assert ("X", "Swap sides") in key_words(screen.reading.keys)
    qtbot.mouseClick(button, LEFT)
    qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert button.text() == "–"
    qtbot.mouseClick(card._usual, LEFT)
    assert kept_choice(room.keeps) == KeyChoice()
