"""Takes an import into the server: documents, versions, files and one leaf, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from sqlalchemy import Connection, func, insert, select, update

from central_server.batch_files import take_file
from central_server.batches import Issuer
from central_server.correcting import Correction, declares, tell_corrections
from central_server.documents import current_countries, current_programme, keep_document
from central_server.facts import Fact, find_fact, write_fact
from central_server.home import Home
from central_server.intake.building import (
    build_case,
    build_programme,
    build_rounds,
    build_rubric,
    build_rules,
)
from central_server.intake.findings import CannotImport, Finding, What
from central_server.intake.form import ProgrammeForm
from central_server.intake.reading import ReadCase, read_import
from central_server.intake.sources import PROGRAMME, Source, open_source
from central_server.log import Log
from central_server.rounds import all_rounds
from central_server.store.schema import case_version, review_round
from central_server.store.store import Store
from central_server.withdrawing_cases import withdrawn_cases
from review_protocol.documents.base import CaseNumber, Count, Document, Hash, Part, Timestamp
from review_protocol.documents.batch import FileRole
from review_protocol.documents.case import Case
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.own_tables import Glossary, NamedCountries
from review_protocol.documents.programme import Round
from review_protocol.documents.text import Area

OWN_TABLES = (Fact.GLOSSARY, Fact.COUNTRIES)


class ImportedCase(Part):
    """A version of a case that an import brought."""

    number: CaseNumber
    version: Count
    case: Hash


class ImportRecord(Document):
    """What one import brought; the leaf of the log names it."""

    kind: ClassVar[str] = "import-record"

    programme: Hash | None
    rubric: Hash | None
    rules: Hash | None
    """None where they are as they were."""
    cases: tuple[ImportedCase, ...]
    imported: Timestamp


class ImportRecordWithTables(ImportRecord):
    """Of an import that brought a glossary or a table of countries (regions), at least one."""

    kind: ClassVar[str] = "import-record-with-tables"

    glossary: Hash | None
    countries: Hash | None


@dataclass(slots=True)
class ImportReport:
    """What became of an import, by case numbers."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    """Known to the server, not in this import, and left as they are."""
    documents: list[str] = field(default_factory=list)
    """Which of programme, rubric, rules, glossary and countries are new or changed."""
    attachments: int = 0
    attachment_bytes: int = 0
    remarks: tuple[Finding, ...] = ()
    told: int = 0
    """Notices to those who read a case that was corrected."""
    leaf: int | None = None
    """Position of the import's leaf; None where nothing was new."""


def import_programme(
    store: Store, home: Home, log: Log, path: Path, *, now: str, issuer: Issuer | None = None
) -> ImportReport:
    """Import a folder or archive; raises CannotImport, and then nothing was taken.

    Those who read a case that was corrected are told in the name of the `issuer`, if there is one.
    """
    with open_source(path) as source:
        with store.read() as connection:
            areas, countries = _areas(connection), current_countries(connection)
        reading = read_import(source, areas=areas, countries=countries)
        with log.appending(store) as group:
            taking = _Taking(group.connection, home, now)
            if reading.programme is not None:
                taking.programme(reading.programme)
            taking.tables(reading.glossary, reading.countries)
            taking.cases(reading.cases, source)
            record = taking.record()
            if record is not None:
                subject = keep_document(group.connection, record)
                leaf = ActLeaf(type="act/1", act="import", subject=subject, received=now)
                taking.report.leaf = group.add(leaf.entry())
            if issuer is not None:
                taking.report.told = tell_corrections(group, issuer, taking.corrections(), now)
    taking.report.remarks = (*reading.remarks, *taking.remarks)
    return taking.report


def _areas(connection: Connection) -> frozenset[Area] | None:
    """The areas of the panels that are there; None before the first import."""
    if find_fact(connection, Fact.PROGRAMME) is None:
        return None
    panels = current_programme(connection).panels
    return frozenset(area for panel in panels for area in panel.areas)


