"""What a reviewer does with a server; each act in its own process, with its own trust in TLS."""

from pathlib import Path

from reviewer_app.demo.experts import CHEAP
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.findings import Step
from tests.e2e.world import PASSPHRASE, opened_desk
from tests.system.acting import attempt


def meet(profile: str, server: str, code: str) -> None:
    """Ask the server who it is."""
    Enrolment(Path(profile), cost=CHEAP).meet(server, code)


def enrol_and_score(profile: str, server: str, code: str) -> dict[str, object]:
    """Enrol, download, declare, and sign one score that is not delivered yet."""
    Enrolment(Path(profile), cost=CHEAP).accept(server, code, "laptop", PASSPHRASE)
    with opened_desk(Path(profile)) as desk:
        desk.ready()
        packet = desk.score(desk.numbers[0], 8)
        return {"server": desk.services.handin.server(), "packet": packet}


def sync(profile: str) -> dict[str, object]:
    """Try to deliver; answers what was received, what failed, and what became of each packet."""
    received: list[str] = []
    with opened_desk(Path(profile)) as desk:
        refused = attempt(lambda: received.extend(desk.sync().received))
        waiting = {row.packet: row.tries for row in desk.services.handin.outbox()}
        proved = [packet for packet, text in desk.receipts().items() if text is not None]
    return {"refused": refused, "received": received, "tries": waiting, "proved": proved}


def diagnose(profile: str) -> dict[str, object]:
    """Try the connection step by step."""
    with opened_desk(Path(profile)) as desk:
        diagnosis = desk.services.handin.diagnosis()
        return {"steps": [repr(diagnosis.run(step)) for step in Step]}
