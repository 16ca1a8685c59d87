"""What the first start shows once this computer is enrolled: undertaking, person, download."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.programme import Programme
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.rows import BatchReport
from reviewer_app.services.six_words import SixWordsLook
from reviewer_app.ui.kit.strip import LongAct


class Stage(StrEnum):
    """The pages, in their order."""

    UNDERTAKING = "undertaking"
    PERSON = "person"
    DOWNLOAD = "download"


@dataclass(frozen=True, slots=True)
class Person:
    """Who the person says they are; organisations one a line, as typed."""

    zh: str = ""
    en: str = ""
    organisations: str = ""
    reads: frozenset[Language] = frozenset()
    expertise: str = ""
    escrow: bool | None = None
    """Whether the desk's key is left with the programme; None where that is not offered."""

    @property
    def names(self) -> Bilingual:
        return Bilingual(zh=self.zh.strip() or None, en=self.en.strip() or None)

    @property
    def organisation_names(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.organisations.splitlines())
        return tuple(line for line in lines if line)

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(language for language in Language if language in self.reads)

    @property
    def complete(self) -> bool:
        named = bool(self.zh.strip() or self.en.strip())
        return named and bool(self.organisation_names and self.reads)


NOBODY = Person()


@dataclass(frozen=True, slots=True)
class AcceptState:
    """`batch` is what the download brought; `act` how far it is."""

    stage: Stage = Stage.UNDERTAKING
    programme: Programme | None = None
    agreed: bool = False
    person: Person = NOBODY
    busy: bool = False
    act: LongAct | None = None
    batch: BatchReport | None = None
    words: SixWordsLook | None = None
    """Where staff wait to be read them."""
    failure: ExpectedFailure | None = None
