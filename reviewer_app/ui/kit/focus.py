"""Where the focus of a window is, and who has it next when what has it goes away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Turn:
    """A row of a list by its key and its buttons; the focus stays among rows of one kind."""

    key: Hashable
    buttons: tuple[QWidget, ...]
    kind: str = ""


def has_focus_within(part: QWidget) -> bool:
    """Whether the focus of its window is in a part, also while the window is not the active one."""
    there = part.window().focusWidget()
    return there is not None and (there is part or part.isAncestorOf(there))


def redraw(
    page: QWidget,
    turns: Callable[[], Sequence[Turn]],
    draw: Callable[[], None],
    last: Sequence[QWidget] = (),
) -> None:
    """Draw rows anew. The focus goes from a button of one to the same of the same row, else of the
    next, else of the one before; then to the first of `last` that is in sight, or to the page."""
    before = turns()
    found = [(at, n) for at, turn in enumerate(before) for n in _focused(turn)]
    if not found:
        draw()
        return
    (at, button), *_ = found
    kind = before[at].kind
    page.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would go to whatever is next
    draw()
    now = {turn.key: turn for turn in turns() if turn.kind == kind}
    heirs = (now[turn.key] for turn in (*before[at:], *before[:at][::-1]) if turn.key in now)
    give_focus((*(turn.buttons[button] for turn in heirs), *last))


def give_focus(targets: Iterable[QWidget]) -> None:
    """To the first of them that is in sight and takes it."""
    for each in targets:
        if each.isVisible() and each.isEnabled():
            each.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _focused(turn: Turn) -> list[int]:
    return [at for at, button in enumerate(turn.buttons) if has_focus_within(button)]
