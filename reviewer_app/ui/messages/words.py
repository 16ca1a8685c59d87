"""The sentences of the messages screen, in the interface's language."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.notice import Notice, NoticeKind
from review_protocol.suspicious import hidden_marks
from reviewer_app.services.asking import Asked
from reviewer_app.services.rows import DeliveryState
from reviewer_app.ui import dates, terms
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.messages.state import MessagesState, Thread

translate = QCoreApplication.translate
SYNC = "sync"
BEGINNING = 120
"""Characters of a message that the list may show."""


def title(thread: Thread) -> str:
    """What a thread is, in a few words."""
    if thread.question is not None:
        return translate("MessagesView", "Your question")
    match thread.notices[0].notice.about:
        case NoticeKind.MESSAGE:
            return translate("MessagesView", "Message")
        case NoticeKind.ANSWER:
            return translate("MessagesView", "Answer")
        case NoticeKind.CASE_CORRECTED:
            return translate("MessagesView", "Case corrected")
        case NoticeKind.CASE_WITHDRAWN:
            return translate("MessagesView", "Case withdrawn by its applicant")
        case NoticeKind.ROUND_EXTENDED:
            return translate("MessagesView", "Round extended")
        case NoticeKind.ROUND_CLOSED:
            return translate("MessagesView", "Round closed")


def listed(thread: Thread) -> str:
    """The title with its mark: what is new says so in a word."""
    words = title(thread)
    if thread.is_new:
        return translate("MessagesView", "New · {title}").format(title=words)
    return words


def below(thread: Thread) -> str:
    """The case, and the beginning of what was written last."""
    parts = [thread.case] if thread.case is not None else []
    text = _last_text(thread)
    if text:
        line = " ".join(text.split())
        parts.append(f"{line[:BEGINNING]}…" if len(line) > BEGINNING else line)
    return " · ".join(parts)


def sentence(notice: Notice, zone: str) -> str:
    """What a notice says by itself, before any text of people."""
    match notice.about:
        case NoticeKind.CASE_CORRECTED:
            words = translate(
                "MessagesView",
                "The secretariat corrected case {case}: it is version {version} now. The text that "
                "you had stays until the new one is here, and a score that you signed stands for "
                "the version that you read until you confirm or change it.",
            )
            return words.format(case=notice.case, version=notice.version)
        case NoticeKind.CASE_WITHDRAWN:
            words = translate(
                "MessagesView",
                "The applicant of case {case} withdrew it. It is reviewed no more and counts "
                "nowhere. Your drafts stay on this computer, and what you signed stays in the log.",
            )
            return words.format(case=notice.case)
        case NoticeKind.ROUND_EXTENDED if notice.closes is not None:
            words = translate("MessagesView", "Round {round} is open longer. It now closes {time}.")
            return words.format(round=notice.round, time=dates.deadline(notice.closes, zone))
        case NoticeKind.ROUND_CLOSED:
            words = translate("MessagesView", "Round {round} is closed. What arrives now is late.")
            return words.format(round=notice.round)
        case NoticeKind.ROUND_EXTENDED | NoticeKind.MESSAGE | NoticeKind.ANSWER:
            return ""
    assert_never(notice.about)


def own_text(notice: Notice) -> str:
    """The text in the interface's language, or in the other one."""
    return "" if notice.text is None else notice.text.best(terms.interface_language())


def other_text(notice: Notice) -> str:
    """The same text in the other language; "" where there is one only."""
    if notice.text is None or notice.text.zh is None or notice.text.en is None:
        return ""
    return notice.text.best(terms.interface_language().other)


def when(notice: Notice) -> str:
    """Number and time of a notice."""
    words = translate("MessagesView", "Secretariat · no. {number} · {time}")
    number = QLocale().toString(notice.number)
    return words.format(number=number, time=dates.day_and_time(notice.issued))


def asked(question: Asked) -> str:
    """When a question was asked, and how far it is on its way."""
    at = dates.day_and_time(question.asked_at)
    if question.state is DeliveryState.RECEIVED and question.leaf is not None:
        words = translate("MessagesView", "You · {time} · received, no. {leaf}")
        return words.format(time=at, leaf=QLocale().toString(question.leaf))
    return translate("MessagesView", "You · {time} · on this computer").format(time=at)


def hidden(text: str) -> str:
    """That a text has characters which are not seen; "" where it has none."""
    marks = hidden_marks(text)
    if not marks:
        return ""
    return translate(
        "MessagesView",
        "This text has {count} characters that are not seen and may change how it reads.",
    ).format(count=QLocale().toString(len(marks)))


def summary(state: MessagesState) -> str:
    """How many there are, and how many are new."""
    if not state.threads:
        return ""
    new = sum(each.is_new for each in state.threads)
    words = translate("MessagesView", "{count} in all, {new} new")
    count = QLocale().toString(len(state.threads))
    return words.format(count=count, new=QLocale().toString(new))


def message(state: MessagesState) -> Message:
    """What needs the person most; an empty one where nothing does."""
    if state.failure is not None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence as failure_words

        told = failure_words(state.failure)
        return Message(told.title, Tone.CARE, told.body)
    if state.contradicted:
        words = translate(
            "MessagesView", "The server signed two different notices under one number: {numbers}"
        )
        more = translate(
            "MessagesView",
            "Both are kept here and are evidence. Please call the secretariat, and do not write to "
            "them through the app about this.",
        )
        return Message(
            words.format(numbers=_numbers(state.contradicted)), Tone.BAD, more, dismissible=False
        )
    if state.missing:
        words = translate("MessagesView", "Notices that did not arrive: {numbers}")
        more = translate(
            "MessagesView",
            "Notices are numbered, and these are missing. Sync again; if they still do not come, "
            "please ask the secretariat.",
        )
        text = words.format(numbers=_numbers(state.missing))
        action = translate("MessagesView", "Sync now")
        return Message(text, Tone.CARE, more, action, dismissible=False, key=SYNC)
    if state.sent:
        text = translate("MessagesView", "Your question is signed and on this computer.")
        more = translate("MessagesView", "It goes to the secretariat with the next sync.")
        return Message(text, Tone.GOOD, more, translate("MessagesView", "Sync now"), key=SYNC)
    return Message("")


def _numbers(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:8]))
    return shown if len(numbers) <= 8 else f"{shown} …"


def _last_text(thread: Thread) -> str:
    if thread.notices:
        return own_text(thread.notices[-1].notice)
    return "" if thread.question is None else thread.question.text
