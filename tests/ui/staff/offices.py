"""A secretariat in memory: progress of many people, a round that can be closed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event as Flag

from review_protocol.documents.answers import (
    CaseProgress,
    LogView,
    ProgressAnswer,
    ReviewerProgress,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import (
    ConflictTakenBack,
    MattersAnswer,
    RequestedExpert,
    ReviewKind,
    ReviewToRule,
    Ruled,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState
from review_protocol.documents.text import Bilingual
from reviewer_app.errors import AlreadyAnswered, Failure, RoundStillOpen
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.questions import AskedQuestion
from reviewer_app.services.staff_acts import How, OpenedEarly, StaffActs, StaffRequest, Wish
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample

OPENED = "2026-07-01T01:00:00Z"
CLOSED = "2026-07-31T16:00:00Z"
QUIET = datetime(2026, 7, 10, 9, 0, tzinfo=UTC)
NAMES = (
    "Amina Diallo", "Lin Wei 林蔚", "José Álvarez", "Ngozi Okafor", "Li Na 李娜", "Anna Kowalska",
    "Tariq Aziz", "Mei Chen 陈梅", "Sofia Rossi", "Juan Pérez", "Fatima Zahra", "Ivan Petrov",
)  # fmt: skip


def a_person(place: int, **changes: object) -> ReviewerProgress:
    """A reviewer who has delivered some of sixteen."""
    row = ReviewerProgress(
        person=f"p-{place}",
        name=NAMES[place % len(NAMES)],
        role=Role.REVIEWER,
        panel=None,
        invited="2026-06-20T01:00:00Z",
        enrolled="2026-06-22T01:00:00Z",
        declined=None,
        assigned=16,
        declared=16,
        conflicts=place % 3,
        recused=place % 2,
        received=min(16 - place % 3 - place % 2, place * 2),
        held=1 if place == 3 else 0,
        last_seen=f"2026-07-{5 + place:02d}T08:00:00Z",
    )
    return row.model_copy(update=changes)


def some_people() -> tuple[ReviewerProgress, ...]:
    away = {"enrolled": None, "declared": 0, "received": 0, "last_seen": None, "conflicts": 0}
    return (
        *(a_person(place) for place in range(10)),
        a_person(10, **away, recused=0),
        a_person(11, **away, recused=0, assigned=0, declined="2026-06-25T01:00:00Z"),
        a_person(12, person="p-staff", name="Secretariat", role=Role.STAFF, assigned=0),
    )  # fmt: skip


def some_cases(count: int = 40) -> tuple[CaseProgress, ...]:
    return tuple(
        CaseProgress(
            case=f"WIC-2026-{place + 1:03d}",
            assigned=5 if place != 7 else 3,
            conflicts=int(place % 4 == 0),
            recused=int(place % 5 == 0),
            received=place % 5,
            held=0,
        )
        for place in range(count)
    )


def a_request(wish: Wish, *, own: bool = False, **changes: object) -> StaffRequest:
    """What the secretariat's other member asks, or oneself."""
    fields: dict[str, object] = {
        "packet": "ab" * 32,
        "wish": wish,
        "round": 1,
        "reason": "A complaint must be answered before the deadline.",
        "person": "p-0" if own else "p-staff",
        "asked_at": "2026-07-10T08:30:00Z",
        "own": own,
    }
    return StaffRequest(**fields | changes)


def a_late_review(**changes: object) -> ReviewToRule:
    """Of Amina Diallo's, three hours and twenty minutes late."""
    review = ReviewToRule(
        packet="ab" * 32,
        review=ReviewKind.SCORE,
        round=1,
        case="WIC-2026-001",
        person="p-0",
        claimed="2026-07-31T14:58:00Z",
        received="2026-07-31T19:20:00Z",
        due=CLOSED,
        disposition=Disposition.HELD_LATE,
        leaf=181,
        ruled=None,
    )
    return review.model_copy(update=changes)


def a_wanted_expert(**changes: object) -> RequestedExpert:
    """The chair's wish, on which nobody was given the case."""
    wanted = RequestedExpert(
        packet="cd" * 32,
        round=1,
        case="WIC-2026-004",
        person="p-2",
        received="2026-07-30T08:00:00Z",
        leaf=174,
        reason="Two experts differ by 5 points, and nobody of the five reads Portuguese.",
        given=0,
    )
    return wanted.model_copy(update=changes)


def a_conflict_taken_back(**changes: object) -> ConflictTakenBack:
    """Lin Wei's, on case 3."""
    taken = ConflictTakenBack(
        round=1,
        case="WIC-2026-003",
        person="p-1",
        role=Role.REVIEWER,
        deputy=False,
        pseudonym=None,
        received="2026-07-21T07:30:00Z",
        leaf=90,
    )
    return taken.model_copy(update=changes)