class _Taking:
    """One import in its transaction."""

    def __init__(self, connection: Connection, home: Home, now: str) -> None:
        self.report = ImportReport()
        self.remarks: list[Finding] = []
        self._connection = connection
        self._home = home
        self._now = now
        self._ids: dict[Fact, str] = {}
        self._imported: list[ImportedCase] = []

    def programme(self, form: ProgrammeForm) -> None:
        """The programme, its rubric, its rules and rounds, as far as they differ."""
        known = all_rounds(self._connection)
        in_use = any(state.opened is not None for state in known.values())
        rubric, rules = build_rubric(form), build_rules(form)
        problems = tuple(
            Finding(What.RUBRIC_IN_USE, PROGRAMME, fact.value)
            for fact, document in ((Fact.RUBRIC, rubric), (Fact.RULES, rules))
            if in_use and find_fact(self._connection, fact) not in (None, document.body())
        )
        if problems:
            raise CannotImport(problems)
        self._fact(Fact.PROGRAMME, FileRole.PROGRAMME, build_programme(form))
        self._fact(Fact.RUBRIC, FileRole.RUBRIC, rubric)
        self._fact(Fact.RULES, FileRole.RULES, rules)
        for one in build_rounds(form):
            state = known.get(one.number)
            if state is None or state.opened is None:
                _write_round(self._connection, one, new=state is None)
            elif state.round != one:
                facts = (str(one.number),)
                self.remarks.append(Finding(What.ROUND_IN_USE, PROGRAMME, "rounds", facts))

    def tables(self, glossary: Glossary | None, countries: NamedCountries | None) -> None:
        """The programme's own tables; one that the import leaves out stays as it is."""
        for fact, document in zip(OWN_TABLES, (glossary, countries), strict=True):
            if document is not None:
                self._fact(fact, FileRole.HEADERS, document)

    def cases(self, cases: Sequence[ReadCase], source: Source) -> None:
        """Every case that is new or differs, as a new version with its files."""
        table = case_version
        rows = self._connection.execute(
            select(table.c.number, table.c.version, table.c.case_hash).where(table.c.current == 1)
        )
        current = {row.number: (row.version, row.case_hash) for row in rows}
        withdrawn = withdrawn_cases(self._connection)
        for read in cases:
            if read.form.number in withdrawn:
                self.remarks.append(Finding(What.CASE_WITHDRAWN, read.form.number))
                continue
            version, case_hash = current.pop(read.form.number, (0, None))
            if version and build_case(read, version).id == case_hash:
                self.report.unchanged.append(read.form.number)
                continue
            (self.report.changed if version else self.report.added).append(read.form.number)
            self._take(build_case(read, self._next_version(read.form.number)), read, source)
        self.report.absent = sorted(current)

    def record(self) -> ImportRecord | None:
        """What was new, None where nothing was."""
        if not self._imported and not self._ids:
            return None
        record = ImportRecord(
            programme=self._ids.get(Fact.PROGRAMME),
            rubric=self._ids.get(Fact.RUBRIC),
            rules=self._ids.get(Fact.RULES),
            cases=tuple(self._imported),
            imported=self._now,
        )
        glossary, countries = map(self._ids.get, OWN_TABLES)
        if glossary is None and countries is None:
            return record
        return ImportRecordWithTables(
            **{name: getattr(record, name) for name in ImportRecord.model_fields},
            glossary=glossary,
            countries=countries,
        )

    def corrections(self) -> tuple[Correction, ...]:
        """What replaced an earlier version."""
        return tuple(
            Correction(each.number, each.version, each.case)
            for each in self._imported
            if each.version > 1
        )

    def _fact(self, fact: Fact, role: FileRole, document: Document) -> None:
        if find_fact(self._connection, fact) == document.body():
            return
        self._ids[fact] = self._keep(document, role, None)
        write_fact(self._connection, fact, document.body())
        self.report.documents.append(fact.value)

    def _take(self, case: Case, read: ReadCase, source: Source) -> None:
        number = case.number
        headers = self._keep(case.headers, FileRole.HEADERS, number)
        case_hash = self._keep(case, FileRole.CASE, number)
        for attachment in read.attachments:
            content = source.read(attachment.place)
            entry = take_file(
                self._connection,
                self._home,
                role=FileRole.ATTACHMENT,
                case_number=number,
                plaintext=content,
            )
            if entry.case != number:
                facts = (str(entry.case),)
                raise CannotImport((Finding(What.ATTACHMENT_SHARED, attachment.place, "", facts),))
            self.report.attachments += 1
            self.report.attachment_bytes += len(content)
        facts_declared = declares(self._connection, case.headers)
        table = case_version
        self._connection.execute(update(table).where(table.c.number == number).values(current=0))
        self._connection.execute(
            insert(table).values(
                number=number,
                version=case.headers.version,
                headers=headers,
                case_hash=case_hash,
                area=case.headers.area.value,
                current=1,
                imported=self._now,
                declares=facts_declared,
            )
        )
        imported = ImportedCase(number=number, version=case.headers.version, case=case_hash)
        self._imported.append(imported)

    def _keep(self, document: Document, role: FileRole, number: str | None) -> str:
        """The document under its id, and its body as a file of batches."""
        take_file(
            self._connection,
            self._home,
            role=role,
            case_number=number,
            plaintext=document.body(),
        )
        return keep_document(self._connection, document)

    def _next_version(self, number: str) -> int:
        table = case_version
        newest: int | None = self._connection.execute(
            select(func.max(table.c.version)).where(table.c.number == number)
        ).scalar()
        return (newest or 0) + 1


def _write_round(connection: Connection, one: Round, *, new: bool) -> None:
    values = one.model_dump()
    if new:
        connection.execute(insert(review_round).values(**values))
    else:
        table = review_round
        connection.execute(update(table).where(table.c.number == one.number).values(**values))
