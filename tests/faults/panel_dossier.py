"""The panel's dossier on the desk: what is checked, what is hidden, what the head issued."""

from tests.faults import Fault

_COLLECTED = "tests/unit/sync/test_dossier_collected.py"
_VERIFIED = "tests/unit/services/panel/test_verification.py"
_HIDDEN = "tests/unit/services/panel/test_hidden_cases.py"
_ISSUED = "tests/unit/services/panel/test_heads_comparison.py"

FAULTS = (
    Fault(
        "A server shows a chair a packet whose signature or receipt does not hold.",
        "It counts nowhere and is told, by the expert's number; it is asked for again.",
        f"{_VERIFIED}::test_what_the_server_offers_and_does_not_verify_is_told_and_not_counted",
    ),
    Fault(
        "A collected packet, its receipt or how it stands was changed in the database.",
        "It counts nowhere from then on, and is told with the reason.",
        f"{_VERIFIED}::test_what_was_changed_in_the_database_is_told_and_not_counted",
    ),
    Fault(
        "The certificate of a device whose packets are shown is not in the log.",
        "None of its packets counts; it is told.",
        f"{_VERIFIED}::test_a_device_whose_certificate_is_not_in_the_log_counts_nowhere",
    ),
    Fault(
        "A server keeps back one packet of an expert, and shows later ones.",
        "The gap is told, unless the leaf of a withheld packet stands there.",
        f"{_VERIFIED}::test_a_packet_that_is_not_there_leaves_a_gap_and_its_leaf_closes_it",
    ),
    Fault(
        "An expert's device signed two packets under one number.",
        "The fork is told; what the log holds for it does not count.",
        f"{_VERIFIED}::test_two_packets_at_one_place_are_a_fork",
    ),
    Fault(
        "A server answers with packets at one moment and with withheld leaves at another.",
        "Only what both are of is judged: nothing that came between looks like a gap.",
        f"{_VERIFIED}::test_what_comes_between_the_packets_and_their_leaves_is_no_gap",
    ),
    Fault(
        "An older server does not tell what is withheld.",
        "Packets are collected as before; that gaps cannot be told is said.",
        f"{_COLLECTED}::test_an_older_server_tells_nothing_and_nothing_breaks",
    ),
    Fault(
        "A server invents a leaf that is to close a gap.",
        "What the log does not prove is not kept, and the gap stays.",
        f"{_COLLECTED}::test_a_leaf_that_the_log_does_not_prove_is_not_kept",
    ),
    Fault(
        "A chair declares a conflict on a case whose scores are on their computer.",
        "They are in no figure from then on, and erased when the server tells that it is withheld.",
        f"{_COLLECTED}::"
        "test_what_is_withheld_comes_with_its_leaves_and_what_was_there_of_it_is_erased",
    ),
    Fault(
        "Packets of a hidden case are still in the database.",
        "Every count, mean, chance, list and check is that of a panel without the case.",
        f"{_HIDDEN}::test_every_figure_is_that_of_a_panel_without_the_case",
    ),
    Fault(
        "A list that was kept shows a case that was hidden since.",
        "It is not opened; nothing of the case is in the next one.",
        f"{_HIDDEN}::test_the_kept_list_counts_and_finds_it_nowhere",
    ),
    Fault(
        "A deputy wants to decide a case that is not theirs.",
        "Nothing is signed; which are theirs is told first.",
        f"{_HIDDEN}::test_a_deputy_decides_what_is_theirs_and_nothing_else",
    ),
    Fault(
        "A chair who reviews a case wants to see its scores before signing their own.",
        "They are told that it is hidden, why, and who decides it meanwhile.",
        "tests/e2e/test_dossier.py::test_a_chair_who_reviews_sees_a_case_after_their_own_score",
    ),
    Fault(
        "Scores changed since the head issued the comparison of all panels.",
        "The cases of which other scores are counted here are named beside it.",
        f"{_ISSUED}::test_what_changed_since_is_told_by_case",
    ),
    Fault(
        "Somebody else than the head signs a comparison.",
        "It is no comparison.",
        f"{_ISSUED}::test_what_is_not_the_heads_is_no_comparison",
    ),
)
