"""The panel's acts on the desk: what is said, cited, decided and listed there."""

from tests.faults import Fault

_DISCUSSION = "tests/unit/services/panel/test_discussion.py"
_CITATIONS = "tests/unit/services/panel/test_citations.py"
_LISTS = "tests/unit/services/panel/test_head_lists.py"
_DISPUTE = "tests/unit/services/defending/test_dispute.py"

FAULTS = (
    Fault(
        "A dossier's record says of a score, a decision or an assignment what its packets do not.",
        "Verifying names the record, and ends with 1.",
        f"{_DISPUTE}::test_a_record_that_claims_something_else_is_told",
    ),
    Fault(
        "A packet is taken out of a dossier, and the list of sums is written anew.",
        "Verifying names the record that claims it.",
        f"{_DISPUTE}::test_a_packet_that_was_taken_out_is_missed",
    ),
    Fault(
        "An assignment in a dossier has another one's entry of the log.",
        "Verifying names it, by the app and by the script.",
        f"{_DISPUTE}::test_an_assignment_whose_entry_is_another_ones_is_told",
    ),
    Fault(
        "The server tells a seed whose record the log does not name.",
        "The seed is kept without a receipt, and the dossier proves nothing of it.",
        "tests/unit/sync/test_draws_collected.py::test_what_the_log_does_not_prove_has_no_receipt",
    ),
    Fault(
        "A dossier or a sheet is wanted of a case that is hidden from whoever wants it.",
        "There is neither; in sheets of a list it is left out, and that is told.",
        "tests/unit/services/defending/test_defence.py::test_a_withheld_case_has_no_sheet",
    ),
    Fault(
        "A case has fifty experts, and texts as long as a form takes them.",
        "Its defence sheet is one page; what is left out is marked and counted.",
        "tests/unit/reports/test_defence_sheet.py::test_the_longest_case_still_has_one_page",
    ),
    Fault(
        "A chair with a conflict opens the discussion of the case, or wants to say something.",
        "Nothing is shown and nothing is signed.",
        f"{_DISCUSSION}::test_who_has_a_conflict_neither_sees_nor_says_anything",
    ),
    Fault(
        "An expert takes part in a discussion before the own score counts, or after it did.",
        "Nothing is shown and nothing is signed.",
        f"{_DISCUSSION}::test_an_expert_whose_score_is_held_or_withdrawn_does_not",
    ),
    Fault(
        "The desk is locked, or closed, in the midst of a contribution.",
        "What was typed is there again, with what it replies to.",
        f"{_DISCUSSION}::test_what_is_being_written_is_there_again",
    ),
    Fault(
        "Another person's citation reaches the log before one's own.",
        "One's own is told as not counted, and can be written anew.",
        f"{_CITATIONS}::test_a_text_that_came_behind_anothers_is_told_and_counts_not",
    ),
    Fault(
        "The writer of a citation approves it.",
        "It makes no agreement.",
        f"{_CITATIONS}::test_a_writers_own_word_makes_no_agreement",
    ),
    Fault(
        "A final list is signed by somebody who is not the head.",
        "It is refused on one's own desk, and another's is not taken for the list.",
        f"{_LISTS}::test_a_chair_signs_no_list_and_sees_what_the_head_signed",
    ),
    Fault(
        "A place leaves the order and nobody says why, or a case of the proposal is undecided.",
        "Each is named as a link; nothing is signed.",
        f"{_LISTS}::test_what_is_lacking_is_named_and_holds_the_signature_up",
    ),
    Fault(
        "The head issues a comparison while the round is open.",
        "It is refused before anything is signed.",
        f"{_LISTS}::test_the_head_issues_the_comparison_once_the_round_is_closed",
    ),
)
