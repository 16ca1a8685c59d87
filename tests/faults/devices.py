"""Several devices of one person, and a server that was put back."""

from tests.faults import Fault

ACTS = "tests/unit/server/test_acts.py::"
RESTORED = "tests/e2e/test_restored_server.py::"
DEVICES = "tests/e2e/test_devices.py::"

ROTATION = "tests/unit/rotation/test_new_keys.py::"
KILLED = "tests/unit/rotation/test_killed.py::"
BY_FILE = "tests/unit/rotation/test_by_file.py::"
EVIDENCE = "tests/unit/rotation/test_evidence.py::"

FAULTS = (
    Fault(
        "One case is scored on two laptops, both without a connection.",
        "Both are kept, the first counts, and the reviewer chooses; the log says what was chosen.",
        DEVICES + "test_a_case_scored_on_both_without_a_connection_is_chosen_between",
    ),
    Fault(
        "A choice names a score that is not there, another person's, or leaves two.",
        "It changes nothing.",
        ACTS + "test_a_choice_that_leaves_two_or_names_what_is_not_there_changes_nothing",
    ),
    Fault(
        "A laptop is lost, and revoked from an earlier packet on.",
        "What was held is listed on the new laptop; confirmed it counts, denied it does not.",
        DEVICES + "test_held_packets_of_a_lost_laptop_are_listed_and_confirmed",
    ),
    Fault(
        "Packets are confirmed after the round closed.",
        "They are judged as of their own arrival.",
        ACTS + "test_confirmed_packets_are_judged_as_of_their_own_arrival",
    ),
    Fault(
        "A score of the lost laptop came while its case was withdrawn, and counted since.",
        "Confirmed, it counts again.",
        ACTS + "test_what_counted_later_than_it_came_counts_again_when_confirmed",
    ),
    Fault(
        "A score of the lost laptop came second, and was chosen since.",
        "Confirmed, it counts again.",
        ACTS + "test_the_chosen_score_counts_again_when_confirmed",
    ),
    Fault(
        "A case was scored anew before the score of the lost laptop is confirmed.",
        "Two never count: the old one is held, to be chosen.",
        ACTS + "test_where_the_case_was_scored_anew_a_confirmed_score_is_held_and_may_be_chosen",
    ),
    Fault(
        "Somebody confirms another person's packets, or a lost laptop its own.",
        "Nothing changes.",
        ACTS + "test_nobody_confirms_anothers_packets_and_a_lost_laptop_not_its_own",
    ),
    Fault(
        "The thief of a laptop gives himself new keys before it is revoked.",
        "They are revoked with it.",
        ACTS + "test_keys_that_a_thief_gave_himself_go_with_the_stolen_one",
    ),
    Fault(
        "Another person's key, or one without its proof, is brought as one's own new key.",
        "It is not certified.",
        ACTS + "test_another_persons_key_is_not_certified_as_ones_own",
    ),
    Fault(
        "A lost laptop asks what its person signs elsewhere.",
        "It is refused.",
        ACTS + "test_a_lost_laptop_is_told_nothing_of_the_others",
    ),
    Fault(
        "A desk's folder is copied to another computer, and both go on signing.",
        "The copy is told; what was held is signed again in a new chain by one button.",
        DEVICES + "test_a_copied_desk_is_told_and_signs_again_in_a_new_chain",
    ),
    Fault(
        "Somebody enrols a computer in a reviewer's name.",
        "The reviewer's desk says so at the next sync, until it is answered.",
        DEVICES + "test_a_device_that_nobody_has_acknowledged_is_told_until_it_is_answered",
    ),
    Fault(
        "The server is restored from a backup that lacks packets and a device.",
        "The desks hand both back by themselves; the old receipts stay beside the new ones.",
        RESTORED + "test_what_the_backup_had_not_is_handed_in_again_and_old_receipts_stay",
    ),
    Fault(
        "The server's record contradicts what a desk saw before.",
        "Nothing more is sent, and one button saves both records.",
        RESTORED
        + "test_a_server_whose_record_contradicts_itself_gets_nothing_and_both_records_are_kept",
    ),
    Fault(
        "The app is killed while new keys are made: before, in and after each write.",
        "The old keys sign on; the next start goes on, or makes the keys anew.",
        KILLED + "test_killed_while_keys_are_made",
    ),
    Fault(
        "The app is killed at any step between sending new keys and using them.",
        "The next sync goes on from there; every packet counts.",
        KILLED + "test_killed_while_they_are_taken_into_use",
    ),
    Fault(
        "New keys are made without a connection, and more is signed.",
        "The old keys sign on; everything they signed is delivered before the change.",
        ROTATION + "test_without_a_connection_the_old_keys_work_on",
    ),
    Fault(
        "An answer is lost while the server takes new keys.",
        "The next sync finds the certificate.",
        ROTATION + "test_a_lost_answer_is_harmless",
    ),
    Fault(
        "A computer is revoked before its new keys arrive.",
        "They are not certified, and the page says so in a sentence.",
        ROTATION + "test_a_computer_that_was_revoked_meanwhile_is_told",
    ),
    Fault(
        "A backup from before a change of keys is restored.",
        "The desk goes on with the new keys, in a new chain.",
        ROTATION + "test_backups_from_before_open_and_go_on_with_the_new_keys",
    ),
    Fault(
        "The database is put back to before a change of keys.",
        "The new keys sign, and the certificate is fetched anew.",
        ROTATION + "test_a_database_put_back_to_before_goes_on_with_the_new_keys",
    ),
    Fault(
        "The database is put back before the desk learnt that the server took its new keys.",
        "The sync that finds the old ones revoked finds the new ones certified.",
        ROTATION + "test_a_database_put_back_finds_new_keys_that_the_server_has",
    ),
    Fault(
        "A reply that was sealed to the old keys comes after the change.",
        "It is opened, and its receipts are kept.",
        BY_FILE + "test_a_reply_to_the_old_keys_is_opened_after_the_change",
    ),
    Fault(
        "A saving of evidence is killed.",
        "What it left goes at the next start or saving.",
        EVIDENCE + "test_what_a_killed_saving_left_goes_at_the_next_start_or_saving",
    ),
    Fault(
        "New keys are asked for on a desk put back to before those that the server has taken.",
        "Those are kept and asked for again: the computer goes on with them.",
        "tests/unit/rotation/test_new_keys.py::"
        "test_asked_for_again_in_a_database_put_back_they_are_the_ones_that_the_server_has",
    ),
)
