"""All services of one opened profile, each imported and made when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reviewer_app.services.desk import Desk
from reviewer_app.services.ground import Ground

if TYPE_CHECKING:
    from review_protocol.documents.programme import Rubric
    from reviewer_app.services.accepting import Accepting
    from reviewer_app.services.asking import Asking
    from reviewer_app.services.at_rest import AtRest
    from reviewer_app.services.batch import BatchIntake
    from reviewer_app.services.corrections import Corrections
    from reviewer_app.services.declaring import Declaring
    from reviewer_app.services.defending.defence import Defence
    from reviewer_app.services.defending.dispute import Disputes
    from reviewer_app.services.differing import Differing
    from reviewer_app.services.evidence import Evidence
    from reviewer_app.services.facts_beside import FactsBeside
    from reviewer_app.services.handin import HandIn
    from reviewer_app.services.handover import HandOver
    from reviewer_app.services.highlighting import Highlighting
    from reviewer_app.services.looking_back import LookingBack
    from reviewer_app.services.notices import Notices
    from reviewer_app.services.panel.citations import Citations
    from reviewer_app.services.panel.decisions import Decisions
    from reviewer_app.services.panel.discussion import Discussion
    from reviewer_app.services.panel.expert_requests import ExpertRequests
    from reviewer_app.services.panel.head_lists import HeadLists
    from reviewer_app.services.panel.issuing import Issuing
    from reviewer_app.services.panel.room import PanelRoom
    from reviewer_app.services.practice import Practice
    from reviewer_app.services.scoring import Scoring
    from reviewer_app.services.secretariat import Secretariat
    from reviewer_app.services.signing import Signing


class _Reviewing(Ground):
    """What a reviewer does, from the invitation to the signature."""

    @cached_property
    def desk(self) -> Desk:
        return Desk(self._store, lambda: self.open_cases)

    @cached_property
    def accepting(self) -> Accepting:
        from reviewer_app.services.accepting import Accepting

        return Accepting(self._store, self._signer)

    @cached_property
    def batch(self) -> BatchIntake:
        from reviewer_app.services.batch import BatchIntake

        return BatchIntake(self._network)

    @cached_property
    def declaring(self) -> Declaring:
        from reviewer_app.services.declaring import Declaring

        return Declaring(self._store, self._signer)

    @cached_property
    def scoring(self) -> Scoring:
        from reviewer_app.services.scoring import Scoring

        return Scoring(self._store, self._clock)

    @cached_property
    def facts_beside(self) -> FactsBeside:
        from reviewer_app.services.facts_beside import FactsBeside

        return FactsBeside(self._store, self._clock)

    @cached_property
    def differing(self) -> Differing:
        from reviewer_app.services.differing import Differing

        return Differing(self._store, self._preparing)

    @cached_property
    def highlighting(self) -> Highlighting:
        from reviewer_app.services.highlighting import Highlighting

        return Highlighting(self._store, self._clock)

    @cached_property
    def looking_back(self) -> LookingBack:
        from reviewer_app.services.looking_back import LookingBack

        return LookingBack(self._store)

    @cached_property
    def practice(self) -> Practice:
        from reviewer_app.services.practice import Practice
        from reviewer_app.services.standing import standing_rubric

        def rubric() -> Rubric | None:
            with self._store.read() as connection:
                return standing_rubric(connection)

        return Practice(self._preparing, rubric, self.desk.criteria_order, self._clock)

    @cached_property
    def signing(self) -> Signing:
        from reviewer_app.services.signing import Signing

        return Signing(self._store, self._signer)


class _Deliberating(_Reviewing):
    """What the people of a panel say of a case once there are scores."""

    @cached_property
    def discussion(self) -> Discussion:
        from reviewer_app.services.panel.discussion import Discussion

        return Discussion(self._store, self._signer, self._clock)

    @cached_property
    def expert_requests(self) -> ExpertRequests:
        from reviewer_app.services.panel.expert_requests import ExpertRequests

        return ExpertRequests(self._store, self._signer, self._clock)

    @cached_property
    def citations(self) -> Citations:
        from reviewer_app.services.panel.citations import Citations

        return Citations(self._store, self._signer, self._clock)

    @cached_property
    def decisions(self) -> Decisions:
        from reviewer_app.services.panel.decisions import Decisions

        return Decisions(self._store)

    @cached_property
    def head_lists(self) -> HeadLists:
        from reviewer_app.services.panel.head_lists import HeadLists

        return HeadLists(self._store, self._signer, self._clock)

    @cached_property
    def issuing(self) -> Issuing:
        from reviewer_app.services.panel.issuing import Issuing

        return Issuing(self._store, self._signer)


class Services(_Deliberating):
    """What a person can do once the profile is open.

    The list of cases needs the desk alone. All else is imported inside its own property, for the
    list is there in half the time then; nothing is opened, asked or computed by that.
    """

    @cached_property
    def handin(self) -> HandIn:
        from reviewer_app.services.handin import HandIn

        return HandIn(self._store, self._network, self._clock)

    @cached_property
    def notices(self) -> Notices:
        from reviewer_app.services.notices import Notices

        return Notices(self._store, self._clock)

    @cached_property
    def asking(self) -> Asking:
        from reviewer_app.services.asking import Asking

        return Asking(self._store, self._signer)

    @cached_property
    def corrections(self) -> Corrections:
        from reviewer_app.services.corrections import Corrections

        return Corrections(self._store)

    @cached_property
    def handover(self) -> HandOver:
        from reviewer_app.services.handover import HandOver
        from reviewer_app.sync.file_intake import FileIntake

        intake = FileIntake(self._store, self.keys, self._preparing, self._clock)
        return HandOver(self._store, intake, self._clock)

    @cached_property
    def evidence(self) -> Evidence:
        from reviewer_app.services.evidence import Evidence

        return Evidence(self._store, self._clock)

    @cached_property
    def disputes(self) -> Disputes:
        from reviewer_app.services.defending.dispute import Disputes

        return Disputes(self._store, self.panel, self.defence.dossier, self._clock)

    @cached_property
    def defence(self) -> Defence:
        from reviewer_app.services.defending.defence import Defence

        return Defence(self._store, self.panel, self._clock)

    @cached_property
    def panel(self) -> PanelRoom:
        from reviewer_app.services.panel.room import PanelRoom

        return PanelRoom(self._store, self._signer, self._network, self._preparing, self._clock)

    @cached_property
    def secretariat(self) -> Secretariat:
        from reviewer_app.services.secretariat import Secretariat

        return Secretariat(self._store, self._signer, self._network, self.panel, self._clock)

    @cached_property
    def at_rest(self) -> AtRest:
        from reviewer_app.services.at_rest import AtRest

        return AtRest(self._store, self.keys, lambda: self._signer, self._clock, self._randomness)


def warm(services: Services) -> None:
    """Make what a case is opened and scored with, before one is. From any thread."""
    from review_protocol.documents.case import Case

    Case.model_rebuild()
    services.tables.renew()
    _ = services.open_cases, services.scoring, services.signing
