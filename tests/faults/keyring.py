"""Keyrings: absent, locked, hanging, lying."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "There is no keyring, or one that swallows what it is given.",
        "The passphrase is asked for; nothing fails.",
        "tests/unit/models/test_keyring.py::test_no_keyring_is_no_failure",
    ),
    Fault(
        "There is a bus without a keyring on it.",
        "As without one.",
        "tests/system/test_keyring.py::test_a_bus_without_a_keyring",
    ),
    Fault(
        "There is no bus at all.",
        "As without a keyring.",
        "tests/system/test_keyring.py::test_a_session_without_a_bus",
    ),
    Fault(
        "The keyring is locked.",
        "Nobody waits for it; the passphrase is asked for.",
        "tests/system/test_keyring.py::test_a_locked_keyring_is_no_failure",
    ),
    Fault(
        "The keyring never answers.",
        "It is given five seconds, on another thread.",
        "tests/system/test_keyring.py::test_a_keyring_that_never_answers_is_given_five_seconds",
    ),
    Fault(
        "A real keyring is locked, has forgotten, or gives back another key or none at a start.",
        "The desk stays shut, asks for the passphrase, and opens with it.",
        "tests/system/test_keyring.py::test_the_app_asks_for_the_passphrase",
    ),
    Fault(
        "The keyring never answers while the app starts.",
        "The window asks for the passphrase and opens with it.",
        "tests/system/test_keyring.py::test_the_app_does_not_hang_with_the_keyring",
    ),
    Fault(
        "The keyring gives back what is no key.",
        "It is not taken for one.",
        "tests/unit/models/test_keyring.py::test_what_is_no_key_is_not_recalled",
    ),
    Fault(
        "The keyring gives back another key than it was given.",
        "The desk stays shut and asks for the passphrase.",
        "tests/ui/application/test_remembered.py::test_a_lost_or_stale_key_leads_to_the_passphrase",
    ),
    Fault(
        "The keyring says it keeps a key, and keeps another.",
        "What is read back differs: the copy counts as not made.",
        "tests/unit/models/test_keyring.py::test_a_lying_keyring_is_found_out_at_once",
    ),
    Fault(
        "A backend is chosen by the environment.",
        "Only the systems' own backends are used.",
        "tests/unit/models/test_keyring.py::test_only_named_backends_are_trusted",
    ),
    Fault(
        "Somebody reads the keyring's files.",
        "The database's key is not readable in them.",
        "tests/system/test_keyring.py::test_what_was_remembered_outlives_the_session_and_is_not_readable",
    ),
)
