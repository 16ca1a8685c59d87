"""What a chair's desk asks of them: the cases of the panel that are theirs to score, if any."""

from __future__ import annotations

from pathlib import Path

from review_protocol.documents.dossier import Withheld
from review_protocol.documents.score import LanguageRead
from tests.builders.desk import some_answers
from tests.builders.panel import Told, a_panel


def test_who_only_chairs_has_nothing_to_score(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=3) as panel:
        found = panel.desk.services.desk.overview()
        assert (found.to_score, found.next_case, found.only_chairs) == (0, None, True)


def test_a_chair_who_reviews_too_begins_with_what_they_owe(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=3, held=False) as panel:
        services, owed = panel.desk.services, panel.case(2)
        panel.told = Told()
        panel.told.hide(owed, Withheld.OWN_SCORE_FIRST)
        panel.told.hide(panel.case(1), Withheld.CONFLICT)
        panel.collect()
        found = services.desk.overview()
        assert (found.to_score, found.next_case, found.only_chairs) == (1, owed.number, False)
        services.scoring.keep(owed.number, some_answers(7))
        found = services.desk.overview()
        assert (found.to_score, found.next_case) == (1, owed.number)
        services.signing.sign(owed.number, LanguageRead.BOTH)
        found = services.desk.overview()
        assert (found.to_score, found.signed, found.next_case) == (1, 1, None)
