"""A server, its network and a desk: made once, copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.machine.ground import Template, a_template
from tests.unit.rotation.ground import Rotating
from tests.unit.sync.network import a_network


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Template]:
    with a_network() as network:
        yield a_template(tmp_path_factory.mktemp("rotating"), network)


@pytest.fixture
def rotating(template: Template, tmp_path: Path) -> Iterator[Rotating]:
    with template.copied(tmp_path) as run:
        yield Rotating(run)
    template.network.mend()
