"""The log: rolled back, split, altered."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Yesterday's folder of the server is put in its place, its checkpoint's copy with it.",
        "The desk finds it before it delivers: nothing is handed in until the log is back.",
        "tests/e2e/test_lying_server.py::test_yesterdays_folder_without_the_command_that_restores",
    ),
    Fault(
        "Two people are shown two histories of one log, the second no shorter.",
        "Each finds it before delivering; both notes are kept, nothing is handed in.",
        "tests/e2e/test_lying_server.py::test_another_history_is_shown",
    ),
    Fault(
        "The operator takes manifests out of the database, and others get their numbers.",
        "The batch is refused as rolled back; what is on the desk stays.",
        "tests/e2e/test_lying_server.py::test_a_batch_of_an_older_or_the_same_number",
    ),
    Fault(
        "The server shows another log than the one known (split view).",
        "Both notes are kept as evidence, and nothing more is delivered.",
        "tests/unit/sync/test_engine_in_trouble.py::test_a_split_log_is_kept_as_evidence_and_nothing_more_is_delivered",
    ),
    Fault(
        "The log is shorter than the known one, or has another root.",
        "It is a split.",
        "tests/unit/sync/test_trust.py::test_a_shorter_log_and_another_root_of_the_same_size_are_splits",
    ),
    Fault(
        "A checkpoint of a stranger's log is offered.",
        "It is ignored: no split.",
        "tests/unit/sync/test_trust.py::test_a_checkpoint_of_a_strangers_log_is_no_split",
    ),
    Fault(
        "An older list of keys is offered, or another with its number.",
        "It is refused.",
        "tests/unit/sync/test_trust.py::test_an_older_list_or_another_with_its_number_is_refused",
    ),
    Fault(
        "The server's database is replaced by yesterday's.",
        "The server refuses to run: the copy of its checkpoint is larger.",
        "tests/unit/server/test_log_and_store.py::test_a_shorter_log_refuses_to_run",
    ),
    Fault(
        "The database is replaced while the server runs.",
        "Nothing is appended to a log that went back.",
        "tests/unit/server/test_log_and_store.py::test_nothing_is_appended_to_a_log_that_went_back",
    ),
    Fault(
        "Leaves of the log were changed.",
        "The server refuses to run.",
        "tests/unit/server/test_log_and_store.py::test_other_leaves_refuse_to_run",
    ),
    Fault(
        "The checkpoint's copy is damaged.",
        "The server refuses to run.",
        "tests/unit/server/test_log_and_store.py::test_a_damaged_copy_refuses_to_run",
    ),
    Fault(
        "The checkpoint's copy is missing.",
        "The server refuses to run.",
        "tests/unit/server/test_log_and_store.py::test_a_missing_copy_refuses_to_run",
    ),
    Fault(
        "The copy is signed by another key.",
        "The server refuses to run.",
        "tests/unit/server/test_log_and_store.py::test_a_copy_signed_by_another_key_refuses_to_run",
    ),
    Fault(
        "A file of the server's keys is damaged.",
        "It is told, and the server does not open.",
        "tests/unit/server/test_log_and_store.py::test_keys_are_the_owners_alone_and_damage_is_told",
    ),
    Fault(
        "A desk's database is replaced by yesterday's.",
        "Its next packet is held as a fork; it goes on with a new chain.",
        "tests/unit/sync/test_engine_in_trouble.py::test_a_desk_restored_from_a_backup_goes_on_with_a_new_chain",
    ),
    Fault(
        "A leaf is changed in the log, and its operator verifies.",
        "It is found, by its position.",
        "tests/unit/intake/test_commands.py::test_a_changed_leaf_is_found",
    ),
)
