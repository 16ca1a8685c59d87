"""People who enrol at a real server by the app's own services, and work there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from review_protocol.crockford import encode_code
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.score import LanguageRead
from reviewer_app.models.keys import Keys
from reviewer_app.models.store import open_store
from reviewer_app.models.vault import open_vault
from reviewer_app.services.assembly import Services
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import DeclareRow, SyncReport
from reviewer_app.sync.clock import utc_now
from reviewer_app.sync.engine import SyncEngine
from tests.builders.desk import CHEAP, PASSPHRASE, some_answers
from tests.builders.panel import never, print_nothing
from tests.builders.server import InvitedPerson


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A person's services, connected with the server."""

    services: Services

    def sync(self) -> SyncReport:
        return self.services.handin.sync(print_nothing, never)

    def declare(self, answer: ConflictAnswer = ConflictAnswer.NONE) -> str:
        rows = self.services.declaring.rows()
        return self.services.declaring.sign(
            tuple(DeclareRow(row.headers, answer, None, "") for row in rows)
        )

    def score(self, number: str, mark: int = 7) -> str:
        self.services.scoring.keep(number, some_answers(mark))
        return self.services.signing.sign(number, LanguageRead.BOTH)

    def states(self) -> dict[str, str]:
        return {row.number: row.state.value for row in self.services.desk.cases()}


@contextmanager
def an_enrolled(folder: Path, server: str, person: InvitedPerson) -> Iterator[Enrolled]:
    """Enrol with the person's code, and open the profile in `folder`."""
    code = encode_code(person.secret)
    Enrolment(folder, cost=CHEAP).accept(server, code, "laptop", PASSPHRASE)
    vault = open_vault(folder, PASSPHRASE)
    keys = Keys(folder, vault)
    store = open_store(folder, vault.database_key)
    try:
        yield Enrolled(
            Services(
                store,
                keys,
                lambda aids: SyncEngine(store, keys, aids, clock=utc_now, scatter=lambda: 0.0),
                clock=utc_now,
                randomness=token_bytes,
            )
        )
    finally:
        store.close()


@contextmanager
def enrolling(
    folder: Path, server: str, people: Mapping[str, InvitedPerson]
) -> Iterator[Callable[[str], Enrolled]]:
    """Enrols people by name, as they are asked for; all are closed at the end."""
    with ExitStack() as opened:
        yield lambda name: opened.enter_context(an_enrolled(folder / name, server, people[name]))
