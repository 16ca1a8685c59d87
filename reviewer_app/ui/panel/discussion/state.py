"""What the discussion of a case shows: the thread, and what is being written."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.suspicious import legible
from reviewer_app.errors import Failure
from reviewer_app.services.panel.discussion import MOST, Contribution, Thread


@dataclass(frozen=True, slots=True)
class DiscussionState:
    """`number` is the case that was asked for; its thread is None until it is read."""

    number: str | None = None
    thread: Thread | None = None
    draft: str = ""
    replies_to: str | None = None
    is_signing: bool = False
    failure: Failure | None = None

    @property
    def may_say(self) -> bool:
        """Whether there is anything to sign."""
        written = bool(legible(self.draft)) and len(self.draft) <= MOST
        return self.thread is not None and written and not self.is_signing

    @property
    def answered(self) -> Contribution | None:
        """What is being replied to."""
        return self.contribution(self.replies_to)

    def contribution(self, packet: str | None) -> Contribution | None:
        """One of the thread; None for a packet that is not of it."""
        if packet is None or self.thread is None:
            return None
        found = (each for each in self.thread.contributions if each.packet == packet)
        return next(found, None)
