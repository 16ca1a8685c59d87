"""A start loads what the list of cases needs, and its data classes are made cheaply."""

import json
import subprocess
import sys

NEEDED = {
    "review_protocol": """
        canonical envelope failures keys late_dataclasses passphrase
    """,
    "review_protocol.documents": """
        base text words
    """,
    "reviewer_app": """
        __main__ app cancelling command_line crash_notes errors errors_at_rest errors_files
        errors_staff failing looks opening
    """,
    "reviewer_app.models": """
        ballast case_list case_states database device_keys disk documents facts figures keys
        lock migrate rows schema store vault
    """,
    "reviewer_app.services": """
        assembly desk desk_rows ground listing overview settings
    """,
    "reviewer_app.sync": """
        backoff clock lines reports
    """,
    "reviewer_app.ui": """
        acts appearance backing_up dates devices_alarm entries handed_on inside keeping last_case
        locked mark_words rooms routes screen stateful states status sync_history syncing
        terms warming window
    """,
    "reviewer_app.ui.desk": """
        columns filter_row filters finding middle screen state view view_model words
    """,
    "reviewer_app.ui.kit": """
        actions addressee banner bundled buttons card cells chips choice collector columns crash
        event fields flow fold fonts frame hearing i18n icons item_layout labels lane laying_out
        menu_chip page palette progress rail reading_order remember row_heights rules screens
        shapes state strip stylesheet table table_header ticks tips workers
    """,
    "reviewer_app.ui.unlock": """
        help_page screen state view view_model
    """,
}
"""A module that is not here belongs in an `import` inside what first wants it (see
docs/performance.md, section Start); where the list of cases truly needs it, add it."""

PROBE = """
import json, sys
from reviewer_app.__main__ import load_below_windows, load_windows
load_below_windows()
load_windows()
import reviewer_app.app, reviewer_app.ui.desk.screen
ours = {n: m for n, m in sys.modules.items() if n.startswith(("reviewer_app.", "review_protocol."))}
usual = [
    f"{name}.{each.__name__}"
    for name, module in ours.items()
    for each in vars(module).values()
    if isinstance(each, type) and each.__module__ == name
    and "__dataclass_params__" in vars(each) and each.__dataclass_params__.init
]
print(json.dumps([[n for n, m in ours.items() if not hasattr(m, "__path__")], usual]))
"""


def loaded() -> tuple[set[str], list[str]]:
    """Our own modules after a start's imports, and those data classes that Python made at once."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=60, check=True
    )
    names, usual = json.loads(ran.stdout)
    return set(names), usual


def test_a_start_loads_no_other_module_and_makes_no_class_at_once():
    needed = {f"{package}.{name}" for package, names in NEEDED.items() for name in names.split()}
    names, usual = loaded()
    assert names - needed == set(), "imported by a start, which did without: import it later"
    assert needed - names == set(), "no longer loaded: take it off the list"
    assert usual == [], "take `dataclass` from review_protocol.late_dataclasses"
