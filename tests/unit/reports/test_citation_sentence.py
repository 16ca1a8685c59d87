"""What sheet and dossier say of a citation: who wrote, approved, objected, has still to answer."""

from dataclasses import replace

import pytest

from reviewer_app.reports.defence_rows import CitationRow
from reviewer_app.reports.defence_words import seat_name
from reviewer_app.reports.panel_words import citation_sentence
from reviewer_app.reports.text import Bilingual

CHAIR, DEPUTY, HEAD = seat_name("chair"), seat_name("deputy"), seat_name("head")
ROW = CitationRow(Bilingual("一", "One"), CHAIR, approved=(DEPUTY,), objected=())


@pytest.mark.parametrize(
    ("changes", "english", "agreed"),
    [
        ({}, "approved by the deputy", True),
        ({"waiting": (HEAD,)}, "approved by the deputy, still to be answered by", False),
        ({"objected": (HEAD,)}, "approved by the deputy, objected to by", False),
        ({"approved": (), "waiting": (DEPUTY,)}, "still to be answered by the deputy", False),
        ({"approved": ()}, "approved by nobody yet", False),
    ],
)
def test_who_has_answered_and_who_has_not(changes, english, agreed):
    row = replace(ROW, **changes)
    said = citation_sentence(row)
    assert f"{CHAIR.zh}撰写" in said.zh
    assert english in said.en
    assert ("尚未答复" in said.zh) is bool(row.waiting)
    assert row.agreed is agreed
