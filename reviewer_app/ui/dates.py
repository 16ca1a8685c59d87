"""Times in words: both zones named, never 00:00 or 24:00 as a deadline, formats by the locale."""

from __future__ import annotations

import json
from functools import cache

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTimeZone

from reviewer_app.ui.kit.bundled import bundled

translate = QCoreApplication.translate


def here() -> QTimeZone:
    """This computer's own zone."""
    return QTimeZone.systemTimeZone()


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
    there = QTimeZone(zone.encode())
    first = _with_place(timestamp, here())
    if not there.isValid() or there.id() == here().id():
        return first
    return translate("dates", "{here}, {there}").format(
        here=first, there=_with_place(timestamp, there)
    )


def _with_place(timestamp: str, zone: QTimeZone) -> str:
    local = moment(timestamp).toTimeZone(zone)
    if local.time().hour() == 0 and local.time().minute() == 0:
        local = local.addSecs(-60)
    return translate("dates", "{time} {place}").format(time=_in_words(local), place=_place(zone))


def _in_words(local: QDateTime) -> str:
    """Weekday, day, month and minutes, in the interface's language."""
    return QLocale().toString(local, translate("dates", "ddd d MMM HH:mm", "date format"))


def _place(zone: QTimeZone) -> str:
    """The city that a zone is named by, in the interface's language."""
    name = bytes(zone.id().data()).decode()
    chinese, english = _cities().get(name, (None, None))
    own = chinese if QLocale().language() == QLocale.Language.Chinese else english
    return own or name.rpartition("/")[2].replace("_", " ")


@cache
def _cities() -> dict[str, list[str]]:
    table = json.loads(bundled("resources/zones").joinpath("cities.json").read_text("utf-8"))
    cities: dict[str, list[str]] = table["cities"]
    return cities
