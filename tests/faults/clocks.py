"""Clocks: years off, and jumping."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "The laptop's clock is two years slow, two years fast, or jumps at every look.",
        "What was signed is delivered at once and counts: arrival goes by the server's time.",
        "tests/unit/sync/test_clocks.py::test_everything_arrives_and_counts",
    ),
    Fault(
        "A clock has jumped since a next try was noted.",
        "No try is put off for longer than a day and an hour.",
        "tests/unit/sync/test_clocks.py::test_the_next_try_is_never_put_off_for_years",
    ),
    Fault(
        "The server's clock is set back while it runs.",
        "Its time stands still until the clock has come up to it.",
        "tests/unit/sync/test_clocks.py::test_the_servers_clock_may_jump_and_the_logs_time_does_not_go_back",
    ),
    Fault(
        "The laptop's clock is set back by two years while the app runs.",
        "It goes on syncing by itself.",
        "tests/ui/application/test_syncing.py::test_a_clock_set_back_two_years_does_not_stop_the_syncs",
    ),
    Fault(
        "The server's clock is set back while it stands still.",
        "Its times stand at the newest leaf's until the clock has caught up; the operator is told.",
        "tests/unit/server/test_clock_set_back.py::"
        "test_times_in_the_log_never_go_back_across_a_restart",
    ),
    Fault(
        "A document names a moment that there is not, such as the 31st of February.",
        "It does not fit its kind, wherever it is read.",
        "tests/unit/protocol/test_timestamps.py::test_a_moment_that_there_is_not_is_refused",
    ),
)
