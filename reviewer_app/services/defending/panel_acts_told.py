"""Who stands behind a case's citation, and whether the panel discussed the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from review_protocol.documents.panel_acts import DiscussionPacket
from reviewer_app.reports.defence_rows import CitationRow, Seat, TalkRow
from reviewer_app.reports.defence_words import seat_name
from reviewer_app.reports.text import Bilingual
from reviewer_app.reports.words import expert_name
from reviewer_app.services.panel import voices
from reviewer_app.services.panel.citation_texts import Approval, citation_texts
from reviewer_app.services.panel.sayings import Saying
from reviewer_app.services.panel.voices import Voice

SEAT_CODES: Mapping[voices.Seat, Seat] = {
    voices.Seat.CHAIR: "chair",
    voices.Seat.DEPUTY: "deputy",
    voices.Seat.HEAD: "head",
    voices.Seat.HEADS_DEPUTY: "heads-deputy",
}
"""Who decides, as sheet and dossier name them."""


@dataclass(frozen=True, slots=True)
class PanelActs:
    """What the panel did about a case beside scoring it."""

    citation: CitationRow | None
    talk: TalkRow | None


def panel_acts(
    said: Sequence[Saying],
    amended: tuple[int, ...] = (),
    excused: frozenset[str] = frozenset(),
) -> PanelActs:
    """By what was said of a case; `amended` are the experts whose score is another one since its
    discussion was opened, `excused` who has a conflict of interest: nothing goes by their word."""
    return PanelActs(
        citation=_citation(said, excused),
        talk=_talk(said, amended),
    )


def _citation(said: Sequence[Saying], excused: frozenset[str]) -> CitationRow | None:
    """The text that stands; none before somebody wrote one."""
    texts = citation_texts(said, excused)
    if not texts:
        return None
    stands = texts[-1]
    return CitationRow(
        text=Bilingual(stands.zh, stands.en),
        writer=_who(stands.voice),
        agreed=stands.agreed,
        approved=_of(stands.answers, approves=True),
        objected=_of(stands.answers, approves=False),
        waiting=tuple(_who(each) for each in stands.waiting),
        excused=tuple(_who(each.voice) for each in stands.approvals if each.excused),
    )


def _of(approvals: Iterable[Approval], *, approves: bool) -> tuple[Bilingual, ...]:
    return tuple(_who(each.voice) for each in approvals if each.approves is approves)


def _talk(said: Sequence[Saying], amended: tuple[int, ...]) -> TalkRow | None:
    contributions = [
        each for each in said if isinstance(each.document, DiscussionPacket) and each.counts
    ]
    if not contributions:
        return None
    return TalkRow(len(contributions), contributions[0].leaf, amended)


def _who(voice: Voice) -> Bilingual:
    """By role; numbered where two speak from one seat."""
    if voice.pseudonym is not None:
        return expert_name(voice.pseudonym)
    if voice.seat not in SEAT_CODES:
        return Bilingual("专家", "Expert")
    name = seat_name(SEAT_CODES[voice.seat])
    if not voice.ordinal:
        return name
    return Bilingual(f"{name.zh}{voice.ordinal}", f"{name.en} {voice.ordinal}")
