"""What the messages screen shows: notices and own questions with their answers, in threads."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import Failure
from reviewer_app.services.asking import Asked
from reviewer_app.services.notices import NoticeRow


@dataclass(frozen=True, slots=True)
class Thread:
    """A notice by itself, or a question with the notices that answer it, the oldest first."""

    key: str
    question: Asked | None
    notices: tuple[NoticeRow, ...]

    @property
    def at(self) -> str:
        """When anything happened in it last: a timestamp."""
        times = [row.notice.issued for row in self.notices]
        return max(times) if times else (self.question.asked_at if self.question else "")

    @property
    def is_new(self) -> bool:
        return any(row.is_new for row in self.notices)

    @property
    def case(self) -> str | None:
        """The case that it is about."""
        if self.question is not None:
            return self.question.case
        return self.notices[0].notice.case


@dataclass(frozen=True, slots=True)
class MessagesState:
    """`threads` are all, the newest first; `cases` those that a question may be about."""

    threads: tuple[Thread, ...] = ()
    is_loaded: bool = False
    chosen: str | None = None
    missing: tuple[int, ...] = ()
    cases: tuple[str, ...] = ()
    zone: str = "UTC"
    sent: bool = False
    """A question was signed just now."""
    failure: Failure | None = None

    @property
    def thread(self) -> Thread | None:
        return next((each for each in self.threads if each.key == self.chosen), None)

    @property
    def contradicted(self) -> tuple[int, ...]:
        """Numbers under which two different notices were signed."""
        return tuple(
            sorted(
                row.notice.number
                for each in self.threads
                for row in each.notices
                if row.contradicts
            )
        )


def threads_of(rows: tuple[NoticeRow, ...], asked: tuple[Asked, ...]) -> tuple[Thread, ...]:
    """Answers below their questions; what answers nothing that is here stands by itself."""
    questions = {each.packet for each in asked}
    threads = [
        Thread(
            each.packet,
            each,
            tuple(row for row in reversed(rows) if row.notice.in_reply_to == each.packet),
        )
        for each in asked
    ]
    threads += [
        Thread(row.id, None, (row,)) for row in rows if row.notice.in_reply_to not in questions
    ]
    return tuple(sorted(threads, key=lambda each: each.at, reverse=True))
