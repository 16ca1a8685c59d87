"""Whether an act says a reason or a text that nobody can read: blanks, what is not seen. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from review_protocol.documents.acts import (
    AgreementPacket,
    ResolutionPacket,
    RulingPacket,
    ScoreOpeningPacket,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import DecisionPacket, Packet, RoundPacket
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CitationPacket,
    DiscussionPacket,
    ExpertRequestPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.suspicious import shows_nothing

_WITH_A_REASON = (
    DecisionPacket
    | RoundPacket
    | ScoreOpeningPacket
    | AgreementPacket
    | RulingPacket
    | ResolutionPacket
    | ExpertRequestPacket
)


def unreasoned(document: Packet) -> Disposition | None:
    """What becomes of an act of staff or a panel that gives a reason of blanks alone,
    or a text.

    An empty one gives none, where none is needed. A score, and what takes one back, is judged by
    no reason: it would be lost over a word.
    """
    blank = any(each and shows_nothing(each) for each in _reasons(document))
    return Disposition.NOT_COUNTED_NO_REASON if blank else None


def _reasons(document: Packet) -> Iterable[str]:
    match document:
        case LongListPacket():
            return (document.reason, *(each.reason for each in document.cases))
        case FinalListPacket():
            return (document.reason, *(each.reason for each in document.places))
        case ApprovalPacket():
            return (document.comment,)
        case CitationPacket():
            return (document.zh, document.en)
        case DiscussionPacket():
            return (document.text,)
        case _ if isinstance(document, _WITH_A_REASON):
            return (document.reason,)
        case _:
            return ()
