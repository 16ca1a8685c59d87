"""Start to a usable case list, and memory then, beside an empty window with the same packages.

Each figure is the median over fresh processes: CPU time of the whole process from its beginning
until the list is painted (a busy machine changes it little), and the resident memory of that
moment. Deriving the key from the passphrase is slow on purpose: it is taken out, and told apart.
The empty window is shown by a process that first imported every module of others that the
application had loaded by then, in the application's order, Qt's last. All run from compiled
modules, as an installed application does.

For information there are three more: the same empty window without Python's search for garbage,
which the application does not have either until its window is there; the same after the
application's own modules were imported too, which tells import from work; and one after PySide6
alone.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from compileall import compile_dir
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

CASES = 40
TIMES = 7
PASSPHRASE = "correct horse battery"
SIZE = (1280, 760)
_QT = ("PySide6", "shiboken6")
_APPLICATION = ("reviewer_app", "review_protocol")
_OURS = (*_APPLICATION, "benchmarks")
_EMPTY = ("packages", "uncollected", "imported", "bare")
"""The kinds of process that show an empty window."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one process: CPU milliseconds, of which for the passphrase, and resident megabytes."""

    cpu_ms: float
    rss_mb: float
    unlocking_ms: float = 0.0
    modules: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()


def empty_window(modules: tuple[str, ...]) -> Figures:
    """An empty window of the application's size, after these modules; Qt's come last."""
    _import(sorted(modules, key=lambda name: name.startswith(_QT)))
    return _show_empty()


def empty_window_of_ours(modules: tuple[str, ...], ours: tuple[str, ...]) -> Figures:
    """The same with the application's own modules too, imported as it does; nothing is done."""
    from reviewer_app.__main__ import load_below_windows, load_windows

    _import([name for name in modules if not name.startswith(_QT)])
    load_below_windows()
    load_windows()
    _import(ours)
    _import(modules)
    return _show_empty()


def _import(names: Iterable[str]) -> None:
    for name in names:
        with suppress(ImportError):  # some are parts that only their package imports
            import_module(name)


def _show_empty() -> Figures:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    window.repaint()
    return Figures(_cpu_ms(), _resident_mb())


def case_list(folder: Path) -> Figures:
    """The application on this profile, until its list of cases is painted."""
    from reviewer_app.__main__ import load_below_windows, load_windows
    from reviewer_app.command_line import Options
    from reviewer_app.models.vault import open_vault

    load_below_windows()
    load_windows()

    # after all below it, as in the application's own start
    from PySide6.QtCore import QEvent, QEventLoop  # isort: skip
    from PySide6.QtWidgets import QApplication, QLineEdit  # isort: skip
    from reviewer_app.app import application  # isort: skip

    app = QApplication([])
    with application(app, Options(folder, "en", "light")) as running:
        app.processEvents()
        entry = running.window.findChild(QLineEdit)
        assert isinstance(entry, QLineEdit)
        entry.setText(PASSPHRASE)
        entry.returnPressed.emit()
        while not _listed(running.window):
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        for kind in (QEvent.Type.MetaCall, QEvent.Type.LayoutRequest):
            app.sendPostedEvents(None, kind.value)  # what a painting waits for
        running.window.repaint()
        cpu, rss, (modules, ours) = _cpu_ms(), _resident_mb(), _modules()
        open_vault(folder, PASSPHRASE)
        unlocking = _cpu_ms() - cpu
    return Figures(cpu - unlocking, rss, unlocking, modules, ours)


def _listed(window: object) -> bool:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.kit.table import Table

    assert isinstance(window, QWidget)
    found = window.findChild(Table, "cases")
    return isinstance(found, Table) and bool(found.rows)


def _modules() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of other packages, and the application's own, in the order of their import."""
    named = [(name, getattr(module, "__file__", None)) for name, module in sys.modules.items()]
    others = tuple(
        name
        for name, file in named
        if file and "site-packages" in file and name.partition(".")[0] not in _OURS
    )
    ours = tuple(name for name, _ in named if name.startswith(_APPLICATION))
    return others, ours


def _cpu_ms() -> float:
    return time.process_time() * 1000


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell the resident memory")


