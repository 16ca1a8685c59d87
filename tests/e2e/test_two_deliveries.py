"""Desk or server is killed (-9) while two deliveries of one desk are under way at once."""

import http.client
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from review_protocol.exchange import DELIVERY_COUNT
from reviewer_app.demo.server import CentralServer, serving
from reviewer_app.errors import AnswerCutOff, NoConnection
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import DeliveryState
from tests.builders.desks import Reply
from tests.e2e.world import CHEAP, PASSPHRASE, World, a_sheet, opened_desk, server_in
from tests.unit.sync.network import Network, a_network

pytestmark = pytest.mark.campaign

PATIENCE = 60  # seconds
DELIVERIES = "/v1/packets"
SYNC = """
import sys
from pathlib import Path
from tests.e2e.world import opened_desk
with opened_desk(Path(sys.argv[1])) as desk:
    desk.sync()
"""


@dataclass
class Waiting:
    """A desk with two deliveries in its outbox, its server, and the network between them."""

    network: Network
    profile: Path
    world: World
    taken: int = 0
    under_way: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    over: threading.Event = field(default_factory=threading.Event)

    def hold(self, taken: int) -> None:
        """The next two deliveries are held: `taken` of them once the server has answered them."""
        for number in range(2):
            self.network.spoil(DELIVERIES, self._held, reaching=number < taken)

    def _held(self, handler, reply) -> None:
        self.under_way.release()
        assert self.over.wait(PATIENCE)
        handler.close_connection = True

    def until_both_are_under_way(self) -> None:
        for _ in range(2):
            assert self.under_way.acquire(timeout=PATIENCE)


def upstream(server: CentralServer) -> Callable[[str, str, dict[str, str], bytes], Reply]:
    def call(method: str, target: str, headers: dict[str, str], body: bytes) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        try:
            connection.request(method, target, body=body, headers=headers)
            answer = connection.getresponse()
            named = {name.lower(): text for name, text in answer.getheaders()}
            return Reply(answer.status, named, answer.read())
        finally:
            connection.close()

    return call


@pytest.fixture(scope="module")
def prepared(
    founded: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Network, Path]]:
    """A network, and a folder with a desk that has signed more than one delivery, not handed in."""
    folder = tmp_path_factory.mktemp("prepared") / "programme"
    shutil.copytree(founded, folder)
    world = World(folder, server_in(folder))
    with a_network() as network:
        network.upstream = upstream(world.server)
        with serving(world.server):
            letter = world.letter("Ada")
            Enrolment(world.profile("Ada"), cost=CHEAP).accept(
                network.address, letter.code, "laptop", PASSPHRASE
            )
            with opened_desk(world.profile("Ada")) as desk:
                first, second, *_ = desk.ready().numbers
                desk.score(first, 5)
                for turn in range(DELIVERY_COUNT - 1):
                    desk.services.signing.amend(
                        first, a_sheet(6 + turn % 2), LanguageRead.BOTH, f"no. {turn}"
                    )
                desk.score(second, 7)
        yield network, folder


@pytest.fixture
def waiting(prepared: tuple[Network, Path], tmp_path: Path) -> Iterator[Waiting]:
    network, pattern = prepared
    folder = tmp_path / "programme"
    shutil.copytree(pattern, folder)
    world = World(folder, server_in(folder))
    network.upstream = upstream(world.server)
    made = Waiting(network, world.profile("Ada"), world)
    with serving(world.server):
        yield made
        made.over.set()


def assert_each_is_in_the_log_once(waiting: Waiting) -> None:
    """`packets` of the log raises where an id has two leaves."""
    with opened_desk(waiting.profile) as desk:
        desk.sync()
        rows = desk.services.handin.outbox()
        receipts = desk.receipts()
    held = waiting.world.packets()
    assert {row.state for row in rows} == {DeliveryState.RECEIVED}
    assert None not in receipts.values()
    assert set(receipts) == set(held)
    assert set(held.values()) == {"counted"}
    assert "The log is right" in waiting.world.server.run("log", "verify")


@pytest.mark.parametrize("taken", [1, 2])
def test_the_desk_is_killed(waiting: Waiting, taken: int):
    before = len(waiting.world.packets())
    waiting.hold(taken)
    with subprocess.Popen([sys.executable, "-c", SYNC, str(waiting.profile)]) as app:
        waiting.until_both_are_under_way()
        app.kill()
    waiting.over.set()
    assert (len(waiting.world.packets()) - before) in {1: {1, 200}, 2: {201}}[taken]
    assert_each_is_in_the_log_once(waiting)


@pytest.mark.parametrize("taken", [0, 1])
def test_the_server_is_killed(waiting: Waiting, taken: int):
    waiting.hold(taken)

    def end() -> None:
        waiting.until_both_are_under_way()
        waiting.world.server.kill()
        waiting.over.set()

    killer = threading.Thread(target=end, name="killer")
    killer.start()
    with opened_desk(waiting.profile) as desk:
        before = set(desk.receipts().values())
        with pytest.raises((NoConnection, AnswerCutOff)):
            desk.sync()
        assert desk.services.desk.overview().waiting == DELIVERY_COUNT + 1
        assert set(desk.receipts().values()) == before
    killer.join()
    waiting.world.server.start()
    assert_each_is_in_the_log_once(waiting)
