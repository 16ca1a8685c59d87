"""Evidence saved from a real desk, verified by a stranger's shell."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from sqlalchemy import update

from review_protocol.documents.file_quotes import with_file_quotes
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import StorageFault
from reviewer_app.models.schema import delivery
from reviewer_app.sync.reports import Progress
from reviewer_app.verifying.folder import verified_folder
from tests.builders.desk import a_desk, some_answers
from tests.builders.documents import a_file_quote


def verified(folder: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", Path(folder) / "verify.sh"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_everything_receipted_is_saved_and_verifies(tmp_path):
    with a_desk(tmp_path) as desk:
        first, second, _ = desk.numbers
        desk.receive(desk.score(first))
        quoting = with_file_quotes(some_answers(9), [a_file_quote()])  # of version 2
        desk.receive(
            desk.services.signing.amend(first, quoting, LanguageRead.ZH, "again"),
            Disposition.HELD_LATE,
        )
        desk.score(second)  # signed on this computer only
        report = desk.services.evidence.save(tmp_path)
        assert (report.packets, report.verified) == (3, 3)
        run = verified(report.folder)
        assert (run.returncode, run.stderr) == (0, "")
        assert "All is right, 3 packet(s)" in run.stdout
        assert "not that nothing else exists" in run.stdout
        assert "not that it is complete" in (Path(report.folder) / "README.txt").read_text("utf-8")
        assert "held:late" in run.stdout


def test_one_cases_evidence_holds_nothing_of_the_others(tmp_path):
    with a_desk(tmp_path) as desk:
        first, second, _ = desk.numbers
        desk.receive(desk.score(first))
        desk.receive(desk.score(second))
        report = desk.services.evidence.save(tmp_path, (first,))
        folders = [path.name for path in (Path(report.folder) / "packets").iterdir()]
        assert folders == [f"0001-{first}-score"]
        assert verified(report.folder).returncode == 0


def test_a_receipt_that_does_not_prove_the_packet_is_left_out(tmp_path):
    with a_desk(tmp_path) as desk:
        first, second, _ = desk.numbers
        foreign = desk.receive(desk.score(first))
        packet = desk.score(second)
        desk.receive(packet)
        with desk.store.write() as connection:
            connection.execute(
                update(delivery).where(delivery.c.packet == packet).values(receipt=foreign)
            )
        report = desk.services.evidence.save(tmp_path, (first, second))
        assert (report.packets, report.verified) == (2, 1)
        assert verified(report.folder).returncode == 0


def test_two_savings_have_two_folders(tmp_path):
    with a_desk(tmp_path) as desk:
        desk.receive(desk.score(desk.numbers[0]))
        now = desk.clock.now
        folders = []
        for _ in range(2):
            desk.clock.now = now
            folders.append(desk.services.evidence.save(tmp_path).folder)
        assert folders[1] == folders[0] + "-2"


def test_without_a_receipt_there_is_nothing_to_prove(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        desk.declare()
        report = desk.services.evidence.save(tmp_path)
        assert (report.folder, report.packets, report.verified) == ("", 0, 0)
        assert list(tmp_path.glob("*evidence*")) == []


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with a_desk(tmp_path) as desk:
        desk.receive(desk.score(desk.numbers[0]))
        with pytest.raises(StorageFault):
            desk.services.evidence.save(tmp_path / "nowhere")


def test_a_whole_batch_reports_how_far_it_is_and_verifies_by_app_and_script(tmp_path):
    with a_desk(tmp_path) as desk:
        for number in desk.numbers:
            desk.receive(desk.score(number))
        told: list[Progress] = []
        elsewhere = tmp_path / "a folder, 文件夹"
        elsewhere.mkdir()
        report = desk.services.evidence.save(elsewhere, None, told.append)
        count = report.packets
        assert [each.done for each in told] == [*range(count + 1), count]
        assert {(each.what, each.total) for each in told} == {("evidence", count)}
        assert verified(report.folder).returncode == 0
        found = verified_folder(Path(report.folder))
        assert (found.wrong, len(found.packets)) == ((), count)


@pytest.mark.parametrize("after", [0, 1, 3, 8])
def test_a_saving_that_is_cancelled_leaves_nothing(tmp_path, after):
    with a_desk(tmp_path) as desk:
        for number in desk.numbers:
            desk.receive(desk.score(number))
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        asked = iter(range(100))
        report = desk.services.evidence.save(elsewhere, cancelled=lambda: next(asked) >= after)
        assert (report.folder, report.verified) == ("", 0)
        assert list(elsewhere.iterdir()) == []