def build_profile(folder: Path) -> Path:
    """A profile with all sample cases released, locked at the application's own cost."""
    from review_protocol.documents.text import Bilingual, Language
    from reviewer_app.models.vault import change_passphrase
    from tests.builders.desk import a_desk

    with a_desk(folder, cases=CASES) as desk:
        name = Bilingual(zh=None, en="Amina Diallo")
        desk.services.accepting.confirm(name, ("A house",), (Language.EN,), "")
        change_passphrase(desk.store.folder, desk.vault, PASSPHRASE)
        return desk.store.folder


def in_a_process(kind: str, argument: str) -> Figures:
    """Measure one kind in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.startup", "--measure", kind, argument]
    ran = subprocess.run(command, capture_output=True, check=True, text=True)
    fields = json.loads(ran.stdout)
    lists = {name: tuple(fields[name]) for name in ("modules", "ours")}
    return Figures(**fields | lists)


def compare(times: int) -> dict[str, float]:
    """Medians and ratios."""
    for package in _OURS:  # those of others were compiled when they were installed
        compile_dir(Path(__file__).parent.parent / package, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        profile = build_profile(Path(folder))
        modules = Path(folder) / "modules.json"
        first = in_a_process("list", str(profile))
        modules.write_text(json.dumps([first.modules, first.ours]), encoding="utf-8")
        runs: dict[str, list[Figures]] = {"list": [], **{kind: [] for kind in _EMPTY}}
        for _ in range(times):
            runs["list"].append(in_a_process("list", str(profile)))
            for kind in _EMPTY:
                runs[kind].append(in_a_process(kind, str(modules)))
    cpu = {kind: statistics.median(each.cpu_ms for each in found) for kind, found in runs.items()}
    rss = {kind: statistics.median(each.rss_mb for each in found) for kind, found in runs.items()}
    unlocking = statistics.median(each.unlocking_ms for each in runs["list"])
    return {
        "start_ratio": cpu["list"] / cpu["packages"],
        "memory_ratio": rss["list"] / rss["packages"],
        "start_ratio_to_bare": cpu["list"] / cpu["bare"],
        "memory_ratio_to_bare": rss["list"] / rss["bare"],
        "unlocking_ms": unlocking,
    } | {f"{kind}_{unit}": each[kind] for unit, each in (("ms", cpu), ("mb", rss)) for kind in runs}


def main() -> int:
    """Print the figures, or measure one process's own."""
    parser = argparse.ArgumentParser(prog="benchmarks.startup", description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures only, for a program")
    parser.add_argument("--times", type=int, default=TIMES, help="processes of each kind")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.measure:
        print(json.dumps(asdict(_measure(*asked.measure))))
        return 0
    found = compare(asked.times)
    if asked.json:
        rounded = {name: round(value, 2) for name, value in found.items()}
        print(json.dumps({"benchmark": "startup"} | rounded))
        return 0
    print(f"start to a usable list of {CASES} cases, beside an empty window:")
    print(f"  time    {found['start_ratio']:.2f}   ({found['list_ms']:.0f} ms of CPU)")
    print(f"  memory  {found['memory_ratio']:.2f}   ({found['list_mb']:.0f} MB)")
    print(f"  the passphrase apart: {found['unlocking_ms']:.0f} ms of CPU")
    print(f"  the empty window without search for garbage: {found['uncollected_ms']:.0f} ms")
    print(f"  the empty window with our modules imported: {found['imported_ms']:.0f} ms")
    print(
        f"  beside PySide6 alone: time {found['start_ratio_to_bare']:.2f}, "
        f"memory {found['memory_ratio_to_bare']:.2f}"
    )
    return 0


def _measure(kind: str, argument: str) -> Figures:
    if kind == "list":
        return case_list(Path(argument))
    modules, ours = json.loads(Path(argument).read_text("utf-8"))
    if kind == "imported":
        return empty_window_of_ours(tuple(modules), tuple(ours))
    if kind == "uncollected":
        gc.disable()
    return empty_window(() if kind == "bare" else tuple(modules))


if __name__ == "__main__":
    sys.exit(main())
