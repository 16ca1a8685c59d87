"""A case's consolidated citation: one of the panel writes it in both languages, others approve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CitationPacket,
)
from review_protocol.suspicious import legible
from reviewer_app.models.panel_drafts import (
    DraftPart,
    forget_panel_draft,
    keep_panel_draft,
    panel_drafts,
)
from reviewer_app.models.store import Store
from reviewer_app.services.panel.citation_texts import (
    CitationText,
    citation_texts,
    excused,
    text_of,
)
from reviewer_app.services.panel.collected_reviews import ReviewReader
from reviewer_app.services.panel.sayings import Saying, entry_of, sayings
from reviewer_app.services.panel.voices import DECIDING, require_part
from reviewer_app.services.signer import Signer
from reviewer_app.services.subjects import subject_of
from reviewer_app.sync.clock import Clock, timestamp

MOST_ZH, MOST_EN = 300, 1200
"""Characters that a citation has room for in print; longer ones are taken too, and told."""


@dataclass(frozen=True, slots=True)
class CitationDraft:
    """What is being written, in both languages."""

    zh: str = ""
    en: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether both languages have words."""
        return bool(legible(self.zh) and legible(self.en))


@dataclass(frozen=True, slots=True)
class CitationLook:
    """The text that stands, those before it, and what is being written."""

    standing: CitationText | None
    earlier: tuple[CitationText, ...]
    """The newest first."""
    passed_over: CitationText | None
    """The text that this person signed last, where another came before it, and it counts not."""
    draft: CitationDraft | None
    """None where nothing is begun."""
    objection: str


class Citations:
    """For chairs, deputies and the head, on cases that they may see."""

    def __init__(self, store: Store, signer: Signer, clock: Clock) -> None:
        self._store = store
        self._signer = signer
        self._clock = clock
        self._reader = ReviewReader()

    def look(self, number: str) -> CitationLook:
        """All texts of a case; raises CaseNotOpen, NotPermitted."""
        with self._store.read() as connection:
            said = self._said(connection, number)
            drafts = panel_drafts(connection, number)
            texts = citation_texts(said, excused(connection, number, said))
        zh, en = drafts.get(DraftPart.CITATION_ZH, ""), drafts.get(DraftPart.CITATION_EN, "")
        return CitationLook(
            standing=texts[-1] if texts else None,
            earlier=tuple(reversed(texts[:-1])),
            passed_over=_passed_over(said),
            draft=CitationDraft(zh, en) if zh or en else None,
            objection=drafts.get(DraftPart.OBJECTION, ""),
        )

    def keep(self, number: str, draft: CitationDraft) -> None:
        """Keep what is being written; durable before this returns."""
        now = timestamp(self._clock())

        def work(connection: Connection) -> None:
            keep_panel_draft(connection, number, DraftPart.CITATION_ZH, draft.zh, now)
            keep_panel_draft(connection, number, DraftPart.CITATION_EN, draft.en, now)

        self._store.perform(work)

    def keep_objection(self, number: str, text: str) -> None:
        """Keep what is being written against the text that stands."""
        now = timestamp(self._clock())
        self._store.perform(
            lambda connection: keep_panel_draft(connection, number, DraftPart.OBJECTION, text, now)
        )

    def propose(self, number: str, draft: CitationDraft) -> str:
        """Sign a text; it takes the place of the one that stands, and everybody is asked anew.

        Answers the packet's id. Raises CaseNotOpen, NotPermitted, PassphraseNeeded; ValueError
        where a language has no words.
        """
        if not draft.is_whole:
            raise ValueError("a citation has both languages")

        def work(connection: Connection) -> str:
            texts = self._texts(connection, number)
            subject = subject_of(connection, entry_of(connection, number))
            forget_panel_draft(connection, number, DraftPart.CITATION_ZH, DraftPart.CITATION_EN)
            return self._signer.sign(
                connection,
                lambda stem: CitationPacket(
                    **stem,
                    **subject,
                    zh=legible(draft.zh),
                    en=legible(draft.en),
                    supersedes=texts[-1].packet if texts else None,
                ),
            )

        return self._store.perform(work)

    def answer(self, number: str, citation: str, comment: str, *, approves: bool) -> str:
        """Approve the text that stands, or object to it with words; answers the packet's id.

        Raises CaseNotOpen, NotPermitted, PassphraseNeeded; ValueError for a text that stands no
        more, for one's own, and for an objection without words.
        """

        def work(connection: Connection) -> str:
            texts = self._texts(connection, number)
            if not texts or texts[-1].packet != citation or texts[-1].voice.is_own:
                raise ValueError("this text is not to be answered")
            subject = subject_of(connection, entry_of(connection, number))
            forget_panel_draft(connection, number, DraftPart.OBJECTION)
            return self._signer.sign(
                connection,
                lambda stem: ApprovalPacket(
                    **stem,
                    **subject,
                    citation=citation,
                    approves=approves,
                    comment=legible(comment),
                ),
            )

        return self._store.perform(work)

    def _texts(self, connection: Connection, number: str) -> tuple[CitationText, ...]:
        return citation_texts(self._said(connection, number))

    def _said(self, connection: Connection, number: str) -> tuple[Saying, ...]:
        entry = entry_of(connection, number)
        require_part(connection, entry, "write a citation", *DECIDING)
        return sayings(connection, self._reader, entry)


def _passed_over(said: Sequence[Saying]) -> CitationText | None:
    own = [
        (each, each.document)
        for each in said
        if isinstance(each.document, CitationPacket) and each.voice.is_own
    ]
    if not own or own[-1][0].counts:
        return None
    return text_of(said, *own[-1])
