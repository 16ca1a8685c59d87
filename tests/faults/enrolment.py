"""Invitations: mistyped, guessed, intercepted."""

from tests.faults import Fault

_HELD = "tests/unit/server/test_held_for_words.py"

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
        "A proxy answers a declining by itself.",
        "It is a forgery; nobody is told that the declining has arrived.",
        "tests/unit/services/test_enrolment.py::"
        "test_a_declining_that_a_proxy_answers_has_not_arrived",
    ),
    Fault(
        "Who opens TLS on the way reads all of an enrolment.",
        "No name, no panel, no reason for declining is readable: the bodies are sealed under the "
        "invitation's secret.",
        "tests/unit/server/test_enrolment.py::test_who_opens_tls_reads_no_name_and_no_reason",
    ),
    Fault(
        "Somebody enrols with the code of another, where six words are wanted.",
        "The device is given no text, no packets and no progress, by the network or by file.",
        "tests/e2e/test_six_words.py::test_before_the_call_the_desk_has_all_but_texts",
    ),
    Fault(
        "Other words are read over the telephone, or those of an unknown device.",
        "Nothing is confirmed; the way to revoke the device is named.",
        "tests/e2e/test_six_words.py::test_other_words_confirm_nothing",
    ),
    Fault(
        "A batch as a file is made for a device that awaits its six words.",
        "It holds no release, and no text opens.",
        "tests/e2e/test_six_words.py::test_by_file_no_text_comes_either",
    ),
    Fault(
        "The operator's command is killed before the confirmation is kept.",
        "Nothing is confirmed; it can be typed again.",
        "tests/e2e/test_six_words.py::test_killed_before_it_is_kept_nothing_is_confirmed",
    ),
    Fault(
        "The operator's command is killed after the confirmation is kept.",
        "The next sync brings the texts, and the log is right.",
        "tests/e2e/test_six_words.py::test_killed_after_it_is_kept_the_next_sync_brings_the_texts",
    ),
    Fault(
        "The line is cut between hearing of the confirmation and the batch.",
        "The next sync brings the texts.",
        "tests/unit/sync/test_six_words.py::"
        "test_cut_off_between_the_word_and_the_batch_the_next_sync_brings_it",
    ),
    Fault(
        "A device that awaits its six words is given new keys.",
        "It gets their certificate and goes on; the words that are awaited, and shown, are theirs.",
        "tests/unit/rotation/test_new_keys.py::"
        "test_a_computer_that_awaits_its_six_words_changes_keys_and_awaits_those_of_the_new",
    ),
    Fault(
        "A device that awaits its six words hands in scores, withdrawals, declarations, decisions.",
        "Each gets its receipt and is held; after the call it is judged as of its own arrival.",
        f"{_HELD}::test_what_it_signs_is_taken_and_counts_with_the_call",
    ),
    Fault(
        "With a found letter somebody withdraws, recuses and declares conflicts in a name.",
        "Nothing counts and no case is taken away, until the words were read.",
        f"{_HELD}::test_it_withdraws_recuses_and_declares_nothing_of_its_person",
    ),
    Fault(
        "A conflict was declared on a computer that awaits its six words, after none elsewhere.",
        "With the call the newer word holds: no text of the case is released any more.",
        f"{_HELD}::test_a_conflict_that_it_declared_holds_after_the_call",
    ),
    Fault(
        "The six words are read after the deadline.",
        "What had come before it counts.",
        f"{_HELD}::test_what_came_before_the_deadline_counts_though_the_call_is_later",
    ),
    Fault(
        "A case was scored on another computer while one awaited its six words.",
        "The first stands, the confirmed one is held beside it, and the person chooses.",
        f"{_HELD}::test_what_it_scored_does_not_stand_beside_what_was_scored_meanwhile",
    ),
    Fault(
        "A device is revoked that still awaited its six words.",
        "All that it signed is held, and its person says what of it is theirs.",
        f"{_HELD}::test_revoked_instead_all_of_it_can_be_confirmed_on_a_confirmed_computer",
    ),
    Fault(
        "A thief of laptop and letter confirms, on a device that awaits its six words.",
        "Nothing changes: what was held stays held.",
        "tests/unit/server/test_six_words.py::test_it_confirms_and_denies_nothing_of_a_lost_laptop",
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
    Fault(
        "Somebody reads the server's disk after an invitation was used, or has expired.",
        "Its secret is not there any more.",
        "tests/unit/server/test_spent_codes.py::"
        "test_the_secret_is_forgotten_when_the_device_has_spoken",
    ),
)
