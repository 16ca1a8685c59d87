"""One example of each document that the OpenAPI description shows."""

from __future__ import annotations

from pydantic import BaseModel

from central_server.http.examples_of_matters import matters_fields
from review_protocol.documents.answers import (
    Arrived,
    BatchAnswer,
    CaseProgress,
    Declined,
    DeliveryAnswer,
    DeviceRow,
    DeviceStanding,
    Hello,
    Invited,
    LogView,
    PacketsAnswer,
    PanelAssignment,
    ProgressAnswer,
    Refusal,
    RefusalCode,
    Rejected,
    StateAnswer,
)
from review_protocol.documents.base import Document
from review_protocol.documents.dossier import (
    CountryTie,
    DecidedElsewhere,
    Decider,
    DossierAnswer,
    DossierStateAnswer,
    PanelDeclaration,
    Withheld,
    WithheldCase,
)
from review_protocol.documents.draws import Draw, DrawsAnswer
from review_protocol.documents.entries import EntriesAnswer, packed_entries
from review_protocol.documents.leaf import ActLeaf, Disposition
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.notice import NoticesAnswer
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Round, RoundState
from review_protocol.documents.words import ConflictAnswer, Recommendation
from review_protocol.exchange import (
    DeclinePost,
    Delivery,
    EnrolmentPost,
    InvitationPost,
)
from review_protocol.returning import (
    CertificatePost,
    PastReceipts,
    PastReceiptsTaken,
    Readmitted,
    Returned,
)
from review_protocol.sealed_enrolment import Certified, SealedPost, SealedReply

_TIME = "2026-07-21T06:30:00Z"
_HASH = "3f" * 32
_NONCE = {"nonce": "5c" * 16}
_FRESH = {"request_nonce": "v1.6a5f1a28." + "5c" * 16 + "." + _HASH}
_BYTES = "eyJwYXlsb2FkIjoi4oCmIn0="
_LOG = LogView(
    checkpoint="reviews.example.org/log/1\n412\nPz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8=\n\n"
    "— reviews.example.org/log/1 …\n",
    consistency=(_HASH,),
)
_ROUND = RoundState(
    round=Round(
        number=1,
        opens="2026-07-01T00:30:00Z",
        closes="2026-07-31T15:00:00Z",
        reviews_per_case=5,
        file_grace_hours=48,
    ),
    opened="2026-07-01T00:30:00Z",
    closed=None,
)
_ENTRY = ActLeaf(type="act/1", act="open-round", subject=_HASH, received=_TIME).entry()
_RECEIPT = "c2sp.org/tlog-proof@v1\nextra …\nindex 411\n…\n"


def _to_everybody() -> tuple[BaseModel, ...]:
    arrived = Arrived(packet=_HASH, disposition=Disposition.COUNTED, receipt=_RECEIPT)
    return (
        Hello(
            **_NONCE,
            **_FRESH,
            deployment=_HASH,
            trust=_BYTES,
            root_key=_BYTES,
            time=_TIME,
            version="0.1.0",
        ),
        Refusal(**_NONCE, **_FRESH, code=RefusalCode.STALE_NONCE, detail="older than ten minutes"),
        Declined(**_NONCE),
        Invited(**_NONCE),
        DeliveryAnswer(
            **_NONCE,
            **_FRESH,
            arrived=(arrived,),
            rejected=(Rejected(position=1, reason="BadSignature"),),
        ),
        DeviceStanding(**_NONCE, **_FRESH, awaits_words=True),
        BatchAnswer(**_NONCE, **_FRESH, manifest=_BYTES, releases=(_BYTES,)),
        NoticesAnswer(**_NONCE, **_FRESH, notices=(_BYTES,), next=3),
        EntriesAnswer(
            **_NONCE,
            **_FRESH,
            entries=packed_entries((_ENTRY,)),
            next=412,
            size=412,
            consistency=(),
        ),
    )


def _after_a_restore() -> tuple[BaseModel, ...]:
    kid = "d-abcdefghij234567"
    return (
        Returned(**_NONCE, **_FRESH, kid=kid, receipt=_RECEIPT),
        Readmitted(**_NONCE, **_FRESH, kid=kid, certificate=_BYTES, receipt=_RECEIPT),
        PastReceipts(receipts=(_RECEIPT,), trusts=()),
        PastReceiptsTaken(**_NONCE, **_FRESH, believed=1),
    )


