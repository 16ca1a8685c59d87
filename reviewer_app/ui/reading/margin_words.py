"""What is written around the texts in the interface's language: gaps, chips, and tool tips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.text import Language
from reviewer_app.reading.align import Kind
from reviewer_app.ui.reading.decorating import Words
from reviewer_app.ui.reading.differing.places import Rows
from reviewer_app.ui.reading.differing.words import NameOf, sentence
from reviewer_app.ui.reading.pane_text import PaneText
from reviewer_app.ui.reading.prepared import Gap, Prepared
from reviewer_app.ui.single_keys import NO_KEY

translate = QCoreApplication.translate


def margin_words(key: str = NO_KEY) -> Words:
    """Of gaps and chips; `key` shows in focus what only the other language has."""
    untranslated = translate("TextArea", "Not translated")
    return Words(
        gaps={
            Gap.PARAGRAPH: untranslated,
            Gap.HEADING: translate("TextArea", "No heading here"),
            Gap.ELEMENT: translate("TextArea", "This element is not filled in in this language"),
            Gap.NOWHERE: translate("TextArea", "This element is not filled in"),
        },
        only={
            Language.ZH: translate("TextArea", "This element is filled in in Chinese only"),
            Language.EN: translate("TextArea", "This element is filled in in English only"),
        },
        passed=_passed(key),
        chips={
            Kind.MOVED: translate("TextArea", "Moved"),
            Kind.UNCERTAIN: translate("TextArea", "Uncertain"),
        },
        untranslated=untranslated,
    )


def _passed(key: str) -> dict[Language, str]:
    if key == NO_KEY:
        return {
            Language.ZH: translate("TextArea", "There is more in Chinese here"),
            Language.EN: translate("TextArea", "There is more in English here"),
        }
    return {
        Language.ZH: translate(
            "TextArea", "There is more in Chinese here: press “{key}” in the paragraph above"
        ).format(key=key),
        Language.EN: translate(
            "TextArea", "There is more in English here: press “{key}” in the paragraph above"
        ).format(key=key),
    }


def sign_tips(
    prepared: Prepared, held: PaneText, differing: Rows, name_of: NameOf
) -> dict[int, str]:
    """What the signs in the margin mean, by block of the pane, a line each."""
    words = {
        Kind.MOVED: translate("TextArea", "Stands at another place in the other version"),
        Kind.MERGED: translate(
            "TextArea", "Paragraphs are divided differently in the other version"
        ),
        Kind.UNCERTAIN: translate(
            "TextArea", "It is not sure that these paragraphs belong together"
        ),
    }
    tips: dict[int, str] = {}
    for at, row in enumerate(prepared.rows):
        said = [words[row.kind]] if row.kind in words else []
        said += [sentence(each, name_of) for each in differing.get(at, ())]
        if said:
            text = "\n".join(dict.fromkeys(said))
            tips.update({block: text for part in held.rows[at] for block in part})
    return tips
