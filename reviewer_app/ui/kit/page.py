"""The scaffold of a screen: way back, title, sentence below it, actions right, banner, content."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit.actions import Actions
from reviewer_app.ui.kit.banner import Banner
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label, Panel
from reviewer_app.ui.kit.stylesheet import scaled

READING_WIDTH = 760
LEAST_PX = 120
"""What scrolls is at least that high, for the usual text."""
_ROOMY = (24, 20, 24, 16)
_TIGHT = (16, 8, 16, 8)
_COMPACT = (12, 12, 4, 0)


class Page(Retranslating, Ground):
    """A screen's frame: put widgets into ``content``, words in by ``set_heading``.

    Made to be inherited: the screen calls ``built`` or ``retranslate`` when it is complete.
    ``scrolling`` lets long content scroll; ``narrow`` keeps it within a readable width;
    ``compact`` is for panes at the side. ``set_tight`` leaves out what can be done without.
    ``back_pressed`` comes only after ``set_back``.
    """

    back_pressed: Event[None] = Event()

    def __init__(
        self,
        *,
        scrolling: bool = False,
        narrow: bool = False,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("window", parent)
        self._back = IconButton("back")
        self._back.hide()
        self._title = Label(Kind.TITLE)
        self._subtitle = Label(Kind.MUTED)
        self._subtitle.hide()
        self._instead: QWidget | None = None
        self._is_tight = False
        self._actions = Actions()
        self.banner = Banner()
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        self._words = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(_COMPACT if compact else _ROOMY))
        column.setSpacing(12 if compact else 16)
        column.addWidget(self._head())
        column.addWidget(self.banner)
        column.addWidget(self._body(scrolling=scrolling, narrow=narrow), 1)
        self._back.clicked.connect(self._go_back)

    def set_heading(self, title: str, subtitle: str = "") -> None:
        """Title of the screen and one muted sentence."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle) and not self._is_tight)
        self.setAccessibleName(title)

    def set_back(self, word: str) -> None:
        """Show the way back, named by where it leads; "" hides it."""
        self._back.set_word(word, "Alt+Left")
        self._back.setShortcut("Alt+Left" if word else "")
        self._back.setVisible(bool(word))

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the title; the accent one comes last."""
        self._actions.add(button)

    @property
    def is_tight(self) -> bool:
        """Whether there is little room."""
        return self._is_tight

    def stand_instead(self, widget: QWidget) -> None:
        """What stands in place of title and sentence where there is little room."""
        self._instead = widget
        self._words.addWidget(widget)
        widget.hide()

    def set_tight(self, *, tight: bool) -> None:
        """Leave the room to what the page is about: buttons go into a menu, the head is low."""
        self._is_tight = tight
        if tight:
            self._actions.fold()
        else:
            self._actions.unfold()
        has_title = not tight or self._instead is None
        self._title.setVisible(has_title)
        self._subtitle.setVisible(bool(self._subtitle.text()) and not tight)
        if self._instead is not None:
            self._instead.setVisible(tight)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(*(_TIGHT if tight else _ROOMY))
            column.setSpacing(8 if tight else 16)

    def _head(self) -> QFrame:
        head = Panel("pagehead")
        self._words.setSpacing(2)
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Fold(self._words, self._actions), 1)
        return head

    def _body(self, *, scrolling: bool, narrow: bool) -> QWidget:
        body = QWidget()
        body.setProperty("kit", "content")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self.content)
        self.content.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder, 1)
        if narrow:
            holder.setMaximumWidth(scaled(READING_WIDTH))
            row.addStretch(0)
        if not scrolling:
            return body
        self.content.setContentsMargins(0, 0, 12, 0)
        return UprightScroll(body)

    def _go_back(self) -> None:
        self.back_pressed.emit(None)


class UprightScroll(QScrollArea):
    """Scrolls up and down only; never narrower than its content can be."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)

    def let_keys_scroll(self, policy: Qt.FocusPolicy) -> None:
        """Take the keyboard, whose arrows scroll; there is room for the ring of focus."""
        self.setProperty("kit", "scroller")
        self.setFocusPolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """As wide as the content must be, with the scroll bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, scaled(LEAST_PX))
