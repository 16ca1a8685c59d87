"""Reports cost nothing until one is made: starting the app imports none of it."""

import subprocess
import sys


def test_the_package_alone_draws_in_no_drawing_library():
    script = (
        "import sys, reviewer_app, reviewer_app.reports, reviewer_app.reports.outline\n"
        "late = ('reportlab', 'xlsxwriter', 'reviewer_app.reports.pdf')\n"
        "print([name for name in late if name in sys.modules])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert found.stdout.strip() == "[]"
