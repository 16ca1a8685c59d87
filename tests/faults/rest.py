"""The desk at rest: backups, passphrase, escrow, a round closed."""

from tests.faults import Fault

BACKUPS = "tests/unit/models/test_backups.py::"
KEEPING = "tests/unit/services/test_backups.py::"
RESTORING = "tests/unit/services/test_restoring.py::"
PASSPHRASE = "tests/unit/services/test_passphrase.py::"
LOST = "tests/e2e/test_lost_passphrase.py::"
CLOSING = "tests/unit/services/test_closing_here.py::"
READABLE = "tests/e2e/test_nothing_readable.py::"
AT_REST = "tests/e2e/test_desk_at_rest.py::"

FAULTS = (
    Fault(
        "The app is killed at any step of a backup.",
        "There is a whole backup or none; those before stay, and the next turn tidies up.",
        BACKUPS + "test_killed_at_any_step_there_is_a_whole_backup_or_none",
    ),
    Fault(
        "Scores are signed while a backup is made.",
        "The copy is of one moment; nobody waits for it.",
        BACKUPS + "test_a_copy_is_of_one_moment_while_others_write",
    ),
    Fault(
        "A page of the database is damaged when a backup is made.",
        "No backup is made and none is given up for it; the damage is told.",
        BACKUPS + "test_a_damaged_database_makes_no_backup_and_costs_none",
    ),
    Fault(
        "A byte of a backup is flipped.",
        "It is not restored.",
        BACKUPS + "test_a_backup_with_a_flipped_byte_is_unreadable",
    ),
    Fault(
        "The newest backup is damaged.",
        "It does not count as one; the next is made at once.",
        KEEPING + "test_a_damaged_newest_backup_is_not_counted_on",
    ),
    Fault(
        "The disk is full when a backup is due.",
        "It is skipped and noted; signing goes on, and the ballast stays for autosave.",
        KEEPING + "test_a_full_disk_skips_the_backup_and_not_the_signature",
    ),
    Fault(
        "The clock jumps two years ahead or back between backups.",
        "The rotation makes nothing old by it.",
        BACKUPS + "test_a_clock_that_jumps_makes_nothing_old",
    ),
    Fault(
        "The database does not open any more.",
        "A backup is put in its place; what was there is set aside, never deleted.",
        RESTORING + "test_a_database_that_does_not_open_is_replaced_and_kept",
    ),
    Fault(
        "Some pages of the database cannot be read.",
        "The backup is completed by what can be: packets, receipts, drafts.",
        RESTORING + "test_a_database_with_a_damaged_page_gives_what_it_can",
    ),
    Fault(
        "A desk is put back to a day before its server was restored.",
        "What waited to be delivered once more waits on; no receipt of the old log stands for it.",
        RESTORING + "test_what_waits_for_a_restored_server_waits_after_a_desk_was_restored",
    ),
    Fault(
        "Highlights and notes were made since the backup that is put back.",
        "They are kept, as drafts are.",
        RESTORING + "test_what_was_highlighted_and_noted_stays",
    ),
    Fault(
        "A write-ahead log of the damaged database is left behind.",
        "It does not spoil the restored one.",
        RESTORING + "test_a_log_that_was_left_does_not_spoil_the_restored_desk",
    ),
    Fault(
        "The app is killed at any step of restoring a backup.",
        "The desk before or the desk after opens; everything signed and typed is in it.",
        RESTORING + "test_killed_at_any_step_all_is_there",
    ),
    Fault(
        "A backup is restored while the desk is open.",
        "It is refused; nothing is changed.",
        RESTORING + "test_an_open_desk_is_not_replaced",
    ),
    Fault(
        "One backup is restored twice.",
        "The chains that begin then are two.",
        RESTORING + "test_two_restorings_of_one_backup_never_share_a_chain",
    ),
    Fault(
        "A desk is restored between two syncs.",
        "Everything signed before and after arrives and counts once.",
        AT_REST + "test_a_restored_desk_hands_in_everything_once",
    ),
    Fault(
        "The database is replaced by yesterday's.",
        "It is told before anything is signed; typing goes on.",
        KEEPING + "test_yesterdays_database_signs_nothing",
    ),
    Fault(
        "A desk that was put back goes on and syncs.",
        "It signs in a new chain; nothing is a fork.",
        AT_REST + "test_a_desk_put_back_signs_after_it_was_told_and_forks_nothing",
    ),
    Fault(
        "The file that tells a put-back database is gone, empty or forged.",
        "There is no false alarm.",
        KEEPING + "test_without_a_word_of_its_own_nothing_is_alarming",
    ),
    Fault(
        "The app is killed at any step of changing the passphrase.",
        "The old or the new one opens the same keys.",
        PASSPHRASE + "test_killed_at_any_step_one_of_the_two_opens",
    ),
    Fault(
        "The disk gives back something else than the keys that were written.",
        "It is told, and the keys before are put back.",
        "tests/system/test_failing_disk.py::test_a_disk_that_gives_back_something_else",
    ),
    Fault(
        "The passphrase is lost, with a score that was never sent.",
        "With the key that was left the desk opens, gets new keys, and hands everything in.",
        LOST + "test_a_desk_comes_back_with_all_that_was_typed_and_signed",
    ),
    Fault(
        "The file with the keys is damaged or gone.",
        "The key that was left with the programme opens the desk all the same.",
        LOST + "test_keys_that_are_damaged_or_gone_are_made_anew",
    ),
    Fault(
        "A recovery request is exchanged on its way to the operator.",
        "The code read over the telephone is another; no answer is written.",
        LOST + "test_the_operator_answers_no_request_with_another_code",
    ),
    Fault(
        "A recovery answer is cut, another request's, or not asked for.",
        "The desk stays as it was.",
        LOST + "test_what_does_not_fit_changes_nothing",
    ),
    Fault(
        "The app is killed while a recovery answer is opened.",
        "It is opened again, or is open.",
        LOST + "test_killed_while_it_opens_the_desk_is_opened_again",
    ),
    Fault(
        "A recovered desk is enrolled with another person's invitation.",
        "It is refused.",
        LOST + "test_another_persons_code_is_refused",
    ),
    Fault(
        "A round is closed on a computer with packets that have no receipt.",
        "Nothing is erased before they have one, unless the person says so.",
        CLOSING + "test_what_has_no_receipt_holds_it_up",
    ),
    Fault(
        "The app is killed at any step of closing a round.",
        "Everything can be read or nothing; done again, it is complete and signed once.",
        CLOSING + "test_killed_at_any_step_it_is_gone_on_with",
    ),
    Fault(
        "The server still offers the batch of a round that was closed on a computer.",
        "No text comes back, whoever asks is told why; the server knows that it was erased.",
        AT_REST + "test_a_round_closed_here_stays_closed_and_the_server_knows",
    ),
    Fault(
        "Somebody searches the freed pages of a closed desk's database, with its key.",
        "No word of a case, comment or quote is found.",
        CLOSING + "test_nothing_can_be_read_and_everything_be_proved",
    ),
    Fault(
        "Somebody searches profile and temporary folder after a session.",
        "No word of a case or attachment, nothing typed, no key and no passphrase is found.",
        READABLE + "test_a_session_in_the_window_leaves_nothing_readable",
    ),
    Fault(
        "The app is killed in the middle of a session, and its folders are searched.",
        "Nothing readable is found in what it left lying.",
        READABLE + "test_a_session_that_is_killed_leaves_nothing_readable",
    ),
    Fault(
        "The program crashes with words of a case in the error.",
        "The crash report holds places only.",
        READABLE + "test_a_crash_report_holds_no_word_of_a_case",
    ),
)
