"""Bad input, line by line: what the person reads, what is kept, which tests provoke it.

`python -m tests.ui.bad_input` prints docs/bad-input.md from this list.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from central_server.failures import NewerDatabase as NewerServerDatabase
from central_server.failures import StorageTrouble
from central_server.intake.findings import Finding, What
from central_server.intake.words import sentence as import_sentence
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.text import Language
from reviewer_app import errors
from reviewer_app.errors import ConnectionStep, Found, InvitationProblem
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.wording import arrival, sentence
from tests.ui.bad_input_of_operators import OPERATORS, operator
from tests.ui.bad_lines import E2E, SYSTEM, UI, UNIT, Line, Words

SERVER, FOLDER = "reviews.example.org", Path("desk")
DATABASE, STICK, HOME = FOLDER / "desk.db", Path("stick"), Path("server")


def said(failure: errors.Failure) -> Words:
    """What the app says of a failure."""
    return lambda language: sentence(failure).whole


def arrived(disposition: Disposition) -> Words:
    """What the hand-in screen says of a packet that arrived."""

    def words(language: Language) -> str:
        found = arrival(disposition)
        assert found is not None
        return found.whole

    return words


def invitation(problem: InvitationProblem) -> Words:
    return said(errors.InvitationRefused(problem))


def no_connection(step: ConnectionStep) -> Words:
    return said(errors.NoConnection(SERVER, step))


def finding(what: What, file: str, field: str, *facts: str) -> Words:
    """What an import says to the operator."""
    return lambda language: import_sentence(Finding(what, file, field, facts), language)


CODES = (
    Line(
        "Wrong code: a slip of the finger",
        (said(errors.InvitationMistyped("check", ())),),
        "Nothing was sent; what was typed stays in its field.",
        (
            E2E + "test_enrolment.py::test_a_slip_of_the_finger_is_told_before_anything_is_sent",
            UI + "welcome/test_first_start.py::test_a_slip_of_the_finger_is_told_at_once",
        ),
    ),
    Line(
        "Wrong code: nobody's",
        (
            invitation(InvitationProblem.UNKNOWN),
            invitation(InvitationProblem.TOO_MANY_TRIES),
        ),
        "No profile is made. Wrong tries are slowed, never locked, and the right code works after.",
        (
            E2E + "test_enrolment.py::test_a_code_of_nobody",
            E2E + "test_bad_input_at_the_server.py::test_too_many_wrong_codes_are_slowed",
        ),
    ),
    Line(
        "Used code",
        (invitation(InvitationProblem.USED),),
        "The first computer's desk stays as it is; on the second no profile is made. Staff see it.",
        (
            E2E + "test_enrolment.py::test_a_code_used_on_another_computer",
            E2E + "test_first_start.py::test_a_used_code_is_refused_in_its_words",
        ),
    ),
    Line(
        "Expired code",
        (invitation(InvitationProblem.EXPIRED),),
        "No profile is made; whoever enrolled before keeps the certificate.",
        (
            E2E + "test_enrolment.py::test_an_expired_code",
            UNIT + "server/test_enrolment.py::"
            "test_it_is_given_again_even_when_the_invitation_has_expired",
        ),
    ),
)

NETWORK = (
    Line(
        "Server unreachable",
        tuple(no_connection(step) for step in ConnectionStep),
        "Signed packets stay in the outbox and are tried again; delivering twice counts once.",
        (
            E2E + "test_signing_and_sync.py::"
            "test_work_goes_on_without_the_server_and_is_delivered_later",
            E2E + "test_enrolment.py::"
            "test_a_lost_server_leaves_nothing_and_the_same_code_works_later",
            E2E + "test_killed_server.py::test_killed_at_each_step_of_a_sync",
            UNIT + "sync/test_bad_network.py::test_no_server_there",
            UNIT + "sync/test_bad_network.py::test_a_name_that_is_none",
            UNIT + "sync/test_bad_network.py::test_a_server_that_says_nothing_is_given_up",
            UNIT + "sync/test_bad_network.py::test_a_proxy_that_is_not_there",
        ),
    ),
    Line(
        "Wrong certificate",
        (said(errors.UntrustedCertificate(SERVER, "self-signed")),),
        "Nothing is sent; the packet goes out as soon as the certificate is right.",
        (
            SYSTEM + "test_tls.py::test_a_certificate_of_another_name_too_old_or_of_a_stranger",
            SYSTEM + "test_tls.py::"
            "test_a_desk_works_where_the_authority_is_trusted_and_waits_where_not",
            E2E + "test_enrolment.py::test_a_certificate_that_nobody_vouches_for",
        ),
    ),
    Line(
        "Answer cut off",
        (
            said(errors.AnswerCutOff(SERVER, 400, 3000)),
            said(errors.NotOurServer(SERVER, Found.UNSIGNED)),
        ),
        "The packet waits and is delivered once; a file goes on at the byte where it ended.",
        (
            E2E + "test_bad_input.py::test_an_answer_that_is_cut_off",
            UNIT + "sync/test_engine_in_trouble.py::"
            "test_a_cut_off_file_is_gone_on_with_at_the_next_sync",
            UNIT + "sync/test_bad_network.py::test_a_cut_off_answer_says_how_much_came",
        ),
    ),
    Line(
        "HTML instead of JSON",
        (said(errors.NotOurServer(SERVER, Found.HTML)),),
        "The page changes nothing on the desk; the packet is delivered once the server answers.",
        (
            E2E + "test_bad_input.py::test_a_page_instead_of_an_answer",
            E2E + "test_enrolment.py::test_a_sign_in_page_in_the_place_of_the_server",
            UNIT + "sync/test_bad_network.py::test_what_is_not_signed_changes_nothing",
        ),
    ),
    Line(
        "A busy gateway in front of the server (429, 503)",
        (said(errors.NotOurServer(SERVER, Found.BUSY)),),
        "The packet waits, nothing is asked again at once, and the next try comes by itself.",
        (
            UNIT + "sync/test_again.py::"
            "test_a_page_a_busy_gateway_and_a_server_that_was_not_met_are_not_asked_again",
            UNIT + "sync/test_patience.py::"
            "test_an_unsigned_refusal_is_nobodys_word_and_its_retry_after_neither",
        ),
    ),
)

DISKS = (
    Line(
        "Full disk",
        (
            said(errors.DiskFull(DATABASE)),
            said(errors.CannotWriteReport(STICK / "scores.pdf", "no_space")),
            said(errors.ServerRefused(RefusalCode.BUSY, "")),
            operator(StorageTrouble(HOME, "full")),
        ),
        "Every sheet and packet that was there before; the ballast gives room for the last change. "
        "No half report, evidence, download or copy is left. A server's full disk makes packets "
        "wait.",
        (
            SYSTEM + "test_full_disk.py::test_autosave_and_signing",
            SYSTEM + "test_full_disk.py::test_a_start",
            SYSTEM + "test_full_disk.py::test_migration",
            SYSTEM + "test_full_disk.py::test_enrolment_and_download",
            SYSTEM + "test_full_disk.py::test_reports",
            SYSTEM + "test_full_disk.py::test_evidence",
            SYSTEM + "test_full_disk.py::test_the_servers_own_disk",
            SYSTEM + "test_another_user_serves.py::"
            "test_a_full_disk_of_the_server_makes_packets_wait",
            E2E + "test_full_disk.py::test_a_full_disk_is_said_and_what_was_kept_stays",
        ),
    ),
    Line(
        "Read-only folder",
        (
            said(errors.FolderReadOnly(FOLDER)),
            said(errors.CannotWriteReport(STICK / "scores.pdf", "not_allowed")),
            operator(StorageTrouble(HOME, "read-only")),
        ),
        "The folder stays byte for byte as it was; an invitation is not used up; with the right "
        "given back, the work goes on.",
        (
            SYSTEM + "test_read_only.py::test_a_desk_in_a_read_only_folder",
            SYSTEM + "test_read_only.py::test_a_folder_that_becomes_read_only",
            SYSTEM + "test_read_only.py::test_enrolment",
            SYSTEM + "test_read_only.py::test_download",
            SYSTEM + "test_read_only.py::test_reports",
            SYSTEM + "test_read_only.py::test_evidence",
            SYSTEM + "test_another_user_serves.py::test_a_read_only_home_is_said_in_one_sentence",
            E2E + "test_full_disk.py::test_a_disk_that_becomes_read_only",
        ),
    ),
    Line(
        "Impossible folder",
        tuple(said(errors.ImpossibleFolder(FOLDER, why)) for why in errors.InTheWay),
        "Nothing is made, nothing is sent, and the code stays in its field.",
        (
            UNIT + "services/test_enrolment.py::"
            "test_an_impossible_folder_is_said_before_the_server_is_asked",
        ),
    ),
    Line(
        "Batch with one flipped byte",
        (said(errors.DamagedFile("WIC-2026-001")),),
        "Nothing of the damaged file is used, all others are; the next sync fetches it anew.",
        (
            E2E + "test_bad_input.py::test_one_flipped_byte_in_the_batch",
            UNIT + "sync/test_engine_in_trouble.py::"
            "test_a_damaged_text_is_fetched_anew_and_stops_no_other",
            UNIT + "sync/test_transfer.py::test_damage_again_is_a_damaged_file",
        ),
    ),
)

PACKETS = (
    Line(
        "Packet for another programme",
        (arrived(Disposition.NOT_COUNTED_DEPLOYMENT),),
        "The packet, its leaf in the log and its receipt; it counts for nothing.",
        (
            E2E + "test_bad_input.py::test_a_packet_for_another_programme",
            UNIT + "server/test_arrival.py::test_a_packet_for_another_deployment_is_not_counted",
        ),
    ),
    Line(
        "Unknown field",
        (
            arrived(Disposition.NOT_COUNTED_MALFORMED),
            finding(What.UNKNOWN_FIELD, "cases/WIC-2026-001/case.json", "", "colour"),
        ),
        "The packet as it came, with its receipt. Of an import with a problem nothing is taken.",
        (
            E2E + "test_bad_input.py::test_an_unknown_field",
            E2E + "test_bad_input_at_the_server.py::"
            "test_an_import_with_a_wrong_field_or_figure_takes_nothing",
            UNIT + "intake/test_reading.py::test_all_problems_are_named_not_only_the_first",
        ),
    ),
    Line(
        "Score out of range",
        (
            arrived(Disposition.HELD_RUBRIC),
            finding(What.OUT_OF_RANGE, "programme.json", "year", "1999", "2000"),
        ),
        "The packet as it came, with its receipt, held. The app itself offers no such mark.",
        (
            E2E + "test_bad_input.py::test_a_score_out_of_range",
            UI + "kit/test_scores.py::test_a_mark_off_the_scale_is_refused",
            UNIT + "server/test_arrival.py::test_another_rubric_or_a_mark_off_its_scale_is_held",
            E2E + "test_bad_input_at_the_server.py::"
            "test_an_import_with_a_wrong_field_or_figure_takes_nothing",
        ),
    ),
    Line(
        "Round closed meanwhile",
        (arrived(Disposition.HELD_LATE),),
        "The packet, with its leaf and receipt, marked as late.",
        (
            E2E + "test_bad_input.py::test_a_round_closed_meanwhile_takes_the_score_as_late",
            UI + "handin/test_handin.py::"
            "test_a_chosen_packet_that_is_held_says_why_that_it_is_kept_and_what_to_do",
        ),
    ),
)

APP = (
    Line(
        "App started twice",
        (said(errors.ProfileInUse(FOLDER)),),
        "The first goes on undisturbed; the second touches nothing and ends with code 3.",
        (
            SYSTEM + "test_display.py::test_a_desk_is_opened_read_by_the_keyboard_and_closed",
            UI + "application/test_application.py::test_a_second_app_on_the_same_profile_says_so",
            E2E + "test_bad_input.py::test_the_app_started_twice",
        ),
    ),
    Line(
        "Newer database than app",
        (
            said(errors.NewerDatabase("0009", "0001")),
            operator(NewerServerDatabase("0009", "0001")),
        ),
        "The database stays byte for byte as it was.",
        (
            E2E + "test_bad_input.py::test_a_database_of_a_newer_app_is_left_as_it_is",
            UI + "unlock/test_unlock.py::test_a_newer_desk_is_left_alone",
            E2E + "test_bad_input_at_the_server.py::"
            "test_a_database_of_a_newer_server_is_left_as_it_is",
        ),
    ),
)

LINES = (*CODES, *NETWORK, *DISKS, *PACKETS, *APP, *OPERATORS)

HEAD = """# Bad input

