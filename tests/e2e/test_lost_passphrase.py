"""A person who forgot the passphrase gets the desk back, without anybody's signing key moving."""

from collections.abc import Callable
from pathlib import Path

import pytest

from central_server.cli.main import main
from review_protocol.documents.people import InvitationLetter
from review_protocol.documents.score import LanguageRead
from reviewer_app.demo.experts import CHEAP
from reviewer_app.errors import (
    NoEscrowKey,
    RecoveryProblem,
    RecoveryRefused,
    WrongPassphrase,
)
from reviewer_app.models.vault import open_vault
from reviewer_app.opening import open_desk
from reviewer_app.services.recovering import Recovering
from tests.builders.killing import killed_at
from tests.e2e.world import PASSPHRASE, ROOT_PASSPHRASE, Desk, World, a_sheet

pytestmark = pytest.mark.campaign

NEW = "another bridge of ten arches"
ESCROW_PASSPHRASE = "in a safe, elsewhere"


@pytest.fixture(scope="module")
def world(new_world: Callable[[], World]) -> World:
    """A programme that declared an escrow key after its server was founded."""
    world = new_world()
    files = {"root-pass": ROOT_PASSPHRASE, "escrow-pass": ESCROW_PASSPHRASE}
    for name, content in files.items():
        (world.folder / name).write_text(content + "\n", encoding="utf-8")
    return world


def offline(world: World, *words: str) -> int:
    """A command on the operator's own machine."""
    return main(["--lang", "en", "--home", str(world.server.home), *words])


def declare_escrow(world: World) -> Path:
    key = world.folder / "escrow.key"
    if not key.exists():
        made = offline(
            world,
            *("escrow-key", "--out", str(key), "--root-key", str(world.folder / "root.key")),
            *("--passphrase-file", str(world.folder / "root-pass")),
            *("--escrow-passphrase-file", str(world.folder / "escrow-pass")),
        )
        assert made == 0
        world.server.stop()
        world.server.start()
    return key


def answer(world: World, request: Path, code: str, out: Path) -> int:
    return offline(
        world,
        *("recover", str(request), "--escrow-key", str(world.folder / "escrow.key")),
        *("--out", str(out), "--code", code),
        *("--passphrase-file", str(world.folder / "escrow-pass")),
    )


def recovering(world: World, name: str) -> Recovering:
    return Recovering(world.profile(name), cost=CHEAP)


def agreed(world: World, name: str) -> Desk:
    """A desk whose person agreed, with a score that was never sent, and a draft."""
    desk = world.desk(name).ready()
    if desk.services.at_rest.escrow.state().agreed:
        return desk
    declare_escrow(world)
    desk.sync()  # the new trust document comes with it
    assert desk.services.at_rest.escrow.agree().agreed
    desk.score(desk.numbers[0], 4)
    desk.services.scoring.keep(desk.numbers[1], a_sheet(6))
    return desk


def test_without_an_escrow_key_nothing_can_be_left(new_world: Callable[[], World]):
    desk = new_world().desk("Ada")
    assert not desk.services.at_rest.escrow.state().offered
    with pytest.raises(NoEscrowKey):
        desk.services.at_rest.escrow.agree()


def test_a_desk_comes_back_with_all_that_was_typed_and_signed(world: World, tmp_path: Path):
    desk = agreed(world, "Ada")
    numbers = desk.numbers
    unsent = desk.services.handin.outbox()[0].packet
    old = open_vault(world.profile("Ada"), PASSPHRASE)
    world.close_desk("Ada")
    lost = recovering(world, "Ada")
    assert lost.is_possible()
    asked = lost.ask(NEW, tmp_path / "request")
    assert lost.asked() == asked
    assert answer(world, tmp_path / "request", asked.code.lower(), tmp_path / "answer") == 0
    with pytest.raises(WrongPassphrase):
        lost.open(tmp_path / "answer", PASSPHRASE)
    lost.open(tmp_path / "answer", NEW)
    new = open_vault(world.profile("Ada"), NEW)
    assert new.database_key == old.database_key
    assert new.kid != old.kid
    assert lost.asked() is None
    opened = open_desk(world.profile("Ada"), NEW)
    back = Desk(opened)
    enrolling = back.services.at_rest.enrolling_again
    assert enrolling.is_needed()
    signed = back.services.signing.sign(numbers[1], LanguageRead.BOTH)  # what was typed
    person = next(
        line.split()[0] for line in world.server.run("people").splitlines() if "Ada" in line
    )
    letter = tmp_path / "again.invitation"
    world.server.run(
        "invite", "--again", person, "--server", world.server.address, "--letter", str(letter)
    )
    enrolling.accept(
        world.server.address,
        InvitationLetter.from_body(letter.read_bytes()).code,
        "the same laptop",
    )
    assert not enrolling.is_needed()
    back.sync()
    held = world.packets()
    assert (held[unsent], held[signed]) == ("counted", "counted")
    assert None not in back.receipts().values()
    assert back.services.at_rest.escrow.state().renewable
    opened.store.close()


