"""A reviewer's desk with a real profile, real SQLCipher and a real batch; no server needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory

from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.documents.answers import BatchAnswer
from review_protocol.documents.base import Document
from review_protocol.documents.batch import Manifest
from review_protocol.documents.case import Case
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation, Rules
from review_protocol.documents.score import CANNOT_JUDGE, Answers, CriterionAnswer, LanguageRead
from review_protocol.documents.text import Element
from review_protocol.envelope import Envelope
from review_protocol.passphrase import Argon2Cost
from review_protocol.translog import Receipt
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.files import BLOBS_FOLDER, blob_path
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import ProvedReceipt, note_all_received, stored_packet
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import Vault, create_vault
from reviewer_app.reading.alignment import Alignment
from reviewer_app.reading.case_comparison import Difference
from reviewer_app.services.assembly import Services
from reviewer_app.services.believed import trust_of
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.rows import DeclareRow
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.clock import timestamp
from reviewer_app.sync.engine import SyncEngine
from reviewer_app.sync.taking_in import TakingIn
from tests.builders.batches import Batch
from tests.builders.sample import some_cases, the_sample
from tests.builders.tables import shipped
from tests.builders.world import SignedWorld

PASSPHRASE = "correct horse battery"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
SERVER = "http://127.0.0.1:9"
FIRST_LOOK = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)


class TickingClock:
    """Starts on a day of the review and goes on by a second at every look."""

    def __init__(self, now: datetime = FIRST_LOOK) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass(slots=True)
class ADesk:
    """The services of one person's desk, and the world around it."""

    services: Services
    store: Store
    vault: Vault
    world: SignedWorld
    batch: Batch
    person: str
    manifest: Envelope
    clock: TickingClock
    preparing: Preparing
    cases: Sequence[Case] = field(default=())

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the batch's cases, in the order in which this reviewer sees them."""
        return tuple(row.number for row in self.services.desk.cases())

    def declare(self, answer: ConflictAnswer = ConflictAnswer.NONE) -> str:
        """Declare the same on all cases, signed."""
        rows = self.services.declaring.rows()
        return self.services.declaring.sign(
            tuple(DeclareRow(row.headers, answer, None, "") for row in rows)
        )

    def release(self, *numbers: str) -> None:
        """The server releases these cases, by default all."""
        release = self.batch.release(
            self.manifest,
            self.vault.kid,
            self.vault.exchange_key.public,
            numbers or [case.number for case in self.cases],
            person=self.person,
        )
        self.take_in(release)

    def correct(self, case: Case, files: Iterable[bytes] = ()) -> None:
        """The next manifest has this version of a case; everything is released again.

        `files` are its attachments that the sample does not have.
        """
        contents = {**self.batch.contents, **{sha256_hex(each): each for each in files}}
        self.cases = tuple(case if each.number == case.number else each for each in self.cases)
        self._issue(Batch(self.world, self.cases, contents, self.batch.tables, self.batch.rules))

    def bring(self, *tables: Document) -> None:
        """The next manifest has these tables of the programme's own."""
        self._issue(Batch(self.world, self.cases, self.batch.contents, tables, self.batch.rules))
        self.services.tables.renew()

    def _issue(self, batch: Batch) -> None:
        self.batch = batch
        number = Manifest.from_body(self.manifest.body).number + 1
        self.manifest = self.batch.manifest(
            self.vault.kid, self.vault.exchange_key.public, number=number, person=self.person
        )
        self.release()

    def take_in(self, *releases: Envelope) -> None:
        """What the server answers to a desk that asks for its batch, taken in by the desk."""
        taking = TakingIn(self.store, self.vault, SERVER, self.preparing)
        with self.store.read() as connection:
            trust, certificate = trust_of(connection), certificate_of(connection)
        answer = BatchAnswer(
            nonce="0" * 32,
            manifest=to_base64(self.manifest.to_bytes()),
            releases=tuple(to_base64(each.to_bytes()) for each in releases),
            request_nonce="-",
        )
        self.fetch_files()
        now = timestamp(self.clock())
        manifest = taking.manifest(answer, trust, certificate, now)
        taking.headers(manifest, now)
        for case in taking.openable(manifest):
            taking.content(case)

    def fetch_files(self) -> None:
        """The ciphertext of the whole batch, as after a download."""
        (self.store.folder / BLOBS_FOLDER).mkdir(exist_ok=True)
        for file in self.batch.files:
            path = blob_path(self.store.folder, file.entry.cipher_sha256)
            path.write_bytes(file.ciphertext)

    def score(self, number: str, mark: int = 7) -> str:
        """Fill in a sheet and sign it."""
        self.services.scoring.keep(number, some_answers(mark))
        return self.services.signing.sign(number, LanguageRead.BOTH)

    def receive(self, packet: str, disposition: Disposition = Disposition.COUNTED) -> str:
        """The server takes this packet, and its receipt comes back; answers the receipt."""
        with self.store.write() as connection:
            stored = stored_packet(connection, packet)
            assert stored is not None
            text = self.world.packet_receipt(stored.document(), disposition)
            leaf = Receipt.parse(text).index
            proved = ProvedReceipt(packet, disposition, text, leaf)
            note_all_received(connection, [proved], stored.signed_at)
        return text


