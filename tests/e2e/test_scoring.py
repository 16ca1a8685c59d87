"""Scoring in the window: every change is kept at once, and signing goes all the way."""

from review_protocol.documents.text import Language
from reviewer_app.demo.play_reading import Reader
from reviewer_app.services.rows import CaseState
from reviewer_app.ui.reading.criterion_card import CriterionCard
from tests.e2e.world import World, opened_desk

CASE, OTHER = "WIC-2026-001", "WIC-2026-028"


def test_marks_comments_and_quotes_are_on_the_disk_when_the_window_goes(world: World, at_desk):
    with at_desk(world, "Ada") as stage:
        reader = Reader(stage)
        reader.open(CASE)
        assert reader.attach("conceptual_fit", Language.EN, 150)
        marks = reader.score(CASE, slowly=True)
        order = [card.code for card in stage.hands.all(CriterionCard)]
    with opened_desk(world.profile("Ada")) as desk:
        answers = desk.services.desk.open(CASE).answers
        assert tuple(answers.answer(code).mark for code in order) == marks
        assert len(answers.answer("conceptual_fit").quotes) == 1
        assert not answers.missing()
        quote = answers.answer("conceptual_fit").quotes[0]
        assert quote.language is Language.EN
        assert quote.exact in "".join(
            "\n".join([section.heading or "", *section.paragraphs])
            for section in desk.services.desk.open(CASE).case.elements.of(quote.element).en
        )


def test_what_is_missing_is_said_and_signing_waits_for_it(world: World, at_desk):
    with at_desk(world, "Ben") as stage:
        Reader(stage).open(CASE)
        stage.hands.await_words(": a mark")
        buttons = [
            each
            for each in stage.hands.all(type(stage.hands.button("Recuse…")))
            if each.text() == "Read back and sign"
        ]
        assert [each.isEnabled() for each in buttons] == [False]


def test_a_score_is_signed_offline_and_received_when_the_server_is_back(
    world: World, server, at_desk
):
    with at_desk(world, "Chi") as stage:
        server.stop()
        reader = Reader(stage)
        for number in (CASE, OTHER):
            reader.open(number)
            reader.score(number, slowly=False)
            reader.sign()
        server.start()
        stage.go("Hand-in")
        stage.hands.press("Sync now")
        stage.hands.await_words("0 on this computer only")
    held = world.packets()
    with opened_desk(world.profile("Chi")) as desk:
        states = {row.number: row.state for row in desk.services.desk.cases()}
        assert states[CASE] is states[OTHER] is CaseState.RECEIVED
        scores = [row.packet for row in desk.services.handin.outbox() if row.kind == "score"]
        assert {held[packet] for packet in scores} == {"counted"}
        assert len(scores) == 2
