"""What texts are read with where no batch brings anything of its own."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.reading.lexicon import NO_LEXICON, Lexicon
from reviewer_app.services.tables import Tables, bundled_countries, bundled_terms, shipped_tables


@dataclass(frozen=True)
class Shipped:
    """The app's own tables, whatever comes."""

    at_hand: Tables

    def renew(self) -> Tables:
        return self.at_hand


def shipped(lexicon: Lexicon | None = None) -> Shipped:
    """As the app brings them along; with another lexicon, such as `without_words`."""
    if lexicon is None:
        return Shipped(shipped_tables())
    return Shipped(Tables(bundled_countries(), bundled_terms(), lexicon))


def without_words() -> Shipped:
    """Texts are aligned by length and what both languages write alike: no dictionary is read."""
    return shipped(NO_LEXICON)
