"""Chance: mutated documents, requests of any form, acts in any order."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Packets, manifests, certificates, notices, receipts, proofs, text blocks, replies and "
        "archives are mutated, 200,000 in `make fuzz`.",
        "Each is refused as it should be, in bounded time and memory, or it says what it said.",
        "tests/unit/fuzz/test_fuzz.py::test_nothing_mutated_is_read_as_something_else",
    ),
    Fault(
        "A certified device signs whatever it likes.",
        "It is kept and judged, or rejected alone; the server stays whole.",
        "tests/unit/fuzz/test_hostile_device.py::test_whatever_a_device_signs_the_server_stays_whole",
    ),
    Fault(
        "A signed score leaves out what has a default.",
        "Its fields do not fit: nothing has two spellings and two ids.",
        "tests/unit/protocol/test_said_in_full.py::test_a_score_without_a_default_does_not_fit",
    ),
    Fault(
        "The server is asked whatever its description allows, and what it does not.",
        "Every answer is in its schema, and none is an error of the server.",
        "tests/unit/server/test_any_request.py::test_whatever_is_asked_is_answered_in_the_schema",
    ),
    Fault(
        "Two devices and a server do everything they can, in any order, with lost answers, "
        "restarts, kills, a revocation and backups put back.",
        "Nothing typed or signed is lost, nothing is in the log twice, every receipt verifies.",
        "tests/unit/machine/test_any_order.py::test_whatever_happens_in_any_order_nothing_is_lost",
    ),
    Fault(
        "A server is restored twice from one backup.",
        "Manifests get numbers that no desk has seen; desks that knew the second log are taken.",
        "tests/unit/server/test_returning.py::"
        "test_a_second_restore_from_the_same_backup_gives_higher_numbers",
    ),
)
