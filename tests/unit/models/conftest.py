"""A profile folder with a real SQLCipher database, and a desk that is enrolled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.keys import SigningKey
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.store import Store, open_store
from tests.builders.world import SignedWorld, a_key
from tests.unit.models.disks import small_disk

__all__ = ["small_disk"]

KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path, KEY)
    yield opened
    opened.close()


@pytest.fixture
def world() -> SignedWorld:
    return SignedWorld()


@pytest.fixture
def device() -> SigningKey:
    return a_key(9)


@pytest.fixture
def desk(store: Store, world: SignedWorld) -> Store:
    """A store that knows its deployment, so that packets can be signed."""
    with store.write() as connection:
        keep_fact(connection, FactName.ROOT_KEY, world.root.public.raw)
    return store
