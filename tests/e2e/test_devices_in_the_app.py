"""The alarm in the window: said over every room, answered on its page, and told to the office."""

import pytest

from review_protocol.documents.acts import QuestionPacket
from tests.e2e.second_laptop import again, kid_of
from tests.e2e.world import World

pytestmark = pytest.mark.campaign


def test_a_computer_that_is_not_ones_own_is_answered_in_the_window(world: World, at_desk):
    world.desk("Eve").ready()
    stranger = again(world, "Eve", "DESKTOP-9921")
    with at_desk(world, "Eve") as stage:
        stage.hands.await_words("“DESKTOP-9921” signs in your name. Is that computer yours?")
        stage.hands.press("Look")
        stage.hands.await_words("Is this computer yours?")
        stage.hands.press("Not mine")
        stage.hands.await_words(kid_of(stranger))
        stage.hands.press("Tell the secretariat")
        stage.hands.await_words("Signed, and on its way to the secretariat.")
        stage.settle()
        assert not stage.hands.sees("signs in your name. Is that computer yours?")
    desk = world.desk("Eve")
    asked = [row for row in desk.services.handin.outbox() if row.kind == QuestionPacket.kind]
    assert len(asked) == 1
    assert kid_of(stranger) in desk.services.asking.asked()[0].text
