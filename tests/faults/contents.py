"""Contents: made to mislead or to do harm."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "A PDF wants to start a program or run a script, or is enormous.",
        "It is drawn in a process of its own; nothing of what it wants is done.",
        "tests/ui/reading/test_malicious_pdf.py::test_what_it_wants_is_not_done_and_the_page_is_drawn",
    ),
    Fault(
        "A PDF unpacks to half a gigabyte, draws itself, loops or nests without end.",
        "It is drawn or refused, within bounds of time and memory; other files open as before.",
        "tests/ui/reading/test_malicious_pdf.py::test_it_is_drawn_or_refused_within_time_and_memory",
    ),
    Fault(
        "A PDF wants to call an address.",
        "Nobody is called.",
        "tests/ui/reading/test_malicious_pdf.py::test_it_calls_nobody",
    ),
    Fault(
        "A PDF hangs its reader.",
        "It is given up, and its process ended.",
        "tests/ui/reading/test_facts_and_files.py::test_a_file_that_hangs_is_given_up",
    ),
    Fault(
        "An application has bidirectional controls or zero-width characters in its texts.",
        "They stay as they were written, and the import reports them.",
        "tests/unit/intake/test_reading.py::test_invisible_characters_stay_and_are_reported",
    ),
    Fault(
        "A name with bidirectional controls comes into a report as PDF.",
        "The control is written out, so that nothing reads backwards.",
        "tests/unit/reports/test_pdf.py::test_missing_characters_are_boxes_with_a_note_and_controls_are_written_out",
    ),
    Fault(
        "A text begins with a formula, or with one behind invisible characters, and a "
        "report goes to a spreadsheet.",
        "It stays text.",
        "tests/unit/reports/test_csv_and_json.py::test_a_hidden_character_cannot_lead_a_formula_in",
    ),
    Fault(
        "A report's name has bidirectional controls.",
        "They are written out in the file's name.",
        "tests/unit/reports/test_saving.py::test_names_are_made_fit_for_every_file_system",
    ),
    Fault(
        "An archive for import has names that lead out of its folder.",
        "It is a problem, and nothing is written.",
        "tests/unit/intake/test_sources.py::test_an_archive_that_leads_out_is_a_problem_and_writes_nothing",
    ),
    Fault(
        "An archive for import is a bomb.",
        "Reading stops at the bounds.",
        "tests/unit/intake/test_sources.py::test_bombs_stop_at_the_bounds",
    ),
    Fault(
        "An archive has links and devices in it.",
        "They are problems.",
        "tests/unit/intake/test_sources.py::test_links_and_devices_in_a_tar_or_folder_are_problems",
    ),
    Fault(
        "One case of an import is bad.",
        "Everything stays as it was.",
        "tests/unit/intake/test_importing.py::test_one_bad_case_leaves_everything_as_it_was",
    ),
    Fault(
        "A picture says that it is enormous, is cut off, or is none.",
        "It is refused, within bounds of time and memory, and told in a sentence.",
        "tests/ui/reading/test_malicious_picture.py::test_it_is_refused_within_time_and_memory",
    ),
    Fault(
        "An attachment's opening takes long and the person stops it.",
        "Its process ends; nothing is shown of it.",
        "tests/ui/reading/test_malicious_picture.py::test_a_file_whose_opening_is_stopped_leaves_no_process",
    ),
    Fault(
        "A quote from an attachment meets another file of the same name.",
        "It is painted nowhere: only a file of the same hash has the place.",
        "tests/ui/reading/test_attachments.py::test_a_quote_is_painted_only_in_the_very_same_file",
    ),
    Fault(
        "The name of an attachment hides its ending or leads out of a folder.",
        "Saved out, it has a safe name; the ending that counts stays at its end.",
        "tests/unit/services/test_attachments.py::test_a_name_is_made_safe_and_keeps_its_ending",
    ),
    Fault(
        "A text file has marks that nobody sees or bytes of no encoding.",
        "Marks are written out; what is no text is told and shown as such.",
        "tests/unit/reading/test_page_text.py::test_what_fits_no_encoding_is_told_and_shown_as_far_as_it_goes",
    ),
)
