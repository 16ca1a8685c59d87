"""The sentences of the look over one's own marks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.words import CRITERIA
from reviewer_app.services.looking_back import LookBack
from reviewer_app.services.own_marks import FEWEST_IN_A_THIRD, Drift, NearTie, OwnCase, Third
from reviewer_app.ui import mark_words, states, terms

translate = QCoreApplication.translate


def summary(look: LookBack) -> str:
    """How many cases have their marks, and how long they were open."""
    done, every = len(look.cases), len(look.cases) + len(look.unmarked)
    words = translate("OverviewView", "{done} of {all} cases have their marks")
    said = words.format(done=whole(done), all=whole(every))
    seconds = sum(each.seconds for each in (*look.cases, *look.unmarked))
    if seconds < 60:
        return said
    return f"{said} · " + translate("OverviewView", "open for {time} in all").format(
        time=duration(seconds)
    )


def duration(seconds: int) -> str:
    """ "1 h 05 min", whole minutes; under one of them says so."""
    minutes = seconds // 60
    if not minutes:
        return translate("OverviewView", "under a minute") if seconds else "–"
    if minutes < 60:
        return translate("OverviewView", "{minutes} min").format(minutes=minutes)
    words = translate("OverviewView", "{hours} h {minutes} min")
    return words.format(hours=minutes // 60, minutes=f"{minutes % 60:02}")


def marks(case: OwnCase) -> str:
    """The marks in the order of the rubric."""
    return mark_words.in_short(case.marks.get(code) for code in CRITERIA)


def marks_in_full(case: OwnCase) -> str:
    """The same with the names of the criteria."""
    return mark_words.in_full(case.marks.get(code) for code in CRITERIA)


def same(look: LookBack, group: tuple[str, ...]) -> str:
    """ "These three have the same marks, 7 7 7: look again?" """
    case = look.case(group[0])
    words = translate("OverviewView", "These {count} have the same marks: {marks}. Look again?")
    return words.format(count=whole(len(group)), marks=marks(case))


def near(look: LookBack, pair: NearTie) -> str:
    """ "Benefits: 7 and 8, all else the same" """
    one, other = (look.case(number).marks.get(pair.criterion) for number in pair.cases)
    words = translate("OverviewView", "{criterion}: {one} and {other}; all else the same.")
    return words.format(
        criterion=terms.criterion(pair.criterion), one=terms.mark(one), other=terms.mark(other)
    )


def drifted(found: Drift | None) -> str:
    """What the first third against the last says, in a sentence."""
    if found is None:
        words = translate(
            "OverviewView",
            "Too few cases to compare yet: it takes {count} with all their marks.",
        )
        return words.format(count=whole(3 * FEWEST_IN_A_THIRD))
    if not found.notable:
        return translate(
            "OverviewView",
            "Your first cases and your last ones are marked alike, as far as so few can tell.",
        )
    if found.change > 0:
        words = translate(
            "OverviewView",
            "Your last cases have marks higher by {change}. They came in an order drawn by lot, "
            "so look at a few of the first again.",
        )
    else:
        words = translate(
            "OverviewView",
            "Your last cases have marks lower by {change}. They came in an order drawn by lot, "
            "so look at a few of the last again.",
        )
    return words.format(change=tenths(abs(found.change)))


def third(found: Third) -> str:
    """ "8 cases, mean 6.4, spread 1.2" """
    words = translate("OverviewView", "{count} cases, mean {mean}, spread {spread}")
    return words.format(
        count=whole(len(found.means)), mean=tenths(found.mean), spread=tenths(found.spread)
    )


def lack(case: OwnCase) -> str:
    """What is missing of a case, in short."""
    if case.begun is None:
        return translate("OverviewView", "not begun")
    if case.lacks:
        return translate("OverviewView", "answers missing: {count}").format(count=whole(case.lacks))
    return states.case_state(case.state)


def whole(number: int) -> str:
    return QLocale().toString(number)


def tenths(value: float) -> str:
    return QLocale().toString(value, "f", 1)
