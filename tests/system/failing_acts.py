"""What a person does while the disk answers with errors; each act in its own process."""

import os
import shutil
from contextlib import ExitStack
from pathlib import Path

from review_protocol.documents.score import LanguageRead
from reviewer_app.models import migrate
from reviewer_app.models.backups import Reason
from reviewer_app.models.facts import FactName, forget_fact
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.backups import BackupKept, BackupSkipped
from tests.builders.desk import PASSPHRASE, some_answers
from tests.e2e.world import PASSPHRASE as PASSPHRASE_AT_THE_SERVER
from tests.e2e.world import nobody
from tests.system.acting import attempt, told
from tests.system.disk_acts import marks, opened, packets
from tests.system.failing import FLUSHES, WRITES, database, failing, lying
from tests.torture.points import POINTS, wrap


def score_while_writes_fail(profile: str, number: str, error: str) -> dict[str, object]:
    """Keep a sheet; fail to keep another and to sign; keep and sign when the disk is well again."""
    database_files = database(Path(profile) / "desk.db")
    with opened(profile) as desk:
        scoring, signing = desk.services.scoring, desk.services.signing
        scoring.keep(number, some_answers(4))
        before = packets(desk)
        with failing(WRITES, database_files, of=os.getpid(), error=error) as failed:
            autosave = attempt(lambda: scoring.keep(number, some_answers(9)))
            signature = attempt(lambda: signing.sign(number, LanguageRead.BOTH))
            while_failing = [marks(desk, number), packets(desk) == before]
        after = [marks(desk, number), packets(desk) == before]
        scoring.keep(number, some_answers(9))
        signed = signing.sign(number, LanguageRead.BOTH)
        return {
            "failed writes": len(failed) > 0,
            "autosave": autosave,
            "signature": signature,
            "while failing": while_failing,
            "after": after,
            "new packets": [each for each in packets(desk) if each not in before] == [signed],
        }


def back_up_while_writes_fail(profile: str, calls: str, error: str) -> dict[str, object]:
    """Keep a backup, fail to keep another, and keep one when the disk is well again."""
    with opened(profile) as desk:
        backups = desk.services.at_rest.backups
        first = backups.keep(Reason.ASKED)
        with failing(calls, (), of=os.getpid(), error=error) as failed:
            skipped = backups.keep(Reason.ASKED)
        names = sorted(path.name for path in (Path(profile) / migrate.BACKUPS_FOLDER).iterdir())
        again = backups.keep(Reason.ASKED)
        assert isinstance(first, BackupKept)
        assert isinstance(skipped, BackupSkipped)
        assert isinstance(again, BackupKept)
        return {
            "failed": len(failed) > 0,
            "refused": told(skipped.failure),
            "left": names == [first.backup.path.name],
            "listed": backups.list() == (again.backup, first.backup),
        }


def change_passphrase_on_a_lying_disk(profile: str, new: str) -> dict[str, object]:
    """The keys are read twice before they are written anew, with one more read each for the end."""
    file = Path(profile) / "profile.json"
    before = file.read_bytes()
    with opened(profile) as desk:
        passphrase = desk.services.at_rest.passphrase
        with lying(file, of=os.getpid(), after=4) as lies:
            refused = attempt(lambda: passphrase.change(PASSPHRASE, new))
        return {
            "lies": len(lies) > 0,
            "refused": refused,
            "as before": file.read_bytes() == before,
        }


def migrate_while_writes_fail(profile: str, calls: str) -> dict[str, object]:
    """Start as a later app would, that knows one revision more."""
    known = migrate.REVISIONS
    migrate.REVISIONS = (*known, "9999")
    try:
        with failing(calls, (), of=os.getpid()) as failed:
            refused = attempt(lambda: open_desk(Path(profile), PASSPHRASE))
    finally:
        migrate.REVISIONS = known
    return {"failed": len(failed) > 0, "refused": refused}


def sync_while_writes_fail(profile: str, calls: str, *, answered: bool) -> dict[str, object]:
    """Hand in on a disk that fails from the start, or from when the server's answer is there."""
    files = database(Path(profile) / "desk.db")
    with opened(profile, PASSPHRASE_AT_THE_SERVER) as desk, ExitStack() as trouble:

        def begin() -> None:
            trouble.enter_context(failing(calls, files, of=os.getpid()))

        if answered:
            wrap(POINTS["a delivery is answered"], begin)
        else:
            begin()
        refused = attempt(lambda: desk.services.handin.sync(nobody, bool))
        trouble.close()
        return {"refused": refused, "waiting": desk.services.desk.overview().waiting}


def download_while_writes_fail(profile: str) -> dict[str, object]:
    """Fetch the batch anew while one of its files cannot be written, and again when it can."""
    folder = Path(profile) / "blobs"
    with opened(profile, PASSPHRASE_AT_THE_SERVER) as desk:
        desk.services.batch.fetch(nobody, bool)
        whole = {path.name: path.read_bytes() for path in folder.iterdir()}
        found: dict[str, object] = {}
        for calls in (WRITES, FLUSHES):
            _forget_batch(desk, folder)
            parts = [folder / f"{name}.part" for name in whole]
            with failing(calls, parts, of=os.getpid()) as failed:
                refused = attempt(lambda: desk.services.batch.fetch(nobody, bool))
            kept = [path.name for path in folder.iterdir() if not path.name.endswith(".part")]
            desk.services.batch.fetch(nobody, bool)
            again = {path.name: path.read_bytes() for path in folder.iterdir()}
            found[calls] = {
                "failed": len(failed) > 0,
                "refused": refused,
                "called whole": kept,
                "whole again": again == whole,
            }
        return found


def _forget_batch(desk: OpenDesk, folder: Path) -> None:
    shutil.rmtree(folder)
    with desk.store.write() as connection:
        forget_fact(connection, FactName.MANIFEST)
        forget_fact(connection, FactName.MANIFEST_TAKEN)
