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
        "The operator certifies a device in somebody's name and leaves it out of their list.",
        "Their desk reads it in the log: an alarm, until they say whose it is.",
        "tests/e2e/test_behind_ones_back.py::test_a_device_that_the_list_leaves_out_is_an_alarm",
    ),
    Fault(
        "Another entry is put in the place of that device's certificate.",
        "It does not add up to the checkpoint: the signed answer is kept; delivering goes on.",
        "tests/e2e/test_behind_ones_back.py::test_a_leaf_put_in_the_place_of_its_certificate_does_not_add_up",
    ),
    Fault(
        "The server lists a device that is certified nowhere in the log.",
        "An alarm that says so.",
        "tests/unit/sync/test_log_read_at_sync.py::test_a_device_of_the_list_without_a_leaf_is_told",
    ),
    Fault(
        "The entries of the log come with one left out, altered, made up, or without a proof.",
        "Nothing of that page is kept but the signed answer; an honest one is gone on with.",
        "tests/unit/sync/test_log_reading.py::test_a_lie_is_not_kept_but_its_proof_is",
    ),
    Fault(
        "Pages of the log that hold nothing, or never end.",
        "They are asked for once.",
        "tests/unit/sync/test_log_reading.py::test_pages_that_never_end_do_end",
    ),
    Fault(
        "An older page of the log is given again.",
        "It is not kept.",
        "tests/unit/sync/test_log_read_at_sync.py::test_an_older_page_given_again_is_not_kept",
    ),
    Fault(
        "The server is too old to give the log's entries, or is busy.",
        "The sync is whole; the page of one's computers says that the record is not read.",
        "tests/unit/sync/test_log_read_at_sync.py::test_a_server_that_gives_no_entries_is_no_failure",
    ),
    Fault(
        "The line breaks while the log is read.",
        "What was read stays; all the rest of the sync was done before.",
        "tests/unit/sync/test_log_read_at_sync.py::test_a_reading_that_is_cut_off_comes_after_everything_else",
    ),
    Fault(
        "A packet quotes a record of the server that a chair's log contradicts.",
        "It is told and kept until the evidence is saved; nothing is stopped.",
        "tests/unit/sync/test_log_read_at_sync.py::test_a_record_that_a_packet_quotes_and_the_log_contradicts_is_kept",
    ),
    Fault(
        "A leaf is changed in the log, and its operator verifies.",
        "It is found, by its position.",
        "tests/unit/intake/test_commands.py::test_a_changed_leaf_is_found",
    ),
)
