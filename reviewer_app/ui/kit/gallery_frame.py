"""The gallery's sheet of the whole frame."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.choice import Option
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.frame import Frame
from reviewer_app.ui.kit.gallery_words import Say, words
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.rail import RailEntry
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.strip import LongAct, StripPart, StripState
from reviewer_app.ui.kit.table import Sort, Table


@dataclass(frozen=True, slots=True)
class Letter:
    """A sample row."""

    number: str
    title: str
    other: str
    place: str
    state: str
    shape: Shape
    pages: int


def frame_sheet(code: str) -> QWidget:
    """The whole frame on a small laptop, 1366 × 768."""
    say = words(code)
    frame = Frame(
        (
            RailEntry("desk", "desk", lambda: say("Desk", "工作台")),
            RailEntry("cases", "cases", lambda: say("Letters", "信件")),
            RailEntry("panel", "panel", lambda: say("Panel", "评议组")),
            RailEntry("sync", "sync", lambda: say("Deliver", "递交"), below=True),
            RailEntry("prefs", "preferences", lambda: say("Settings", "设置"), below=True),
        ),
        (Option("en", lambda: "English"), Option("zh_CN", lambda: "简体中文")),
    )
    frame.resize(1366, 768)
    frame.add_screen("desk", _desk(say))
    frame.show_screen("desk")
    frame.rail.set_note("sync", "3")
    frame.strip.show_language(code)
    frame.strip.show_state(
        StripState(
            (
                StripPart(say("Saved 12:04", "12:04已保存"), Shape.DONE),
                StripPart(say("3 on this computer", "本机3份")),
                StripPart(say("9 received (last no. 1,204)", "已收到9份（最后编号1,204）")),
                StripPart(say("Offline since 09:10", "09:10起离线"), Shape.WARNING),
            ),
            say("Send now", "立即发送"),
            LongAct(say("Fetching", "下载中"), 31, 98, say("2 min left", "还需2分钟")),
        )
    )
    return frame


def _desk(say: Say) -> Page:
    page = Page()
    page.set_heading(
        say("Desk", "工作台"),
        say(
            "12 of 25 signed · round 1 closes Fri 31 July 18:00 Nairobi, Fri 31 July 23:00 Beijing",
            "25封中已签署12封 · 第一轮截止：内罗毕周五18:00，北京周五23:00",
        ),
    )
    onward = Button(Role.ACCENT)
    onward.setText(say("Continue with no. 7", "继续第7封"))
    page.add_action(onward)
    filters = QHBoxLayout()
    chips = ChipRow()
    chips.set_chips(
        [
            Chip("left", say("To do", "待办"), 13),
            Chip("done", say("Signed", "已签署"), 12),
            Chip("diff", say("Versions differ", "版本有差异"), 4),
        ]
    )
    chips.set_pressed(["left"])
    search = SearchField()
    search.set_words(say("Search letters", "搜索信件"))
    search.setFixedWidth(280)
    filters.addWidget(chips, 1, Qt.AlignmentFlag.AlignVCenter)
    filters.addWidget(search)
    page.content.addLayout(filters)
    page.content.addWidget(_table(say), 1)
    return page


def _columns(say: Say) -> tuple[Column[Letter], ...]:
    return (
        Column[Letter]("no", lambda: say("No.", "编号"), lambda r: r.number, sort="no", width=130),
        Column[Letter](
            "title",
            lambda: say("Title", "名称"),
            lambda r: r.title,
            detail=lambda r: r.other,
            sort="title",
            stretch=True,
        ),
        Column[Letter]("place", lambda: say("Countries", "国家"), lambda r: r.place, width=200),
        Column[Letter](
            "pages",
            lambda: say("Pages", "页数"),
            lambda r: f"{r.pages:,}",
            align=Align.RIGHT,
            sort="pages",
            width=90,
        ),
        Column[Letter](
            "state",
            lambda: say("State", "状态"),
            lambda r: r.state,
            shape=lambda r: r.shape,
            width=170,
        ),
    )


def _table(say: Say) -> QWidget:
    table = Table[Letter](_columns(say), lambda r: r.number)
    states = (
        (Shape.DONE, say("Signed", "已签署")),
        (Shape.PART, say("Begun", "已开始")),
        (Shape.TODO, say("To do", "待办")),
        (Shape.WAITING, say("Waiting", "等待")),
        (Shape.SENT, say("On its way", "发送中")),
        (Shape.WARNING, say("Versions differ", "版本有差异")),
        (Shape.STOPPED, say("Recused", "已回避")),
        (Shape.LOCKED, say("Locked", "未开放")),
    )
    english = "Lamps on the long road: a shared weather service for herders and small ports"
    chinese = "长路上的灯：为牧民与小港口共建的气象服务"
    table.set_rows(
        [
            Letter(
                f"L-2026-{n:03}",
                say(english, chinese),
                say(chinese, english),
                say("Kenya, China, Peru", "肯尼亚、中国、秘鲁"),
                states[n % len(states)][1],
                states[n % len(states)][0],
                n * 331 % 1500,
            )
            for n in range(25)
        ]
    )
    table.set_sort(Sort("no"))
    table.choose("L-2026-003")
    return table
