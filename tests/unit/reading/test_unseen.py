"""Characters that nobody sees are counted where they stand, and written out."""

import pytest

from review_protocol.documents.case import Case
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.unseen import Unseen, spelled_out, unseen_in
from tests.builders.documents import a_case


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, 普通\n文字\t", "plain, 普通\n文字\t"),
        ("abc\u202edef\u202c", "abc[U+202E]def[U+202C]"),
        ("ze\u200bro", "ze[U+200B]ro"),
        ("\ufefftag\U000e0041", "[U+FEFF]tag[U+E0041]"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_marks_are_written_out_and_nothing_else(text: str, shown: str):
    assert spelled_out(text) == shown


def with_marks(case: Case) -> Case:
    paragraph = "a\u202eb\u200bc\u200bd"
    background = case.elements.background
    first = background.zh[0].model_copy(update={"paragraphs": (paragraph,)})
    elements = case.elements.model_copy(
        update={"background": background.model_copy(update={"zh": (first, *background.zh[1:])})}
    )
    name = case.headers.applicant.name.model_copy(update={"en": "A\u2066 name"})
    applicant = case.headers.applicant.model_copy(update={"name": name})
    headers = case.headers.model_copy(update={"applicant": applicant})
    return case.model_copy(update={"headers": headers, "elements": elements})


def test_each_text_is_counted_by_itself():
    case = a_case()
    assert unseen_in(case) == ()
    assert unseen_in(with_marks(case)) == (
        Unseen(None, None, 1, ("LEFT-TO-RIGHT ISOLATE",)),
        Unseen(Element.BACKGROUND, Language.ZH, 3, ("ZERO WIDTH SPACE", "RIGHT-TO-LEFT OVERRIDE")),
    )
