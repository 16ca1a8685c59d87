"""The applicant's words grow with the interface, until the person chooses a size of their own."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.services.settings import EN_SIZE, ZH_SIZE
from reviewer_app.ui.kit.labels import ElidedLabel
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import TEXT_PX, apply_theme
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.attachments.bar import FileBar
from reviewer_app.ui.reading.attachments.find_panel import FileFindPanel
from reviewer_app.ui.reading.attachments.plan import LEAST_PX, LEAST_SCALE, Fit, Plan
from reviewer_app.ui.reading.attachments.saving import SavingOut
from reviewer_app.ui.reading.attachments.state import FileState
from reviewer_app.ui.reading.attachments.view import FileView
from reviewer_app.ui.reading.attachments.view_model import FileViewModel
from reviewer_app.ui.reading.attachments.wire import PageSize
from tests.builders.attachments import a_file
from tests.ui.reading.room import EN, ZH, pane

pytestmark = pytest.mark.campaign

TYPICAL = "WIC-2026-001"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def interface(qapp: QApplication):
    """Sets the interface's size in per cent, as the preferences do."""
    yield lambda size: apply_theme(qapp, LIGHT, round(TEXT_PX * size / 100))
    apply_theme(qapp, LIGHT)


def sizes(screen):
    """The letters of both texts as they are set."""
    return tuple(pane(screen, each).document().defaultFont().pixelSize() for each in (ZH, EN))


def side_by_side(screen):
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.ALIGNED))
    return screen


@pytest.mark.parametrize(
    ("size", "expected"),
    [(100, (17, 16)), (125, (21, 20)), (150, (26, 25)), (175, (30, 28)), (200, (32, 32))],
)
def test_the_texts_are_larger_than_everything_else(one_room, interface, qapp, size, expected):
    interface(size)
    assert sizes(side_by_side(one_room.screen(TYPICAL, width=2000))) == expected
    assert min(expected) > qapp.font().pixelSize()


def test_counterparts_stand_at_one_height_at_twice_the_size(one_room, interface):
    interface(200)
    screen = side_by_side(one_room.screen(TYPICAL, width=2000))
    zh, en = (pane(screen, each).setting() for each in (ZH, EN))
    for row in screen.reading.state.opened.prepared.rows:
        if row.zh and row.en:
            first = [
                each.tops[blocks[0]] + each.styles[blocks[0]].ascent
                for each, blocks in ((zh, row.zh), (en, row.en))
            ]
            assert abs(first[0] - first[1]) < 1


def test_a_chosen_size_stays_and_the_usual_one_goes_on_growing(one_room, interface, qtbot):
    screen = side_by_side(one_room.screen(TYPICAL, width=2000))
    pane(screen, ZH).setFocus()
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Plus, CTRL)
    assert one_room.keeps.get(ZH_SIZE) == "18"
    interface(150)
    again = side_by_side(one_room.screen(TYPICAL, width=2000))
    assert sizes(again) == (18, 25)
    qtbot.keyClick(pane(again, ZH), Qt.Key.Key_0, CTRL)
    assert sizes(again) == (26, 25)
    interface(200)
    assert sizes(side_by_side(one_room.screen(TYPICAL, width=2000))) == (32, 32)
    assert not one_room.keeps.get(ZH_SIZE)
    assert not one_room.keeps.get(EN_SIZE)


def test_at_an_end_of_the_sizes_its_button_is_off(one_room, interface):
    interface(200)
    screen = side_by_side(one_room.screen(TYPICAL, width=2000))
    column = next(each for each in screen.view.middle.texts.pair.shelf.all if EN in each.heads)
    head = column.heads[EN]
    assert not head.larger.isEnabled()
    head.smaller.click()
    assert sizes(screen) == (32, 31)
    assert head.larger.isEnabled()


def test_a_page_fitted_to_little_room_stays_large_enough_to_read():
    narrow = QSize(120, 400)
    paper, poster = PageSize(595.0, 842.0), PageSize(2384.0, 3370.0)
    assert Plan((paper,), Fit.WIDTH, 0, narrow).scale == LEAST_SCALE
    assert Plan((poster,), Fit.WIDTH, 0, narrow).boxes[0].width() == LEAST_PX
    assert Plan((paper,), Fit.PAGE, 0, narrow).scale < LEAST_SCALE  # all of it was asked for
    assert LEAST_SCALE < Plan((paper,), Fit.WIDTH, 0, QSize(700, 400)).scale < 1


@pytest.mark.parametrize(
    ("size", "width", "height", "above", "listed"),
    [
        (100, 800, 600, False, True),
        (200, 1300, 500, False, True),
        (200, 468, 400, True, False),
        (200, 800, 1000, True, True),
        (100, 400, 600, True, True),
    ],
)
def test_hits_leave_the_page_its_room(
    one_room, interface, qtbot, size, width, height, above, listed
):
    interface(size)
    file = FileViewModel(
        one_room.desk.services.desk, one_room.lanes.database, one_room.lanes.network
    )
    view = FileView(file, SavingOut(one_room.desk.services.desk, one_room.lanes.database))
    qtbot.addWidget(view)
    view.find_panel.show()
    view.resize(width, height)
    view.show()
    panel, stage = view.find_panel, view.stage
    qtbot.waitUntil(lambda: (panel.geometry().bottom() < stage.y()) is above)
    qtbot.waitUntil(lambda: (panel.geometry().right() < stage.x()) is not above)
    assert panel.hits.isVisible() is listed
    assert stage.height() >= view.height() / 3
    assert view.height() == height


@pytest.mark.parametrize(("width", "counted"), [(400, False), (468, True)])
def test_the_count_of_hits_stands_where_its_line_has_room(interface, qtbot, width, counted):
    interface(200)
    panel = FileFindPanel()
    qtbot.addWidget(panel)
    panel.stand(above=True, listed=False)
    panel.show()
    panel.resize(width, 120)
    assert panel.count.isVisible() is counted
    assert panel.minimumSizeHint().width() <= width


@pytest.mark.parametrize("size", [100, 200])
def test_tools_have_lines_of_their_own_before_they_cut_a_name(interface, qtbot, size):
    interface(size)
    bar = FileBar()
    qtbot.addWidget(bar)
    file = a_file("plan.pdf", b"", title="Timetable and materials")
    paged = (PageSize(595.0, 842.0),) * 12
    bar.show_state(FileState(file=file, pages=paged), 0, 1.0)
    name = bar.findChild(ElidedLabel)
    tools = list(bar.buttons.values())
    for width in (360 * size // 100, 1100 * size // 100):
        bar.setFixedWidth(width)
        bar.show()
        bar.setFixedHeight(bar.heightForWidth(width))
        assert name.width() >= min(name.sizeHint().width(), width)
        assert all(bar.rect().contains(rect_in(each, bar)) for each in tools)
    assert all(abs(rect_in(each, bar).center().y() - bar.height() // 2) < 3 for each in tools)


def rect_in(widget, whole):
    """Where a widget stands in another one."""
    return QRect(widget.mapTo(whole, QPoint()), widget.size())
