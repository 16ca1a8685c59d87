"""The panel's list: computed and compared at leisure, kept, and opened at once from there.

What is kept is as trustworthy as what it was computed from: both lie in the database under one key.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from review_protocol.canonical import sha256_hex
from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.text import Bilingual
from reviewer_app.cancelling import NotWanted
from reviewer_app.models.facts import FactName
from reviewer_app.models.panel_list import (
    KeptList,
    keep_list,
    kept_list,
    list_page,
    list_total,
    part_counts,
)
from reviewer_app.models.store import Store
from reviewer_app.services.panel.collected_reviews import Counting
from reviewer_app.services.panel.dossier import Standing
from reviewer_app.services.panel.listed_rows import (
    ListedCase,
    ListHead,
    Listing,
    ListPage,
    ListPart,
    ListQuery,
)
from reviewer_app.services.panel.rows import Grounds, PanelTable
from reviewer_app.services.panel.verification import Verified
from reviewer_app.services.staff_acts import How, OpenedEarly
from reviewer_app.services.standing import standing_rules
from reviewer_app.sync.clock import timestamp
from reviewer_app.sync.reports import Cancelled, Progress, Report

if TYPE_CHECKING:
    from reviewer_app.services.panel.compared_rows import PanelComparison

TableOf = Callable[[Connection, Counting, Cancelled], PanelTable]
"""Verifies and puts together; raises NotWanted on cancel."""
PAGE = 64
"""Rows that are read at once: more than a window shows."""
_WHO_SEES = (FactName.CERTIFICATE, FactName.ROUND, FactName.COLLECTED_SCOPE, FactName.DOSSIER)
_FROM_WHAT = (
    *(FactName.TRUST, FactName.MANIFEST_TAKEN, FactName.COLLECTED_TO, FactName.DOSSIER_TO),
    *_WHO_SEES,
)
_FORM = "panel-list/2"
"""Of what is kept: a list of an earlier form is made anew."""
_SIGHT = f"""
SELECT (SELECT max(entry) FROM packet WHERE kind <> '{DecisionPacket.kind}'),
    (SELECT max(revision) FROM draft_revision),
    (SELECT max(leaf) FROM declared_elsewhere), (SELECT max(leaf) FROM other_packet)
"""
_COLLECTED = "SELECT CAST(content AS TEXT) FROM fact WHERE name = ?"
_INPUTS = """
SELECT (SELECT max(entry) FROM packet), (SELECT count(*) FROM notice),
    (SELECT group_concat(leaf || doubt) FROM unproved)
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """A table whose packets were verified one by one, and its comparison: None where nothing
    counts yet."""

    table: PanelTable
    comparison: PanelComparison | None


