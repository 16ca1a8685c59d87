"""The limits of one device and one address, as options of serve and status."""

from __future__ import annotations

import argparse

from central_server.cli.arguments.options import Options
from central_server.cli.arguments.readers import whole
from central_server.limits import USUAL, Limits

_HIGHEST = 1_000_000_000
_STORED = {"stored-packets": USUAL.stored_packets, "stored-mib": USUAL.stored_bytes >> 20}
_ALL = {
    "requests-per-minute": USUAL.requests_per_minute,
    "packets-per-hour": USUAL.packets_per_hour,
    "address-requests-per-minute": USUAL.address_requests_per_minute,
} | _STORED


def take_limits(options: Options) -> None:
    """Add an option for each limit."""
    _take(options, _ALL)


def take_stored_limits(options: Options) -> None:
    """Add an option for each limit of what is kept."""
    _take(options, _STORED)


def limits(arguments: argparse.Namespace) -> Limits:
    """All of them as they were given."""
    return Limits(
        requests_per_minute=arguments.requests_per_minute,
        packets_per_hour=arguments.packets_per_hour,
        address_requests_per_minute=arguments.address_requests_per_minute,
        stored_packets=arguments.stored_packets,
        stored_bytes=arguments.stored_mib << 20,
    )


def stored_limits(arguments: argparse.Namespace) -> Limits:
    """Those of what is kept as they were given."""
    return Limits(stored_packets=arguments.stored_packets, stored_bytes=arguments.stored_mib << 20)


def _take(options: Options, usual: dict[str, int]) -> None:
    for name, figure in usual.items():
        options.limit(name, figure, whole(0, _HIGHEST))
