"""The commands about devices: devices, revoke."""

from __future__ import annotations

import argparse

from central_server.batches import Issuer
from central_server.cli.session import Session, open_home
from central_server.devices import all_devices
from central_server.facts import Fact, read_fact
from central_server.revocation import revoke as revoke_device
from central_server.server import deployment_of
from central_server.shown import in_a_line


def devices(session: Session, arguments: argparse.Namespace) -> int:
    """List every certified device, with the leaf of its certificate."""
    with open_home(session.path) as server, server.store.read() as connection:
        rows = all_devices(connection)
    for row in rows:
        state = "–" if row.revoked_from is None else str(row.revoked_from)
        print(f"{row.kid}  {row.person}  {row.leaf:>8}  {state:>8}  {in_a_line(row.name)}")
    session.tell("devices-count", count=len(rows))
    return 0


def revoke(session: Session, arguments: argparse.Namespace) -> int:
    """Revoke a device from a leaf of the log on."""
    with open_home(session.path) as server:
        with server.store.read() as connection:
            deployment = deployment_of(read_fact(connection, Fact.ROOT_KEY))
        with server.log.appending(server.store) as group:
            revoked = revoke_device(
                group,
                arguments.device,
                from_leaf=arguments.from_leaf,
                reason=arguments.reason,
                issuer=Issuer(deployment, server.keys.server),
                now=session.now(),
            )
    session.tell(
        "revoked", kid=arguments.device, from_leaf=arguments.from_leaf, held=len(revoked.held)
    )
    for kid in revoked.also:
        session.tell("revoked-too", kid=kid)
    return 0
