"""What a chair, a deputy or the head is told of the cases that are withheld from them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field

from review_protocol.canonical import canonical, sha256_hex
from review_protocol.documents.acts import RoundNumber
from review_protocol.documents.answers import Answer, LogView
from review_protocol.documents.base import CaseNumber, Count, Hash, KeyId, Part, ShortText
from review_protocol.documents.words import ConflictAnswer, Recommendation, Role

Pseudonym = Annotated[int, Field(ge=1)]


class Withheld(StrEnum):
    """Why a case is withheld from somebody of its panel."""

    CONFLICT = "conflict"
    OWN_SCORE_FIRST = "own-score-first"


class Decider(StrEnum):
    """Who decides a case, by role; never by name."""

    CHAIR = "chair"
    CHAIRS_DEPUTY = "chairs-deputy"
    HEAD = "head"
    HEADS_DEPUTY = "heads-deputy"


class WithheldCase(Part):
    """A case of the asker's panel whose packets of a round are withheld from them."""

    round: RoundNumber
    case: CaseNumber
    why: Withheld
    decided_by: Decider | None
    """The first of the list from whom it is not withheld; None where it is from all."""


class DecidedCase(Part):
    """A case that a deputy decides in a round, because it is withheld from whom they stand for."""

    round: RoundNumber
    case: CaseNumber


class PanelDeclaration(Part):
    """A tie or a conflict of one who takes part, on a case that the asker may see."""

    case: CaseNumber
    role: Role
    deputy: bool
    pseudonym: Pseudonym | None
    answer: ConflictAnswer
    """Disclosed or a conflict: who has one leaves while the case is discussed."""


class CountryTie(Part):
    """A review of a case that the asker may see, by somebody of a country that has to do with it.

    Reviews of which neither is so are left out, as are those of people whose country is not known.
    """

    round: RoundNumber
    case: CaseNumber
    pseudonym: Pseudonym
    applicant: bool
    """The applicant's country, as it was when the case was given."""
    involved: bool
    """One of the countries that the case names as involved; the applicant's may be one of them."""


class DecidedElsewhere(Part):
    """A place on the final list, by the decision that stands for a case withheld from the asker:
    which case it is, is not told."""

    outcome: Recommendation
    decision: Hash


class DossierAnswer(Answer):
    """What a panel's member is told beside the packets: no body and no score of a withheld case.

    The first page, which begins with leaf 0, has the tables; later ones have the leaves alone.
    """

    kind: ClassVar[str] = "dossier"

    deputy: bool
    """Whether the asker is a deputy, who decides what `decides` names and nothing else."""
    decides: tuple[DecidedCase, ...]
    withheld: tuple[WithheldCase, ...]
    declarations: tuple[PanelDeclaration, ...]
    ties: tuple[CountryTie, ...]
    places: tuple[DecidedElsewhere, ...]
    """By the ids of the decisions; what was decided not to enter the Casebook has no place."""
    undecided: Count
    """How many of the cases whose decisions are told so have none that counts yet."""
    deputies: tuple[KeyId, ...]
    """The devices of deputies, in order: who speaks or decides with one does it as a deputy."""
    leaves: tuple[str, ...]
    """Receipts of packets that the asker is not shown, without the packets: the links of chains of
    whose others some are shown."""
    scope: Hash
    """Changes when leaves before the last one asked for belong here: then all is asked anew."""
    next_leaf: Count
    """Where to go on; equal to the log's size when there is no more."""
    log: LogView
    request_nonce: ShortText


class DossierStateAnswer(Answer):
    """By what a desk knows whether the dossier that it has is still the one that there is."""

    kind: ClassVar[str] = "dossier-state"

    tables: Hash
    """SHA-256 of the canonical JSON of the first page's tables, by their names."""
    scope: Hash
    """As in the pages."""
    leaves_to: Count
    """The position after the last leaf that a page would have; 0 where none has any."""
    log: LogView
    request_nonce: ShortText


class DossierTables(Part):
    """What the first page has and later ones do not."""

    deputy: bool
    decides: tuple[DecidedCase, ...]
    withheld: tuple[WithheldCase, ...]
    declarations: tuple[PanelDeclaration, ...]
    ties: tuple[CountryTie, ...]
    places: tuple[DecidedElsewhere, ...]
    undecided: Count
    deputies: tuple[KeyId, ...]

    @classmethod
    def of(cls, page: DossierAnswer) -> Self:
        """Those of a first page."""
        return cls.model_validate({name: getattr(page, name) for name in cls.model_fields})

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON."""
        return sha256_hex(canonical(self.model_dump(mode="json")))