@dataclass
class Cabinet:
    """Stands in for `Matters`: a decision takes effect at once."""

    told: MattersAnswer | None = None
    rulings: list[tuple[str, str, bool]] = field(default_factory=list)
    failure: Failure | None = None

    def put(self, *reviews: ReviewToRule, experts=(), taken_back=()) -> None:
        self.told = MattersAnswer(
            nonce="0" * 32,
            time=CLOSED,
            reviews=reviews,
            experts=tuple(experts),
            taken_back=tuple(taken_back),
            request_nonce="-",
        )

    def look(self) -> MattersAnswer | None:
        return self.told

    def rule(self, review, reason, report, cancelled, *, counts) -> str:
        if self.failure is not None:
            raise self.failure
        self.rulings.append((review, reason, counts))
        ruled = Ruled(
            packet="ef" * 32,
            counts=counts,
            reason=reason,
            person="p-staff",
            received="2026-08-01T09:00:00Z",
            leaf=186,
        )
        stands = Disposition.COUNTED if counts else Disposition.HELD_LATE
        self.put(
            *(
                each.model_copy(update={"ruled": ruled, "disposition": stands})
                if each.packet == review
                else each
                for each in self.told.reviews
            ),
            experts=self.told.experts,
            taken_back=self.told.taken_back,
        )
        return "ef" * 32


@dataclass
class Office:
    """Stands in for `Secretariat`; closing takes effect at once, exports are noted."""

    closed: bool = False
    failure: Failure | None = None
    reasons: list[str] = field(default_factory=list)
    orders: list[tuple[str, Path, tuple[str, ...], str]] = field(default_factory=list)
    written: tuple[Path, ...] = ()
    asked: tuple[AskedQuestion, ...] = ()
    acts: StaffActs = field(default_factory=StaffActs)
    matters: Cabinet = field(default_factory=Cabinet)
    wishes: list[str] = field(default_factory=list)
    answers: list[tuple[str, str, bool]] = field(default_factory=list)
    now: str = "2026-08-01T09:00:00Z"
    go: Flag = field(default_factory=Flag)

    def __post_init__(self) -> None:
        self.go.set()

    def progress(self) -> ProgressAnswer:
        assert self.go.wait(10)
        if self.failure is not None:
            raise self.failure
        return ProgressAnswer(
            nonce="0" * 32,
            time=self.now,
            round=RoundState(
                round=the_sample().round, opened=OPENED, closed=CLOSED if self.closed else None
            ),
            people=some_people(),
            cases=some_cases(),
            packets=184,
            log=LogView(checkpoint="-", consistency=()),
            request_nonce="-",
        )

    def close_round(self, reason, report, cancelled) -> str:
        self.reasons.append(reason)
        self.closed = True
        return "0" * 64

    def reopen_round(self, reason, report, cancelled) -> str:
        self.reasons.append(reason)
        self.closed = False
        return "0" * 64

    def open_scores(self, reason, report, cancelled) -> str:
        self.wishes.append(reason)
        self.acts = StaffActs((a_request(Wish.SCORES, own=True, reason=reason),))
        return "0" * 64

    def answer(self, request, reason, report, cancelled, *, agrees) -> str:
        if not self.acts.waiting:
            raise AlreadyAnswered
        self.answers.append((request, reason, agrees))
        opened = (OpenedEarly(How.OPENED, self.now, "A complaint"),) if agrees else ()
        self.acts = StaffActs((), opened, scores_are_open=agrees)
        return "1" * 64

    def staff_acts(self) -> StaffActs:
        return self.acts

    def refresh(self, report, cancelled) -> int:
        return 0

    def collect(self, report, cancelled) -> int:
        return 0

    def questions(self) -> tuple[AskedQuestion, ...]:
        return self.asked

    def results(self) -> PanelTable:
        if not self.closed and not self.acts.scores_are_open:
            raise RoundStillOpen(1)
        return replace(a_table(), opened_early=self.acts.opened_early)

    def titles(self) -> dict[str, Bilingual]:
        return {"WIC-2026-001": Bilingual(zh="水井联网", en="Wells with Wi-Fi")}

    def export(self, folder, formats, language):
        return self._note("scores", folder, formats, language)

    def export_progress(self, folder, formats, language, progress):
        return self._note("progress", folder, formats, language)

    def _note(self, what: str, folder: Path, formats, language: str) -> tuple[Path, ...]:
        self.orders.append((what, folder, tuple(formats), language))
        return self.written or tuple(folder / f"{what}.{each}" for each in formats)
