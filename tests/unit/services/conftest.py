"""An open desk; a real central server behind a network that can be spoiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from central_server.http.app import create_app
from tests.builders.desk import ADesk, a_desk
from tests.builders.enrolled import Enrolled, enrolling
from tests.builders.server import ServerFolder, a_server_folder
from tests.unit.sync.network import Network, a_network


@pytest.fixture
def folder(tmp_path: Path) -> ServerFolder:
    return a_server_folder(tmp_path, cases=2)


@pytest.fixture
def network(folder: ServerFolder) -> Iterator[Network]:
    with folder.open() as server, a_network(create_app(server)) as network:
        yield network


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path) as made:
        yield made


@pytest.fixture
def enrolled(
    tmp_path: Path, network: Network, folder: ServerFolder
) -> Iterator[Callable[[str], Enrolled]]:
    """Enrols people by name."""
    with enrolling(tmp_path, network.address, folder.people) as enrol:
        yield enrol
