"""What the start needs is light: nothing that only the panel, reports or the network use."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("numpy", "reportlab", "xlsxwriter", "requests", "truststore", "alembic", "PySide6")


def test_assembling_the_services_imports_nothing_heavy():
    program = (
        "import sys, reviewer_app.services.assembly, reviewer_app.services.enrolment;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout.strip() == "[]"
