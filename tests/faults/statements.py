"""Statements: new keys and notices."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Somebody signs a rotation to a key that they do not hold.",
        "It is refused.",
        "tests/unit/protocol/test_acts.py::test_nobody_rotates_to_a_key_that_they_do_not_hold",
    ),
    Fault(
        "A notice lacks what its kind says, or says more.",
        "It is malformed.",
        "tests/unit/protocol/test_acts.py::test_a_notice_says_what_its_kind_says",
    ),
)
