"""The rules of the stylesheet: what each kind of widget looks like, colours by name."""

_BASE = """
* { outline: 0; }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[kit="window"] { background: $window; }
QWidget[kit="surface"] { background: $surface; }
QLabel#tip { background: $text; color: $surface; border: 0; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[kit="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[kit="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[kit="strong"] { font-weight: 600; }
QLabel[kit="muted"] { color: $muted; }
QLabel[kit="small"] { color: $muted; font-size: ${small}px; }
QLabel[kit="error"] { color: $bad; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="care"] { color: $care; }
QLabel[tone="bad"] { color: $bad; }
QLabel:disabled { color: $disabled; }

QFrame[kit="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kit="upright"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }
QFrame[kit="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[kit="criterion"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[kit="criterion"][current="true"] { border-color: $accent; }
QFrame[kit="foot"] { background: $window; border: 0; border-top: 1px solid $line; }
QFrame[kit="band"] { background: transparent; border: 0; border-left: 3px solid transparent; }
QFrame[kit="band"][chosen="true"] { background: $selection; border-left-color: $accent; }
QLabel[chosen="true"] { color: $text; }
QLabel[figures="true"][chosen="true"] { font-weight: 600; }
QFrame[kit="banner"] {
  background: $neutral_tint; border: 1px solid $line; border-radius: 6px;
}
QFrame[kit="banner"][tone="accent"] { background: $accent_tint; border-color: $accent_line; }
QFrame[kit="banner"][tone="good"] { background: $good_tint; border-color: $good_line; }
QFrame[kit="banner"][tone="care"] { background: $care_tint; border-color: $care_line; }
QFrame[kit="banner"][tone="bad"] { background: $bad_tint; border-color: $bad_line; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
  min-height: ${high}px; padding: 0 12px;
}
QToolButton { padding: 0 6px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 11px; }
QToolButton:focus { padding: 0 5px; }
QPushButton:disabled, QToolButton:disabled {
  color: $disabled; border-color: $line; background: $surface;
}
QPushButton::menu-indicator, QToolButton::menu-indicator {
  image: url("$down_url"); width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 8px;
}
QPushButton[role="accent"], QPushButton#accent {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[role="accent"]:hover, QPushButton#accent:hover {
  background: $accent_hover; border-color: $accent_hover;
}
QPushButton#accent:focus { border-color: $text; }
QPushButton[role="accent"]:disabled, QPushButton#accent:disabled {
  background: $pressed; color: $muted; border-color: $line;
}
QPushButton[role="quiet"], QToolButton[role="quiet"] {
  background: transparent; border-color: transparent; color: $text;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $pressed; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled { color: $disabled; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $selection; }
QPushButton[role="danger"] { color: $bad; border-color: $bad; }
QPushButton[role="danger"]:hover { background: $bad_tint; }
QPushButton[role="danger"]:focus { border-color: $accent; }
QPushButton[role="danger"]:disabled { color: $disabled; border-color: $line; }
QPushButton[role="link"] {
  background: transparent; border: 0; padding: 0; color: $accent; text-align: left;
  text-decoration: underline; min-height: ${low}px;
}
QPushButton[role="link"]:focus { border: 2px solid $accent; border-radius: 3px; }

QPushButton[kit="chip"] {
  min-height: ${low}px; border-radius: 14px; padding: 0 12px; border-color: $edge;
}
QPushButton[kit="chip"]:checked {
  background: $selection; border: 1px solid $accent; color: $accent; font-weight: 600;
}
QPushButton[kit="chip"]:focus { border: 2px solid $accent; padding: 0 11px; }
QLabel[kit="tag"] {
  border: 1px solid $line; border-radius: 4px; padding: 1px 6px; color: $muted;
  font-size: ${small}px; background: $surface;
}
QLabel[kit="tag"][tone="good"] { color: $good; background: $good_tint; }
QLabel[kit="tag"][tone="care"] { color: $care; background: $care_tint; }
QLabel[kit="tag"][tone="bad"] { color: $bad; background: $bad_tint; }

QPushButton[kit="entry"] {
  background: transparent; border: 1px solid transparent; text-align: left; padding: 4px 8px;
  min-height: 0;
}
QPushButton[kit="entry"]:hover { background: $pressed; }
QPushButton[kit="entry"]:checked { background: $selection; color: $accent; font-weight: 600; }
QPushButton[kit="entry"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton[kit="entry"][folded="true"] { text-align: center; padding: 4px 0; }
QPushButton[kit="entry"][folded="true"]:focus { padding: 3px 0; }
QPushButton[kit="quote"] {
  background: $window; border: 1px solid $line; text-align: left; padding: 4px 8px;
  font-size: ${small}px; min-height: 0;
}
QPushButton[kit="quote"]:hover { background: $hover; }
QPushButton[kit="quote"]:focus { border: 2px solid $accent; padding: 3px 7px; }

QPushButton[kit="score"] {
  min-width: 26px; min-height: ${high}px; padding: 0;
}
QPushButton[kit="score"]:hover { border-color: $accent; }
QPushButton[kit="score"]:checked {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kit="score"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[kit="score"]:checked:focus { border: 2px solid $accent; }
QPushButton[kit="score"]:checked:disabled { background: $muted; color: $surface; }

QFrame[kit="segments"] { background: $window; border: 1px solid $edge; border-radius: 6px; }
QPushButton[kit="segment"] {
  background: transparent; border: 1px solid transparent; border-radius: 4px; margin: 1px;
  min-height: ${low}px; padding: 0 12px;
}
QPushButton[kit="segment"]:hover { background: $pressed; }
QPushButton[kit="segment"]:checked {
  background: $surface; border: 1px solid $accent; color: $accent; font-weight: 600;
}
QPushButton[kit="segment"]:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton[kit="segment"]:disabled { color: $disabled; }
"""

