"""A restored server: one log follows another."""

from tests.faults import Fault

_RECEIPTS = "tests/unit/server/test_past_receipts.py"
_KEYS = "tests/unit/server/test_replaced_keys.py"

FAULTS = (
    Fault(
        "A server goes on from a backup older than what the desk knew.",
        "The desk knows from which leaf on it delivers again.",
        "tests/unit/protocol/test_succession.py::test_a_desk_ahead_of_it_hands_back_what_came_after",
    ),
    Fault(
        "A server goes on from a backup that has all the desk knew.",
        "The desk loses nothing, and asks for a proof from what it knew on.",
        "tests/unit/protocol/test_succession.py::test_a_desk_behind_the_last_good_checkpoint_keeps_all_that_it_knew",
    ),
    Fault(
        "A server was restored twice while the desk was away.",
        "The desk delivers everything again.",
        "tests/unit/protocol/test_succession.py::test_a_desk_that_slept_through_a_log_hands_everything_back",
    ),
    Fault(
        "A new trust document contradicts the log that the desk verified.",
        "It is told; nothing is delivered again.",
        "tests/unit/protocol/test_succession.py::test_a_contradiction_is_told",
    ),
    Fault(
        "A desk saw notices 1 to 9, and the server goes on from a backup with six of them.",
        "The next one has a higher number than any that was seen; nothing is told as missing.",
        "tests/unit/server/test_returning.py::test_notices_go_on_above_all_that_desks_may_have_seen",
    ),
    Fault(
        "A desk is given the first notice after a restore, and then not the one behind it.",
        "All that came before stays; only the number that was really left out is told.",
        "tests/unit/services/test_notices.py::"
        "test_a_restored_server_goes_on_behind_a_thousand_and_nothing_is_told_as_missing",
    ),
    Fault(
        "A packet that had come in time comes back to a restored server after the deadline.",
        "The old log's receipt proves it, and it counts.",
        f"{_RECEIPTS}::test_what_had_come_in_time_counts_though_it_comes_back_after_the_deadline",
    ),
    Fault(
        "The same by a hand-in file, which holds no old receipts.",
        "It is held as late, and counts when the desk has connected.",
        f"{_RECEIPTS}::test_what_came_again_before_its_receipt_is_judged_anew",
    ),
    Fault(
        "A thief of the old log's key makes a receipt.",
        "It is believed only as of that log's last days, behind all that the backup has.",
        f"{_RECEIPTS}::test_what_an_old_key_signs_outside_of_its_time_and_place_is_not_believed",
    ),
    Fault(
        "A device enrolled after one restore comes back to a server restored again.",
        "The trust document in between, signed by the root, proves its certificate.",
        f"{_RECEIPTS}::test_a_device_enrolled_between_two_restores_comes_back",
    ),
    Fault(
        "The server's keys are in other hands: it is restored with new ones.",
        "The old ones are listed no more; all in the backup is signed anew.",
        f"{_KEYS}::test_one_key_of_each_kind_is_left_and_all_is_signed_by_it",
    ),
    Fault(
        "The thief certifies a device of their own by the old keys.",
        "It gets nothing and nothing of it counts; only the operator lets a device in, by name.",
        f"{_KEYS}::test_a_thief_of_the_old_keys_gets_no_device_in",
    ),
    Fault(
        "A desk meets a server restored with new keys.",
        "It goes on with what it had; what the old key signs from now on is refused.",
        "tests/e2e/test_restored_server.py::"
        "test_after_a_restore_with_new_keys_the_old_ones_are_believed_nothing",
    ),
    Fault(
        "How a packet stands is told by an older leaf than the known one.",
        "It is passed over.",
        "tests/unit/models/test_standing.py::"
        "test_the_newer_leaf_stands_in_whichever_order_they_come",
    ),
)
