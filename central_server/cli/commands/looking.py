"""The commands that change nothing: status, log verify."""

from __future__ import annotations

import argparse
from collections import Counter

from sqlalchemy import ColumnElement, Connection, func, select

from central_server.cli.arguments.options import Options
from central_server.cli.commands.limiting import stored_limits, take_stored_limits
from central_server.cli.session import OpenHome, Session, open_home
from central_server.cli.words import say
from central_server.documents import current_programme, current_rubric
from central_server.facts import Fact, find_fact
from central_server.inviting import list_people
from central_server.limits import nearly_full
from central_server.log import log_size
from central_server.restored import find_restoration
from central_server.rounds import all_rounds
from central_server.store import schema
from central_server.verifying import verify_log
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import RoundState


class Status:
    """What there is, in figures; no names of cases or people."""

    name = "status"

    def takes(self, options: Options) -> None:
        """The limits that `serve` was given, where they are not the usual ones."""
        take_stored_limits(options)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Print it."""
        with open_home(session) as server, server.store.read() as connection:
            if find_fact(connection, Fact.PROGRAMME) is None:
                session.tell("status-none")
            else:
                _tell_programme(session, connection)
            _tell_people(session, connection)
            for number, state in sorted(all_rounds(connection).items()):
                _tell_round(session, connection, number, state)
            _tell_log(session, server, connection)
            _tell_restored(session, connection)
            for kid, count, size in nearly_full(connection, stored_limits(arguments)):
                session.tell("status-full", kid=kid, count=count, mib=size >> 20)
        return 0


class LogVerify:
    """Checks the log anew."""

    name = "log"

    def takes(self, options: Options) -> None:
        """`verify`."""
        options.act("act", "verify", "log-verify")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Check it; a fault is a failure."""
        with open_home(session) as server, server.store.read() as connection:
            found = verify_log(connection, server.home)
        session.tell(
            "verified",
            leaves=found.leaves,
            checkpoints=found.checkpoints,
            packets=found.packets,
            root=found.root,
        )
        return 0


def _tell_programme(session: Session, connection: Connection) -> None:
    programme = current_programme(connection)
    sample = say(session.language, "status-sample") if current_rubric(connection).sample else ""
    name = session.best(programme.name)
    session.tell("status-programme", name=name, year=programme.year, sample=sample)
    table = schema.case_version
    areas = Counter(connection.execute(select(table.c.area).where(table.c.current == 1)).scalars())
    session.tell("status-cases", count=areas.total(), areas=_counted(session, "area", areas))


def _tell_people(session: Session, connection: Connection) -> None:
    rows = list_people(connection)
    roles = Counter(row.person.role.value for row in rows)
    states = Counter(row.state for row in rows)
    session.tell(
        "status-people",
        count=len(rows),
        roles=_counted(session, "role", roles) or "–",
        enrolled=states["enrolled"],
        declined=states["declined"],
    )


def _tell_round(session: Session, connection: Connection, number: int, state: RoundState) -> None:
    word = "state-closed" if state.closed else "state-open" if state.opened else "state-waiting"
    packet, assignment = schema.packet, schema.assignment
    in_round = packet.c.round == number
    scored = packet.c.kind == "score"
    session.tell(
        "status-round",
        round=number,
        state=say(session.language, word),
        closes=state.round.closes,
        assigned=_count(connection, assignment.c.round == number),
        received=_count(connection, in_round & scored & (packet.c.disposition == "counted")),
        held=_count(
            connection,
            in_round
            & packet.c.disposition.startswith("held:")
            & (packet.c.disposition != Disposition.HELD_SECOND_STAFF.value),
        ),
    )


def _tell_restored(session: Session, connection: Connection) -> None:
    restoration = find_restoration(connection)
    if restoration is None or restoration.done:
        return
    word = "waiting-some" if restoration.confirmed else "waiting-all"
    waiting = say(session.language, word, count=len(restoration.returned) + len(restoration.asking))
    session.tell("status-restored", made=restoration.made, waiting=waiting)


def _tell_log(session: Session, server: OpenHome, connection: Connection) -> None:
    table = schema.file
    files, size = connection.execute(
        select(func.count(), func.coalesce(func.sum(table.c.cipher_length), 0))
    ).one()
    session.tell(
        "status-log",
        origin=server.log.origin,
        size=log_size(connection),
        files=files,
        kib=size >> 10,
    )


def _counted(session: Session, kind: str, counts: Counter[str]) -> str:
    """Each by its word, with how many there are."""
    return session.comma.join(
        f"{say(session.language, f'{kind}-{each}')} {count}"
        for each, count in sorted(counts.items())
    )


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).where(condition)).scalar_one()
