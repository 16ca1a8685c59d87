"""The arguments of devices, confirm-device and revoke."""

from __future__ import annotations

import argparse
from typing import Protocol

from central_server.cli.words import say
from review_protocol.documents.text import Language


class _Adds(Protocol):
    def add(self, name: str, words: str | None = None) -> argparse._ArgumentGroup: ...


def add_devices(building: _Adds, language: Language) -> None:
    """All three commands."""

    def about(key: str) -> str:
        return say(language, key).replace("%", "%%")

    building.add("devices")
    confirming = building.add("confirm-device")
    confirming.add_argument("device", metavar="KID", help=about("kid"))
    confirming.add_argument("--words", metavar="TEXT", help=about("six-words"))
    revoking = building.add("revoke")
    revoking.add_argument("device", metavar="KID", help=about("kid"))
    revoking.add_argument(
        "--from-leaf", type=int, required=True, metavar="N", help=about("from-leaf")
    )
    revoking.add_argument("--reason", required=True, help=about("reason"))
