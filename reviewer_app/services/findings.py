"""What is found on the way to a server: steps, how each ended, and facts without words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Step(StrEnum):
    """The way to the server, in its order."""

    NAME = "name"
    TCP = "tcp"
    PROXY = "proxy"
    TLS = "tls"
    ANSWER = "answer"
    SIGNATURE = "signature"
    CLOCK = "clock"
    LOG = "log"


class Outcome(StrEnum):
    """How a step ended; what was noted stops nothing."""

    GOOD = "good"
    NOTED = "noted"
    BAD = "bad"
    SKIPPED = "skipped"


class Finding(StrEnum):
    """What was found; `StepFound.facts` holds what belongs to it, named in parentheses here."""

    NOT_TRIED = "not-tried"
    CANCELLED = "cancelled"
    NO_ADDRESS = "no-address"
    """(server)"""
    NAME_FOUND = "name-found"
    """(host, addresses)"""
    NAME_NOT_FOUND = "name-not-found"
    """(host)"""
    NAME_SILENT = "name-silent"
    """(host) Nobody answered to the question for the name."""
    REACHED = "reached"
    """(address, port)"""
    REFUSED = "refused"
    """(host, port)"""
    SILENT = "silent"
    """(host, port) No answer in time."""
    UNREACHABLE = "unreachable"
    """(host, port, reason)"""
    BROKE_OFF = "broke-off"
    """(reason)"""
    DIRECT = "direct"
    VIA_PROXY = "via-proxy"
    """(proxy)"""
    PROXY_SIGN_IN = "proxy-sign-in"
    """(proxy)"""
    PROXY_REFUSED = "proxy-refused"
    """(proxy, status)"""
    PROXY_UNSUPPORTED = "proxy-unsupported"
    """(proxy)"""
    TRUSTED = "trusted"
    """(issuer, until)"""
    PRIVATE_AUTHORITY = "private-authority"
    """(issuer, until) Trusted on this computer, and by no public list: an employer's filter?"""
    UNKNOWN_AUTHORITY = "unknown-authority"
    """(issuer, subject)"""
    OTHER_NAME = "other-name"
    """(issuer, subject, names)"""
    EXPIRED = "expired"
    """(issuer, until, clock)"""
    NOT_YET_VALID = "not-yet-valid"
    """(issuer, since, clock)"""
    UNTRUSTED = "untrusted"
    """(issuer, reason)"""
    NO_TLS = "no-tls"
    """(reason)"""
    HTTP = "http"
    LOCAL_HTTP = "local-http"
    ANSWERED = "answered"
    """(status)"""
    PAGE = "page"
    """(status, leads_to) A page, or a redirect to one."""
    NO_ANSWER = "no-answer"
    """(reason)"""
    OURS = "ours"
    """(version, deployment)"""
    OTHER_KEY = "other-key"
    UNSIGNED = "unsigned"
    CLOCK_RIGHT = "clock-right"
    """(seconds)"""
    CLOCK_OFF = "clock-off"
    """(seconds, server, own)"""
    CLOCK_BEHIND = "clock-behind"
    """(known, own) The clock is behind what was signed long ago."""
    LOG_CONTINUES = "log-continues"
    """(size)"""
    LOG_SPLIT = "log-split"
    LOG_UNKNOWN = "log-unknown"


@dataclass(frozen=True, slots=True)
class StepFound:
    """One step, how it ended, and why; times are timestamps, days `YYYY-MM-DD`. No secrets."""

    step: Step
    outcome: Outcome
    finding: Finding
    facts: Mapping[str, str] = field(default_factory=dict)
