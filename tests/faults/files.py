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
    Fault(
        "A reviewer never reaches the server after the enrolment.",
        "The whole review goes by files, and the log is right.",
        "tests/e2e/test_files.py::test_the_whole_story_by_files",
    ),
    Fault(
        "The same hand-in file is taken in twice, and its packets come by the network too.",
        "Each packet is in the log once, with one receipt.",
        "tests/e2e/test_files.py::test_both_ways_at_once_is_harmless",
    ),
    Fault(
        "The operator takes files in while the server serves.",
        "Both append to one log, and it is right.",
        "tests/e2e/test_files.py::test_the_operator_takes_files_in_while_the_server_serves",
    ),
    Fault(
        "The application is killed in the middle of taking a batch or a reply in.",
        "The same file, opened again, completes it.",
        "tests/e2e/test_files.py::test_killed_in_the_middle_of_taking_a_file_in",
    ),
    Fault(
        "Somebody opens the reply to another desk, or another person's batch.",
        "It is told, and nothing changes.",
        "tests/e2e/test_files.py::test_the_reply_to_somebody_else_is_told_and_changes_nothing",
    ),
    Fault(
        "A hand-in file reaches another programme's server.",
        "It is told, and nothing is taken in.",
        "tests/e2e/test_files.py::test_another_programmes_server_takes_nothing_and_says_so",
    ),
    Fault(
        "A file is dropped on the window before the desk is open.",
        "It waits for the passphrase.",
        "tests/e2e/test_files_in_the_app.py::test_a_reply_dropped_on_the_window_opens_the_texts",
    ),
    Fault(
        "Half a batch file is opened on the desk.",
        "It is told as cut, and nothing of it is kept.",
        "tests/unit/sync/test_file_intake.py::test_half_a_batch_is_told_as_cut",
    ),
    Fault(
        "One byte of any entry of a batch file is another one.",
        "It is told as damaged, and nothing of it is kept.",
        "tests/unit/sync/test_file_intake.py::test_one_other_byte_in_any_entry_of_a_batch_is_told",
    ),
    Fault(
        "The disk is full in the middle of a batch file.",
        "Nothing is half done; with room it is taken in.",
        "tests/unit/sync/test_file_intake.py::test_on_a_full_disk_nothing_is_half_done",
    ),
    Fault(
        "A batch file is older than the batch on the desk.",
        "It is told, and the newer one stays.",
        "tests/unit/sync/test_file_intake.py::test_an_older_batch_is_told_and_the_newer_one_stays",
    ),
    Fault(
        "A batch file was written before this computer was enrolled.",
        "It is told, and a new one opens.",
        "tests/unit/sync/test_file_intake.py::test_a_batch_for_another_person_or_computer_is_told",
    ),
    Fault(
        "A batch file lacks texts that it names.",
        "It is told, and nothing of it is kept.",
        "tests/unit/sync/test_file_intake.py::test_a_batch_without_the_texts_that_it_names_is_told",
    ),
    Fault(
        "Two batches have one number.",
        "The desk keeps the first and says so.",
        "tests/unit/sync/test_file_intake.py::test_two_batches_under_one_number_are_a_contradiction",
    ),
    Fault(
        "A reply is cut or altered on the way.",
        "It is told, and nothing of it is kept.",
        "tests/unit/sync/test_reply_intake.py::test_a_damaged_reply_is_told_and_nothing_of_it_is_kept",
    ),
    Fault(
        "A receipt in a reply belongs to another packet.",
        "It is not kept, and the packet goes on waiting.",
        "tests/unit/sync/test_reply_intake.py::test_a_receipt_that_does_not_prove_itself_is_not_kept",
    ),
    Fault(
        "The log in a reply contradicts the one that the desk knew.",
        "Both are kept as evidence, and nothing else of the reply.",
        "tests/unit/sync/test_reply_intake.py::test_a_log_that_contradicts_itself_in_a_file_is_kept_as_evidence",
    ),
    Fault(
        "An older reply comes after a newer one.",
        "Its receipts are kept, and nothing goes back.",
        "tests/unit/sync/test_reply_intake.py::test_an_older_reply_brings_its_receipts_and_takes_nothing_back",
    ),
    Fault(
        "A hand-in file arrives after the round's end.",
        "Within the grace for files it counts, after that it is held.",
        "tests/unit/server/test_intake.py::test_the_grace_after_closing_is_for_files_alone",
    ),
    Fault(
        "One of several hand-in files is damaged or missing.",
        "It is told, and the others are taken in.",
        "tests/unit/server/test_intake.py::test_intake_takes_the_rest_where_something_is_damaged",
    ),
    Fault(
        "A ciphertext is damaged on the server when a batch file is written.",
        "No file is written, and it is told which.",
        "tests/unit/server/test_intake.py::test_a_batch_file_with_a_damaged_ciphertext_is_not_written",
    ),
    Fault(
        "The operator's command is killed in the middle of taking a hand-in file in.",
        "Run again, it writes the reply; each packet is in the log once.",
        "tests/e2e/test_files.py::test_killed_in_the_middle_of_an_intake",
    ),
    Fault(
        "The mail itself is dragged in, saved, instead of its attachment.",
        "The attachment is read out of it, on both sides.",
        "tests/e2e/test_files.py::test_saved_mails_are_taken_on_both_sides",
    ),
    Fault(
        "A saved mail holds mails in mails without end, or too many parts.",
        "It is given up in time; nothing is taken from it.",
        "tests/unit/protocol/test_mail.py::test_a_mail_in_a_mail_in_a_mail_is_given_up_in_time",
    ),
    Fault(
        "A file is opened while the app runs.",
        "The window that is open takes it in.",
        "tests/ui/application/test_handed_on.py::test_a_second_start_hands_its_files_to_the_first",
    ),
)
