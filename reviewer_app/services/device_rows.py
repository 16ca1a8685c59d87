"""Frozen rows about a person's devices: which there are, what was held, what was signed twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import Answers
from review_protocol.documents.text import Bilingual
from reviewer_app.models.other_packets import DeviceAnswer as DeviceAnswer
from reviewer_app.services.six_words import SixWordsLook


class Listed(StrEnum):
    """How the server's list of a person's devices fits to the log, as this desk has read it."""

    UNREAD = "unread"
    """The log was not read to its end, so nothing is said."""
    AGREES = "agrees"
    LEFT_OUT = "left-out"
    """Certified in the log and not revoked, and the list is silent about it."""
    NOT_LOGGED = "not-logged"
    """In the list, and certified nowhere in the log."""


@dataclass(frozen=True, slots=True)
class RecordLook:
    """The log as this desk has read it: `leaves` of it, `whole` where that is all there is known
    to be. `unfit`: what the server listed does not add up to what it signed. Of the records that
    others' packets name so many are `fitting` or `contradicting`, and of `unsaved` ones of the
    latter no evidence was saved."""

    leaves: int = 0
    whole: bool = False
    unfit: bool = False
    fitting: int = 0
    contradicting: int = 0
    unsaved: int = 0

    @property
    def needs_the_person(self) -> bool:
        return self.unfit or self.unsaved > 0


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A device certified in the person's name; `name` is None for one that is out of use."""

    kid: str
    name: str | None
    issued: str | None
    here: bool
    answer: DeviceAnswer | None
    proved: bool
    """Whether its certificate was proved to be in the log."""
    listed: Listed = Listed.UNREAD
    earlier: bool = False
    """Whether it is this computer under the keys that it had before."""

    @property
    def is_stranger(self) -> bool:
        """Whether the person has still to say whose it is."""
        return not (self.here or self.earlier) and self.answer is None


class KeysStanding(StrEnum):
    """How a change of this computer's keys stands."""

    SETTLED = "settled"
    UNDER_WAY = "under-way"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class KeysLook:
    """`since` is when the last change was signed, None where there was none; `why` is what became
    of it where it was refused."""

    standing: KeysStanding
    since: str | None = None
    why: Disposition | None = None


@dataclass(frozen=True, slots=True)
class SignedOnce:
    """A signed packet as it is shown beside others; a score says its marks and recommendation."""

    packet: str
    kind: str
    case: str | None
    case_name: Bilingual | None
    device: str
    """The name of the device, or its key id."""
    here: bool
    signed_at: str
    disposition: Disposition | None
    answers: Answers | None = None

    @property
    def recommendation(self) -> Recommendation | None:
        return None if self.answers is None else self.answers.recommendation


@dataclass(frozen=True, slots=True)
class Double:
    """One case with scores of several devices, of which one can count; the one that does is first.

    `chosen` is the one that was chosen, while that is on its way to the server.
    """

    case: str
    case_name: Bilingual | None
    versions: tuple[SignedOnce, ...]
    chosen: str | None


@dataclass(frozen=True, slots=True)
class DevicesLook:
    """All of it at one time. `again` are packets signed here whose place in the chain was taken by
    a copy of this desk: they can be signed once more. `split`: the server's log contradicts
    itself. `confirming`: what was said of held packets is on its way."""

    devices: tuple[DeviceLine, ...]
    held: tuple[SignedOnce, ...] = ()
    doubles: tuple[Double, ...] = ()
    again: tuple[SignedOnce, ...] = ()
    is_copied: bool = False
    split: bool = False
    confirming: bool = False
    restored: int | None = None
    """The server was restored from a backup: so many packets were handed in again."""
    record: RecordLook = RecordLook()
    words: SixWordsLook | None = None

    @property
    def strangers(self) -> tuple[DeviceLine, ...]:
        return tuple(each for each in self.devices if each.is_stranger)

    @property
    def needs_the_person(self) -> bool:
        open_doubles = [each for each in self.doubles if each.chosen is None]
        return (
            bool(self.strangers or self.held or open_doubles or self.again or self.split)
            or self.record.needs_the_person
            or self.restored is not None
            or (self.words is not None and self.words.awaited)
        )
