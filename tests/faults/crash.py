"""Crashes: programs that are ended at any moment."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "The app is killed in the middle of a sync, after any of its requests.",
        "The next sync goes on where it stopped; every packet arrives once.",
        "tests/unit/sync/test_engine_in_trouble.py::test_a_killed_sync_is_gone_on_with",
    ),
)
