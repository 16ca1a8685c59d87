"""A person's devices: which there are, whose they are, and what of their packets needs a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.documents.acts import ConfirmationPacket, ResolutionPacket
from review_protocol.documents.packet import (
    AmendmentPacket,
    Packet,
    RecusalPacket,
    ScorePacket,
    score_form,
)
from review_protocol.documents.text import Bilingual
from reviewer_app.errors import NothingToSupersede
from reviewer_app.models.case_list import case_entry
from reviewer_app.models.chains import start_chain
from reviewer_app.models.facts import FactName, fact_of, forget_fact, text_of
from reviewer_app.models.other_packets import (
    DeviceAnswer,
    is_any_held,
    note_answer,
    own_devices,
)
from reviewer_app.models.quotes import note_saved
from reviewer_app.models.rotations import rotations
from reviewer_app.models.store import Store
from reviewer_app.models.told_devices import told_devices
from reviewer_app.services.device_rows import DeviceLine, DevicesLook, Double, SignedOnce
from reviewer_app.services.record import own_record, record_look, save_record
from reviewer_app.services.signed_elsewhere import (
    Fork,
    Signed,
    all_signed,
    forks,
    held_for_revoked_key,
    is_confirming,
    is_copied,
    to_sign_again,
)
from reviewer_app.services.signer import Signer, Stem
from reviewer_app.services.six_words import SixWordsLook, six_words_look
from reviewer_app.services.splits import save_split
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.clock import moment

_MOST = 1000
"""Packets that one confirmation may name."""


class Devices:
    """Reads what is known, and signs what the person says of it."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def look(self) -> DevicesLook:
        """Everything at one time."""
        with self._store.read() as connection:
            return _with_packets(connection, _without_packets(connection))

    def alarm(self) -> DevicesLook | None:
        """Everything, where any of it needs the person; None, soon, where there is no sign."""
        with self._store.read() as connection:
            look = _without_packets(connection)
            if look.needs_the_person or is_any_held(connection):
                look = _with_packets(connection, look)
        return look if look.needs_the_person else None

    def words(self) -> SixWordsLook:
        """The six words of this computer, and whether staff wait to be read them."""
        with self._store.read() as connection:
            return six_words_look(connection)

    def understood(self) -> None:
        """The person has read that the server was restored."""
        self._store.perform(lambda connection: forget_fact(connection, FactName.RESTORED))

    def save_split(self, folder: Path) -> Path:
        """Save what proves that the server's record contradicts itself; answers the new folder.

        Raises DiskFull, FolderReadOnly, StorageFault.
        """
        with self._store.read() as connection:
            return save_split(connection, folder, moment(self._signer.now()))

    def save_record(self, folder: Path) -> Path:
        """Save what contradicts the server's record as it was read here; answers the new folder.

        Raises DiskFull, FolderReadOnly, StorageFault.
        """
        now = self._signer.now()
        with self._store.read() as connection:
            saved = save_record(connection, folder, moment(now))
        self._store.perform(lambda connection: note_saved(connection, now))
        return saved

    def answer(self, kid: str, answer: DeviceAnswer) -> None:
        """Keep what the person says of a device in their name; it can be said anew."""
        now = self._signer.now()
        self._store.perform(lambda connection: note_answer(connection, kid, answer, now))

    def confirm(self, mine: Sequence[str], denied: Sequence[str]) -> str:
        """Sign which of the held packets are the person's own, and which are not; answers the id.

        Raises PassphraseNeeded, RolledBackDesk, and ValueError where nothing is named, one is
        named twice, or more than a thousand of either.
        """
        if len(mine) > _MOST or len(denied) > _MOST:
            raise ValueError("too many packets for one confirmation")
        return self._store.perform(
            lambda connection: self._signer.sign(
                connection,
                lambda stem: ConfirmationPacket(**stem, packets=tuple(mine), denied=tuple(denied)),
            )
        )

    def choose(self, case: str, stands: str, reason: str = "") -> str:
        """Sign which of several scores of one case is to count; answers the packet's id.

        Raises NothingToSupersede where there is nothing to choose from any more, or the chosen
        one is no score; PassphraseNeeded, RolledBackDesk.
        """

        def work(connection: Connection) -> str:
            fork = next((each for each in forks(all_signed(connection)) if each.case == case), None)
            heads = () if fork is None else fork.heads
            score = next((each.document for each in heads if each.id == stands), None)
            if not isinstance(score, ScorePacket | AmendmentPacket):
                raise NothingToSupersede(case)
            over = tuple(each.id for each in heads if each.id != stands)
            return self._signer.sign(
                connection,
                lambda stem: ResolutionPacket(
                    **stem,
                    round=score.round,
                    manifest=score.manifest,
                    case=score.case,
                    case_hash=score.case_hash,
                    rubric=score.rubric,
                    stands=stands,
                    over=over,
                    reason=reason,
                ),
            )

        return self._store.perform(work)

    def sign_again(self) -> tuple[str, ...]:
        """Sign once more, in a new chain, what was held because a copy of this desk had taken its
        place; answers the new ids. Raises PassphraseNeeded, RolledBackDesk."""
        self._signer.require_keys()

        def work(connection: Connection) -> tuple[str, ...]:
            found = to_sign_again(all_signed(connection))
            if found:
                start_chain(connection)
            again = [partial(_again, each.document) for each in found]
            return tuple(self._signer.sign(connection, build) for build in again)

        return self._store.perform(work)


