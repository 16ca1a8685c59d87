"""The person's devices in use, as the server told of them last."""

from __future__ import annotations

import orjson
from sqlalchemy import Connection

from review_protocol.documents.answers import DeviceRow
from reviewer_app.models.facts import FactName, fact_of


def told_devices(connection: Connection) -> tuple[DeviceRow, ...]:
    """All of them; none before the first sync, or once this device was revoked."""
    body = fact_of(connection, FactName.DEVICES)
    return () if body is None else tuple(map(DeviceRow.model_validate, orjson.loads(body)))


def told_name(connection: Connection, kid: str) -> str:
    """The name under which this device was enrolled; its key id where nobody told it."""
    return next((each.name for each in told_devices(connection) if each.kid == kid), kid)
