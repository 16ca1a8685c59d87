"""The proxy: as the system says, none, or an address with name and password, kept encrypted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.sync.proxies import FROM_SYSTEM, ProxyChoice, ProxyMode
from reviewer_app.ui.preferences.proxy_model import address_of
from reviewer_app.ui.preferences.proxy_state import ProxyEntry
from tests.builders.desk import a_desk
from tests.ui.preferences.rooms import PreferencesRoom
from tests.ui.screens import supplied, words_of


class Room(PreferencesRoom):
    def type(self, name: str, text: str) -> None:
        (line,) = [e for e in self.view.findChildren(QLineEdit) if e.accessibleName() == name]
        line.setText(text)

    def kept(self) -> ProxyChoice:
        return self.given.supplies.services.handin.proxy()


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with a_desk(tmp_path, cases=1) as desk, supplied(desk) as given:
        yield Room(given, qtbot)


def test_the_system_says_so_until_the_person_says_otherwise(room: Room):
    assert room.kept() == FROM_SYSTEM
    room.press("No proxy")
    assert room.kept().mode is ProxyMode.NONE
    room.press("As the system says")
    assert room.kept().mode is ProxyMode.SYSTEM


def test_an_address_is_kept_when_it_is_whole_and_its_password_is_not_shown(room: Room):
    room.press("This address")
    assert room.kept() == FROM_SYSTEM
    room.type("Address", "proxy.example.org")
    room.press("Use this address")
    assert "An address and a port from 1 to 65535 are needed." in words_of(room.view)
    room.type("Port", "3128")
    room.type("User name, if the proxy wants one", "ada")
    room.type("Its password", "pässword")
    room.press("Use this address")
    own = ProxyChoice(ProxyMode.ADDRESS, "proxy.example.org", 3128, "ada", "pässword")
    assert room.kept() == own
    assert "Kept, encrypted, on this computer." in words_of(room.view)
    assert "pässword" not in [e.text() for e in room.view.findChildren(QLineEdit)]
    room.type("Port", "8080")
    room.press("Use this address")
    assert (room.kept().port, room.kept().password) == (8080, "pässword")
    for path in room.given.supplies.folder.rglob("*"):
        assert path.is_dir() or "pässword".encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("address", "port", "place"),
    [
        ("proxy", "3128", ("proxy", 3128)),
        ("proxy:3128", "", ("proxy", 3128)),
        ("http://proxy.example.org:80/", "", ("proxy.example.org", 80)),
        ("2001:db8::1", "3128", ("2001:db8::1", 3128)),
        ("", "80", None),
        ("proxy", "", None),
        ("proxy", "0", None),
        ("proxy", "65536", None),
        ("ada:secret@proxy:80", "", None),
        ("https://proxy/x", "80", None),
        ("proxy", "٨٠", None),
    ],
)
def test_what_is_an_address(address: str, port: str, place: tuple[str, int] | None):
    assert address_of(ProxyEntry(address, port, "", None)) == place
