"""Packets: duplicate, forked, strange."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "A packet arrives again.",
        "It gets the same receipt, byte for byte, for ever.",
        "tests/unit/server/test_delivery.py::test_the_same_packet_gets_the_same_receipt_byte_for_byte",
    ),
    Fault(
        "The same delivery arrives from two sides at once.",
        "It is taken in once.",
        "tests/unit/server/test_revocation.py::test_the_same_delivery_from_two_sides_at_once_is_taken_in_once",
    ),
    Fault(
        "A packet of a newer version arrives.",
        "It is kept and held: newer version.",
        "tests/unit/server/test_arrival.py::test_a_newer_version_is_held",
    ),
    Fault(
        "Two packets have one place in a chain.",
        "The second is held as a fork, with its receipt.",
        "tests/unit/server/test_arrival.py::test_two_packets_at_one_place_are_a_fork",
    ),
    Fault(
        "A packet names a wrong predecessor.",
        "It is held as a fork, in either order of arrival.",
        "tests/unit/server/test_arrival.py::test_a_wrong_predecessor_is_a_fork_in_either_order_and_a_gap_is_none",
    ),
    Fault(
        "A packet arrives before the one before it in its chain, or without it.",
        "The gap is shown and blocks nothing: it counts.",
        "tests/unit/server/test_arrival.py::"
        "test_a_wrong_predecessor_is_a_fork_in_either_order_and_a_gap_is_none",
    ),
    Fault(
        "A packet is for another deployment.",
        "It is kept with its receipt and counts for nothing.",
        "tests/unit/server/test_arrival.py::test_a_packet_for_another_deployment_is_not_counted",
    ),
    Fault(
        "A packet's fields do not fit its kind.",
        "It is kept with its receipt and does not count.",
        "tests/unit/server/test_arrival.py::test_fields_that_do_not_fit_are_not_counted",
    ),
    Fault(
        "A signature is of another key, a byte is flipped, or it is no envelope.",
        "It is refused and leaves no trace.",
        "tests/unit/server/test_delivery.py::test_what_is_not_validly_signed_leaves_no_trace",
    ),
    Fault(
        "The envelope's type is swapped for another kind's.",
        "It does not open.",
        "tests/unit/protocol/test_envelope.py::test_nothing_signed_can_be_changed",
    ),
    Fault(
        "The body is spelled in another way under the same signature.",
        "It does not open.",
        "tests/unit/protocol/test_envelope.py::test_a_signed_body_in_another_spelling_is_refused",
    ),
    Fault(
        "A key is repeated in the JSON.",
        "It is refused.",
        "tests/unit/protocol/test_envelope.py::test_a_repeated_key_is_refused",
    ),
    Fault(
        "A packet is larger than may be.",
        "It is rejected; the others of its delivery are taken in.",
        "tests/unit/server/test_delivery.py::test_a_packet_beyond_its_limit_is_rejected",
    ),
    Fault(
        "A delivery is sealed to another key, or not at all.",
        "It is malformed; nothing is taken in.",
        "tests/unit/server/test_delivery.py::test_a_delivery_sealed_to_another_key_or_not_at_all_is_malformed",
    ),
    Fault(
        "A packet is signed after its key was revoked.",
        "It is held; what lies before stays counted.",
        "tests/unit/server/test_arrival.py::test_a_key_counts_up_to_its_revocation",
    ),
    Fault(
        "A revoked desk delivers what it signed before.",
        "It still arrives, and says what is held.",
        "tests/unit/sync/test_engine.py::test_a_packet_signed_after_the_revocation_still_arrives",
    ),
    Fault(
        "A packet comes a second time after its key was revoked.",
        "It gets its first receipt.",
        "tests/unit/server/test_delivery.py::test_also_after_the_device_was_revoked",
    ),
    Fault(
        "A mark is off its scale, or the rubric another one.",
        "It is held.",
        "tests/unit/server/test_arrival.py::test_another_rubric_or_a_mark_off_its_scale_is_held",
    ),
    Fault(
        "A score is of another version of the case.",
        "It is held.",
        "tests/unit/server/test_arrival.py::test_a_score_of_another_version_of_the_case_is_held",
    ),
    Fault(
        "A score comes before any declaration.",
        "It is held.",
        "tests/unit/server/test_arrival.py::test_before_a_declaration_nobody_can_have_read_what_they_score_or_decide",
    ),
    Fault(
        "A second plain score of one person on one case comes.",
        "It is held as a fork; the first stands.",
        "tests/unit/server/test_arrival.py::test_a_second_plain_score_is_held_as_a_fork",
    ),
    Fault(
        "The second of two devices goes on amending its held score.",
        "What follows is held too: a person's scores on a case never count twice.",
        "tests/unit/server/test_arrival.py::test_what_goes_on_from_a_held_fork_is_held_too",
    ),
    Fault(
        "A score is amended twice, the second time on a desk that does not know the first.",
        "The second amendment is held as a fork.",
        "tests/unit/server/test_arrival.py::test_a_second_amendment_of_one_score_is_held_as_a_fork",
    ),
    Fault(
        "A packet comes after the deadline.",
        "It is kept, marked as late.",
        "tests/unit/server/test_arrival.py::test_late_is_what_comes_after_the_deadline_or_after_closing",
    ),
    Fault(
        "An amendment supersedes nothing that is there.",
        "It is not counted.",
        "tests/unit/server/test_arrival.py::test_what_supersedes_nothing_is_not_counted",
    ),
    Fault(
        "A case is another reviewer's.",
        "Its score is held.",
        "tests/unit/server/test_arrival.py::test_a_case_of_another_is_held",
    ),
    Fault(
        "Staff or an unasked chair score.",
        "It does not count.",
        "tests/unit/server/test_arrival.py::test_staff_and_unasked_chairs_score_nothing",
    ),
    Fault(
        "A receipt is of another packet.",
        "The desk does not take it.",
        "tests/unit/sync/test_trust.py::test_a_receipt_is_of_exactly_one_packet",
    ),
    Fault(
        "A bit of a receipt is flipped.",
        "It does not verify.",
        "tests/unit/protocol/test_log_texts.py::test_no_flipped_bit_leaves_a_receipt_whole",
    ),
    Fault(
        "A packet of the panel is altered on the chair's disk.",
        "It does not count there.",
        "tests/unit/services/panel/test_panel.py::test_an_altered_envelope_on_the_disk_does_not_count",
    ),
    Fault(
        "A packet of the panel is signed by a key whose certificate is not in the log.",
        "It does not count.",
        "tests/unit/services/panel/test_panel.py::test_a_key_whose_certificate_is_not_in_the_log_signs_for_nobody",
    ),
    Fault(
        "Hundreds of declarations on cases that do not exist arrive.",
        "They are held, and the server goes on.",
        "tests/unit/server/test_delivery.py::test_declarations_on_very_many_cases_that_do_not_exist_are_held",
    ),
    Fault(
        "A piece of evidence is altered by one byte.",
        "The stranger's script finds it, in every file.",
        "tests/unit/services/test_evidence_files.py::test_a_flipped_byte_fails_in_every_file",
    ),
    Fault(
        "A forger makes the sums of altered evidence anew.",
        "It is found out all the same.",
        "tests/unit/services/test_evidence_files.py::test_a_forger_who_makes_the_sums_anew_is_found_out",
    ),
)