def _by_role() -> tuple[BaseModel, ...]:
    laptop = DeviceRow(kid="d-abcdefghij234567", name="laptop", issued=_TIME)
    asked = PanelAssignment(case="WIC-2026-001", pseudonym=7, declared="none")
    case = CaseProgress(case="WIC-2026-001", assigned=5, conflicts=0, recused=0, received=3, held=1)
    return (
        StateAnswer(
            **_NONCE,
            **_FRESH,
            time=_TIME,
            log=_LOG,
            round=_ROUND,
            manifest=_HASH,
            devices=(laptop,),
            changes=(),
        ),
        PacketsAnswer(
            **_NONCE,
            **_FRESH,
            packets=(),
            experts=(),
            assignments=(asked,),
            scope=_HASH,
            next_leaf=412,
            log=_LOG,
        ),
        ProgressAnswer(
            **_NONCE,
            **_FRESH,
            time=_TIME,
            round=_ROUND,
            people=(),
            cases=(case,),
            packets=31,
            log=_LOG,
        ),
    )


def _of_panels() -> tuple[BaseModel, ...]:
    return (
        DossierAnswer(
            **_NONCE,
            **_FRESH,
            deputy=False,
            decides=(),
            withheld=(
                WithheldCase(
                    round=1,
                    case="WIC-2026-001",
                    why=Withheld.CONFLICT,
                    decided_by=Decider.CHAIRS_DEPUTY,
                ),
            ),
            declarations=(
                PanelDeclaration(
                    case="WIC-2026-002",
                    role=Role.REVIEWER,
                    deputy=False,
                    pseudonym=7,
                    answer=ConflictAnswer.DISCLOSED,
                ),
            ),
            ties=(
                CountryTie(
                    round=1, case="WIC-2026-002", pseudonym=7, applicant=False, involved=True
                ),
            ),
            places=(DecidedElsewhere(outcome=Recommendation.CASEBOOK, decision=_HASH),),
            undecided=1,
            deputies=("d-abcdefghij234567",),
            leaves=(_RECEIPT,),
            scope=_HASH,
            next_leaf=412,
            log=_LOG,
        ),
        DossierStateAnswer(**_NONCE, **_FRESH, tables=_HASH, scope=_HASH, leaves_to=398, log=_LOG),
    )


def _of_assignments() -> tuple[BaseModel, ...]:
    return (
        DrawsAnswer(
            **_NONCE,
            **_FRESH,
            draws=(
                Draw(
                    round=1,
                    made=_TIME,
                    reviews_per_case=5,
                    case=None,
                    seed=_HASH,
                    record=_HASH,
                    receipt=_RECEIPT,
                ),
            ),
        ),
    )


def _posts() -> tuple[BaseModel, ...]:
    return (
        EnrolmentPost(request=_BYTES, mac=_HASH),
        Certified(answer=_BYTES, mac=_HASH, awaits_words=True),
        SealedPost(invitation="0123456789abcdef", nonce="5c" * 16, sealed=_BYTES),
        SealedReply(sealed=_BYTES),
        DeclinePost(invitation="0123456789abcdef", nonce="5c" * 16, reason="No time", mac=_HASH),
        InvitationPost(invitation="0123456789abcdef", nonce="5c" * 16, mac=_HASH),
        CertificatePost(
            nonce="5c" * 16, certificate=_BYTES, receipt=_RECEIPT, device_name="laptop"
        ),
        Delivery(packets=(_BYTES,)),
    )


def examples() -> dict[str, dict[str, object]]:
    """The examples by the name of their model; documents with their kind."""
    found: dict[str, dict[str, object]] = {}
    for each in (
        *_to_everybody(),
        *_after_a_restore(),
        *_by_role(),
        *_of_panels(),
        *_of_assignments(),
        MattersAnswer(**_NONCE, **_FRESH, time=_TIME, **matters_fields(_TIME, _HASH)),
        *_posts(),
    ):
        kind = {"kind": each.kind} if isinstance(each, Document) else {}
        found[type(each).__name__] = {**kind, **each.model_dump(mode="json")}
    return found
