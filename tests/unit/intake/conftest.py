"""A founded server's folder."""

from __future__ import annotations

import pytest

from central_server.founding import found
from review_protocol.passphrase import Argon2Cost

CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def founded(tmp_path):
    found(
        tmp_path / "home",
        tmp_path / "root.key",
        "correct horse",
        origin="reviews.example.org/log/1",
        now="2026-06-01T00:00:00Z",
        cost=CHEAP,
    )
    return tmp_path / "home"
