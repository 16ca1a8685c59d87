"""What a reviewer judged, side by side: read from this desk alone, and from nowhere else."""

from review_protocol.documents.score import LanguageRead
from review_protocol.envelope import read_envelope
from reviewer_app.models.outbox import all_packets
from tests.builders.desk import ADesk, some_answers


def test_own_cases_stand_in_the_order_of_ones_marks(desk: ADesk):
    one, two, three = desk.numbers[:3]
    desk.services.scoring.keep(one, some_answers(4))
    desk.services.scoring.keep(two, some_answers(9))
    desk.services.signing.sign(two, LanguageRead.BOTH)
    found = desk.services.looking_back.look()
    assert [each.number for each in found.cases] == [two, one]
    assert [each.mean for each in found.cases] == [9.0, 4.0]
    assert [each.number for each in found.unmarked] == [three]
    assert [each.number for each in found.lacking] == [one, three]
    assert found.drift is None


def test_a_draft_of_an_amendment_is_what_one_says_now(desk: ADesk):
    number = desk.numbers[0]
    desk.score(number, 4)
    desk.services.scoring.keep(number, some_answers(6))
    assert desk.services.looking_back.look().cases[0].mean == 6.0


def test_how_long_a_case_was_open_is_added_up_and_goes_into_no_packet(desk: ADesk):
    number = desk.numbers[0]
    for seconds in (50, 75):
        desk.services.looking_back.add_time(number, seconds)
    desk.score(number, 4)
    assert desk.services.looking_back.look().case(number).seconds == 125
    with desk.store.read() as connection:
        bodies = [read_envelope(each.envelope).body for each in all_packets(connection)]
    assert not [body for body in bodies if b"seconds" in body or b":125" in body]
