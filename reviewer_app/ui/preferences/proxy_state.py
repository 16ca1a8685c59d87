"""What the preferences show of the way through a proxy."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import ExpectedFailure
from reviewer_app.sync.proxies import FROM_SYSTEM, ProxyChoice, ProxyMode


@dataclass(frozen=True, slots=True)
class ProxyState:
    """`kept` is what stands, `mode` what is looked at; `done` after it was kept just now."""

    kept: ProxyChoice = FROM_SYSTEM
    mode: ProxyMode = ProxyMode.SYSTEM
    wrong_port: bool = False
    done: bool = False
    failure: ExpectedFailure | None = None


@dataclass(frozen=True, slots=True)
class ProxyEntry:
    """What was typed; `password` is None where the kept one is to stay."""

    address: str
    port: str
    user: str
    password: str | None
