"""What sheet and dossier say of a citation: who wrote, approved, objected, has still to answer."""

from dataclasses import replace

import pytest

from reviewer_app.reports.defence_rows import CitationRow
from reviewer_app.reports.defence_words import seat_name
from reviewer_app.reports.panel_words import citation_sentence
from reviewer_app.reports.text import Bilingual

CHAIR, DEPUTY, HEAD = seat_name("chair"), seat_name("deputy"), seat_name("head")
ROW = CitationRow(Bilingual("一", "One"), CHAIR, True, approved=(DEPUTY,), objected=())


@pytest.mark.parametrize(
    ("changes", "english"),
    [
        ({}, "approved by the deputy"),
        ({"waiting": (HEAD,)}, "approved by the deputy, still to be answered by"),
        ({"objected": (HEAD,)}, "approved by the deputy, objected to by"),
        ({"approved": (), "waiting": (DEPUTY,)}, "still to be answered by the deputy"),
        ({"approved": ()}, "approved by nobody yet"),
        (
            {"excused": (HEAD,)},
            "not counting the answer of the head of the review committee (conflict",
        ),
        ({"approved": (), "excused": (HEAD,)}, "conflict of interest), approved by nobody yet"),
    ],
)
def test_who_has_answered_and_who_has_not(changes, english):
    row = replace(ROW, **changes)
    said = citation_sentence(row)
    assert f"{CHAIR.zh}撰写" in said.zh
    assert english in said.en
    assert ("尚未答复" in said.zh) is bool(row.waiting)
    assert ("此后申报利益冲突" in said.zh) is bool(row.excused)
