"""The sentence below an act: how the last act came out, or why it did not."""

from __future__ import annotations

from reviewer_app.errors import ExpectedFailure
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone


def told_label() -> Label:
    """Hidden until there is something to say."""
    label = Label(Kind.BODY)
    label.hide()
    return label


def tell(label: Label, failure: ExpectedFailure | None, done: str) -> None:
    """Say why it failed, or `done`, or nothing."""
    text, tone = done, Tone.GOOD
    if failure is not None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        text, tone = sentence_of(failure).whole, Tone.BAD
    if text != label.text():
        announce(label, text, at_once=failure is not None)
    label.setText(text)
    label.set_tone(tone)
    label.setVisible(bool(text))
