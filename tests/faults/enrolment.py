"""Invitations: mistyped, guessed, intercepted."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "A code is mistyped.",
        "It is told at once, with the likely place; nothing is sent.",
        "tests/unit/protocol/test_crockford.py::test_every_single_slip_is_noticed",
    ),
    Fault(
        "Two symbols of a code are exchanged.",
        "It is noticed.",
        "tests/unit/protocol/test_crockford.py::test_every_exchange_of_two_symbols_is_noticed",
    ),
    Fault(
        "A code is guessed.",
        "Unknown code and wrong secret are told alike; tries are slowed, and never lock "
        "the owner out.",
        "tests/unit/server/test_enrolment.py::test_wrong_tries_are_slowed_and_never_locked",
    ),
    Fault(
        "Somebody knows an invitation's id and not its secret.",
        "It is as unknown as a wrong one.",
        "tests/unit/server/test_enrolment.py::test_a_wrong_mac_is_as_unknown_as_a_wrong_invitation",
    ),
    Fault(
        "The code is used by another key: the letter was intercepted.",
        "It is refused, and staff are told.",
        "tests/unit/server/test_enrolment.py::test_another_key_is_refused_and_told_to_staff",
    ),
    Fault(
        "The rightful person comes after the interceptor.",
        "They read that the code was used, and whom to call.",
        "tests/e2e/test_enrolment.py::test_a_code_used_on_another_computer",
    ),
    Fault(
        "The server's answer to an enrolment is altered on its way.",
        "It is a forgery; no profile is made, and the same code and keys work at the next try.",
        "tests/unit/services/test_enrolment.py::test_an_answer_altered_on_the_way_is_a_forgery",
    ),
    Fault(
        "Somebody without the secret answers an enrolment.",
        "It is a forgery; no profile is made, and the same code and keys work at the next try.",
        "tests/unit/services/test_enrolment.py::test_an_answer_without_the_secret_is_a_forgery",
    ),
    Fault(
        "The answer to an enrolment is lost.",
        "The same keys are tried again and get the same certificate.",
        "tests/unit/services/test_enrolment.py::test_after_a_lost_answer_the_same_keys_are_tried_again",
    ),
    Fault(
        "A repeated enrolment is altered on its way, and the server refuses it as unknown.",
        "The keys that it certified before stay: the next try with the same code works.",
        "tests/unit/services/test_enrolment.py::"
        "test_a_request_altered_after_a_lost_answer_costs_no_keys",
    ),
    Fault(
        "The code has expired.",
        "It is said; whoever enrolled before keeps the certificate.",
        "tests/e2e/test_enrolment.py::test_an_expired_code",
    ),
    Fault(
        "The letter's file is broken or none.",
        "It is said.",
        "tests/e2e/test_enrolment.py::test_a_file_that_is_no_letter",
    ),
    Fault(
        "A device that nobody certified asks.",
        "It is refused.",
        "tests/e2e/test_bad_input.py::test_an_unknown_device_is_refused",
    ),
)
