"""What is in the album: every screen by name, the room that it shows, and what is to be seen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from reviewer_app.app import UNLOCK, WELCOME
from reviewer_app.demo.looks import FEW, LOOKS, Look
from reviewer_app.looks import Theme
from reviewer_app.ui.inside import ACCEPT
from reviewer_app.ui.screen import Place

BEFORE: Final = (WELCOME, ACCEPT, UNLOCK)
"""What comes before the desk is open."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: the room in the window while it is taken, and what it shows."""

    name: str
    room: str
    shows: str
    theme: Theme | None = field(default=None, kw_only=True)
    """Colours of its own, in place of the light ones; then there is none in dark colours."""
    aside: bool = field(default=False, kw_only=True)
    """Another state of a screen that is pictured already: it is taken in few looks."""

    def look(self, look: Look) -> Look | None:
        """How it is taken in this look; None for not at all."""
        if self.aside and look.name not in FEW:
            return None
        return look if self.theme is None else look.dressed(self.theme)


CHAPTERS: Final = {
    "First start": (
        Shot("welcome", WELCOME, "the first start: an invitation's code"),
        Shot("welcome-mistyped", WELCOME, "a slip in the code, told at once", aside=True),
        Shot("invitation", WELCOME, "who invites, and to what"),
        Shot("passphrase", WELCOME, "the passphrase of this desk", aside=True),
        Shot("undertaking", ACCEPT, "what a reviewer undertakes"),
        Shot("person", ACCEPT, "name, organisations, languages, field", aside=True),
        Shot("download", ACCEPT, "the cases have come", aside=True),
        Shot("declare", Place.DECLARE, "ties, before anything is read", aside=True),
        Shot("declare-answered", Place.DECLARE, "one tie, and none for the rest"),
    ),
    "Desk": (
        Shot("desk", Place.DESK, "what is left, and the list of cases"),
        Shot("desk-filters", Place.DESK, "a filter of many values, open", aside=True),
        Shot("desk-search", Place.DESK, "search over the batch: hits in context"),
        Shot("desk-search-empty", Place.DESK, "a search that finds nothing", aside=True),
        Shot("practice", Place.PRACTICE, "the practice case, judged", aside=True),
        Shot("practice-commentary", Place.PRACTICE, "its commentary beside one's own judgement"),
        Shot("desk-signed", Place.DESK, "all but one signed"),
        Shot("overview", Place.OVERVIEW, "one's marks before hand-in: alike, one apart, drift"),
    ),
    "Reading": (
        Shot("reading", Place.READING, "both languages, aligned"),
        Shot("reading-stacked", Place.READING, "each paragraph above its counterpart"),
        Shot("reading-one-language", Place.READING, "one language alone"),
        Shot("reading-other-language", Place.READING, "the other one", aside=True),
        Shot("reading-free", Place.READING, "two sides that scroll by themselves", aside=True),
        Shot("reading-paper", Place.READING, "on paper", theme=Theme.PAPER),
        Shot("reading-folded", Place.READING, "only the texts: both side panes folded", aside=True),
        Shot("reading-figure", Place.READING, "a Chinese figure, read for you"),
        Shot("reading-term", Place.READING, "an official term, explained", aside=True),
        Shot("reading-letters", Place.READING, "the letters of a language", aside=True),
        Shot("find", Place.READING, "find in both languages"),
        Shot("reading-note", Place.READING, "highlights, and a note being written"),
        Shot("reading-notes", Place.READING, "the list of highlights and notes", aside=True),
        Shot("reading-menu", Place.READING, "what can be done with selected words", aside=True),
        Shot("differences", Place.READING, "where the two languages differ"),
        Shot("differences-evidence", Place.READING, "a difference as evidence", aside=True),
        Shot("reading-difference", Place.READING, "a difference, marked in the text", aside=True),
        Shot("facts", Place.READING, "the facts beside the score", aside=True),
        Shot("facts-disputed", Place.READING, "facts confirmed and disputed"),
        Shot("keys", Place.READING, "all keys"),
        Shot("print", Place.READING, "before a case leaves the app", aside=True),
        Shot("ask", Place.MESSAGES, "a question to the secretariat about the case"),
    ),
    "Attachments": (
        Shot("attachment", Place.READING, "a PDF"),
        Shot("attachment-find", Place.READING, "find in it, and words selected", aside=True),
        Shot("attachment-words", Place.READING, "the words of a page as plain text", aside=True),
        Shot("attachment-picture", Place.READING, "a picture", aside=True),
        Shot("attachment-text", Place.READING, "a text file", aside=True),
    ),
    "Scoring and signing": (
        Shot("scored", Place.READING, "a sheet filled in, with evidence"),
        Shot("read-back", Place.SIGNING, "the answers as sentences"),
        Shot("signed", Place.SIGNING, "signed, and safe on this computer", aside=True),
        Shot("amending", Place.READING, "a signed score being amended", aside=True),
        Shot("withdrawn", Place.READING, "a score withdrawn", aside=True),
        Shot("recuse", Place.READING, "stepping back from a case", aside=True),
        Shot("recused", Place.READING, "a case stepped back from", aside=True),
    ),
    "Handing in": (
        Shot("hand-in-waiting", Place.HANDIN, "offline: everything waits", aside=True),
        Shot("connection-offline", Place.CONNECTION, "the diagnosis without a server", aside=True),
        Shot("connection", Place.CONNECTION, "the diagnosis: all in order"),
        Shot("hand-in", Place.HANDIN, "everything received"),
        Shot("evidence", Place.HANDIN, "evidence saved", aside=True),
    ),
    "Another day": (
        Shot("unlock", UNLOCK, "the lock"),
        Shot("unlock-wrong", UNLOCK, "a wrong passphrase", aside=True),
        Shot("recovery", UNLOCK, "a forgotten passphrase", aside=True),
        Shot("stranger", Place.DESK, "the desk, with an alarm: a computer that signs as you"),
        Shot("messages", Place.MESSAGES, "the secretariat's answer"),
        Shot("messages-corrected", Place.MESSAGES, "a case was corrected", aside=True),
        Shot("correction", Place.CORRECTION, "what changed in it"),
        Shot(
            "correction-confirmed",
            Place.CORRECTION,
            "the score, confirmed for the new text",
            aside=True,
        ),
        Shot("discussion", Place.DISCUSSION, "what a panel says of a case that one has scored"),
        Shot("locked", UNLOCK, "locked while the desk was open", aside=True),
        Shot("returning", Place.RETURNING, "a desk put back from an earlier day"),
    ),
    "Preferences": (
        Shot("preferences", Place.PREFERENCES, "language, colours, sizes"),
        Shot(
            "preferences-keys",
            Place.PREFERENCES,
            "single keys, and the rest of the page",
            aside=True,
        ),
        Shot("safety", Place.SAFETY, "lock, passphrase, backups"),
        Shot("safety-below", Place.SAFETY, "the rest of the page", aside=True),
        Shot("devices", Place.DEVICES, "one's computers, the six words of this one"),
        Shot("devices-stranger", Place.DEVICES, "a computer that may not be one's own", aside=True),
    ),
    "Chair": (
        Shot("panel", Place.PANEL, "the panel's cases compared"),
        Shot(
            "panel-alone", Place.PANEL, "these alone: the head has issued nothing yet", aside=True
        ),
        Shot("panel-ladder", Place.PANEL, "the same, with where they stand among all"),
        Shot("panel-what-if", Place.PANEL, "the same, as if far scores counted less", aside=True),
        Shot("panel-experts", Place.PANEL, "experts against their colleagues"),
        Shot("panel-disagreements", Place.PANEL, "where experts stand apart"),
        Shot("panel-links", Place.PANEL, "how many cases every two experts share"),
        Shot("panel-sureness", Place.PANEL, "how sure the list is, and what would help most"),
        Shot("panel-meeting", Place.PANEL, "the meeting view, for a projector"),
        Shot("panel-case", Place.PANEL, "a case with every opinion"),
        Shot("panel-discussion", Place.PANEL, "what is said about it"),
        Shot("panel-citation", Place.PANEL, "a citation being written", aside=True),
        Shot("panel-sign", Place.PANEL, "a decision read back"),
        Shot("panel-decided", Place.PANEL, "decided", aside=True),
    ),
    "Secretariat": (
        Shot("staff-progress", Place.STAFF, "progress by expert, without scores"),
        Shot("staff-cases", Place.STAFF, "progress by case"),
        Shot("staff-questions", Place.STAFF, "questions of the experts", aside=True),
        Shot("staff-closing", Place.STAFF, "the reason for closing early", aside=True),
        Shot("staff-waiting", Place.STAFF, "it waits for a colleague", aside=True),
        Shot("staff-closed", Place.STAFF, "the round is closed", aside=True),
        Shot("staff-results", Place.STAFF, "the results"),
        Shot("staff-reports", Place.STAFF, "reports written", aside=True),
    ),
    "Head": (
        Shot("panel-lists", Place.PANEL, "the lists of the rule file, and how firm they are"),
        Shot("panel-final", Place.PANEL, "the final list, before it is signed"),
        Shot("panel-final-sign", Place.PANEL, "the list read back", aside=True),
        Shot("panel-checked", Place.PANEL, "what was checked, hidden and issued"),
        Shot("panel-defend", Place.PANEL, "with what a case is defended", aside=True),
    ),
}
"""All that is pictured, chapter by chapter."""

SHOTS: Final = {shot.name: shot for shots in CHAPTERS.values() for shot in shots}


@dataclass(eq=False)
class NotInTheAlbum(Exception):
    """A picture is taken of which the album knows nothing, or in another room than it says."""

    name: str
    room: str

    def __str__(self) -> str:
        return f"the album has no picture “{self.name}” of the room “{self.room}”"


def shot(name: str, room: str) -> Shot:
    """The shot of that name; raises NotInTheAlbum where it is to show another room."""
    found = SHOTS.get(name)
    if found is None or found.room != room:
        raise NotInTheAlbum(name, room)
    return found


def left_out(taken: Collection[tuple[str, str]]) -> list[str]:
    """What has no picture yet, as "name (look, look)"; `taken` by name and look."""
    missing: dict[str, list[str]] = {}
    for each in SHOTS.values():
        for look in LOOKS:
            if each.look(look) is not None and (each.name, look.name) not in taken:
                missing.setdefault(each.name, []).append(look.name)
    return [f"{name} ({', '.join(looks)})" for name, looks in missing.items()]
