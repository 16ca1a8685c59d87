"""What was found at a step, as a sentence, and one more on what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reviewer_app.services.findings import Finding, StepFound
from reviewer_app.ui import dates

translate = QCoreApplication.translate

_SENTENCES: Mapping[Finding, Callable[[], str]] = {
    Finding.NO_ADDRESS: lambda: translate("connection", "“{server}” is no address of a server."),
    Finding.NAME_FOUND: lambda: translate("connection", "{host} was found: {addresses}."),
    Finding.NAME_NOT_FOUND: lambda: translate("connection", "The name {host} was not found."),
    Finding.NAME_SILENT: lambda: translate("connection", "Nobody told where {host} is."),
    Finding.REACHED: lambda: translate(
        "connection", "Something answers at {address}, port {port}."
    ),
    Finding.REFUSED: lambda: translate("connection", "{host} refuses connections at port {port}."),
    Finding.SILENT: lambda: translate("connection", "{host} does not answer at port {port}."),
    Finding.UNREACHABLE: lambda: translate(
        "connection", "{host} cannot be reached at port {port}: {reason}."
    ),
    Finding.BROKE_OFF: lambda: translate("connection", "The connection broke off."),
    Finding.DIRECT: lambda: translate("connection", "None is used."),
    Finding.VIA_PROXY: lambda: translate("connection", "{proxy} lets the connection through."),
    Finding.PROXY_SIGN_IN: lambda: translate(
        "connection", "{proxy} wants a name and a password, or other ones."
    ),
    Finding.PROXY_REFUSED: lambda: translate(
        "connection", "{proxy} refused the connection ({status})."
    ),
    Finding.PROXY_UNSUPPORTED: lambda: translate(
        "connection", "{proxy} is of a kind that this app does not use."
    ),
    Finding.TRUSTED: lambda: translate("connection", "Signed by {issuer}, valid until {until}."),
    Finding.PRIVATE_AUTHORITY: lambda: translate(
        "connection",
        "The certificate is signed by “{issuer}”, which is not a public authority but is trusted "
        "on this computer.",
    ),
    Finding.UNKNOWN_AUTHORITY: lambda: translate(
        "connection", "The certificate is signed by “{issuer}”, which this computer does not know."
    ),
    Finding.OTHER_NAME: lambda: translate(
        "connection", "The certificate is another server's: {names}."
    ),
    Finding.EXPIRED: lambda: translate(
        "connection", "The certificate was valid until {until}; your computer's clock says {clock}."
    ),
    Finding.NOT_YET_VALID: lambda: translate(
        "connection",
        "The certificate is valid from {since} on; your computer's clock says {clock}.",
    ),
    Finding.UNTRUSTED: lambda: translate("connection", "The certificate is not trusted: {reason}."),
    Finding.NO_TLS: lambda: translate(
        "connection", "What answers makes no secure connection ({reason})."
    ),
    Finding.HTTP: lambda: translate(
        "connection", "Not encrypted on the way: the address begins with http"
    ),
    Finding.LOCAL_HTTP: lambda: translate(
        "connection", "Not encrypted: the server is on this computer"
    ),
    Finding.ANSWERED: lambda: translate("connection", "An answer came ({status})."),
    Finding.PAGE: lambda: translate("connection", "A web page answers, perhaps a sign-in page"),
    Finding.NO_ANSWER: lambda: translate("connection", "No answer that could be used"),
    Finding.OURS: lambda: translate("connection", "Server version {version}, key {deployment}"),
    **dict.fromkeys(
        (Finding.OTHER_KEY, Finding.UNSIGNED),
        lambda: translate("connection", "The answer is not signed by your server"),
    ),
    Finding.CLOCK_RIGHT: lambda: translate("connection", "It agrees with the server's."),
    Finding.CLOCK_OFF: lambda: translate(
        "connection", "Yours says {own}, the server's {server}: {apart} apart."
    ),
    Finding.CLOCK_BEHIND: lambda: translate(
        "connection", "Yours says {own}, but something was signed for you on {known}."
    ),
    Finding.LOG_CONTINUES: lambda: translate(
        "connection", "At the last sync it continued what you knew: {size} entries."
    ),
    Finding.LOG_SPLIT: lambda: translate("connection", "It contradicts what you knew of it."),
    Finding.LOG_UNKNOWN: lambda: translate(
        "connection", "Nothing is known of it before the first sync."
    ),
    Finding.CANCELLED: lambda: translate("connection", "Stopped before it was done."),
}

_ADVICE: Mapping[Finding, Callable[[], str]] = {
    **dict.fromkeys(
        (Finding.NAME_NOT_FOUND, Finding.NAME_SILENT),
        lambda: translate(
            "connection", "Look whether this computer is online; otherwise try another network."
        ),
    ),
    Finding.NO_ADDRESS: lambda: translate(
        "connection", "Ask the secretariat for the server's address."
    ),
    **dict.fromkeys(
        (Finding.REFUSED, Finding.SILENT, Finding.UNREACHABLE),
        lambda: translate(
            "connection",
            "Try again later or in another network; if that does not help, tell the secretariat.",
        ),
    ),
    **dict.fromkeys(
        (Finding.BROKE_OFF, Finding.NO_ANSWER, Finding.NO_TLS),
        lambda: translate("connection", "Try another network; the app goes on where it stopped."),
    ),
    Finding.PROXY_SIGN_IN: lambda: translate(
        "connection", "Enter your name and password in the proxy settings."
    ),
    **dict.fromkeys(
        (Finding.PROXY_REFUSED, Finding.PROXY_UNSUPPORTED),
        lambda: translate(
            "connection",
            "Choose another way in the proxy settings, or ask whoever runs this network.",
        ),
    ),
    Finding.PRIVATE_AUTHORITY: lambda: translate(
        "connection",
        "This looks like a filter of your employer or this network. What you hand in stays "
        "sealed: the filter sees sizes only.",
    ),
    **dict.fromkeys(
        (Finding.UNKNOWN_AUTHORITY, Finding.OTHER_NAME, Finding.UNTRUSTED),
        lambda: translate(
            "connection",
            "Somebody in this network stands between you and the server. Nothing was sent; try "
            "another network.",
        ),
    ),
    **dict.fromkeys(
        (Finding.EXPIRED, Finding.NOT_YET_VALID),
        lambda: translate(
            "connection",
            "If the date is wrong, set this computer's clock; if it is right, tell the "
            "secretariat.",
        ),
    ),
    Finding.HTTP: lambda: translate(
        "connection", "Others on the network can see that you connect; what you send stays sealed."
    ),
    Finding.PAGE: lambda: translate(
        "connection", "Open a browser, sign in to this network there, and check again."
    ),
    **dict.fromkeys(
        (Finding.OTHER_KEY, Finding.UNSIGNED),
        lambda: translate(
            "connection", "It was not used. Try another network, or tell the secretariat."
        ),
    ),
    **dict.fromkeys(
        (Finding.CLOCK_OFF, Finding.CLOCK_BEHIND),
        lambda: translate(
            "connection",
            "Scores are dated by the server, so nothing is lost; set this computer's clock.",
        ),
    ),
    Finding.LOG_SPLIT: lambda: translate(
        "connection", "Nothing more is delivered. Please call the secretariat."
    ),
}
"""Where there is something to do, or to know."""


def sentence(found: StepFound) -> str:
    """What was found; "" where the outcome says it all."""
    words = _SENTENCES.get(found.finding)
    return "" if words is None else words().format_map(_shown(found))


def advice(found: StepFound) -> str:
    """What to do, or what it means; "" where there is nothing to do."""
    words = _ADVICE.get(found.finding)
    return "" if words is None else words().format_map(_shown(found))


def _shown(found: StepFound) -> dict[str, str]:
    """The facts as people read them."""
    shown = dict(found.facts)
    for name in ("since", "until"):
        if name in shown:
            shown[name] = _day(shown[name])
    for name in ("clock", "server", "own", "known"):
        if name in shown and shown[name][-1:] == "Z":
            shown[name] = _moment(shown[name])
    if found.finding in (Finding.CLOCK_OFF, Finding.CLOCK_RIGHT):
        shown["apart"] = _apart(int(found.facts["seconds"]))
    if "size" in shown:
        shown["size"] = QLocale().toString(int(shown["size"]))
    return shown


def _day(day: str) -> str:
    found = QDate.fromString(day, "yyyy-MM-dd")
    return QLocale().toString(found, QLocale.FormatType.LongFormat) if found.isValid() else day


def _moment(stamp: str) -> str:
    local = dates.moment(stamp).toLocalTime()
    day = QLocale().toString(local.date(), QLocale.FormatType.LongFormat)
    return translate("connection", "{day}, {time}").format(day=day, time=local.toString("HH:mm"))


def _apart(seconds: int) -> str:
    """A span in its largest unit."""
    span = timedelta(seconds=abs(seconds))
    if span.days >= 1:
        words, count = translate("connection", "about {count} d"), round(span / timedelta(days=1))
    elif span >= timedelta(hours=1):
        words, count = translate("connection", "about {count} h"), round(span / timedelta(hours=1))
    else:
        words, count = translate("connection", "about {count} min"), span.seconds // 60
    return words.format(count=QLocale().toString(count))
