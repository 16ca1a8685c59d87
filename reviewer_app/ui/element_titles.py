"""The official titles of the four elements in each document language, whatever the interface's."""

from __future__ import annotations

from typing import Final

from review_protocol.documents.text import Element, Language

_TITLES: Final = {
    Element.BACKGROUND: ("实施背景", "Case Background"),
    Element.INTERNATIONAL_COOPERATION: ("国际合作", "International cooperation"),
    Element.MODALITIES: ("实施方式", "Modalities for implementation"),
    Element.BENEFITS: ("普惠作用", "Benefits to humanity or society"),
}


def title(element: Element, language: Language) -> str:
    """The element's title in the language of the text."""
    zh, en = _TITLES[element]
    return zh if language is Language.ZH else en
