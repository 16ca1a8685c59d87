"""What the app asks of a keyring; each act in its own process, on a session bus of its own."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import secretstorage
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from reviewer_app.models.keyring import RememberedKey

KEY, ANOTHER = bytes(range(32)), bytes(32)
SECRETS = "org.freedesktop.secrets"
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


def remember_recall_forget() -> dict[str, object]:
    """The whole life of a copy, and that another profile's is another."""
    first, second = RememberedKey("first"), RememberedKey("second")
    steps = {
        "remembered": first.remember(KEY),
        "recalled": first.recall() == KEY,
        "by a later process": RememberedKey("first").recall() == KEY,
        "another profile": second.recall(),
        "remembered anew": first.remember(ANOTHER) and first.recall() == ANOTHER,
    }
    first.forget()
    first.forget()  # what is not there can be forgotten too
    return steps | {"forgotten": first.recall()}


def remember_only() -> dict[str, object]:
    return {"remembered": RememberedKey("first").remember(KEY)}


def recall_only() -> dict[str, object]:
    return {"recalled": RememberedKey("first").recall() == KEY}


def ask_a_locked_keyring() -> dict[str, object]:
    """A keyring that the person has locked: nobody is there to type its password."""
    copy = RememberedKey("first")
    steps: dict[str, object] = {"remembered": copy.remember(KEY)}
    with default_collection() as collection:
        collection.lock()
        steps["locked"] = collection.is_locked()
    return steps | _timed(copy)


def ask() -> dict[str, object]:
    """Ask whatever there is, or is not."""
    return _timed(RememberedKey("first"))


def ask_a_hanging_service() -> dict[str, object]:
    """A Secret Service that takes every call and answers none."""
    with hanging_service() as heard:
        answers = _timed(RememberedKey("first"))
        return answers | {"heard": sorted(set(heard))}


def _timed(copy: RememberedKey) -> dict[str, object]:
    """Each of the three, with its seconds."""
    acts: dict[str, Callable[[], object]] = {
        "recall": copy.recall,
        "remember": lambda: copy.remember(KEY),
        "forget": copy.forget,
    }
    answers: dict[str, object] = {}
    for name, act in acts.items():
        began = time.monotonic()
        answers[name] = act()
        answers[f"{name} seconds"] = time.monotonic() - began
    return answers


@contextmanager
def default_collection() -> Iterator[secretstorage.Collection]:
    connection = secretstorage.dbus_init()
    try:
        yield secretstorage.get_default_collection(connection)
    finally:
        connection.close()


@contextmanager
def hanging_service() -> Iterator[list[str]]:
    """Owns the service's name meanwhile; hears the members that are called."""
    connection = open_dbus_connection()
    take = new_method_call(_BUS, "RequestName", "su", (SECRETS, 0))
    assert unwrap_msg(connection.send_and_get_reply(take)) == (1,)
    heard: list[str] = []
    ends = threading.Event()

    def listen() -> None:
        while not ends.is_set():
            try:
                message = connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                heard.append(message.header.fields[HeaderFields.member])

    listening = threading.Thread(target=listen)
    listening.start()
    try:
        yield heard
    finally:
        ends.set()
        listening.join()
        connection.close()
