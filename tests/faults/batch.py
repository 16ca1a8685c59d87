"""Batches: rolled back, altered, damaged."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "A manifest with a lower number is offered.",
        "It is refused as rolled back.",
        "tests/unit/sync/test_engine_in_trouble.py::test_an_older_batch_is_refused",
    ),
    Fault(
        "Two manifests have one number.",
        "The second is refused: a number stands for one content.",
        "tests/unit/sync/test_trust.py::test_a_lower_manifest_number_is_a_rollback",
    ),
    Fault(
        "A manifest is somebody else's.",
        "It is not ours.",
        "tests/unit/sync/test_trust.py::test_a_batch_for_somebody_else_is_not_ours",
    ),
    Fault(
        "A byte of a file is flipped on its way.",
        "Nothing of the file is used, all others are; it is fetched anew.",
        "tests/e2e/test_bad_input.py::test_one_flipped_byte_in_the_batch",
    ),
    Fault(
        "A file is damaged twice in a row.",
        "It is told by name; nothing of it is kept.",
        "tests/unit/sync/test_transfer.py::test_damage_again_is_a_damaged_file",
    ),
    Fault(
        "A file rots on the disk after it came.",
        "It is fetched anew and stops no other.",
        "tests/unit/sync/test_engine_in_trouble.py::test_a_damaged_text_is_fetched_anew_and_stops_no_other",
    ),
    Fault(
        "An attachment is damaged, missing or not released.",
        "It is told, and nothing is shown.",
        "tests/unit/services/test_desk.py::test_a_damaged_missing_or_unreleased_attachment_is_told",
    ),
    Fault(
        "A file would unpack to more than may be.",
        "It is refused before it is unpacked.",
        "tests/unit/protocol/test_sealing.py::test_a_file_larger_than_the_limit_is_refused_before_it_is_unpacked",
    ),
    Fault(
        "A file lies about its own length.",
        "It is refused.",
        "tests/unit/protocol/test_sealing.py::test_a_file_that_lies_about_itself_is_refused",
    ),
    Fault(
        "The batch asks for a newer app.",
        "It is said; nothing changes and nothing is held up.",
        "tests/unit/sync/test_version.py::test_a_batch_for_newer_apps_changes_nothing_and_holds_nothing_up",
    ),
    Fault(
        "A download is stopped after any of its steps.",
        "The next sync completes it.",
        "tests/unit/sync/test_engine_in_trouble.py::test_cancelled_after_any_step_the_next_sync_completes",
    ),
    Fault(
        "Content is asked for before the declaration.",
        "No key for it exists on the desk.",
        "tests/unit/server/test_batches.py::test_nothing_is_released_before_declaring",
    ),
)
