"""The real server as a process, founded once for each test process and copied for each file."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reviewer_app.app import application
from reviewer_app.command_line import Options
from reviewer_app.demo.founding import Founded
from reviewer_app.demo.pictures import Pictures
from reviewer_app.demo.server import CentralServer
from reviewer_app.demo.stage import HEIGHT, WIDTH, Stage, Story
from reviewer_app.demo.telling import Telling
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.wording import sentence_of
from tests.e2e.world import PASSPHRASE, World, found, server_in

HAN = re.compile("[一-鿿]")
Told = Callable[[Exception], tuple[str, str]]


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


@pytest.fixture
def told(qapp: QApplication) -> Iterator[Told]:
    """What the app says of a failure, in English and in Chinese; both are checked to be words."""
    languages = Languages(qapp)

    def both(failure: Exception) -> tuple[str, str]:
        languages.use("en")
        english = sentence_of(failure).whole
        languages.use("zh_CN")
        chinese = sentence_of(failure).whole
        assert english.isascii() or "“" in english or "’" in english or "—" in english
        assert HAN.search(chinese)
        return english, chinese

    yield both
    languages.use("en")
    languages.deleteLater()


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


OpenApp = Callable[..., AbstractContextManager[Stage]]
"""The world, the profile, and the files that the application is started with."""


@pytest.fixture
def open_app(qapp: QApplication, tmp_path: Path) -> OpenApp:
    """Opens the real application in its window on a profile, which may not exist yet."""

    @contextmanager
    def opened(world: World, profile: Path, *files: Path) -> Iterator[Stage]:
        story = Story(
            world.folder,
            Founded(world.server, ()),
            Telling(StringIO()),
            Pictures(tmp_path / "pictures"),
            qapp,
        )
        options = Options(folder=profile, language="en", theme="light", files=files)
        with application(qapp, options) as app:
            app.window.resize(WIDTH, HEIGHT)
            yield Stage(story, app)

    return opened


@pytest.fixture
def at_desk(open_app: OpenApp) -> Callable[[World, str], AbstractContextManager[Stage]]:
    """Opens the application on the desk of a person of the world, made ready by the services."""

    @contextmanager
    def opened(world: World, name: str) -> Iterator[Stage]:
        world.desk(name).ready()
        world.close_desk(name)
        with open_app(world, world.profile(name)) as stage:
            stage.hands.write("Passphrase", PASSPHRASE)
            stage.hands.press("Open")
            stage.hands.await_words("Preferences")
            stage.settle()
            yield stage

    return opened