def test_another_persons_code_is_refused(world: World, tmp_path: Path):
    agreed(world, "Ben")
    world.close_desk("Ben")
    lost = recovering(world, "Ben")
    asked = lost.ask(NEW, tmp_path / "request")
    answer(world, tmp_path / "request", asked.code, tmp_path / "answer")
    lost.open(tmp_path / "answer", NEW)
    opened = open_desk(world.profile("Ben"), NEW)
    with pytest.raises(RecoveryRefused) as told:
        opened.services.at_rest.enrolling_again.accept(
            world.server.address, world.letter("Hana").code, "laptop"
        )
    assert told.value.problem is RecoveryProblem.OTHER_PERSON
    assert opened.services.at_rest.enrolling_again.is_needed()
    opened.store.close()


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_keys_that_are_damaged_or_gone_are_made_anew(world: World, tmp_path: Path, harm: str):
    """The file under the passphrase is the desk's only one of its kind; the key left is another."""
    name = {"damaged": "Dov", "gone": "Fay"}[harm]
    number = agreed(world, name).numbers[1]
    world.close_desk(name)
    keys = world.profile(name) / "profile.json"
    keys.write_bytes(keys.read_bytes()[:-50])
    if harm == "gone":
        keys.unlink()
    lost = recovering(world, name)
    asked = lost.ask(NEW, tmp_path / "request")
    answer(world, tmp_path / "request", asked.code, tmp_path / "answer")
    lost.open(tmp_path / "answer", NEW)
    opened = open_desk(world.profile(name), NEW)
    marks = [each.mark for each in opened.services.desk.open(number).answers.criteria]
    assert marks == [6, 6, 6]
    opened.store.close()


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("cut", RecoveryProblem.UNREADABLE),
        ("another request's", RecoveryProblem.OTHER_REQUEST),
        ("none was asked for", RecoveryProblem.NOT_ASKED),
        ("withdrawn", RecoveryProblem.NOT_ESCROWED),
    ],
)
def test_what_does_not_fit_changes_nothing(
    world: World, tmp_path: Path, harm: str, problem: RecoveryProblem
):
    desk = agreed(world, "Chi")
    (world.profile("Chi") / "recovery.json").unlink(missing_ok=True)
    with pytest.raises(RecoveryRefused) as told:
        _go_wrong(world, desk, tmp_path, harm)
    assert told.value.problem is problem
    assert open_vault(world.profile("Chi"), PASSPHRASE)
    desk.services.at_rest.escrow.agree()


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("0000000-0000000-0000000-000000", "The code is not that of"),
        ("slip", "This code cannot be right"),
    ],
)
def test_the_operator_answers_no_request_with_another_code(
    world: World,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    heard: str,
    said: str,
):
    """Whoever changed the request on its way cannot read the right code over the telephone."""
    agreed(world, "Eve")
    recovering(world, "Eve").ask(NEW, tmp_path / "request")
    assert answer(world, tmp_path / "request", heard, tmp_path / "answer") == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "answer").exists()
    (world.profile("Eve") / "recovery.json").unlink()


@pytest.mark.parametrize(
    ("step", "before"),
    [
        ("recovering.start_chain_after", False),
        ("recovering.change_passphrase", True),
        ("recovering.change_passphrase", False),
        ("recovering.forget_request", False),
    ],
)
def test_killed_while_it_opens_the_desk_is_opened_again(
    world: World, tmp_path: Path, step: str, before: bool
):
    agreed(world, "Eve")
    folder = world.profile("Eve")
    pristine = (folder / "profile.json").read_bytes()
    lost = recovering(world, "Eve")
    asked = lost.ask(NEW, tmp_path / "request")
    answer(world, tmp_path / "request", asked.code, tmp_path / "answer")
    killed_at(
        f"reviewer_app.services.{step}",
        f"""
from pathlib import Path
from reviewer_app.demo.experts import CHEAP
from reviewer_app.services.recovering import Recovering
Recovering(Path({str(folder)!r}), cost=CHEAP).open(Path({str(tmp_path / "answer")!r}), {NEW!r})
""",
        before=before,
    )
    if lost.asked() is not None:
        lost.open(tmp_path / "answer", NEW)
    assert open_vault(folder, NEW)
    assert list((folder / "set-aside").glob("profile-*.json"))
    (folder / "profile.json").write_bytes(pristine)


def _go_wrong(world: World, desk: Desk, folder: Path, harm: str) -> None:
    lost = recovering(world, "Chi")
    if harm == "withdrawn":
        assert desk.services.at_rest.escrow.withdraw().agreed is None
        lost.ask(NEW, folder / "request")
    if harm == "none was asked for":
        lost.open(folder / "answer", NEW)
    asked = lost.ask(NEW, folder / "request")
    answer(world, folder / "request", asked.code, folder / "answer")
    if harm == "cut":
        whole = (folder / "answer").read_bytes()
        (folder / "answer").write_bytes(whole[:-9])
    else:
        lost.ask(NEW, folder / "request")
    lost.open(folder / "answer", NEW)
