"""What a person does while the disk is full or the folder read-only; each act in its own process.

Every act answers plain facts: the failures as they are told, and what lies on the disk afterwards.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from review_protocol.documents.people import Role
from review_protocol.documents.score import LanguageRead
from reviewer_app.models import migrate
from reviewer_app.models.lock import profile_lock
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import DeliveryState
from tests.builders.desk import PASSPHRASE, some_answers
from tests.builders.panel import a_panel
from tests.e2e.world import PASSPHRASE as PASSPHRASE_AT_THE_SERVER
from tests.e2e.world import nobody
from tests.system.acting import attempt

CHUNK = 1 << 16


def fill(disk: Path) -> Path:
    """Leave no byte."""
    filler = disk / "filler"
    with filler.open("ab", buffering=0) as file:
        while room := _room(disk):
            file.write(bytes(min(CHUNK, room)))
    return filler


def fill_but(disk: Path, room: int) -> Path:
    """Leave so many bytes, whole pages of them."""
    filler = fill(disk)
    os.truncate(filler, filler.stat().st_size - room)
    return filler


def _room(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


@contextmanager
def opened(profile: str, passphrase: str = PASSPHRASE) -> Iterator[OpenDesk]:
    desk = open_desk(Path(profile), passphrase)
    try:
        yield desk
    finally:
        desk.store.close()


def marks(desk: OpenDesk, number: str) -> list[object]:
    return [each.mark for each in desk.services.desk.open(number).answers.criteria]


def packets(desk: OpenDesk) -> list[str]:
    return [row.packet for row in desk.services.handin.outbox()]


def look(profile: str, number: str) -> dict[str, object]:
    """Open the desk and look at one case."""
    with opened(profile) as desk:
        return {"marks": marks(desk, number), "packets": packets(desk)}


def keep(profile: str, number: str, mark: int) -> dict[str, object]:
    """Open the desk and keep a sheet."""
    with opened(profile) as desk:
        desk.services.scoring.keep(number, some_answers(mark))
        return {"marks": marks(desk, number), "packets": packets(desk)}


def score_on_a_full_disk(profile: str, disk: str, number: str) -> dict[str, object]:
    """Keep a sheet, fill the disk, keep another and sign; then the same with room again."""
    folder = Path(profile)
    with opened(profile) as desk:
        scoring, signing = desk.services.scoring, desk.services.signing
        scoring.keep(number, some_answers(5))
        before = packets(desk)
        filler = fill(Path(disk))
        with_ballast = attempt(lambda: scoring.keep(number, some_answers(6)))
        (folder / "ballast").unlink(missing_ok=True)
        fill(Path(disk))
        autosave = _keep_until_refused(desk, number)
        kept = marks(desk, number)
        signature = _sign_until_refused(desk, disk, number)
        while_full = {"packets": packets(desk) == before, "marks": marks(desk, number) == kept}
        filler.unlink()
        scoring.keep(number, some_answers(9))
        signed = signing.sign(number, LanguageRead.BOTH)
        rows = [row for row in desk.services.handin.outbox() if row.packet not in before]
        return {
            "with ballast": with_ballast,
            "autosave": autosave,
            "signature": signature,
            "unchanged while full": while_full,
            "new packets": [row.packet for row in rows] == [signed],
            "state": rows[0].state is DeliveryState.SIGNED,
            "marks": marks(desk, number),
        }


def open_on_a_full_disk(profile: str, disk: str, number: str) -> dict[str, object]:
    """Start on a full disk: with the ballast it opens, without it is said."""
    filler = fill(Path(disk))
    with opened(profile) as desk:
        with_ballast = marks(desk, number)
    (Path(profile) / "ballast").unlink(missing_ok=True)
    fill(Path(disk))
    refused = attempt(lambda: open_desk(Path(profile), PASSPHRASE))
    filler.unlink()
    return {"with ballast": with_ballast, "without": refused}


def _keep_until_refused(desk: OpenDesk, number: str) -> dict[str, object] | None:
    """What is left of the ballast's room takes some sheets more."""
    for turn in range(5000):
        sheet = some_answers(1 + turn % 10, comment="x" * 4000)
        refused = attempt(lambda sheet=sheet: desk.services.scoring.keep(number, sheet))
        if refused is not None:
            return refused
    return None


def _sign_until_refused(desk: OpenDesk, disk: str, number: str) -> dict[str, object] | None:
    fill(Path(disk))
    return attempt(lambda: desk.services.signing.sign(number, LanguageRead.BOTH))


