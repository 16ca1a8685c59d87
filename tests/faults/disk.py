"""Disks: full, read-only, failing, damaged."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "The disk is full at an autosave and at signing.",
        "What was kept stays; the ballast gives room for the last change.",
        "tests/system/test_full_disk.py::test_autosave_and_signing",
    ),
    Fault(
        "The disk is full at a start.",
        "It is said; the desk opens once there is room.",
        "tests/system/test_full_disk.py::test_a_start",
    ),
    Fault(
        "The disk is full at a migration.",
        "The database stays in its old version, whole; no half copy is left.",
        "tests/system/test_full_disk.py::test_migration",
    ),
    Fault(
        "The disk is full at enrolment and download.",
        "It is said; what came is gone on with.",
        "tests/system/test_full_disk.py::test_enrolment_and_download",
    ),
    Fault(
        "The disk fills up in the middle of a file.",
        "The rest comes when there is room.",
        "tests/unit/sync/test_transfer.py::test_a_full_disk_says_so_and_the_rest_comes_when_there_is_room",
    ),
    Fault(
        "The disk is full while evidence is saved.",
        "No half folder is left.",
        "tests/system/test_full_disk.py::test_evidence",
    ),
    Fault(
        "The disk is full while a report is saved.",
        "No half file is left; one that was there stays.",
        "tests/system/test_full_disk.py::test_reports",
    ),
    Fault(
        "The server's disk is full.",
        "Its command says so and changes nothing.",
        "tests/system/test_full_disk.py::test_the_servers_own_disk",
    ),
    Fault(
        "The disk of a serving server is full.",
        "It answers busy; packets wait in their outboxes and arrive later.",
        "tests/system/test_another_user_serves.py::test_a_full_disk_of_the_server_makes_packets_wait",
    ),
    Fault(
        "The disk stays full after the ballast is given up.",
        "It is said; what was kept stays.",
        "tests/e2e/test_full_disk.py::test_a_full_disk_is_said_and_what_was_kept_stays",
    ),
    Fault(
        "The desk lies in a read-only folder.",
        "It is said, and the folder stays byte for byte as it was.",
        "tests/system/test_read_only.py::test_a_desk_in_a_read_only_folder",
    ),
    Fault(
        "The folder becomes read-only while the desk is open.",
        "It is said at the next write; with the right given back the work goes on.",
        "tests/system/test_read_only.py::test_a_folder_that_becomes_read_only",
    ),
    Fault(
        "Enrolment into a read-only folder.",
        "The invitation is not used up.",
        "tests/system/test_read_only.py::test_enrolment",
    ),
    Fault(
        "Download into a read-only folder.",
        "It is said, and nothing is half there.",
        "tests/system/test_read_only.py::test_download",
    ),
    Fault(
        "A report is saved into a read-only folder.",
        "It is said, and nothing is half there.",
        "tests/system/test_read_only.py::test_reports",
    ),
    Fault(
        "Evidence is saved into a read-only folder.",
        "It is said, and nothing is half there.",
        "tests/system/test_read_only.py::test_evidence",
    ),
    Fault(
        "The server's home is read-only.",
        "It is said in one sentence, nothing is changed.",
        "tests/system/test_another_user_serves.py::test_a_read_only_home_is_said_in_one_sentence",
    ),
    Fault(
        "The disk answers EIO to every flush.",
        "The change is said to be not kept; the last one that was kept stays.",
        "tests/system/test_failing_disk.py::test_a_fault_is_said_and_the_last_sheet_that_was_kept_stays",
    ),
    Fault(
        "The disk answers EIO to reads, writes or flushes of the desk's database at a start.",
        "It is said; what was kept is there when the disk is well again.",
        "tests/system/test_failing_disk.py::test_a_start",
    ),
    Fault(
        "The disk answers EIO, or that it is full, while a backup is written or flushed.",
        "No backup is made and nothing half is left; the one before stays.",
        "tests/system/test_failing_disk.py::test_a_backup",
    ),
    Fault(
        "The disk answers EIO at a migration.",
        "It is not begun; the database stays in its old version, whole.",
        "tests/system/test_failing_disk.py::test_a_migration",
    ),
    Fault(
        "The disk begins to answer EIO, or EROFS, to writes of the open desk: autosave, signing.",
        "It is said; reading goes on, nothing half is kept, and the signature counts once later.",
        "tests/system/test_failing_disk.py::test_autosave_and_signing",
    ),
    Fault(
        "The disk answers EIO while a file of the batch is written or flushed.",
        "It is said; no file is called whole that is not, and it is fetched anew.",
        "tests/system/test_failing_disk.py::test_a_file_of_the_batch",
    ),
    Fault(
        "The disk answers EIO before a delivery leaves, or when its receipts have come.",
        "What could not be noted does not leave; what was answered is handed in again, once.",
        "tests/system/test_failing_disk.py::test_handing_in",
    ),
    Fault(
        "The disk answers EIO to a serving server's database.",
        "It answers busy, signed; no packet is lost or doubled, and its log is right.",
        "tests/system/test_failing_disk.py::test_the_servers_database",
    ),
    Fault(
        "A page in the middle of the desk's database is damaged.",
        "Reading it is told as damage, never taken for data.",
        "tests/unit/models/test_store.py::test_damage_in_the_middle_shows_at_the_read",
    ),
    Fault(
        "The file of the database is another file.",
        "It is told as damage.",
        "tests/unit/models/test_store.py::test_another_key_and_another_file_are_damage",
    ),
    Fault(
        "A wrong passphrase against a damaged keys' file.",
        "They are told apart: a slip is a wrong passphrase, a flipped or cut file is damage.",
        "tests/unit/models/test_vault.py::test_a_damaged_file_is_not_called_a_wrong_passphrase",
    ),
    Fault(
        "A page of the desk's database is damaged, and the passphrase right or a slip.",
        "A slip is a wrong passphrase, a damaged page damage; neither is taken for the other.",
        "tests/e2e/test_wrong_or_damaged.py::test_a_page_of_the_database",
    ),
    Fault(
        "The file of the keys is damaged, and the passphrase right or a slip.",
        "It is damage with either, and never a wrong passphrase.",
        "tests/e2e/test_wrong_or_damaged.py::test_the_file_of_the_keys",
    ),
    Fault(
        "A bit of a sealed secret is flipped.",
        "It is damage, and never a wrong passphrase.",
        "tests/unit/protocol/test_passphrase.py::test_any_flipped_bit_is_damage_and_never_a_wrong_passphrase",
    ),
    Fault(
        "The database is there, its keys' file is lost.",
        "No new profile is written over it.",
        "tests/unit/services/test_enrolment.py::test_a_database_without_its_keys_is_never_written_over",
    ),
    Fault(
        "A row of a signed packet or a draft is changed behind the app.",
        "The database forbids it.",
        "tests/unit/models/test_store.py::test_signed_and_typed_rows_stay_as_they_are",
    ),
    Fault(
        "The file of settings is broken.",
        "It counts as empty.",
        "tests/unit/services/test_settings.py::test_a_broken_file_is_an_empty_one",
    ),
)
