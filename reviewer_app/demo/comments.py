"""The pool of written sentences from which simulated experts take their comments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from random import Random
from typing import Literal

from pydantic import TypeAdapter

from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CriterionCode
from review_protocol.documents.text import Language

BANDS = ((1, 2), (3, 5), (6, 8), (9, 10))
Sentence = Mapping[Literal["zh", "en"], str]
Occasion = Literal[
    "cannot_judge", "amendment_reasons", "withdrawal_reasons", "recusal_comments", "tie_comments"
]
_SENTENCES = TypeAdapter(list[dict[Literal["zh", "en"], str]])
_BY_KEY = TypeAdapter(dict[str, list[dict[Literal["zh", "en"], str]]])


def band_of(mark: int) -> str:
    """The name of the band that a mark from 1 to 10 lies in, such as "6-8"."""
    return next(f"{low}-{high}" for low, high in BANDS if low <= mark <= high)


class Comments:
    """Sentences by what they are said of; each exists in both languages."""

    def __init__(self, pool: Mapping[str, object]) -> None:
        self._pool = pool

    @classmethod
    def bundled(cls) -> Comments:
        """The pool that comes with the demonstration."""
        text = (files("reviewer_app.resources") / "demo" / "comments.json").read_text("utf-8")
        return cls(json.loads(text))

    def on_mark(
        self, criterion: CriterionCode, mark: int, language: Language, random: Random
    ) -> str:
        """A sentence that explains this mark on this criterion."""
        bands = _BY_KEY.validate_python(self._pool[criterion])
        return random.choice(bands[band_of(mark)])[language.value]

    def overall(self, recommendation: Recommendation, language: Language, random: Random) -> str:
        """A sentence on the case as a whole."""
        return random.choice(self._overall[recommendation.value])[language.value]

    def on(self, occasion: Occasion, language: Language, random: Random) -> str:
        """A sentence for one of the rarer acts."""
        return random.choice(_SENTENCES.validate_python(self._pool[occasion]))[language.value]

    @cached_property
    def _overall(self) -> Mapping[str, list[dict[Literal["zh", "en"], str]]]:
        return _BY_KEY.validate_python(self._pool["overall"])