def enrol(profile: str, server: str, code: str, full: str | None = None) -> dict[str, object]:
    """Enrol at a server; on a full disk where `full` names one, and again with room."""
    enrolment = Enrolment(Path(profile), cost=_cheap())

    def accept() -> None:
        enrolment.accept(server, code, "laptop", PASSPHRASE_AT_THE_SERVER)

    refused = None
    if full is not None:
        filler = fill(Path(full))
        refused = attempt(accept)
        filler.unlink()
    accept()
    return {"refused": refused, "files": sorted(path.name for path in Path(profile).iterdir())}


def _cheap() -> object:
    from reviewer_app.demo.experts import CHEAP

    return CHEAP


def download(profile: str, disk: str, room: int) -> dict[str, object]:
    """Fetch the batch with so many bytes of room, and again without anything in the way."""
    with opened(profile, PASSPHRASE_AT_THE_SERVER) as desk:
        (Path(profile) / "ballast").unlink()
        filler = fill_but(Path(disk), room)
        refused = attempt(lambda: desk.services.batch.fetch(nobody, bool))
        while_full = _blobs(profile)
        filler.unlink()
        desk.services.batch.fetch(nobody, bool)
        return {"refused": refused, "while full": while_full, "blobs": _blobs(profile)}


def download_into_a_closed_folder(profile: str) -> dict[str, object]:
    """The folder of the batch's files takes nothing, then it does."""
    blobs = Path(profile) / "blobs"
    with opened(profile, PASSPHRASE_AT_THE_SERVER) as desk:
        blobs.mkdir(exist_ok=True)
        blobs.chmod(0o500)
        refused = attempt(lambda: desk.services.batch.fetch(nobody, bool))
        blobs.chmod(0o700)
        desk.services.batch.fetch(nobody, bool)
        return {"refused": refused, "blobs": _blobs(profile)}


def _blobs(profile: str) -> list[str]:
    return sorted(path.name for path in (Path(profile) / "blobs").glob("*"))


def keep_in_a_closing_folder(profile: str, number: str) -> dict[str, object]:
    """The folder becomes read-only while the desk is open, and writable again."""
    folder = Path(profile)
    with opened(profile) as desk:
        desk.services.scoring.keep(number, some_answers(4))
        desk.store.close()  # what is open stays open for writing; what is opened anew does not
        for path in (*folder.iterdir(), folder):
            path.chmod(path.stat().st_mode & ~0o222)
        refused = attempt(lambda: desk.services.scoring.keep(number, some_answers(8)))
        for path in (folder, *folder.iterdir()):
            path.chmod(path.stat().st_mode | 0o200)
        kept = marks(desk, number)
        desk.services.scoring.keep(number, some_answers(8))
        return {"refused": refused, "kept": kept, "marks": marks(desk, number)}


def lock(profile: str) -> None:
    """Take the profile for this process, as the app does first."""
    with profile_lock(Path(profile)):
        pass


def migrate_on_a_full_disk(profile: str, disk: str) -> dict[str, object]:
    """As a later app would, that knows one revision more: it copies the database first."""
    known = migrate.REVISIONS
    (Path(profile) / "ballast").unlink(missing_ok=True)
    filler = fill_but(Path(disk), 3 * CHUNK)  # the database opens, no copy fits
    migrate.REVISIONS = (*known, "9999")
    try:
        refused = attempt(lambda: open_desk(Path(profile), PASSPHRASE))
    finally:
        migrate.REVISIONS = known
    left = sorted(path.name for path in (Path(profile) / migrate.BACKUPS_FOLDER).iterdir())
    filler.unlink()
    return {"refused": refused, "left": left}


def report(work: str, target: str) -> dict[str, object]:
    """Write the score report as staff, and the evidence as a reviewer, into a folder."""
    with a_panel(Path(work), role=Role.STAFF, cases=2, experts=2) as panel:
        for expert in panel.experts.values():
            expert.score(panel.case(0), 7)
        panel.collect()
        panel.close_round()
        secretariat = panel.desk.services.secretariat
        refused = attempt(lambda: secretariat.export(Path(target), ("xlsx", "csv", "json"), "both"))
    return {"refused": refused, "left": sorted(os.listdir(target))}


def evidence(profile: str, target: str) -> dict[str, object]:
    """Save the evidence of everything that has a receipt."""
    with opened(profile) as desk:
        refused = attempt(lambda: desk.services.evidence.save(Path(target)))
    return {"refused": refused, "left": sorted(os.listdir(target))}
