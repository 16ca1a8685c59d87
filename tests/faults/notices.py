"""Notices: corrections, withdrawals, deadlines, questions."""

from tests.faults import Fault

_DESK = "tests/unit/services/test_notices.py"
_SERVER = "tests/unit/server/test_notices.py"
_WHOLE = "tests/e2e/test_notices.py"

FAULTS = (
    Fault(
        "A notice is not signed by the server, is another person's, or is cut.",
        "It leaves no trace.",
        f"{_DESK}::test_what_is_not_signed_by_the_server_for_this_person_leaves_no_trace",
    ),
    Fault(
        "A notice comes twice, by network and by file.",
        "It is kept once.",
        f"{_DESK}::test_a_notice_is_kept_once",
    ),
    Fault(
        "A notice is left out.",
        "Its number is told as missing, and asked for again, until it comes.",
        f"{_DESK}::test_a_missing_number_is_told_until_it_comes",
    ),
    Fault(
        "The server signs two different notices under one number.",
        "Both are kept, and it is told.",
        f"{_DESK}::test_two_notices_under_one_number_are_both_kept_and_told",
    ),
    Fault(
        "A restored server counts notices anew.",
        "Nothing is told as contradicted or missing, and what was told before stays.",
        f"{_DESK}::test_a_log_begun_anew_counts_anew_and_contradicts_nothing",
    ),
    Fault(
        "A notice holds characters that are not seen.",
        "It is told how many.",
        "tests/ui/messages/test_messages.py::test_characters_that_are_not_seen_are_told",
    ),
    Fault(
        "A case is corrected after it was scored.",
        "The differences are shown; the score stands for the version read until it is confirmed.",
        f"{_WHOLE}::test_a_corrected_case_comes_with_its_differences_and_the_score_is_confirmed",
    ),
    Fault(
        "A correction is announced, and its text does not come.",
        "The text that was there can still be read.",
        f"{_DESK}::test_the_old_text_stays_until_the_new_one_can_be_read",
    ),
    Fault(
        "A correction brings other partners.",
        "The text is released again only to who has declared on them.",
        f"{_WHOLE}::test_a_case_with_a_new_partner_is_declared_on_again_before_its_text_is_given",
    ),
    Fault(
        "A declaration on the old partners arrives after the correction.",
        "It is held and opens nothing; the desk asks again.",
        f"{_WHOLE}::test_a_declaration_on_the_old_partners_opens_nothing_and_is_asked_again",
    ),
    Fault(
        "A score arrives on a case that its applicant withdrew.",
        "It is kept, does not count, and says so; the case leaves lists, ranks and progress.",
        f"{_WHOLE}::test_a_withdrawn_case_leaves_the_list_and_what_was_written_on_it_stays",
    ),
    Fault(
        "A withdrawn case is imported once more.",
        "It is left out, and the operator is told.",
        f"{_WHOLE}::test_a_withdrawn_case_leaves_the_list_and_what_was_written_on_it_stays",
    ),
    Fault(
        "A round is given a deadline that is not later.",
        "It is refused.",
        f"{_SERVER}::test_an_extended_round_has_a_later_deadline_and_everybody_is_told",
    ),
    Fault(
        "Signed work is on the laptop only, two days before the round closes.",
        "The strip warns and says when.",
        "tests/ui/test_status.py::test_two_days_before_the_end_it_warns_and_says_when",
    ),
)
