"""What the ways to a desk that does not open have in common."""

from __future__ import annotations

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.page import Page


class HelpPage(Page):
    """`left` carries what came of it, in words; "" where the person went back."""

    left = Event(str)

    def give_up(self, _nothing: None) -> None:
        """The person goes back; nothing was changed."""
        self.left.emit("")
