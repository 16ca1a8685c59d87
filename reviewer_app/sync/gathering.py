"""What is collected at a sync: others' packets, and what a panel's people and staff are told."""

from __future__ import annotations

from review_protocol.documents.people import Role
from reviewer_app.models.store import Store
from reviewer_app.sync.collecting import Collecting
from reviewer_app.sync.dossier import CollectingDossier
from reviewer_app.sync.draws import CollectingDraws
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.sync.session import DeviceSession
from reviewer_app.sync.taken_back import CollectingTakenBack

OF_A_PANEL = frozenset({Role.CHAIR, Role.HEAD})
COLLECTORS = OF_A_PANEL | {Role.STAFF}


def gathered(
    store: Store,
    session: DeviceSession,
    roles: frozenset[Role],
    report: Report,
    cancelled: Cancelled,
    now: str,
) -> int:
    """Collect packets, and what somebody of these roles is told beside; answers how many are
    new."""
    new = Collecting(store).collect(session, report, cancelled, now)
    if OF_A_PANEL & roles:
        CollectingDossier(store).collect(session, cancelled)
        CollectingTakenBack(store).collect(session, cancelled)
    if COLLECTORS & roles:
        CollectingDraws(store).collect(session, cancelled)
    return new
