"""Hands for a desk that can be locked."""

from reviewer_app.ui.unlock.view import UnlockView
from tests.ui.application.opened import Opened


def unlock(app: Opened) -> Opened:
    """Open the desk, and wait until it could be locked."""
    app.unlock()
    app.qtbot.waitUntil(lambda: is_guarded(app))
    app.settle()
    return app


def is_guarded(app: Opened) -> bool:
    guard = app.running.guard
    return guard is not None and guard._opened is not None


def wait_for_lock(app: Opened) -> None:
    """Until everything is closed, and a passphrase would be tried."""
    app.qtbot.waitUntil(lambda: app.running.inside is None)
    assert app.frame.current == "unlock"
    app.qtbot.waitUntil(lambda: not app.window.findChild(UnlockView)._model.state.busy)
