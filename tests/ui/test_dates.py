"""Deadlines name both zones by their city, in both languages, and never midnight."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QApplication

from reviewer_app.ui import dates
from reviewer_app.ui.kit.i18n import Languages

Move = Callable[[str], None]


@pytest.fixture
def moved_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[Move]:
    """Puts this computer into another zone; "" is what the system says."""
    before = os.environ.get("TZ")

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    if before is None:
        monkeypatch.delenv("TZ", raising=False)
    else:
        monkeypatch.setenv("TZ", before)
    time.tzset()


@pytest.fixture
def languages(qapp: QApplication, moved_to: Move) -> Iterator[Languages]:
    moved_to("Africa/Nairobi")
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


@pytest.mark.parametrize(
    "zone",
    ["Asia/Shanghai", "Asia/Kathmandu", "Europe/London", "America/St_Johns", "Africa/Casablanca"],
)
@pytest.mark.parametrize(
    "timestamp", ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2040-07-01T12:00:00Z"]
)
def test_it_is_the_time_that_qt_tells(languages: Languages, zone: str, timestamp: str) -> None:
    there = dates.moment(timestamp).toTimeZone(QTimeZone(zone.encode()))
    ours = dates.deadline(timestamp, zone).partition(", ")[2]
    assert ours.startswith(there.toString("ddd d MMM HH:mm "))


@pytest.mark.parametrize("zone", ["", "Asia/Shanghai", ":Africa/Nairobi", "America/Port-au-Prince"])
def test_here_is_what_qt_calls_it(moved_to: Move, zone: str) -> None:
    moved_to(zone)
    assert dates.here().encode() == bytes(QTimeZone.systemTimeZone().id().data())


def test_a_link_of_the_system_names_its_zone(
    moved_to: Move, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved_to("")
    link = tmp_path / "localtime"
    link.symlink_to("../usr/share/zoneinfo/America/Argentina/Ushuaia")
    monkeypatch.setattr(dates, "LOCAL_TIME", link)
    assert dates.here() == "America/Argentina/Ushuaia"
    moved_to("Asia/Shanghai")
    assert dates.here() == "Asia/Shanghai"


def test_a_copy_in_the_place_of_the_link_leaves_it_to_qt(
    moved_to: Move, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved_to("")
    (tmp_path / "localtime").write_bytes(b"TZif")
    monkeypatch.setattr(dates, "LOCAL_TIME", tmp_path / "localtime")
    assert dates.here().encode() == bytes(QTimeZone.systemTimeZoneId().data())
