"""Deadlines name both zones by their city, in both languages, and never midnight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QApplication

from reviewer_app.ui import dates
from reviewer_app.ui.kit.i18n import Languages


@pytest.fixture
def languages(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Languages]:
    nairobi = QTimeZone(b"Africa/Nairobi")
    monkeypatch.setattr(dates, "here", lambda: nairobi)
    languages = Languages(qapp)
    languages.use("en")
    yield languages
    languages.use("en")
    languages.deleteLater()


def test_both_zones_are_named(languages: Languages) -> None:
    assert dates.deadline("2026-07-31T15:00:00Z", "Asia/Shanghai") == (
        "Fri 31 Jul 18:00 Nairobi, Fri 31 Jul 23:00 Beijing"
    )
    languages.use("zh_CN")
    assert dates.deadline("2026-07-31T15:00:00Z", "Asia/Shanghai") == (
        "内罗毕时间7月31日周五18:00，北京时间7月31日周五23:00"
    )


def test_one_zone_is_named_once(languages: Languages) -> None:
    assert dates.deadline("2026-07-31T15:00:00Z", "Africa/Nairobi") == "Fri 31 Jul 18:00 Nairobi"


def test_a_zone_that_is_not_known_is_left_out(languages: Languages) -> None:
    assert dates.deadline("2026-07-31T15:00:00Z", "Mars/Base") == "Fri 31 Jul 18:00 Nairobi"


def test_midnight_is_the_minute_before(languages: Languages) -> None:
    midnight_in_beijing = "2026-07-31T16:00:00Z"
    assert dates.deadline(midnight_in_beijing, "Asia/Shanghai") == (
        "Fri 31 Jul 19:00 Nairobi, Fri 31 Jul 23:59 Beijing"
    )
