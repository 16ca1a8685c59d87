"""The panel's acts on the desk: what is said, cited, decided and listed there."""

from tests.faults import Fault

_DISCUSSION = "tests/unit/services/test_discussion.py"
_CITATIONS = "tests/unit/services/test_citations.py"
_LISTS = "tests/unit/services/test_head_lists.py"

FAULTS = (
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
