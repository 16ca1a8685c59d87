"""How long a passphrase is that seals keys."""

from __future__ import annotations

SHORTEST_PASSPHRASE = 8
"""Characters."""
