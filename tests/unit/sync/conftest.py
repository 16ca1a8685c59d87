"""A real central server behind a network that can be spoiled, and desks enrolled with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from central_server.http.app import create_app
from tests.builders.server import ServerFolder, a_server_folder
from tests.unit.models.disks import small_disk
from tests.unit.sync.by_file import FREE, ByFile
from tests.unit.sync.desks import Desk, an_enrolled_desk
from tests.unit.sync.network import Network, a_network

__all__ = ["small_disk"]


@pytest.fixture
def folder(tmp_path: Path) -> ServerFolder:
    return a_server_folder(tmp_path, cases=3)


@pytest.fixture
def network(folder: ServerFolder) -> Iterator[Network]:
    with folder.open() as server, a_network(create_app(server)) as network:
        yield network


@pytest.fixture
def desk_of(
    folder: ServerFolder, network: Network, tmp_path: Path
) -> Iterator[Callable[[str], Desk]]:
    """Enrols the person with this name."""
    desks: list[Desk] = []

    def enrol(name: str) -> Desk:
        desks.append(
            an_enrolled_desk(tmp_path / f"desk-{name}", network.address, folder.people[name])
        )
        return desks[-1]

    yield enrol
    for desk in desks:
        desk.store.close()


@pytest.fixture
def desk(desk_of: Callable[[str], Desk], network: Network) -> Desk:
    desk = desk_of("reviewer")
    network.asked.clear()
    return desk


@pytest.fixture
def by_file(desk: Desk, folder: ServerFolder, tmp_path: Path) -> ByFile:
    bag = tmp_path / "bag"
    bag.mkdir()
    return ByFile(desk, folder, bag)


@pytest.fixture
def reading(by_file: ByFile) -> ByFile:
    """With the texts on the desk."""
    by_file.take(by_file.batch())
    by_file.desk.declare(**FREE)
    by_file.take(by_file.answer(by_file.hand_in()))
    return by_file
