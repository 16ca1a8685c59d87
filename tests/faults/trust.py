"""Trust: what others say, send or call themselves."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Another expert's device asks with a desk's nonce, and a proxy passes its answer on.",
        "An answer, or a refusal, that was given to another device is not believed.",
        "tests/unit/sync/test_passed_on.py::test_what_was_said_to_another_device_is_not_believed",
    ),
    Fault(
        "A device uses a nonce that the server gave to another one.",
        "It is stale.",
        "tests/unit/server/test_http.py::test_the_nonce_in_an_answer_is_for_its_device_alone",
    ),
    Fault(
        "A device wants a certificate for a key that nothing can be sealed to.",
        "It is refused: its person's other devices would get nothing more.",
        "tests/unit/server/test_enrolment.py::test_a_key_that_nothing_can_be_sealed_to_is_refused",
    ),
    Fault(
        "An invitation is tried from the many IPv6 addresses of one subscriber.",
        "They are slowed as one.",
        "tests/unit/server/test_enrolment.py::test_other_addresses_of_one_subscriber_are_slowed_too",
    ),
    Fault(
        "Somebody tries a code that its owner has used.",
        "It is refused, and the list of people says so.",
        "tests/unit/intake/test_refused_codes.py::test_whose_code_somebody_else_tried_is_told",
    ),
    Fault(
        "The process that draws a PDF was taken over and answers what it likes.",
        "Nothing that it sends is run, and no page that it made up is painted.",
        "tests/ui/reading/test_malicious_pdf.py::test_nothing_that_it_sends_is_run",
    ),
    Fault(
        "An applicant writes HTML with a picture from a share of a network.",
        "It is shown letter by letter, in tool tips too; nothing is fetched.",
        "tests/ui/kit/test_tips.py::test_a_tip_is_shown_letter_by_letter",
    ),
    Fault(
        "The name of a device would clear the operator's terminal.",
        "What a terminal would obey is written out.",
        "tests/unit/intake/test_commands.py::test_a_lost_device_is_revoked_from_a_leaf_on",
    ),
    Fault(
        "A file in an evidence folder is named “All is right”.",
        "Its name is part of a line that says that it is wrong.",
        "tests/unit/application/test_verifying.py::test_no_name_of_a_file_says_that_all_is_right",
    ),
    Fault(
        "A letter or a person gives a server's address without TLS.",
        "It is asked by TLS, unless it is this computer.",
        "tests/unit/services/test_enrolment.py::test_an_address_is_taken_as_people_type_it",
    ),
)
