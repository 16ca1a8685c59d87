"""When the head is to issue once more, and when the list that was signed on it is another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    ComparisonPacket,
    FinalListPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.final_plan import names_others
from reviewer_app.services.panel.heads_documents import standing_of
from reviewer_app.services.panel.sayings import entry_of
from reviewer_app.services.subjects import subject_of
from tests.builders.panel import APanel, a_panel, one_round
from tests.builders.panel_acts import ALONE, ON_A_CASE

OUTSTANDING, CASEBOOK, _ = Recommendation


@pytest.fixture
def head(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, cases=2, experts=3, role=Role.HEAD, rules=one_round()) as panel:
        for case, mean in zip(panel.desk.cases, (8, 6), strict=True):
            for expert, off in zip(panel.experts.values(), (-1, 0, 1), strict=True):
                expert.score(case, mean + off)
        panel.collect()
        yield panel


def test_what_an_older_app_issued_is_to_be_issued_once_more(head: APanel) -> None:
    services = head.desk.services
    issuing, table = services.issuing, services.panel.table()
    assert not issuing.lacks_places()
    number = head.case(0).number
    with head.desk.store.write() as connection:
        alone = ALONE[ComparisonPacket]
        packet = services._signer.sign(connection, lambda stem: ComparisonPacket(**stem, **alone))
        subject = subject_of(connection, entry_of(connection, number))
        said = ON_A_CASE[CaseFiguresPacket] | subject | {"comparison": packet}
        services._signer.sign(connection, lambda stem: CaseFiguresPacket(**stem, **said))
    assert issuing.lacks_places()
    assert issuing.issue(table)
    assert not issuing.lacks_places()


def test_a_signed_list_names_the_decisions_that_count_until_there_are_others(head: APanel) -> None:
    services = head.desk.services
    room, lists = services.panel, services.head_lists
    for case in head.desk.cases:
        room.decide(case.number, OUTSTANDING, "")
    services.issuing.issue(room.table())
    table = room.table()
    lists.sign_final(lists.final(table, room.lists(table)))
    with head.desk.store.read() as connection:
        final = standing_of(connection, FinalListPacket)
    assert final is not None
    assert not names_others(final, room.table().rows)
    room.decide(head.case(0).number, CASEBOOK, "Its partner withdrew.")
    assert names_others(final, room.table().rows)
