"""Pages of packets: found without reading every packet, and who was asked told once."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, event

from central_server import panels
from central_server.asked_experts import expert_requests
from central_server.late_reviews import reviews_to_rule
from central_server.panels import page_of
from central_server.people import find_person
from central_server.taken_back import conflicts_taken_back
from central_server.two_staff import rounds_with_open_scores
from central_server.views import view_of
from review_protocol.documents.answers import PacketsAnswer
from tests.builders.server import a_server_folder
from tests.unit.server.test_panel_acts import Panel

ONCE = "/v1/packets?assignments=once&after="


@pytest.fixture
def panel(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with built.open() as server:
        yield Panel(built, server)


def page(panel: Panel, after: int, who: str = "chair") -> PacketsAnswer:
    answer = panel.desks[who].ask("GET", f"{ONCE}{after}", PacketsAnswer)
    assert isinstance(answer, PacketsAnswer)
    return answer


def test_who_was_asked_is_told_with_the_last_page_and_not_where_nothing_is_new(panel, monkeypatch):
    for name in ("reviewer", "second"):
        for case in (0, 1):
            panel.scores(name, case)
    monkeypatch.setattr(panels, "PAGE_COUNT", 3)
    first = page(panel, 0)
    last = page(panel, first.next_leaf)
    assert (len(first.packets), len(last.packets)) == (3, 1)
    assert (first.assignments, len(last.assignments)) == ((), 4)
    again = page(panel, last.next_leaf)
    assert (again.packets, again.assignments, again.next_leaf) == ((), (), last.next_leaf)
    always = panel.desks["chair"].ask("GET", "/v1/packets?after=0", PacketsAnswer)
    assert always.assignments == last.assignments


def test_who_is_asked_later_is_told_with_what_is_new(panel):
    end = page(panel, 0).next_leaf
    panel.scores("reviewer")
    assert len(page(panel, end).assignments) == 4


def plan(connection: Connection, statements: list[tuple[str, object]]) -> list[str]:
    return [
        row.detail
        for statement, values in statements
        for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
    ]


@pytest.mark.parametrize("who", ["chair", "head", "staff"])
def test_a_page_is_found_by_its_index_and_in_its_order(panel, who):
    panel.scores("reviewer")
    person = panel.desks[who].certificate.person
    asked: list[tuple[str, object]] = []
    with panel.server.store.read() as connection:
        condition = view_of(connection, find_person(connection, person)).condition()

        def note(_c, _cursor, statement, values, _context, _many):
            asked.append((statement, values))

        event.listen(connection, "before_cursor_execute", note)
        page_of(connection, panel.server.log, 0, condition)
        rounds_with_open_scores(connection)
        reviews_to_rule(connection)
        expert_requests(connection)
        conflicts_taken_back(connection)
        event.remove(connection, "before_cursor_execute", note)
        steps = plan(connection, [each for each in asked if "FROM packet" in each[0]])
    assert any("USING INDEX packet_place (<expr>>?)" in each for each in steps)
    assert any("USING COVERING INDEX packet_place" in each for each in steps)
    assert [each for each in steps if each == "SCAN packet"] == []
