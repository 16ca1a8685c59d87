"""The few packets of a kind, found in the index of pages and not packet by packet."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from central_server.store import schema

_leaf = schema.packet.c.leaf


def found(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Packets of which these hold; of what they ask nothing is to be but in `packet_place`: round,
    kind, case and disposition."""
    return _leaf.in_(select(_leaf).where(*conditions).correlate(None))
