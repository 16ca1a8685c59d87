"""Bad input that the server's operator types, as lines of the same table."""

from pathlib import Path

from central_server.cli.arguments.slips import slip_sentence
from central_server.cli.words.failures.sentences import failure_sentence
from central_server.conducting import RoundIsOpen
from central_server.failures import ServerFailure
from central_server.letters import LetterExists
from central_server.recognising import AlreadyThere, KnownPerson, NamedTwice
from tests.ui.bad_lines import UNIT, Line, Words


def operator(failure: ServerFailure) -> Words:
    """What a command of the server says to its operator."""
    return lambda language: failure_sentence(failure, language)


def slip(message: str) -> Words:
    """What a command of the server says of a mistake in its arguments."""
    return lambda language: slip_sentence(message, language)


AMINA = KnownPerson("p-xtru24s4wt25lsua", "Amina Diallo", None)
OPERATORS = (
    Line(
        "Somebody invited who is there already",
        (operator(AlreadyThere((AMINA,), 2)), operator(NamedTwice("Amina Diallo"))),
        "Nobody is invited, no leaf is added, and every letter stays as it was written.",
        (
            UNIT + "intake/test_inviting.py::"
            "test_a_second_run_doubles_nobody_and_leaves_the_letters",
            UNIT + "intake/test_inviting.py::test_a_member_of_staff_has_one_voice",
            UNIT + "intake/test_inviting.py::test_one_list_names_nobody_twice",
        ),
    ),
    Line(
        "A letter over another, or one that cannot be written",
        (operator(LetterExists(Path("stick/amina.invitation"))),),
        "Nobody is invited; letters that were written before the one that failed are gone again.",
        (
            UNIT + "intake/test_inviting.py::test_one_letter_is_not_written_over_another",
            UNIT + "intake/test_inviting.py::test_letters_of_an_invitation_that_failed_are_gone",
        ),
    ),
    Line(
        "A round opened twice",
        (operator(RoundIsOpen(1, "2026-07-31T15:00:00Z")),),
        "The deadline stays, and nobody is told of another.",
        (
            UNIT + "server/test_two_staff.py::test_opening_an_open_round_moves_no_deadline",
            UNIT + "server/test_two_staff.py::test_a_deadline_is_not_moved_forward",
        ),
    ),
    Line(
        "A command that cannot be meant",
        (slip("unrecognized arguments: --bad"),),
        "Nothing is done; the exit code is 2.",
        (
            UNIT + "intake/test_arguments.py::test_a_slip_is_one_sentence_in_ones_language",
            UNIT + "intake/test_arguments.py::test_a_reason_is_more_than_spaces",
        ),
    ),
)
