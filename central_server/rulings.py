"""Staff decide about a review that came late, or is unfit: what becomes of it. Pure."""

from __future__ import annotations

from dataclasses import replace

from central_server.acts import Changes, judged_again
from central_server.devices import Device
from central_server.known import Known, Named
from central_server.lineage import Lineage
from central_server.reasons import unreasoned
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState

_EXCLUDED = Disposition.NOT_COUNTED_EXCLUDED
_NEVER = "9999-12-31T23:59:59Z"


def judged_ruling(document: RulingPacket, device: Device, known: Known) -> Disposition:
    """Whether staff may decide so, on a score or an amendment of which there is something left to
    decide."""
    if device.person.role is not Role.STAFF or device.awaits_words:
        return Disposition.NOT_COUNTED_ROLE
    if ruled(document, known) is None:
        return Disposition.NOT_COUNTED_SUPERSEDES
    return unreasoned(document) or Disposition.COUNTED


def ruled(document: RulingPacket, known: Known) -> Changes | None:
    """What the decision changes; None where it decides nothing.

    What counts and stands is excluded, with what it goes back to. What is late, or was excluded,
    counts where it would if it had come in time. A late one that is to count no more than it does
    stays held.
    """
    named = known.named.get(document.packet)
    review = None if named is None else named.packet.document
    if named is None or not isinstance(review, ScorePacket):
        return None
    if document.counts:
        return _admitted(named, review, known)
    return {} if named.disposition is Disposition.HELD_LATE else _excluded(named, review, known)


def _excluded(named: Named, review: ScorePacket, known: Known) -> Changes | None:
    lineage = known.earlier.get((named.person, review.case)) or Lineage()
    if named.packet.id not in lineage.heads(review.round):
        return None
    line = lineage.line(named.packet.id)
    return {id: _EXCLUDED for id in line if lineage.packets[id].disposition.counts}


def _admitted(named: Named, review: ScorePacket, known: Known) -> Changes | None:
    rounds = {number: _without_end(state) for number, state in known.rounds.items()}
    then = replace(known, rounds=rounds, earlier=dict(known.earlier))
    changes = judged_again([named], then, Disposition.HELD_LATE, _EXCLUDED)
    found = changes.get(named.packet.id)
    return changes if found is not None and found.counts else None


def _without_end(state: RoundState) -> RoundState:
    whole = state.round.model_copy(update={"closes": _NEVER})
    return state.model_copy(update={"round": whole, "closed": None})
