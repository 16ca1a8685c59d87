"""Packets that arrived before are judged again, because something about them is otherwise now."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import ColumnElement, select

from central_server.acts import Changes
from central_server.arrival_facts import ArrivalFacts
from central_server.changing import change_dispositions
from central_server.declarations import keep_older_declarations
from central_server.known import Known, Named
from central_server.log import OpenGroup
from central_server.named import find_named
from central_server.store import schema

Judge = Callable[[Collection[Named], Known], Changes]


def judge_again(
    group: OpenGroup,
    which: ColumnElement[bool],
    judge: Judge,
    *,
    deployment: str,
    act: str,
    now: str,
) -> int:
    """Judge these rows of packets again as of what is known now; answers how many stand otherwise.

    Each change is a leaf that names the act's hash; what counts by now declares what it says.
    """
    connection = group.connection
    rows = connection.execute(select(schema.packet.c.id).where(which)).scalars()
    named = find_named(connection, frozenset(rows)).values()
    if not named:
        return 0
    known = ArrivalFacts(deployment).look_up(connection, [each.packet for each in named])
    changes = judge(named, known)
    change_dispositions(group, changes, act=act, now=now)
    keep_older_declarations(connection, named, changes)
    return len(changes)
