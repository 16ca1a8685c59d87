"""Decisions on the panel's cases that stand: signed by this person, or collected from others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection

from review_protocol.documents.dossier import Decider
from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.text import Area
from reviewer_app.errors import NotPermitted
from reviewer_app.models.erased import ERASED
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import packets_of_kind
from reviewer_app.services.panel.collected_reviews import Device, Review
from reviewer_app.services.panel.dossier import deputies, standing_in
from reviewer_app.services.panel.rows import DecisionView
from reviewer_app.services.panel.sayings import Saying
from reviewer_app.services.standing import (
    StandingManifest,
    certificate_of,
    standing_programme,
)


def deciding_panel(connection: Connection, manifest: StandingManifest, area: Area) -> str:
    """The chair's panel; for the head, who has none, the one of the case's area;
    raises NotPermitted where that is nobody's."""
    if manifest.document.panel is not None:
        return manifest.document.panel
    programme = standing_programme(connection)
    panel = None if programme is None else programme.panel_of(area)
    if panel is None:
        raise NotPermitted("decide")
    return panel.code


def own_decision(said: Iterable[Saying], round_number: int) -> str | None:
    """The id of this person's newest decision of a round, wherever they signed it: the next one
    supersedes that."""
    own = [
        each.packet
        for each in said
        if isinstance(each.document, DecisionPacket)
        and each.voice.is_own
        and each.counts
        and each.document.round == round_number
    ]
    return own[-1] if own else None


class Deciders:
    """As whom people decide, by the device with which they signed."""

    def __init__(self, connection: Connection, devices: Mapping[str, Device]) -> None:
        self._devices = devices
        self._deputies = deputies(connection)
        own, deputy = certificate_of(connection), standing_in(connection).deputy
        self.oneself = _decider(own.roles, deputy=deputy)

    def of(self, kid: str) -> Decider | None:
        """None of a device that is not known, or whose person decides nothing."""
        device = self._devices.get(kid)
        return None if device is None else _decider(device.roles, deputy=kid in self._deputies)


class StandingDecisions:
    """Of these cases, signed by this person anywhere, or collected."""

    def __init__(
        self,
        connection: Connection,
        cases: Sequence[str],
        reviews: Mapping[str, Sequence[Review]],
        deciders: Deciders,
        *,
        present: int,
    ) -> None:
        """`present` is the round that is open, or was last."""
        kind = DecisionPacket.kind
        elsewhere = [each.stored() for each in other_packets(connection) if each.kind == kind]
        self._signed = (*elsewhere, *packets_of_kind(connection, kind))
        self._cases, self._reviews, self._deciders = cases, reviews, deciders
        self._present = present

    @property
    def present(self) -> Mapping[str, DecisionView | None]:
        """What stands of the present round, by case."""
        return self._of(self._present)

    def before(self, rounds: Sequence[int]) -> Mapping[str, DecisionView | None]:
        """What stands of the latest of these rounds before the present one, by case."""
        found: dict[str, DecisionView | None] = {}
        for earlier in rounds:
            if earlier < self._present:
                decided = self._of(earlier)
                found |= {case: each for case, each in decided.items() if each is not None}
        return found

    def _of(self, round_number: int) -> Mapping[str, DecisionView | None]:
        """The one signed here, or else, or where it came later, another's."""
        own = self._own(round_number)
        return {
            case: _later(own.get(case), self._collected(case, round_number)) for case in self._cases
        }

    def _own(self, round_number: int) -> Mapping[str, DecisionView]:
        """The newest of this person's, by case: those that the server did not count are none, and
        what is on its way comes last, as signed."""
        found = {}
        for stored in sorted(self._signed, key=lambda each: (each.leaf is None, each.leaf or 0)):
            refused = stored.disposition is not None and not stored.disposition.counts
            if refused or stored.envelope == ERASED:
                continue
            document = stored.document()
            if isinstance(document, DecisionPacket) and document.round == round_number:
                found[document.case] = DecisionView(
                    packet=stored.id,
                    outcome=document.outcome,
                    reason=document.reason,
                    based_on=document.based_on,
                    signed_at=stored.signed_at,
                    leaf=stored.leaf,
                    by=self._deciders.oneself,
                    is_own=True,
                )
        return found

    def _collected(self, case: str, round_number: int) -> DecisionView | None:
        others = [
            (each, each.document)
            for each in self._reviews.get(case, ())
            if isinstance(each.document, DecisionPacket)
            and each.disposition.counts
            and each.document.round == round_number
        ]
        if not others:
            return None
        review, document = others[-1]
        return DecisionView(
            packet=review.id,
            outcome=document.outcome,
            reason=document.reason,
            based_on=document.based_on,
            signed_at=document.claimed,
            leaf=review.leaf,
            by=self._deciders.of(document.header.kid),
        )


def _later(own: DecisionView | None, another: DecisionView | None) -> DecisionView | None:
    """What has no receipt yet is the latest."""
    if own is None or another is None:
        return own or another
    return own if own.leaf is None or own.leaf >= (another.leaf or 0) else another


def _decider(roles: Collection[Role], *, deputy: bool) -> Decider | None:
    if Role.HEAD in roles:
        return Decider.HEADS_DEPUTY if deputy else Decider.HEAD
    if Role.CHAIR in roles:
        return Decider.CHAIRS_DEPUTY if deputy else Decider.CHAIR
    return None
