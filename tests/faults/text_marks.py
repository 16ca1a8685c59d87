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
)
