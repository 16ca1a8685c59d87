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
)
