"""The desk locked, and the desk that does not open: what the screens do about it."""

from tests.faults import Fault

LOCKING = "tests/ui/locking/test_locking.py::"
RUNS = "tests/ui/locking/test_what_runs.py::"
SLEEP = "tests/ui/locking/test_sleep.py::"
HELP = "tests/ui/unlock/test_help.py::"
SAFETY = "tests/ui/safety/test_safety.py::"
RETURNING = "tests/ui/returning/test_returning.py::"

FAULTS = (
    Fault(
        "The desk is locked while somebody types.",
        "What was typed is kept first, to the last letter, and stands there after unlocking.",
        LOCKING + "test_no_keystroke_is_lost",
    ),
    Fault(
        "The desk is locked while a dialog is open.",
        "The dialog is closed unanswered; after unlocking it is open again, as it was.",
        LOCKING + "test_an_open_dialog_is_put_aside_and_comes_back",
    ),
    Fault(
        "The desk is locked while a report is written or a sync runs.",
        "It is stopped and named on the lock; a sync begins again by itself.",
        RUNS + "test_a_long_act_is_stopped_and_named",
    ),
    Fault(
        "The desk is locked while an attachment is open.",
        "The process that draws it ends; nothing of it is on the disk.",
        RUNS + "test_an_open_file_is_closed_with_its_process",
    ),
    Fault(
        "Somebody looks for contents in the memory of a locked desk.",
        "Screens, services and keys are gone, and the database is closed.",
        LOCKING + "test_nothing_of_the_desk_stays_in_memory",
    ),
    Fault(
        "The window is closed in the middle of locking.",
        "The application ends as ever.",
        LOCKING + "test_the_window_may_be_closed_while_it_is_locked",
    ),
    Fault(
        "The computer goes to sleep.",
        "The desk locks by the system's word, and elsewhere by what the clocks show afterwards.",
        SLEEP + "test_a_sleep_is_seen_whether_the_steady_clock_goes_on_in_it_or_not",
    ),
    Fault(
        "The database is damaged when the desk is opened.",
        "The lock offers its backups; the damaged one is set aside.",
        HELP + "test_a_damaged_database_is_replaced_by_a_backup_at_the_lock",
    ),
    Fault(
        "The database is damaged and there is no backup.",
        "It is said what is safe, and whom to ask.",
        HELP + "test_without_a_backup_it_is_said_what_is_left",
    ),
    Fault(
        "The passphrase is forgotten, and the key was left with the programme.",
        "A request and its answer, two files, lead to a new passphrase.",
        HELP + "test_who_agreed_gets_the_desk_back_with_a_new_passphrase",
    ),
    Fault(
        "The passphrase is forgotten, and nobody has the key.",
        "It is said plainly what is possible; the desk stays as it is.",
        HELP + "test_who_did_not_agree_is_told_plainly_and_may_go_back",
    ),
    Fault(
        "A round is closed on this computer before everything has a receipt.",
        "That takes a ticked box besides the typed word.",
        SAFETY + "test_a_round_is_closed_with_the_word_typed_and_the_box_ticked",
    ),
    Fault(
        "A backup of the whole computer puts the desk back to an earlier day.",
        "It is told on opening; one restores a backup or goes on in a new chain.",
        RETURNING + "test_an_earlier_copy_is_told_and_one_may_go_on",
    ),
)
