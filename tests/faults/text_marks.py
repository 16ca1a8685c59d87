"""Text: marks that are not seen."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Text has marks of direction, characters of no width or tags.",
        "Each is found, with its place and name.",
        "tests/unit/protocol/test_suspicious.py::test_marks_are_found_by_code_point",
    ),
    Fault(
        "Persian, Indic text or a pictograph needs a joiner.",
        "It is left in peace.",
        "tests/unit/protocol/test_suspicious.py::test_what_writing_needs_is_no_mark",
    ),
    Fault(
        "Unicode has a control that nobody thought of.",
        "None of category Cc or Cf is missed.",
        "tests/unit/protocol/test_suspicious.py::test_no_character_of_format_or_control_is_missed",
    ),
    Fault(
        "An application's texts and an applicant's name have marks that nobody sees.",
        "The facts say where, how many and which; nothing reads backwards.",
        "tests/e2e/test_hidden_marks.py::test_they_are_told_among_the_facts_and_written_out",
    ),
    Fault(
        "A corrected case differs by marks that nobody sees.",
        "They are written out among the differences.",
        "tests/ui/correction/test_correction.py::test_marks_that_nobody_sees_are_written_out",
    ),
    Fault(
        "An expert's comment has marks that nobody sees.",
        "The chair sees them written out, and a sentence that says so.",
        "tests/ui/panel/test_hidden_marks.py::test_a_comment_is_written_out_and_told",
    ),
)
