"""The server's nonces: no table holds them, a MAC tells its own, and after ten minutes they end."""

from __future__ import annotations

import re
import secrets

from central_server.clock import Clock
from central_server.failures import Refused
from review_protocol.documents.answers import RefusalCode
from review_protocol.keys import Randomness, SigningKey, mac, mac_key, mac_matches

LIFETIME_SECONDS = 600
_FORM = re.compile(
    r"v1\.([0-9a-f]{1,12})\.([0-9a-f]{32})\.([0-9a-f]{64})(?:\.(d-[a-z2-7]{16}))?", re.ASCII
)


class Nonces:
    """Makes and checks nonces. A replay within their life repeats an idempotent request only."""

    def __init__(
        self, key: SigningKey, clock: Clock, randomness: Randomness = secrets.token_bytes
    ) -> None:
        self._key = mac_key(key.seed, "server nonce")
        self._clock = clock
        self._randomness = randomness

    def fresh(self, kid: str | None = None) -> str:
        """`v1.<time hex>.<random hex>.<mac hex>`, and `.<kid>` where it is given to a device."""
        time, chance = f"{int(self._clock().timestamp()):x}", self._randomness(16).hex()
        nonce = f"v1.{time}.{chance}.{self._mac(time, chance, kid)}"
        return nonce if kid is None else f"{nonce}.{kid}"

    def check(self, nonce: str, kid: str) -> None:
        """Raises Refused (stale nonce) for one that is not ours, was given to another device than
        this, or is older than ten minutes."""
        match = _FORM.fullmatch(nonce)
        if match is None or not mac_matches(match[3], self._key, *_parts(*match.group(1, 2, 4))):
            raise Refused(RefusalCode.STALE_NONCE, "not a nonce of this server")
        if match[4] not in (None, kid):
            raise Refused(RefusalCode.STALE_NONCE, "given to another device")
        if self._clock().timestamp() - int(match[1], 16) > LIFETIME_SECONDS:
            raise Refused(RefusalCode.STALE_NONCE, "older than ten minutes")

    def _mac(self, time: str, chance: str, kid: str | None) -> str:
        return mac(self._key, *_parts(time, chance, kid))


def _parts(time: str, chance: str, kid: str | None) -> tuple[bytes, ...]:
    return tuple(part.encode("ascii") for part in (time, chance, kid) if part is not None)
