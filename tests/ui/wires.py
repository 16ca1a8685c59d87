"""A stand-in for the way to the server: a sync that lasts as long as a test wants it to."""

from threading import Event as Flag

from reviewer_app.services.rows import OutboxRow, SyncReport

AT = "2026-07-20T09:00:00Z"


class Wire:
    """A hand-in whose server does as it is told."""

    def __init__(self) -> None:
        self.syncs = 0
        self.failure: Exception | None = None
        self.rows: tuple[OutboxRow, ...] = ()
        self.go = Flag()
        self.go.set()

    def outbox(self) -> tuple[OutboxRow, ...]:
        return self.rows

    def sync(self, report, cancelled) -> SyncReport:
        self.syncs += 1
        self.go.wait(5)
        if self.failure is not None:
            raise self.failure
        return SyncReport(AT, 0, (), (), None, 0, 7)
