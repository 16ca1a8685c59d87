"""All tables of the desk at once: what its migrations make, and what closing a round empties."""

from __future__ import annotations

from reviewer_app.models import (
    case_schema,
    dossier_schema,
    log_schema,
    others_schema,
    panel_list_schema,
    panel_schema,
)
from reviewer_app.models.schema import metadata

__all__ = [
    "case_schema",
    "dossier_schema",
    "log_schema",
    "metadata",
    "others_schema",
    "panel_list_schema",
    "panel_schema",
]
