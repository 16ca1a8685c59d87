"""Where a file was left: page, size and turns, as a text that is kept with the desk."""

from __future__ import annotations

import json
from dataclasses import dataclass

from reviewer_app.ui.reading.attachments.plan import ZOOMS, Fit, Zoom


@dataclass(frozen=True, slots=True)
class FilePlace:
    """The page's index, its size, and quarter turns to the right."""

    page: int = 0
    zoom: Zoom = Fit.WIDTH
    turns: int = 0

    def text(self) -> str:
        """As it is kept."""
        return json.dumps([self.page, self.zoom, self.turns])


def place_in(text: str | None) -> FilePlace:
    """The place in what was kept; the beginning where that is unusable."""
    try:
        page, zoom, turns = json.loads(text or "")
        size: Zoom = zoom if zoom in ZOOMS else Fit(zoom)
        return FilePlace(max(0, int(page)), size, int(turns) % 4)
    except (ValueError, TypeError):
        return FilePlace()
