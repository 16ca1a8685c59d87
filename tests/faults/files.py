"""Files: hand-over by mail, batches by stick."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Mail quotes, wraps, re-codes or beautifies a hand-in block, or makes HTML of it.",
        "It is read as it was written.",
        "tests/unit/protocol/test_armour.py::test_a_block_survives",
    ),
    Fault(
        "An editor saves a hand-in file in another encoding.",
        "It is read as it was written.",
        "tests/unit/protocol/test_armour.py::test_an_editor_saved_it_in_its_own_encoding",
    ),
    Fault(
        "One character of a block is another one.",
        "It is told as altered, or cut, and never read.",
        "tests/unit/protocol/test_armour.py::test_one_other_character_never_passes_unseen",
    ),
    Fault(
        "One character of a block's header is another one.",
        "It is told as altered, not as another programme's.",
        "tests/unit/protocol/test_armour.py::test_a_slip_in_the_header_is_not_taken_for_another_deployment",
    ),
    Fault(
        "The end of a block is cut off.",
        "It is told how many bytes are missing.",
        "tests/unit/protocol/test_armour.py::test_a_cut_end_never_passes_unseen",
    ),
    Fault(
        "A line in the middle of a block is lost.",
        "It is told how many bytes are missing.",
        "tests/unit/protocol/test_armour.py::test_a_line_lost_in_the_middle_is_told_in_bytes",
    ),
    Fault(
        "The beginning of a block is lost.",
        "It is told as cut, with the line.",
        "tests/unit/protocol/test_armour.py::test_a_lost_beginning_is_a_cut",
    ),
    Fault(
        "One of several parts is missing.",
        "It is told which.",
        "tests/unit/protocol/test_armour.py::test_a_missing_part_is_named",
    ),
    Fault(
        "A block is damaged in one message and whole in another.",
        "It is read, and nothing is told.",
        "tests/unit/protocol/test_armour.py::test_what_is_whole_elsewhere_is_not_damaged",
    ),
    Fault(
        "A block is for another programme or another device.",
        "It is told before any key is tried.",
        "tests/unit/protocol/test_armour.py::test_another_deployment_or_device_is_told_before_any_key_is_tried",
    ),
    Fault(
        "A block is of a newer form.",
        "It is told that a newer version reads it.",
        "tests/unit/protocol/test_armour.py::test_a_newer_form_is_said_to_be_newer",
    ),
    Fault(
        "A file of a hundred megabytes is given as a hand-in file.",
        "It is refused unread.",
        "tests/unit/protocol/test_armour.py::test_a_hundred_megabytes_are_refused_unread",
    ),
    Fault(
        "A file is made of junk that looks like blocks.",
        "Time and memory stay in bounds.",
        "tests/unit/protocol/test_armour.py::test_junk_takes_bounded_time_and_memory",
    ),
    Fault(
        "A hand-in block is renamed to another device or programme.",
        "It does not open.",
        "tests/unit/protocol/test_handover.py::test_a_block_renamed_to_another_device_does_not_open",
    ),
    Fault(
        "A reply is signed by somebody else, or meant for another device.",
        "It does not open.",
        "tests/unit/protocol/test_handover.py::test_a_reply_opens_on_its_device_and_by_the_servers_key",
    ),
    Fault(
        "A batch archive is cut off.",
        "It is told as cut.",
        "tests/unit/protocol/test_archive.py::test_a_cut_archive_is_said_to_be_cut",
    ),
    Fault(
        "A batch archive was unpacked and packed anew.",
        "It is told so.",
        "tests/unit/protocol/test_archive.py::test_compressed_archives_are_said_to_be_packed_anew",
    ),
    Fault(
        "An archive's entry names a path outside, or one that no batch has.",
        "The archive is refused.",
        "tests/unit/protocol/test_archive.py::test_a_name_that_no_batch_has_is_refused",
    ),
    Fault(
        "An archive's entry comes twice.",
        "The archive is refused.",
        "tests/unit/protocol/test_archive.py::test_a_name_may_not_come_twice",
    ),
    Fault(
        "Entries of an archive share their bytes.",
        "The archive is refused.",
        "tests/unit/protocol/test_archive.py::test_two_entries_do_not_share_their_bytes",
    ),
    Fault(
        "Something lies before, between or behind the entries of an archive.",
        "The archive is refused.",
        "tests/unit/protocol/test_archive.py::test_no_byte_lies_beside_the_entries",
    ),
    Fault(
        "An archive would unpack to more than may be.",
        "It is refused and not unpacked.",
        "tests/unit/protocol/test_archive.py::test_a_bomb_is_not_unpacked",
    ),
    Fault(
        "An archive has too many entries, releases or notices.",
        "It is refused.",
        "tests/unit/protocol/test_archive.py::test_numbers_are_bounded",
    ),
    Fault(
        "A hundred megabytes of junk call themselves a list of entries.",
        "They are refused unread.",
        "tests/unit/protocol/test_archive.py::test_the_list_of_entries_is_not_read_before_it_is_counted",
    ),
    Fault(
        "A file in an archive is not what its name says.",
        "It is told by name.",
        "tests/unit/protocol/test_archive.py::test_a_file_is_what_it_is_named_by",
    ),
    Fault(
        "One byte of an archive is another one.",
        "The archive is refused, or nothing in it differs.",
        "tests/unit/protocol/test_archive.py::test_one_other_byte_changes_nothing_or_is_refused",
    ),
)
