"""The server's nonces: no table holds them, a MAC tells its own, and after ten minutes they end."""

from __future__ import annotations

import re
import secrets

from central_server.clock import Clock
from central_server.failures import Refused
from review_protocol.documents.answers import RefusalCode
from review_protocol.keys import Randomness, SigningKey, mac, mac_key, mac_matches

LIFETIME_SECONDS = 600
_FORM = re.compile(r"v1\.([0-9a-f]{1,12})\.([0-9a-f]{32})\.([0-9a-f]{64})", re.ASCII)


class Nonces:
    """Makes and checks nonces. A replay within their life repeats an idempotent request only."""

    def __init__(
        self, key: SigningKey, clock: Clock, randomness: Randomness = secrets.token_bytes
    ) -> None:
        self._key = mac_key(key.seed, "server nonce")
        self._clock = clock
        self._randomness = randomness

    def fresh(self) -> str:
        """`v1.<time hex>.<random hex>.<mac hex>`."""
        time, chance = f"{int(self._clock().timestamp()):x}", self._randomness(16).hex()
        return f"v1.{time}.{chance}.{self._mac(time, chance)}"

    def check(self, nonce: str) -> None:
        """Raises Refused (stale nonce) for one that is not ours, or older than ten minutes."""
        match = _FORM.fullmatch(nonce)
        if match is None or not mac_matches(match[3], self._key, *_parts(match[1], match[2])):
            raise Refused(RefusalCode.STALE_NONCE, "not a nonce of this server")
        if self._clock().timestamp() - int(match[1], 16) > LIFETIME_SECONDS:
            raise Refused(RefusalCode.STALE_NONCE, "older than ten minutes")

    def _mac(self, time: str, chance: str) -> str:
        return mac(self._key, *_parts(time, chance))


def _parts(time: str, chance: str) -> tuple[bytes, bytes]:
    return time.encode("ascii"), chance.encode("ascii")
