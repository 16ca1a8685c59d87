"""Times in words: both zones named, never 00:00 or 24:00 as a deadline, formats by the locale."""

from __future__ import annotations

import json
import os
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTimeZone

from reviewer_app.ui.kit.bundled import bundled

translate = QCoreApplication.translate
LOCAL_TIME: Final = Path("/etc/localtime")


def here() -> str:
    """The IANA name of this computer's own zone.

    Qt opens every file of the system's zones to tell it: asked only where no link does.
    """
    if not os.environ.get("TZ") and (named := _name_of_link(LOCAL_TIME)):
        return named
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()


def _name_of_link(local_time: Path) -> str:
    """The zone that this is a link to, "" where it is none."""
    try:
        return os.readlink(local_time).partition("/zoneinfo/")[2]
    except OSError:
        return ""


def moment(timestamp: str) -> QDateTime:
    """The moment of a protocol timestamp (UTC, `YYYY-MM-DDTHH:MM:SSZ`)."""
    return QDateTime.fromString(timestamp, Qt.DateFormat.ISODate)


def clock(timestamp: str) -> str:
    """Hours, minutes and seconds on this computer's clock."""
    return moment(timestamp).toLocalTime().toString("HH:mm:ss")


def time_or_day(timestamp: str) -> str:
    """Hours and minutes of today; with the day where it was another."""
    local = moment(timestamp).toLocalTime()
    if local.date() == QDateTime.currentDateTime().date():
        return local.toString("HH:mm")
    return _in_words(local)


def day_and_time(timestamp: str) -> str:
    """Day, month, year and minutes in this computer's zone."""
    return _in_words(moment(timestamp).toLocalTime())


def deadline(timestamp: str, zone: str) -> str:
    """A deadline in this computer's zone and, where it is another, in the secretariat's.

    `zone` is an IANA name; both zones are named by their city: "Fri 31 July 18:00 Nairobi,
    Fri 31 July 23:00 Beijing". Midnight is shown as 23:59 of the day before.
    """
    first = _with_place(moment(timestamp).toLocalTime(), here())
    local = _in_zone(timestamp, zone)
    if local is None or zone == here():
        return first
    return translate("dates", "{here}, {there}").format(here=first, there=_with_place(local, zone))


def _in_zone(timestamp: str, zone: str) -> QDateTime | None:
    """None for a zone that this computer does not know."""
    utc = moment(timestamp)
    try:
        there = datetime.fromtimestamp(utc.toSecsSinceEpoch(), ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return None
    offset = there.utcoffset()
    assert offset is not None
    return utc.toOffsetFromUtc(int(offset.total_seconds()))


def _with_place(local: QDateTime, zone: str) -> str:
    if local.time().hour() == 0 and local.time().minute() == 0:
        local = local.addSecs(-60)
    return translate("dates", "{time} {place}").format(time=_in_words(local), place=_place(zone))


def _in_words(local: QDateTime) -> str:
    """Weekday, day, month and minutes, in the interface's language."""
    return QLocale().toString(local, translate("dates", "ddd d MMM HH:mm", "date format"))


def _place(zone: str) -> str:
    """The city that a zone is named by, in the interface's language."""
    chinese, english = _cities().get(zone, (None, None))
    own = chinese if QLocale().language() == QLocale.Language.Chinese else english
    return own or zone.rpartition("/")[2].replace("_", " ")


@cache
def _cities() -> dict[str, list[str]]:
    table = json.loads(bundled("resources/zones").joinpath("cities.json").read_text("utf-8"))
    cities: dict[str, list[str]] = table["cities"]
    return cities
