"""The table of faults: what can go wrong, what must happen then, the test that provokes it.

Each module beside this one is an area: its docstring's first line is the area's heading, and
`FAULTS` its rows. `python -m tests.faults --write` writes docs/reliability.md anew.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One fault.

    `name` says what goes wrong and `expected` what must happen, in English sentences or parts of
    sentences; `test` is the node that provokes it: `tests/e2e/test_x.py::test_y`.
    """

    name: str
    expected: str
    test: str
