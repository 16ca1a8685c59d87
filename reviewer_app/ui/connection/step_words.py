"""What was found at a step, as a sentence, and one more on what to do."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reviewer_app.services.findings import Finding, StepFound
from reviewer_app.ui import dates

translate = QCoreApplication.translate


def sentence(found: StepFound) -> str:
    """What was found; "" where the outcome says it all."""
    return _template(found.finding).format_map(_shown(found))


def advice(found: StepFound) -> str:
    """What to do, or what it means; "" where there is nothing to do."""
    return _advice(found.finding).format_map(_shown(found))


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


def _template(finding: Finding) -> str:
    match finding:
        case Finding.NO_ADDRESS:
            return translate("connection", "“{server}” is no address of a server.")
        case Finding.NAME_FOUND:
            return translate("connection", "{host} was found: {addresses}.")
        case Finding.NAME_NOT_FOUND:
            return translate("connection", "The name {host} was not found.")
        case Finding.NAME_SILENT:
            return translate("connection", "Nobody told where {host} is.")
        case Finding.REACHED:
            return translate("connection", "Something answers at {address}, port {port}.")
        case Finding.REFUSED:
            return translate("connection", "{host} refuses connections at port {port}.")
        case Finding.SILENT:
            return translate("connection", "{host} does not answer at port {port}.")
        case Finding.UNREACHABLE:
            return translate("connection", "{host} cannot be reached at port {port}: {reason}.")
        case Finding.BROKE_OFF:
            return translate("connection", "The connection broke off.")
        case Finding.DIRECT:
            return translate("connection", "None is used.")
        case Finding.VIA_PROXY:
            return translate("connection", "{proxy} lets the connection through.")
        case Finding.PROXY_SIGN_IN:
            return translate("connection", "{proxy} wants a name and a password, or other ones.")
        case Finding.PROXY_REFUSED:
            return translate("connection", "{proxy} refused the connection ({status}).")
        case Finding.PROXY_UNSUPPORTED:
            return translate("connection", "{proxy} is of a kind that this app does not use.")
        case _:
            return _template_beyond(finding)


def _template_beyond(finding: Finding) -> str:
    match finding:
        case Finding.TRUSTED:
            return translate("connection", "Signed by {issuer}, valid until {until}.")
        case Finding.PRIVATE_AUTHORITY:
            return translate(
                "connection",
                "The certificate is signed by “{issuer}”, which is not a public authority but is "
                "trusted on this computer.",
            )
        case Finding.UNKNOWN_AUTHORITY:
            return translate(
                "connection",
                "The certificate is signed by “{issuer}”, which this computer does not know.",
            )
        case Finding.OTHER_NAME:
            return translate("connection", "The certificate is another server's: {names}.")
        case Finding.EXPIRED:
            return translate(
                "connection",
                "The certificate was valid until {until}; your computer's clock says {clock}.",
            )
        case Finding.NOT_YET_VALID:
            return translate(
                "connection",
                "The certificate is valid from {since} on; your computer's clock says {clock}.",
            )
        case Finding.UNTRUSTED:
            return translate("connection", "The certificate is not trusted: {reason}.")
        case Finding.NO_TLS:
            return translate("connection", "What answers makes no secure connection ({reason}).")
        case Finding.HTTP:
            return translate("connection", "Not encrypted on the way: the address begins with http")
        case Finding.LOCAL_HTTP:
            return translate("connection", "Not encrypted: the server is on this computer")
        case _:
            return _template_of_answer(finding)


def _template_of_answer(finding: Finding) -> str:
    match finding:
        case Finding.ANSWERED:
            return translate("connection", "An answer came ({status}).")
        case Finding.PAGE:
            return translate("connection", "A web page answers, perhaps a sign-in page")
        case Finding.NO_ANSWER:
            return translate("connection", "No answer that could be used")
        case Finding.OURS:
            return translate("connection", "Server version {version}, key {deployment}")
        case Finding.OTHER_KEY | Finding.UNSIGNED:
            return translate("connection", "The answer is not signed by your server")
        case Finding.CLOCK_RIGHT:
            return translate("connection", "It agrees with the server's.")
        case Finding.CLOCK_OFF:
            return translate(
                "connection", "Yours says {own}, the server's {server}: {apart} apart."
            )
        case Finding.CLOCK_BEHIND:
            return translate(
                "connection", "Yours says {own}, but something was signed for you on {known}."
            )
        case Finding.LOG_CONTINUES:
            return translate(
                "connection", "At the last sync it continued what you knew: {size} entries."
            )
        case Finding.LOG_SPLIT:
            return translate("connection", "It contradicts what you knew of it.")
        case Finding.LOG_UNKNOWN:
            return translate("connection", "Nothing is known of it before the first sync.")
        case Finding.CANCELLED:
            return translate("connection", "Stopped before it was done.")
        case _:
            return ""


def _advice(finding: Finding) -> str:
    match finding:
        case Finding.NAME_NOT_FOUND | Finding.NAME_SILENT:
            return translate(
                "connection", "Look whether this computer is online; otherwise try another network."
            )
        case Finding.NO_ADDRESS:
            return translate("connection", "Ask the secretariat for the server's address.")
        case Finding.REFUSED | Finding.SILENT | Finding.UNREACHABLE:
            return translate(
                "connection",
                "Try again later or in another network; if that does not help, tell the "
                "secretariat.",
            )
        case Finding.BROKE_OFF | Finding.NO_ANSWER | Finding.NO_TLS:
            return translate("connection", "Try another network; the app goes on where it stopped.")
        case Finding.PROXY_SIGN_IN:
            return translate("connection", "Enter your name and password in the proxy settings.")
        case Finding.PROXY_REFUSED | Finding.PROXY_UNSUPPORTED:
            return translate(
                "connection",
                "Choose another way in the proxy settings, or ask whoever runs this network.",
            )
        case _:
            return _advice_beyond(finding)


def _advice_beyond(finding: Finding) -> str:
    match finding:
        case Finding.PRIVATE_AUTHORITY:
            return translate(
                "connection",
                "This looks like a filter of your employer or this network. What you hand in stays "
                "sealed: the filter sees sizes only.",
            )
        case Finding.UNKNOWN_AUTHORITY | Finding.OTHER_NAME | Finding.UNTRUSTED:
            return translate(
                "connection",
                "Somebody in this network stands between you and the server. Nothing was sent; "
                "try another network.",
            )
        case Finding.EXPIRED | Finding.NOT_YET_VALID:
            return translate(
                "connection",
                "If the date is wrong, set this computer's clock; if it is right, tell the "
                "secretariat.",
            )
        case Finding.HTTP:
            return translate(
                "connection",
                "Others on the network can see that you connect; what you send stays sealed.",
            )
        case Finding.PAGE:
            return translate(
                "connection", "Open a browser, sign in to this network there, and check again."
            )
        case Finding.OTHER_KEY | Finding.UNSIGNED:
            return translate(
                "connection", "It was not used. Try another network, or tell the secretariat."
            )
        case _:
            return _advice_of_record(finding)


def _advice_of_record(finding: Finding) -> str:
    match finding:
        case Finding.CLOCK_OFF | Finding.CLOCK_BEHIND:
            return translate(
                "connection",
                "Scores are dated by the server, so nothing is lost; set this computer's clock.",
            )
        case Finding.LOG_SPLIT:
            return translate(
                "connection", "Nothing more is delivered. Please call the secretariat."
            )
        case _:
            return ""


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
