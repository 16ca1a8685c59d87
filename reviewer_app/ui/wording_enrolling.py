"""Words for what goes wrong before this computer is enrolled, when there is no work yet to save."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app import errors
from reviewer_app.ui.wording import Sentence, sentence_of

translate = QCoreApplication.translate


def enrolling_sentence_of(error: Exception) -> Sentence:
    """As `sentence_of`; where that says that the work is safe, that the code stays valid."""
    said = sentence_of(error)
    match error:
        case errors.NoConnection(step=step):
            return _unharmed(said.title, _step(step))
        case errors.NotOurServer(found=found):
            return _unharmed(said.title, _found(found))
        case errors.UntrustedCertificate(fault=fault):
            told = translate("wording", "Try another network.")
            if fault.is_of_time:
                told = translate("wording", "Check this computer's date and time, then try again.")
            return _unharmed(said.title, told)
        case errors.AnswerCutOff():
            return _unharmed(said.title, translate("wording", "Try again."))
        case errors.ServerRefused(code=code):
            told = translate("wording", "Try again later, or ask the secretariat. ({code})")
            return _unharmed(said.title, told.format(code=code.value))
        case errors.DiskFull(path=path):
            told = translate("wording", "Free some space on the disk of {folder}, and try again.")
            return _unharmed(said.title, told.format(folder=path))
        case errors.StorageFault(path=path):
            told = translate(
                "wording", "{folder} could not be read or written: close the app and try again."
            )
            return _unharmed(said.title, told.format(folder=path))
        case _:
            return said


def _unharmed(title: str, told: str) -> Sentence:
    promise = translate("wording", "Nothing was set up yet, and the code can be used again.")
    space = "" if told.endswith("。") else " "
    return Sentence(title, f"{told}{space}{promise}")


def _step(step: errors.ConnectionStep) -> str:
    match step:
        case errors.ConnectionStep.NAME:
            return translate(
                "wording",
                "Its name was not found: check the address, and whether this computer is online.",
            )
        case errors.ConnectionStep.TCP | errors.ConnectionStep.TIMEOUT:
            return translate(
                "wording", "It does not answer: check the address, or try again later."
            )
        case errors.ConnectionStep.PROXY:
            return translate(
                "wording",
                "The proxy of this network did not let the connection through: try another "
                "network.",
            )
        case errors.ConnectionStep.PROXY_SIGN_IN:
            return translate(
                "wording",
                "The proxy of this network wants a name and a password: ask its administrator, or "
                "try another network.",
            )
        case errors.ConnectionStep.TLS:
            return translate(
                "wording",
                "What answers there makes no secure connection: check the address, or try another "
                "network.",
            )
        case errors.ConnectionStep.ANSWER:
            return translate("wording", "The connection broke before an answer came: try again.")
    assert_never(step)


def _found(found: errors.Found) -> str:
    match found:
        case errors.Found.HTML:
            return translate(
                "wording",
                "A web page came instead, perhaps this network's sign-in page: open a browser, "
                "sign in there, and try again.",
            )
        case errors.Found.BUSY:
            return translate(
                "wording",
                "A gateway in front of the server says that it is busy: try again in a few "
                "minutes.",
            )
        case errors.Found.UNSIGNED | errors.Found.OTHER_KEY:
            return translate(
                "wording",
                "The answer does not carry a server's signature and was not used: check the "
                "address, or try another network.",
            )
    assert_never(found)
