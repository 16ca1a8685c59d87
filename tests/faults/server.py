"""The server: floods, faulty disks, backups, a lost machine."""

from tests.faults import Fault

_LIMITS = "tests/unit/server/test_limits.py::"
_BACKUP = "tests/unit/server/test_backup.py::"
_RESTORE = "tests/unit/server/test_restore.py::"
_RETURNING = "tests/unit/server/test_returning.py::"
_KEEPING = "tests/e2e/server/test_backup_and_restore.py::"
_DISK = "tests/e2e/server/test_server_disk.py::"
_TLS = "tests/e2e/server/test_tls.py::"

FAULTS = (
    Fault(
        "A device asks again and again.",
        "It is refused, signed, with Retry-After; others are served.",
        _LIMITS + "test_a_device_that_asks_too_often_is_told_when_to_come_back",
    ),
    Fault(
        "Somebody floods the server in the name of another's device.",
        "The other one's requests are not used up: only signed ones count.",
        _LIMITS + "test_nobody_uses_up_the_requests_of_another_device",
    ),
    Fault(
        "An address floods what anybody may ask.",
        "It is refused, signed, with Retry-After.",
        _LIMITS + "test_an_address_that_asks_too_often_is_refused_by_a_signed_answer",
    ),
    Fault(
        "A flood comes from a hundred thousand addresses.",
        "The memory that counts them is bounded.",
        _LIMITS + "test_the_memory_is_bounded",
    ),
    Fault(
        "A device delivers packets without an end.",
        "After an hour's number it waits; after all that it may store it is refused, staff are "
        "told, and what is stored is still answered.",
        _LIMITS + "test_a_device_cannot_fill_the_disk",
    ),
    Fault(
        "An address holds as many connections as it can open.",
        "It is hung up on behind its share; others are answered.",
        "tests/unit/server/test_patience.py::test_one_address_cannot_hold_all_connections",
    ),
    Fault(
        "The server's disk is full while it serves.",
        "Deliveries are refused as busy, signed; nothing is half committed; later all count once.",
        _DISK + "test_a_full_disk",
    ),
    Fault(
        "Writes to the server's disk fail while it serves.",
        "The same, and the server goes on by itself.",
        _DISK + "test_writes_that_fail",
    ),
    Fault(
        "The server is backed up while it takes packets.",
        "Each backup is one state, whole; everything receipted before is in it.",
        _KEEPING + "test_backups_of_a_server_that_takes_packets_meanwhile",
    ),
    Fault(
        "There is no room for a backup.",
        "It is seen beforehand, and nothing is written.",
        _DISK + "test_a_backup_to_a_disk_that_is_too_small",
    ),
    Fault(
        "A backup is cut off while it is written.",
        "Nothing of it is left, and older backups stay.",
        _DISK + "test_a_backup_that_is_cut_off_leaves_nothing",
    ),
    Fault(
        "A file of the server is damaged when it is backed up.",
        "It is found when the backup is read again; no backup that is wrong is kept.",
        _BACKUP + "test_a_server_that_is_not_right_leaves_no_backup",
    ),
    Fault(
        "A backup is damaged on its medium.",
        "`verify --backup` finds it, and it is not restored.",
        _BACKUP + "test_each_part_of_a_backup_is_looked_at",
    ),
    Fault(
        "Somebody changes the database behind the log's back.",
        "`verify` names what does not fit the log.",
        _BACKUP + "test_what_was_changed_behind_the_logs_back_is_found",
    ),
    Fault(
        "The server's disk is lost; the newest backup is older than the last packets.",
        "A new log goes on; desks hand in again; each packet is in it once.",
        _KEEPING + "test_a_lost_disk",
    ),
    Fault(
        "The server's keys are lost too.",
        "The root names new ones; the devices' certificates hold.",
        "tests/unit/server/test_replaced_keys.py::"
        "test_the_same_code_and_key_get_the_same_certificate_under_the_new_signature",
    ),
    Fault(
        "A revocation is lost with the server, and the thief's laptop comes back.",
        "Nobody is given cases before the operator has entered it again and confirmed.",
        _RESTORE + "test_nobody_is_given_cases_before_the_operator_confirmed",
    ),
    Fault(
        "A device's certificate is lost with the server.",
        "The desk hands it back on the old log's proof; it waits for the operator.",
        _RETURNING + "test_a_lost_certificate_is_taken_back_on_the_old_logs_proof",
    ),
    Fault(
        "A letter that was used after the backup is used once more.",
        "It is over: the operator invites whoever has no device again.",
        _RETURNING + "test_an_invitation_that_may_have_been_used_since_is_over",
    ),
    Fault(
        "A chair who has only the newest trust document looks at packets from before the restore.",
        "Their receipts are of the new log, at the old places.",
        _RESTORE + "test_a_chair_can_verify_what_came_before_the_restore",
    ),
    Fault(
        "An escrow key was named after the backup.",
        "Its number is not signed for something else.",
        _RESTORE + "test_an_escrow_key_that_was_named_since_does_not_take_the_number",
    ),
    Fault(
        "Somebody hands back a certificate that the old log does not prove.",
        "It is refused, and who goes on guessing is slowed.",
        _RETURNING + "test_only_what_the_old_log_proves_is_taken_back",
    ),
    Fault(
        "The same backup is restored twice.",
        "Each has a log name and a trust number of its own; none is signed twice.",
        _RESTORE + "test_the_same_backup_twice_gives_two_names_and_numbers",
    ),
    Fault(
        "An old copy of the database is put in the server's folder.",
        "No command adds to it; the sentence names the way out, and that way works.",
        _KEEPING + "test_an_old_database_is_refused_and_the_way_out_is_named",
    ),
    Fault(
        "Certificate and key do not belong together.",
        "One sentence, and the server does not listen.",
        _TLS + "test_files_that_do_not_belong_together_are_one_sentence",
    ),
    Fault(
        "The certificate ran out, or is not in force yet.",
        "The server does not listen, since desks would refuse it.",
        "tests/unit/server/test_tls.py::test_what_is_wrong_with_a_certificate_is_told_apart",
    ),
    Fault(
        "A client speaks TLS 1.1 or older.",
        "The server does not.",
        _TLS + "test_old_versions_of_tls_are_not_spoken",
    ),
)
