"""Words for what can go wrong between this computer and the server."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.answers import RefusalCode
from reviewer_app import errors
from reviewer_app.ui import dates

translate = QCoreApplication.translate


def connection_words(failure: errors.ConnectionFailure) -> tuple[str, str]:
    """Title and body; every body says that the work is safe."""
    match failure:
        case errors.NoConnection(server=server, step=step):
            title = translate("wording", "No connection to {server}.").format(server=server)
            return title, _step(step)
        case errors.NotOurServer(server=server, found=found):
            title = translate("wording", "It was not {server} that answered.").format(server=server)
            return title, _found(found)
        case errors.ServerRefused(code=code):
            return translate("wording", "The server did not accept this request."), _refusal(code)
        case errors.UntrustedCertificate():
            return _certificate(failure)
        case errors.AnswerCutOff():
            return translate("wording", "The connection broke off."), translate(
                "wording",
                "What arrived is kept, and the rest follows at the next sync. "
                "Your work is safe on this computer.",
            )
        case errors.LogSplit():
            return _split_words()
    assert_never(failure)


def _certificate(failure: errors.UntrustedCertificate) -> tuple[str, str]:
    server = failure.server
    if failure.fault.is_of_time and failure.clock:
        title = translate("wording", "{server}'s certificate does not fit today's date.")
        body = translate(
            "wording",
            "Your computer's clock says {date}. If that is wrong, set the clock and sync again; if "
            "it is right, tell the secretariat. Nothing was sent, and your work is safe here.",
        )
        return title.format(server=server), body.format(date=_today(failure.clock))
    title = translate("wording", "This network shows a certificate that is not {server}'s.")
    return title.format(server=server), translate(
        "wording",
        "Nothing was sent. Your work is safe on this computer; try another network.",
    )


def _today(clock: str) -> str:
    """The day with its year, in this computer's zone."""
    day = dates.moment(clock).toLocalTime().date()
    return QLocale().toString(day, QLocale.FormatType.LongFormat)


def _split_words() -> tuple[str, str]:
    return translate(
        "wording", "The server's record does not continue the one you knew."
    ), translate(
        "wording",
        "Nothing more is delivered until this is explained. Your signed scores and "
        "receipts are safe here. Please call the secretariat.",
    )


def _step(step: errors.ConnectionStep) -> str:
    match step:
        case errors.ConnectionStep.NAME:
            return translate(
                "wording",
                "Its name was not found: this computer may be offline. Your work is safe here and "
                "is sent when there is a network.",
            )
        case errors.ConnectionStep.TCP:
            return translate(
                "wording",
                "It does not answer. Your work is safe on this computer; try again later.",
            )
        case errors.ConnectionStep.PROXY:
            return _proxy()
        case errors.ConnectionStep.PROXY_SIGN_IN:
            return _proxy_sign_in()
        case errors.ConnectionStep.TLS:
            return translate(
                "wording",
                "What answers there makes no secure connection, so nothing was sent. Your work is "
                "safe on this computer; try another network.",
            )
        case errors.ConnectionStep.TIMEOUT:
            return translate(
                "wording",
                "It took too long to answer. Your work is safe on this computer; try again later.",
            )
        case errors.ConnectionStep.ANSWER:
            return translate(
                "wording",
                "The connection broke before an answer came. Your work is safe on this computer; "
                "sending again is harmless.",
            )
    assert_never(step)


def _proxy() -> str:
    return translate(
        "wording",
        "The proxy of this network did not let the connection through. Your work is safe "
        "on this computer; try another network.",
    )


def _proxy_sign_in() -> str:
    return translate(
        "wording",
        "The proxy of this network wants a name and a password: enter them under "
        "Preferences, Connection. Your work is safe on this computer.",
    )


def _found(found: errors.Found) -> str:
    match found:
        case errors.Found.HTML:
            return translate(
                "wording",
                "A web page came instead, perhaps this network's sign-in page: open a browser, "
                "sign in there, and sync again. Your work is safe on this computer.",
            )
        case errors.Found.BUSY:
            return translate(
                "wording",
                "A gateway in front of the server says that it is busy; the app tries again by "
                "itself. Nothing is lost.",
            )
        case errors.Found.UNSIGNED | errors.Found.OTHER_KEY:
            return translate(
                "wording",
                "The answer does not carry the server's signature and was not used. Your work is "
                "safe on this computer; try another network.",
            )
    assert_never(found)


def _refusal(code: RefusalCode) -> str:
    match code:
        case RefusalCode.UNKNOWN_DEVICE:
            return translate(
                "wording", "It does not know this computer. Please call the secretariat."
            )
        case RefusalCode.REVOKED_DEVICE:
            return translate(
                "wording", "This computer's key was revoked. Please call the secretariat."
            )
        case RefusalCode.NOT_PERMITTED:
            return translate("wording", "It is not for your role. Nothing was changed.")
        case RefusalCode.NO_BATCH:
            return translate(
                "wording", "No cases have been assigned to you yet. Nothing is missing."
            )
        case RefusalCode.ROUND_OPEN:
            return translate("wording", "Scores are shown once the round is closed.")
        case RefusalCode.BUSY | RefusalCode.TOO_MANY_TRIES:
            return translate(
                "wording", "It is busy; the app tries again by itself. Nothing is lost."
            )
        case RefusalCode.TOO_LARGE:
            return translate("wording", "It was too large. Nothing is lost; tell the secretariat.")
        case _:
            return translate("wording", "Your work is safe on this computer. ({code})").format(
                code=code.value
            )