def some_answers(mark: int | None = 7, *, comment: str = "The figures agree.") -> Answers:
    """A complete sheet; a mark of None is "cannot judge"."""
    answers = Answers(recommendation=Recommendation.CASEBOOK, familiarity=2)
    for empty in answers.criteria:
        answers = answers.replaced(
            CriterionAnswer(
                criterion=empty.criterion,
                mark=CANNOT_JUDGE if mark is None else mark,
                comment=comment,
            )
        )
    return answers


@contextmanager
def a_desk(
    folder: Path,
    *,
    cases: int = 3,
    released: bool = True,
    person: str = "p-one",
    role: Role = Role.REVIEWER,
    panel: str | None = None,
    person_name: str = "Amina Diallo",
    device: int = 1,
    texts: tuple[Case, ...] = (),
    rules: Rules | None = None,
) -> Iterator[ADesk]:
    """An enrolled desk in `folder`/profile with the headers of a batch taken in; when `released`,
    all cases are declared without a conflict and can be read. Its cases are those of the sample,
    or `texts`; its rule file is the sample's, or `rules`.

    Equal desks are made once in a process and copied: another `device` has keys of its own.
    """
    pattern = _pattern(
        cases,
        released,
        person,
        role,
        panel,
        person_name,
        device,
        texts,
        rules or the_sample().rules,
    )
    profile = folder / "profile"
    for path, content in pattern.files.items():
        (profile / path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (profile / path).write_bytes(content)
    made, batch = pattern.desk, copy(pattern.desk.batch)
    batch.world = made.world.copied()
    with _at_work(profile, made.vault, batch, person, made.manifest, made.clock.now) as desk:
        yield desk


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A desk that was made and closed, and the files of its profile."""

    desk: ADesk
    files: Mapping[Path, bytes]


@cache
def _pattern(
    cases: int,
    released: bool,
    person: str,
    role: Role,
    panel: str | None,
    person_name: str,
    device: int,
    texts: tuple[Case, ...],
    rules: Rules,
) -> _Pattern:
    world = SignedWorld()
    batch = Batch(world, texts or some_cases(cases), rules=rules)
    with TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        vault = create_vault(profile, PASSPHRASE, CHEAP)
        manifest = batch.manifest(
            vault.kid, vault.exchange_key.public, person=person, role=role, panel=panel
        )
        with _at_work(profile, vault, batch, person, manifest, FIRST_LOOK) as desk:
            _enrol(desk, role, panel, person_name)
            desk.take_in()
            if released and role is Role.REVIEWER:
                desk.receive(desk.declare())
                desk.release()
        files = {
            path.relative_to(profile): path.read_bytes()
            for path in profile.rglob("*")
            if path.is_file() and path.name != "ballast"
        }
    return _Pattern(desk, files)


class _Remembering(Preparing):
    """Aligns and compares each text once in a process: tests take the same sample in often."""

    def __init__(self) -> None:
        super().__init__(shipped())
        self._aligned: dict[str, Alignment] = {}
        self._compared: dict[tuple[Case, tuple[str, ...]], tuple[Difference, ...]] = {}

    def alignment(self, case: Case, element: Element) -> Alignment:
        key = self.key(case, element)
        if key not in self._aligned:
            self._aligned[key] = super().alignment(case, element)
        return self._aligned[key]

    def differences(
        self, case: Case, alignments: Mapping[Element, Alignment]
    ) -> tuple[Difference, ...]:
        key = case, tuple(each.model_dump_json() for each in alignments.values())
        if key not in self._compared:
            self._compared[key] = super().differences(case, alignments)
        return self._compared[key]


@cache
def _remembering() -> _Remembering:
    return _Remembering()


@contextmanager
def _at_work(
    profile: Path, vault: Vault, batch: Batch, person: str, manifest: Envelope, now: datetime
) -> Iterator[ADesk]:
    """The desk in this folder, opened until the end."""
    keys, clock = Keys(profile, vault), TickingClock(now)
    store = open_store(profile, vault.database_key)
    try:
        yield ADesk(
            services=Services(
                store,
                keys,
                lambda aids: SyncEngine(store, keys, aids, clock=clock),
                clock=clock,
                randomness=token_bytes,
            ),
            store=store,
            vault=vault,
            world=batch.world,
            batch=batch,
            person=person,
            manifest=manifest,
            clock=clock,
            preparing=_remembering(),
            cases=batch.cases,
        )
    finally:
        store.close()


def _enrol(desk: ADesk, role: Role, panel: str | None, person_name: str) -> None:
    """What an enrolment keeps."""
    world, vault = desk.world, desk.vault
    certificate = world.certified(
        vault.signing_key,
        vault.exchange_key,
        person=desk.person,
        roles=(role,),
        panels=() if panel is None else (panel,),
    )
    receipt = world.certificate_receipt(certificate, person=desk.person)
    kept: dict[FactName, bytes | str] = {
        FactName.SERVER: SERVER,
        FactName.ROOT_KEY: world.root.public.raw,
        FactName.TRUST: world.trust_envelope.to_bytes(),
        FactName.CERTIFICATE: certificate.to_bytes(),
        FactName.CERTIFICATE_RECEIPT: receipt,
        FactName.PERSON_NAME: person_name,
        FactName.PROGRAMME: the_sample().programme.body(),
        FactName.CHECKPOINT: Receipt.parse(receipt).checkpoint,
    }
    with desk.store.write() as connection:
        for name, content in kept.items():
            keep_fact(connection, name, content)
