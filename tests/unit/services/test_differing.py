"""Differences between the languages: put away, remembered, brought back; lists count the rest."""

from review_protocol.documents.case import Case, Section
from reviewer_app.models.rows import CaseFlag
from reviewer_app.reading.case_comparison import Theme
from reviewer_app.services.differing import CaseDifferences
from tests.builders.desk import ADesk, a_desk


def with_a_slip(case: Case) -> Case:
    """A next version whose last element says 3.5亿 in Chinese and 35 million in English."""
    return with_more(
        case,
        "共有3.5亿读者受益于这个项目。",
        "In all, 35 million readers have benefited from it.",
    )


def with_more(case: Case, in_zh: str, in_en: str) -> Case:
    """A next version whose last element ends with these paragraphs."""
    benefits = case.elements.benefits
    zh = Section(heading=None, paragraphs=(in_zh,))
    en = Section(heading=None, paragraphs=(in_en,))
    more = {"zh": (*benefits.zh, zh), "en": (*benefits.en, en)}
    elements = case.elements.model_copy(update={"benefits": benefits.model_copy(update=more)})
    headers = case.headers.model_copy(update={"version": case.headers.version + 1})
    return case.model_copy(update={"elements": elements, "headers": headers})


def found(desk: ADesk, number: str) -> CaseDifferences:
    return desk.services.differing.of(desk.services.desk.open(number))


def flagged(desk: ADesk) -> list[str]:
    rows = desk.services.desk.cases()
    return [row.number for row in rows if CaseFlag.FIGURES_DIFFER in row.flags]


def test_a_difference_is_put_away_and_brought_back(tmp_path):
    with a_desk(tmp_path, cases=1) as desk:
        number = desk.cases[0].number
        assert (found(desk, number).found, flagged(desk)) == ((), [])
        desk.correct(with_a_slip(desk.cases[0]))
        assert flagged(desk) == [number]
        before = found(desk, number)
        assert [each.theme for each in before.left] == [Theme.MAGNITUDE]
        key = before.found[0].key
        after = desk.services.differing.dismiss(before, key)
        assert (after.left, after.found) == ((), before.found)
        assert (found(desk, number), flagged(desk)) == (after, [])
        headers = desk.cases[0].headers.model_copy(update={"version": 3})
        desk.correct(desk.cases[0].model_copy(update={"headers": headers}))
        assert flagged(desk) == [number]  # the new text was compared as if nothing was put away
        assert (found(desk, number), flagged(desk)) == (after, [])
        assert desk.services.differing.show_again(after, key) == before
        assert (found(desk, number), flagged(desk)) == (before, [number])
