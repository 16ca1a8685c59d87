"""What the way to the server is called in words."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.services.rows import HTTP, LOCAL_HTTP, DiagnosisOutcome, DiagnosisStep
from reviewer_app.ui.handin.connection_words import step_words
from reviewer_app.ui.kit.shapes import Shape

GOOD, BAD = DiagnosisOutcome.GOOD, DiagnosisOutcome.BAD


@pytest.mark.parametrize(
    ("step", "shape", "words"),
    [
        (
            DiagnosisStep("tls", GOOD, LOCAL_HTTP),
            Shape.DONE,
            "Not encrypted: the server is on this computer",
        ),
        (
            DiagnosisStep("tls", GOOD, HTTP),
            Shape.WARNING,
            "Not encrypted on the way: the address begins with http",
        ),
        (DiagnosisStep("tls", GOOD, "WIC; 2030-01-01"), Shape.DONE, "Certificate: good"),
        (DiagnosisStep("signature", BAD, "html"), Shape.STOPPED, "Server's signature: fails"),
    ],
)
def test_a_step_is_told_as_what_it_is(
    qtbot: QtBot, step: DiagnosisStep, shape: Shape, words: str
) -> None:
    said = step_words(step)
    assert (said.shape, said.words) == (shape, words)


def test_what_the_network_says_is_no_raw_word(qtbot: QtBot) -> None:
    said = step_words(DiagnosisStep("signature", BAD, "html"))
    assert said.detail == "A web page answers, perhaps a sign-in page"
