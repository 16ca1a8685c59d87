"""What the import contracts of pyproject.toml (`make contracts`) cannot say."""

import subprocess
import sys

from tests.architecture.source import ROOT, modules

PROBE = "import sys, {names}; print(sorted(n for n in sys.modules if n.startswith('PySide6')))"


def test_nothing_below_the_ui_loads_qt():
    """Not even through a library."""
    rooms = ("services", "reports", "sync", "reading", "panel", "models")
    below = modules("review_protocol", *(f"reviewer_app/{room}" for room in rooms))
    names = ", ".join(module.name for module in below if "/migrations/" not in module.path)
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROBE.format(names=names)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