_FRAME = """
QFrame[kit="rail"] { background: $rail; border: 0; border-right: 1px solid $line; }
QToolButton[kit="rail"] {
  background: transparent; border: 1px solid transparent; border-radius: 6px;
  color: $muted; padding: 6px 2px 4px 2px; min-height: 44px; font-size: ${small}px;
}
QToolButton[kit="rail"]:hover { background: $pressed; color: $text; }
QToolButton[kit="rail"]:checked { background: $selection; color: $accent; font-weight: 600; }
QToolButton[kit="rail"]:focus { border: 2px solid $accent; padding: 5px 1px 3px 1px; }
QFrame[kit="strip"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[kit="strip"] QLabel { font-size: ${small}px; }
QFrame[kit="strip"] QPushButton, QFrame[kit="strip"] QToolButton {
  min-height: ${low}px; padding: 0 8px; font-size: ${small}px;
}
QFrame[kit="strip"] QPushButton:focus { padding: 0 7px; }
QFrame[kit="pagehead"] { background: transparent; border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; margin: 0 3px; }
QSplitter::handle:vertical { height: 1px; margin: 3px 0; }
QToolBar { background: $window; border: 0; border-bottom: 1px solid $line; spacing: 4px; }
QStatusBar { background: $surface; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${high}px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit[kit="search"] { padding: 0 4px 0 0; }
QLineEdit[kit="search"]:focus { padding: 0 3px 0 0; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 7px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QPlainTextEdit:focus { padding: 3px 5px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  color: $disabled; background: $window; border-color: $line;
}
QLineEdit:read-only { background: $window; }
QTextBrowser, QTextEdit[kit="reading"], QPlainTextEdit[kit="reading"] {
  background: $surface; border: 1px solid $line; border-radius: 6px;
}
QTextBrowser:focus, QTextEdit[kit="reading"]:focus, QPlainTextEdit[kit="reading"]:focus {
  border: 2px solid $accent;
}
QLineEdit QToolButton {
  border: 0; background: transparent; min-height: 24px; min-width: 24px; padding: 0;
}
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url("$down_url"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $edge; selection-background-color: $selection;
  selection-color: $text; padding: 4px;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 20px; }
QAbstractSpinBox::up-arrow { image: url("$up_url"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$down_url"); width: 10px; height: 10px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${mark}px; height: ${mark}px; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${mark_round}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
  border: 2px solid $accent; width: ${mark_in_focus}px; height: ${mark_in_focus}px;
}
QCheckBox::indicator:checked {
  background: $accent; border-color: $accent; image: url("$tick_url");
}
QRadioButton::indicator:checked {
  border: ${dot_edge}px solid $accent; width: ${dot}px; height: ${dot}px;
}
QCheckBox::indicator:checked:focus { border: 2px solid $text; }
QCheckBox:focus, QRadioButton:focus { text-decoration: underline; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  border-color: $line; background: $window;
}
"""

_LISTS = """
QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  selection-background-color: $selection; selection-color: $text;
  alternate-background-color: $window;
}
QAbstractItemView:focus { border: 2px solid $accent; }
QTableView[kit="pinned"] {
  border: 0; border-right: 1px solid $edge; border-radius: 0; border-top-left-radius: 6px;
}
QListView::item, QTreeView::item { padding: 5px 8px; border: 0; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QTableView { gridline-color: $line; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $muted; border: 0; border-bottom: 1px solid $edge;
  padding: 0 12px; min-height: 31px; font-size: ${small}px; font-weight: 600;
}
QHeaderView::section:hover { color: $text; background: $hover; }
QHeaderView::down-arrow { image: url("$down_url"); width: 10px; height: 10px; }
QHeaderView::up-arrow { image: url("$up_url"); width: 10px; height: 10px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: $surface; border: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
  padding: 0 4px; margin-right: 20px; min-height: ${high}px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { color: $accent; border: 2px solid $accent; border-radius: 4px; }
QScrollArea, QScrollArea > QWidget > QWidget[kit="content"] { background: transparent; border: 0; }
QScrollArea[kit="scroller"] { border: 2px solid transparent; border-radius: 4px; }
QScrollArea[kit="scroller"]:focus { border-color: $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; border: 1px solid $edge; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar {
  background: $pressed; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px;
  color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGroupBox { border: 0; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
"""

RULES = _BASE + _BUTTONS + _FRAME + _INPUTS + _LISTS
