"""The panel's acts: who may say what, and what is shown to whom."""

from tests.faults import Fault

_RULES = "tests/unit/server/test_panel_rules.py"
_ACTS = "tests/unit/server/test_panel_acts.py"
_RULED = "tests/unit/server/test_rulings.py"

FAULTS = (
    Fault(
        "A chair decides a case on which they have a conflict, or whose own score they still owe.",
        "It is kept with its receipt and does not count.",
        f"{_RULES}::test_a_chair_decides_where_no_conflict_and_no_own_score_stands_before",
    ),
    Fault(
        "A deputy decides a case that the chair may see, or that is withheld from the deputy too.",
        "It does not count; what is withheld from the chair alone the deputy decides.",
        f"{_RULES}::test_a_deputy_decides_what_is_kept_from_the_one_they_stand_for",
    ),
    Fault(
        "A case is withheld from the chair, and packets are missing in the chains that they check.",
        "They are told which, why and who decides; leaves without bodies bridge the chains.",
        "tests/unit/server/test_dossier.py::test_leaves_without_packets_bridge_the_chains",
    ),
    Fault(
        "A case is withheld from the chair, their deputy and the head alike.",
        "The dossier names the next who may decide it, or that nobody may.",
        "tests/unit/server/test_dossier.py::"
        "test_who_decides_what_is_kept_from_chair_and_deputy_alike",
    ),
    Fault(
        "A second round is assigned before the head signed the long list.",
        "Nothing is assigned; --all is said, or the list awaited.",
        "tests/unit/server/test_two_rounds.py::"
        "test_without_a_long_list_nothing_is_assigned_unless_all_is_said",
    ),
    Fault(
        "In the second round a case would go to somebody who had it in the first.",
        "It does not, unless the operator says so; who lacks reviews is listed.",
        "tests/unit/server/test_two_rounds.py::"
        "test_nobody_reviews_a_case_twice_unless_staff_say_so",
    ),
    Fault(
        "Panels by area share no expert, so that nobody can compare how strict they are.",
        "Told with the share that crosses; --panels-cross deals 15 % across, or says why not.",
        "tests/unit/assignment/test_across.py::"
        "test_panels_by_area_share_no_expert_until_it_is_wanted",
    ),
    Fault(
        "A score came late for a good reason.",
        "Staff decide without having seen it; it counts by a signed act, and its expert is told.",
        f"{_RULED}::test_a_late_score_counts_when_staff_say_so_and_its_expert_is_told",
    ),
    Fault(
        "A review is unfit: a tie came to light that its expert had not declared.",
        "Staff exclude it with all that it goes back to; the expert is told the reason.",
        f"{_RULED}::test_a_review_is_excluded_with_all_that_it_goes_back_to",
    ),
    Fault(
        "The head's comparison comes by hand-in file, for which the round goes on some hours.",
        "It counts: the grace is for scores, and the round is closed.",
        f"{_RULES}::test_the_grace_of_files_is_for_scores_and_keeps_no_comparison_back",
    ),
    Fault(
        "Somebody approves the citation that they wrote themselves.",
        "It does not count as another's approval.",
        f"{_RULES}::test_an_approval_is_of_anothers_text_that_has_arrived_and_counts",
    ),
    Fault(
        "Two people of a panel write a citation without knowing of each other's.",
        "The first stands, the second is held as a fork: no approval moves to another text.",
        f"{_RULES}::test_a_citation_goes_on_from_the_newest_whoever_wrote_it",
    ),
    Fault(
        "A comparison is signed before its rounds are closed.",
        "It does not count.",
        f"{_RULES}::test_a_comparison_waits_for_the_end_of_its_rounds",
    ),
    Fault(
        "A final list names a decision that another has replaced, or of another case.",
        "The list does not count.",
        f"{_RULES}::test_a_final_list_names_the_decision_that_stands_for_each_case",
    ),
    Fault(
        "A reviewer asks for the panel's packets before their own score, or after taking it back.",
        "It is refused; while it counts they are shown the discussion, and no score.",
        f"{_ACTS}::test_a_reviewer_collects_the_discussion_of_what_they_scored_and_nothing_else",
    ),
    Fault(
        "One delivery brings a comparison, its figures, a decision, the list, and a second list.",
        "Each is judged on those before it; the second list is held as a fork.",
        f"{_ACTS}::test_what_one_delivery_brings_is_judged_one_after_another",
    ),
    Fault(
        "A decision, a ruling or another act arrives with a reason of blanks alone.",
        "It does not count and changes nothing; who signed it is told to sign again with words.",
        "tests/unit/server/test_reasons.py::test_a_decision_says_no_reason_or_one_in_words",
    ),
    Fault(
        "Another expert is asked for in the very second in which the case is given to one.",
        "What was given before leaves the request open, and what came after answers it.",
        "tests/unit/server/test_matters.py::"
        "test_a_request_is_answered_by_what_was_given_after_it_in_the_same_second_too",
    ),
    Fault(
        "A member of staff decides about a late review that another one has decided on just so.",
        "It changes nothing and is told; the decision is kept with its receipt.",
        "tests/unit/services/test_matters.py::test_a_late_review_is_decided_on_and_counts",
    ),
    Fault(
        "Somebody declares a conflict of interest, and takes it back before the case is decided.",
        "Staff are told by name, whoever decides the case by number; of a hidden case nobody is.",
        "tests/unit/server/test_matters.py::"
        "test_a_conflict_taken_back_is_told_to_staff_by_name_and_to_a_panel_by_number",
    ),
)
