"""The desk as the application takes it in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit

translate = QCoreApplication.translate


class DeskScreen(Screen):
    """The list of cases: where every session begins."""

    def __init__(self, supplies: Supplies) -> None:
        look = supplies.look
        services, keeps = supplies.services, supplies.keeps
        self.model = DeskViewModel(
            services.desk, lambda: services.search, supplies.lanes.database, keeps, look=look
        )
        self._is_fresh = look is not None and not self.model.state.narrowed
        self._desk = DeskView(self.model, keeps, lambda: services.tables.in_sight.countries)
        super().__init__(self._desk)
        self._syncing = supplies.syncing
        self.model.left.connect(self.left.emit)
        self.model.sync_wanted.connect(self._sync)
        self.model.file_wanted.connect(self._choose_files)

    def enter(self, case: str | None) -> None:
        """Read the desk unless that was done just now; the keyboard begins in the list."""
        if not self._is_fresh:
            self.model.refresh()
        self._is_fresh = False
        self._desk.focus_list()

    def refresh(self) -> None:
        self.model.refresh()

    def _sync(self, _nothing: None) -> None:
        self._syncing.sync()

    def _choose_files(self, _nothing: None) -> None:
        # only who has no connection needs the system's dialogue for files
        from reviewer_app.ui.folders import choose_files

        paths = choose_files(self.view, translate("DeskView", "Open a batch from a file"))
        if paths:
            self.left.emit(Visit(Place.HANDIN, files=paths))


def make_screen(supplies: Supplies) -> Screen:
    return DeskScreen(supplies)