def _again(document: Packet, stem: Stem) -> Packet:
    """The same said once more: what was amended is scored, for nothing before it counts."""
    kept = {name: getattr(document, name) for name in type(document).model_fields}
    said = {name: content for name, content in kept.items() if name not in stem}
    model = type(document)
    if isinstance(document, AmendmentPacket):
        model = score_form(document.answers)
        del said["supersedes"], said["reason"]
    elif isinstance(document, RecusalPacket):
        said["supersedes"] = None
    return model(**stem, **said)


def _without_packets(connection: Connection) -> DevicesLook:
    """What is known of devices, record and server; nothing yet of what was signed."""
    return DevicesLook(
        devices=_lines(connection, certificate_of(connection).kid),
        split=fact_of(connection, FactName.SPLIT) is not None,
        restored=_restored(connection),
        record=record_look(connection),
        words=six_words_look(connection),
    )


def _with_packets(connection: Connection, look: DevicesLook) -> DevicesLook:
    """The same with what needs a word of all that the person signed, which takes reading it."""
    kid = certificate_of(connection).kid
    signed = all_signed(connection)
    names = {each.kid: each.name for each in look.devices if each.name is not None}

    def shown(each: Signed) -> SignedOnce:
        return _shown(connection, each, names)

    return replace(
        look,
        held=tuple(map(shown, held_for_revoked_key(signed, kid))),
        doubles=tuple(_double(connection, each, names) for each in forks(signed)),
        again=tuple(map(shown, to_sign_again(signed))),
        is_copied=is_copied(signed, kid),
        confirming=is_confirming(signed),
    )


def _lines(connection: Connection, here: str) -> tuple[DeviceLine, ...]:
    """Those that the server tells of, and those whose certificates are in the log beside them."""
    told = {each.kid: each for each in told_devices(connection)}
    known = {each.kid: each for each in own_devices(connection)}
    record = own_record(connection)
    kids = dict.fromkeys([*known, *told, *record.certified])
    earlier = {each.old for each in rotations(connection) if each.counts} - {here}
    return tuple(
        DeviceLine(
            kid=kid,
            name=told[kid].name if kid in told else None,
            issued=told[kid].issued if kid in told else record.certified.get(kid),
            here=kid == here,
            answer=known[kid].answer if kid in known else None,
            proved=kid in record.certified or (kid in known and known[kid].certificate is not None),
            listed=record.standing(kid, listed=kid in told),
            earlier=kid in earlier,
        )
        for kid in kids
    )


def _restored(connection: Connection) -> int | None:
    text = text_of(connection, FactName.RESTORED)
    return None if text is None else int(text)


def _double(connection: Connection, fork: Fork, names: Mapping[str, str]) -> Double:
    versions = tuple(_shown(connection, each, names) for each in fork.heads)
    return Double(fork.case, _name(connection, fork.case), versions, fork.chosen)


def _shown(connection: Connection, each: Signed, names: Mapping[str, str]) -> SignedOnce:
    document = each.document
    return SignedOnce(
        packet=each.id,
        kind=each.stored.kind,
        case=each.stored.case,
        case_name=_name(connection, each.stored.case),
        device=names.get(each.kid, each.kid),
        here=each.here,
        signed_at=each.stored.signed_at,
        disposition=each.disposition,
        answers=document.answers if isinstance(document, ScorePacket) else None,
    )


def _name(connection: Connection, case: str | None) -> Bilingual | None:
    entry = None if case is None else case_entry(connection, case)
    return None if entry is None else entry.name