What goes wrong, what the person reads in both languages, what is kept, and the tests that
provoke it. A screen shows these sentences in the interface's language; what a command of the
central server prints follows its `--lang`. Written by `python -m tests.ui.bad_input`, and held to
the words and the tests by `tests/ui/test_bad_input_is_covered.py`.

| what happens | what the person reads | what is kept | provoked by |
|---|---|---|---|
"""


def document(languages: Languages) -> str:
    """The whole of docs/bad-input.md."""
    english = _sentences(languages, "en", Language.EN)
    chinese = _sentences(languages, "zh_CN", Language.ZH)
    languages.use("en")
    return HEAD + "".join(_row(*each) for each in zip(LINES, english, chinese, strict=True))


def _sentences(languages: Languages, code: str, language: Language) -> list[list[str]]:
    languages.use(code)
    return [[words(language) for words in line.says] for line in LINES]


def _row(line: Line, english: list[str], chinese: list[str]) -> str:
    read = "<br><br>".join(f"{en}<br>{zh}" for en, zh in zip(english, chinese, strict=True))
    return f"| {line.what} | {read} | {line.kept} | {'<br>'.join(_links(line.tests))} |\n"


def _links(tests: tuple[str, ...]) -> Iterator[str]:
    for test in tests:
        path, _, name = test.partition("::")
        yield f"[{Path(path).stem}: {name.removeprefix('test_').replace('_', ' ')}](../{path})"


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.write(document(Languages(QApplication([]))))
