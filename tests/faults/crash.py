"""Crashes: programs that are ended at any moment."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "The app is killed in the middle of a sync, after any of its requests.",
        "The next sync goes on where it stopped; every packet arrives once.",
        "tests/unit/sync/test_engine_in_trouble.py::test_a_killed_sync_is_gone_on_with",
    ),
    Fault(
        "Desk and server are killed at random and at named points of their work, over a "
        "network that damages half of all exchanges.",
        "Every signed packet is in the log once, every receipt verifies, every "
        "acknowledged keystroke is there.",
        "tests/system/test_torture.py::test_nothing_is_lost_and_nothing_counts_twice",
    ),
    Fault(
        "The app is killed right after signing.",
        "The packet is in the outbox, whole, and the next one follows it in the chain.",
        "tests/unit/models/test_outbox.py::test_what_was_signed_outlives_a_killed_app",
    ),
    Fault(
        "The app is killed and leaves its lock behind.",
        "The system takes the lock back: the next start is let in.",
        "tests/unit/models/test_lock.py::test_a_killed_app_leaves_no_lock",
    ),
    Fault(
        "The app is started twice on one profile.",
        "The second says so and touches nothing.",
        "tests/e2e/test_bad_input.py::test_the_app_started_twice",
    ),
    Fault(
        "The server is killed at each step of a sync.",
        "Nothing is lost and nothing is doubled; its log verifies.",
        "tests/e2e/test_killed_server.py::test_killed_at_each_step_of_a_sync",
    ),
    Fault(
        "The server is killed between two deliveries of one sync.",
        "The first delivery stays in the log, the second is handed in later.",
        "tests/e2e/test_killed_server.py::test_killed_when_the_first_of_two_deliveries_is_in_the_log",
    ),
    Fault(
        "The app is killed with two deliveries under way, of which the server has one or both.",
        "The next sync hands in what has no receipt; each packet is in the log once.",
        "tests/e2e/test_two_deliveries.py::test_the_desk_is_killed",
    ),
    Fault(
        "The server is killed with two deliveries under way, of which it has none or one.",
        "No receipt is made up; all is handed in again, and each packet is in the log once.",
        "tests/e2e/test_two_deliveries.py::test_the_server_is_killed",
    ),
    Fault(
        "The app is killed at any step of enrolment, with the profile half moved into its place.",
        "The next try with the same code finishes it, or the profile is whole.",
        "tests/e2e/test_killed_beginnings.py::test_enrolment",
    ),
    Fault(
        "Founding a server is killed at any step.",
        "There is a whole server or none; a root key that was written is never written over.",
        "tests/e2e/test_killed_beginnings.py::test_founding",
    ),
    Fault(
        "The program itself fails in the middle of a write.",
        "The transaction leaves nothing behind.",
        "tests/unit/models/test_store.py::test_an_exception_leaves_nothing_behind",
    ),
    Fault(
        "The server stops while deliveries are queued.",
        "What is queued is committed and answered first.",
        "tests/unit/server/test_writer.py::test_closing_finishes_what_is_queued",
    ),
    Fault(
        "The server dies between commit and the copy of its checkpoint.",
        "No receipt has left yet; the log extends the copy, and the server runs on.",
        "tests/unit/server/test_log_and_store.py::test_a_log_that_extends_the_copy_is_trusted",
    ),
    Fault(
        "The server dies while the copy of its checkpoint is being written.",
        "The old copy stands; what was half written goes at the next start.",
        "tests/unit/server/test_log_and_store.py::"
        "test_what_a_killed_server_left_beside_the_copy_goes_at_the_next_start",
    ),
    Fault(
        "The copy of the checkpoint cannot be written.",
        "No receipt is given.",
        "tests/unit/server/test_writer.py::test_no_receipt_before_the_copy_is_written",
    ),
    Fault(
        "The window is closed while somebody types.",
        "The last keystroke is on the disk.",
        "tests/ui/reading/test_scoring.py::test_leaving_keeps_the_last_keystroke",
    ),
    Fault(
        "A newer version of the app has migrated the desk's database.",
        "The older app leaves it as it is, and says so.",
        "tests/e2e/test_bad_input.py::test_a_database_of_a_newer_app_is_left_as_it_is",
    ),
    Fault(
        "A newer version has migrated the server's database.",
        "The older server leaves it as it is, and says so.",
        "tests/e2e/test_bad_input_at_the_server.py::test_a_database_of_a_newer_server_is_left_as_it_is",
    ),
)
