"""What the tests of the architecture leave in the process."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _trees_are_passed_over() -> Iterator[None]:
    """The trees of all modules stay, a million nodes that each later search would walk."""
    yield
    gc.collect()
    gc.freeze()
