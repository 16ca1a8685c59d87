"""A restored server: one log follows another."""

from tests.faults import Fault

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
)
