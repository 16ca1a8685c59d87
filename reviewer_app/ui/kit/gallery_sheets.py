"""The sheets of the gallery: what the kit's widgets look like with life in them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.buttons import Button, IconButton, Role
from reviewer_app.ui.kit.card import Card, EmptyState
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.crash import CrashDialog
from reviewer_app.ui.kit.dialogs import Confirm, Question, TextPrompt
from reviewer_app.ui.kit.fields import Field, PassphraseField, SearchField
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.gallery_words import Say, words
from reviewer_app.ui.kit.icons import icon_names
from reviewer_app.ui.kit.labels import ElidedLabel, Ground, Kind, Label, Tag
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.progress import ProgressCard
from reviewer_app.ui.kit.scores import Mark, ScoreRow
from reviewer_app.ui.kit.strip import LongAct
from reviewer_app.ui.kit.ticks import Radio, Tick


def controls_sheet(code: str) -> QWidget:
    """Buttons, inputs, chips, scores, icons."""
    say = words(code)
    sheet = Ground("window")
    sheet.resize(1100, 900)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addWidget(Label(Kind.TITLE, say("Controls", "控件")))
    column.addLayout(_buttons(say))
    halves = QHBoxLayout()
    halves.setSpacing(16)
    halves.addWidget(_inputs(say), 1)
    halves.addWidget(_scores(say), 1)
    column.addLayout(halves)
    column.addWidget(_icons(say))
    column.addStretch(1)
    return sheet


def messages_sheet(code: str) -> QWidget:
    """Banners, progress, empty state, dialogs."""
    say = words(code)
    sheet = Ground("window")
    sheet.resize(1100, 900)
    left, right = QVBoxLayout(), QVBoxLayout()
    for message in _messages(say):
        left.addWidget(Banner(message))
    left.addWidget(_progress(say))
    left.addWidget(_empty(say), 1)
    for dialog in _dialogs(say):
        framed = QFrame()
        framed.setProperty("kit", "card")
        holder = QVBoxLayout(framed)
        holder.setContentsMargins(0, 0, 0, 0)
        dialog.setWindowFlags(Qt.WindowType.Widget)
        holder.addWidget(dialog)
        right.addWidget(framed)
    right.addStretch(1)
    row = QHBoxLayout(sheet)
    row.setContentsMargins(24, 24, 24, 24)
    row.setSpacing(24)
    row.addLayout(left, 1)
    row.addLayout(right, 1)
    return sheet


def _buttons(say: Say) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    words = (
        (Role.ACCENT, "forward", say("Continue with no. 7", "继续第7封")),
        (Role.DEFAULT, "download", say("Download", "下载")),
        (Role.QUIET, "undo", say("Undo", "撤销")),
        (Role.DANGER, "", say("Withdraw", "撤回")),
        (Role.LINK, "", say("What this means", "这是什么意思")),
    )
    for role, name, text in words:
        button = Button(role, name)
        button.setText(text)
        row.addWidget(button)
    off = Button(Role.DEFAULT, "save")
    off.setText(say("Not now", "暂不可用"))
    off.setEnabled(False)
    row.addWidget(off)
    for name in ("swap", "lock", "zoom-in"):
        row.addWidget(IconButton(name))
    row.addStretch(1)
    options = (
        Option("aligned", lambda: say("Aligned", "对照")),
        Option("stacked", lambda: say("Stacked", "上下")),
        Option("free", lambda: say("Free", "自由")),
    )
    row.addWidget(ChoiceRow[str](options, value="aligned"))
    return row


def _inputs(say: Say) -> Card:
    card = Card()
    card.set_heading(say("Inputs", "输入"), say("Labels above, faults below", "标签在上，提示在下"))
    name = Field(QLineEdit("Lantern 灯塔"))
    name.set_label(say("Name", "姓名"), say("As in your passport", "与护照一致"))
    wrong = Field(QLineEdit("7QH4-K"))
    wrong.set_label(say("Invitation code", "邀请码"))
    wrong.set_error(say("Five characters are missing at the end.", "末尾还缺五个字符。"))
    secret = PassphraseField(hint=True)
    for line in secret.findChildren(QLineEdit):
        line.setText("river lamp otter")
    phrase = Field(secret)
    phrase.set_label(say("Passphrase", "口令"))
    combo = QComboBox()
    combo.addItems([say("All areas", "全部领域"), "A", "B"])
    search = SearchField()
    search.set_words(say("Search letters", "搜索信件"))
    text = QPlainTextEdit(say("A comment of a line or two.", "一两行评语。"))
    text.setFixedHeight(56)
    boxes = QHBoxLayout()
    for box in (
        Tick(say("Both sides", "两侧")),
        Tick(say("Quiet", "安静")),
        Radio(say("Chinese", "中文")),
        Radio(say("Both", "两种")),
    ):
        box.setChecked(box.text() in (say("Both sides", "两侧"), say("Both", "两种")))
        boxes.addWidget(box)
    boxes.addStretch(1)
    for widget in (name, wrong, phrase, combo, search, text):
        card.content.addWidget(widget)
    card.content.addLayout(boxes)
    return card


def _scores(say: Say) -> Card:
    card = Card()
    card.set_heading(say("Scores and chips", "评分与筛选"))
    for mark, title in (
        (Mark(8), say("Clarity", "清晰")),
        (Mark(None), say("Reach", "覆盖")),
        (None, say("Benefit", "惠及")),
    ):
        row = ScoreRow()
        row.set_subject(title)
        row.set_mark(mark)
        card.content.addWidget(Label(Kind.STRONG, title))
        card.content.addWidget(row)
    card.content.addWidget(_chips(say))
    tags = QHBoxLayout()
    for tone, text in (
        (Tone.NEUTRAL, say("English only", "仅英文")),
        (Tone.CARE, say("3 differences", "3处差异")),
        (Tone.GOOD, say("Joint", "联合")),
        (Tone.BAD, say("Refused", "已拒绝")),
    ):
        tags.addWidget(Tag(text, tone))
    tags.addStretch(1)
    card.content.addLayout(tags)
    tabs = QTabBar()
    for text in (say("Letter", "信件"), say("Experts", "专家"), say("Links", "关联")):
        tabs.addTab(text)
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    card.content.addWidget(tabs)
    card.content.addWidget(Label(Kind.BODY, say(_LONG_EN, _LONG_ZH)))
    card.content.addWidget(ElidedLabel(say(_LONG_EN, _LONG_ZH), Kind.MUTED))
    card.content.addStretch(1)
    return card


def _chips(say: Say) -> ChipRow:
    chips = ChipRow()
    chips.set_chips(
        [
            Chip("left", say("To do", "待办"), 13),
            Chip("part", say("Begun", "已开始"), 2),
            Chip("done", say("Signed", "已签署"), 12),
            Chip("diff", say("Versions differ", "版本有差异"), 4),
            Chip("one", say("One language", "单语"), 2),
        ]
    )
    chips.set_pressed(["left", "diff"])
    return chips


def _icons(say: Say) -> Card:
    card = Card()
    card.set_heading(say("Icons", "图标"))
    holder = QWidget()
    flow = FlowLayout(holder, gap=4)
    for name in icon_names():
        button = IconButton(name)
        button.set_word(name)
        flow.addWidget(button)
    card.content.addWidget(holder)
    return card


def _messages(say: Say) -> tuple[Message, ...]:
    return (
        Message(
            say("Round 1 closes in two days.", "第一轮两天后截止。"),
            Tone.CARE,
            say(
                "Fri 31 July 18:00 Nairobi, Fri 31 July 23:00 Beijing.",
                "内罗毕时间7月31日（周五）18:00，北京时间7月31日（周五）23:00。",
            ),
        ),
        Message(say("All twelve letters were received.", "十二封信均已收到。"), Tone.GOOD),
        Message(
            say(
                "No connection. Your work is safe here and is sent when it returns.",
                "没有网络。您的工作已保存在本机，恢复后会自动发送。",
            ),
            Tone.NEUTRAL,
            action=say("Try now", "现在重试"),
        ),
        Message(
            say(
                "This score was changed on two of your computers.",
                "这个评分在您的两台电脑上都被改过。",
            ),
            Tone.BAD,
            action=say("Choose one", "选择一个"),
            dismissible=False,
        ),
        Message(say("A new version is available.", "有新版本。"), Tone.ACCENT),
    )


def _progress(say: Say) -> QWidget:
    card = ProgressCard()
    left = say("2 min left", "还需2分钟")
    card.show_act(
        LongAct(say("Fetching the letters", "正在下载信件"), 31, 98, left),
        say("12 of 40 files · 3.1 of 9.8 MB", "40个文件中的12个 · 3.1 / 9.8 MB"),
    )
    return card


def _empty(say: Say) -> QWidget:
    empty = EmptyState()
    empty.set_words(
        say("No letters yet", "还没有信件"),
        say(
            "They come when the office sends them. You can also open them from a file.",
            "办公室发出后会出现在这里。您也可以从文件打开。",
        ),
        say("Open from a file…", "从文件打开…"),
    )
    return empty


def _dialogs(say: Say) -> tuple[QWidget, ...]:
    sign = Question(
        say("Sign and hand in?", "签署并递交？"),
        say("You sign your scores for letter 7.", "您将签署第7封信的评分。"),
        say("Sign", "签署"),
        (
            say("It cannot be changed afterwards, only amended.", "签署后不能修改，只能更正。"),
            say("It is sent when there is a connection.", "有网络时发送。"),
        ),
    )
    drop = Question(
        say("Withdraw this score?", "撤回这个评分？"),
        say("Say in one sentence why.", "请用一句话说明原因。"),
        say("Withdraw", "撤回"),
        danger=True,
    )
    return (Confirm(sign), TextPrompt(drop), CrashDialog("Traceback …"))


_LONG_EN = (
    "Words that wrap when the pane is narrow, and keep their line height when they do; a label"
    " beside them never moves."
)
_LONG_ZH = "窗格变窄时文字会换行，行高保持不变；旁边的标签不会移动，也不会被遮住。"