class PanelListing:
    """The list of one desk; `table_of` verifies and puts together, and says who may see it."""

    def __init__(
        self,
        store: Store,
        table_of: TableOf,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._table_of = table_of
        self._clock = clock

    def open(self, query: ListQuery) -> Listing | None:
        """The list as it was kept; None where there is none that this person may see now.

        A conflict declared since, or a score begun, hides all of it until it is checked anew.
        """
        with self._store.glance() as driver:
            kept = kept_list(driver)
            if kept is None or kept.sight != sight_of(driver):
                return None
            counts = part_counts(driver)
            found = counts[list(ListPart).index(query.part)]
            narrowed = query.areas or query.best or query.listed or query.search.strip()
            total = list_total(driver, query) if narrowed else found
            rows = list_page(driver, query, 0, PAGE)
            stands = kept.inputs == inputs_of(driver)
            collected = driver.execute(_COLLECTED, (FactName.COLLECTED_AT,)).fetchall()
        said = _grounds(kept.grounds, collected[0][0] if collected else None)
        if said is None:
            return None
        grounds, targets = said
        counted = dict(zip(ListPart, counts, strict=True))
        return Listing(
            ListHead(grounds, targets, kept.made_at, stands, counted),
            total,
            ListPage(query, 0, tuple(map(ListedCase, rows))),
        )

    def page(self, query: ListQuery, start: int, count: int = PAGE) -> ListPage:
        """Rows of an opened list from a place on."""
        with self._store.glance() as driver:
            rows = list_page(driver, query, start, count)
        return ListPage(query, start, tuple(map(ListedCase, rows)))

    def whole(self, query: ListQuery) -> tuple[ListedCase, ...]:
        """All rows that the query finds."""
        return self.page(query, 0, -1).rows

    def check(self, report: Report, cancelled: Cancelled) -> Checked | None:
        """Verify every packet, compare, and keep the list; None on cancel.

        Raises NotPermitted, RoundStillOpen, and CaseNotOpen before the first batch.
        """
        # late: numpy takes 60 ms to import and nobody but the panel's screens needs it
        from reviewer_app.services.panel.comparison import compared
        from reviewer_app.services.panel.keeping import kept_rows

        def counting(done: int, total: int) -> None:
            report(Progress("verify", done, total))

        report(Progress("verify", 0, None))
        try:
            with self._store.read() as connection:
                driver = _driver(connection)
                sight, inputs = sight_of(driver), inputs_of(driver)
                table = self._table_of(connection, counting, cancelled)
                rules = standing_rules(connection)
        except NotWanted:
            return None
        if cancelled():
            return None
        report(Progress("compare", 0, None))
        comparison = compared(table, rules, cancelled=cancelled)
        if cancelled():
            return None
        rows = kept_rows(table, comparison)
        targets = () if comparison is None else comparison.targets
        grounds = grounds_written(table.grounds, targets)
        kept = KeptList(sight, inputs, timestamp(self._clock()), grounds)
        self._store.perform(lambda connection: keep_list(connection, kept, *rows))
        return Checked(table, comparison)


def _driver(connection: Connection) -> sqlcipher.Connection:
    driver = connection.connection.driver_connection
    assert driver is not None
    return driver


def sight_of(driver: sqlcipher.Connection) -> str:
    """What decides which scores this person may see, in one hash."""
    return _hash(driver, _WHO_SEES, _SIGHT)


def inputs_of(driver: sqlcipher.Connection) -> str:
    """What may change a comparison, in one hash."""
    return _hash(driver, _FROM_WHAT, _INPUTS)


def _hash(driver: sqlcipher.Connection, names: tuple[FactName, ...], asked: str) -> str:
    places = ", ".join("?" * len(names))
    facts = driver.execute(
        f"SELECT name, hex(content) FROM fact WHERE name IN ({places}) ORDER BY name", names
    )
    return sha256_hex(
        json.dumps([_FORM, facts.fetchall(), driver.execute(asked).fetchall()]).encode()
    )


def _grounds(written: str, refreshed_at: str | None) -> tuple[Grounds, tuple[int, ...]] | None:
    """As `grounds_written` wrote them, collected since then or not; with the targets. None of what
    another version of the app wrote: the list is made anew then."""
    try:
        return _grounds_in(json.loads(written), refreshed_at)
    except (KeyError, TypeError, ValueError):
        return None


def _grounds_in(said: dict[str, Any], refreshed_at: str | None) -> tuple[Grounds, tuple[int, ...]]:
    name = said["panel_name"]
    grounds = Grounds(
        round=said["round"],
        panel=said["panel"],
        panel_name=None if name is None else Bilingual(zh=name[0], en=name[1]),
        rubric=said["rubric"],
        fewest=said["fewest"],
        packets=said["packets"],
        log_size=said["log_size"],
        log_root=said["log_root"],
        refreshed_at=refreshed_at,
        withdrawn=tuple(said["withdrawn"]),
        opened_early=tuple(OpenedEarly(How(how), at, why) for how, at, why in said["opened_early"]),
        rounds=tuple(said["rounds"]),
        is_whole=said["is_whole"],
        issued=said["issued"],
        standing=Standing(said["decides"] is not None, frozenset(said["decides"] or ())),
        verified=None if said["verified"] is None else Verified(**said["verified"]),
    )
    return grounds, tuple(said["targets"])


def grounds_written(grounds: Grounds, targets: tuple[int, ...]) -> str:
    name = grounds.panel_name
    return json.dumps(
        {
            "round": grounds.round,
            "panel": grounds.panel,
            "panel_name": None if name is None else (name.zh, name.en),
            "rubric": grounds.rubric,
            "fewest": grounds.fewest,
            "packets": grounds.packets,
            "log_size": grounds.log_size,
            "log_root": grounds.log_root,
            "withdrawn": grounds.withdrawn,
            "opened_early": [(each.how, each.at, each.reason) for each in grounds.opened_early],
            "rounds": grounds.rounds,
            "is_whole": grounds.is_whole,
            "issued": grounds.issued,
            "decides": sorted(grounds.standing.decides) if grounds.standing.deputy else None,
            "verified": None if grounds.verified is None else asdict(grounds.verified),
            "targets": targets,
        }
    )
