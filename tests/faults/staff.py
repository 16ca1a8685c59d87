"""Staff: what takes two of them, and names beside numbers."""

from tests.faults import Fault

_SERVER = "tests/unit/server/test_two_staff.py"
_UNDONE = "tests/unit/server/test_undone.py"
_DESK = "tests/unit/services/test_two_staff.py"
_KEY = "tests/unit/intake/test_pseudonyms.py"

FAULTS = (
    Fault(
        "One member of staff closes a round before its deadline, to see its scores.",
        "It waits for another, who sees who asked and why; nothing is changed, no score is shown.",
        "tests/e2e/test_two_staff.py::test_one_asks_and_nothing_changes_until_another_agrees",
    ),
    Fault(
        "Who asked agrees from a second computer.",
        "One person is one: it does not count.",
        f"{_SERVER}::test_one_person_on_two_devices_is_one",
    ),
    Fault(
        "A reviewer, a chair or the head agrees to a request of staff.",
        "It does not count.",
        f"{_SERVER}::test_nobody_but_staff_agrees",
    ),
    Fault(
        "A key asked that was revoked from before on.",
        "Nobody can agree to it.",
        f"{_SERVER}::test_what_a_revoked_key_asked_is_not_agreed_to",
    ),
    Fault(
        "The device that agreed to opening scores was lost before that.",
        "They are hidden again, another may agree, and chairs are told that they were seen.",
        "tests/unit/services/test_undone.py::"
        "test_opened_scores_are_hidden_again_and_chairs_are_told_that_they_were_seen",
    ),
    Fault(
        "The device that agreed to closing a round early was lost before that.",
        "The round is open again, and what came meanwhile is not late.",
        f"{_UNDONE}::test_a_round_is_open_again_and_what_came_meanwhile_is_not_late",
    ),
    Fault(
        "The device that asked for an early closing was lost before that.",
        "The round is open again; the request is to be signed anew.",
        f"{_UNDONE}::test_who_asked_had_the_lost_device_and_the_round_is_open_again",
    ),
    Fault(
        "A request is agreed to after the round was closed and opened again.",
        "It was over with the closing: nothing is changed.",
        f"{_SERVER}::test_after_the_deadline_one_is_enough_and_what_waited_is_over",
    ),
    Fault(
        "Two answer the same request at once.",
        "The first answer stands, and who came second is told.",
        f"{_DESK}::test_who_answers_too_late_is_told",
    ),
    Fault(
        "The operator closes a round before its deadline.",
        "It is refused, unless it is said to be the operator's own act; then everybody is told.",
        f"{_SERVER}::test_the_operator_closes_early_only_as_an_act_of_their_own",
    ),
    Fault(
        "The deadline of an open round is moved forward, so that one may close it.",
        "It is refused.",
        f"{_SERVER}::test_a_deadline_is_not_moved_forward",
    ),
    Fault(
        "Scores were opened early, and the round goes on.",
        "Chairs' tables and all reports say when, how and why.",
        f"{_DESK}::test_scores_opened_by_two_are_seen_and_told",
    ),
    Fault(
        "Scores were opened early, the round was closed, and is opened again.",
        "They are hidden again until two open them anew.",
        f"{_SERVER}::test_scores_that_were_opened_are_not_those_of_a_round_opened_again",
    ),
    Fault(
        "Staff look at what waits for two between a restore and its confirmation.",
        "What the earlier log said is shown.",
        f"{_DESK}::test_what_an_earlier_log_said_is_shown_until_the_next_is_collected",
    ),
    Fault(
        "The key of the pseudonyms is asked for without a reason.",
        "Nothing is written and nothing logged.",
        f"{_KEY}::test_without_a_reason_nothing_is_opened",
    ),
    Fault(
        "A case was withdrawn by mistake, and scores on it came meanwhile.",
        "It is reinstated: its people are told, it returns to the desks, and what came counts.",
        "tests/e2e/test_notices.py::"
        "test_a_reinstated_case_returns_to_desks_and_what_came_meanwhile_counts",
    ),
)
