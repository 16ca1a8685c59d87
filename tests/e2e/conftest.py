"""The real server as a process, founded once for each test process and copied for each file."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewer_app.demo.server import CentralServer
from tests.e2e.world import World, found, server_in


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded programme, never served: the pattern that each test file gets a copy of."""
    folder = tmp_path_factory.mktemp("founded")
    found(folder, now=datetime.now(UTC))
    return folder


@pytest.fixture(scope="module")
def new_world(
    founded: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], World]]:
    """Makes worlds with a serving server each; everything is stopped at the end."""
    made: list[World] = []

    def make() -> World:
        folder = tmp_path_factory.mktemp("world") / "programme"
        shutil.copytree(founded, folder)
        world = World(folder, server_in(folder))
        made.append(world)
        world.server.start()
        return world

    yield make
    for world in made:
        world.held.close()
        world.server.stop()


@pytest.fixture(scope="module")
def world(new_world: Callable[[], World]) -> World:
    """This file's programme and server."""
    return new_world()


@pytest.fixture
def server(world: World) -> Iterator[CentralServer]:
    """The server, running again after the test whatever the test did to it."""
    yield world.server
    world.server.start()
