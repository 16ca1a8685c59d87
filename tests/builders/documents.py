"""Documents with valid defaults: programme, rubric, cases, answers and signed packets."""

import hashlib
from dataclasses import dataclass, field

from review_protocol.canonical import canonical, to_base64
from review_protocol.documents.acts import (
    ConfirmationPacket,
    ErasurePacket,
    QuestionPacket,
    ResolutionPacket,
    RotationPacket,
)
from review_protocol.documents.batch import Manifest
from review_protocol.documents.case import (
    Attachment,
    Case,
    CaseHeaders,
    Countries,
    Elements,
    ElementText,
    Section,
)
from review_protocol.documents.file_quotes import Box, FileQuote
from review_protocol.documents.packet import (
    AcceptancePacket,
    ChainHeader,
    ConflictAnswer,
    ConflictKind,
    DecisionPacket,
    Declaration,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    RecusalReason,
    RoundAct,
    RoundPacket,
    WithdrawalPacket,
    amendment_form,
    score_form,
)
from review_protocol.documents.programme import (
    Band,
    Criterion,
    FamiliarityOption,
    Panel,
    Programme,
    Recommendation,
    RecommendationOption,
    Round,
    Rubric,
    Secretariat,
)
from review_protocol.documents.score import (
    CRITERIA,
    Answers,
    CriterionAnswer,
    CriterionCode,
    LanguageRead,
)
from review_protocol.documents.stated_facts import Fact, FactsPacket, StatedFact, Verdict
from review_protocol.documents.text import Area, Bilingual, Language, Organisation
from review_protocol.envelope import Envelope
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import sealed
from review_protocol.rotation import rotation_proof

NOW = "2026-07-10T08:00:00Z"
OPENS = "2026-01-01T00:00:00Z"
CLOSES = "2090-07-31T15:00:00Z"
PDF = b"%PDF-1.4\n%%EOF\n"


def both(zh: str, en: str) -> Bilingual:
    return Bilingual(zh=zh, en=en)


def a_programme(**changed: object) -> Programme:
    fields: dict[str, object] = {
        "name": both("实践案例", "Practice Cases"),
        "organiser": both("主办方", "Organiser"),
        "year": 2026,
        "illustrative": True,
        "secretariat": Secretariat(
            name=both("秘书处", "Secretariat"), email="office@example.org", telephone=None
        ),
        "zone": "Asia/Shanghai",
        "panels": (
            Panel(
                code="panel-a",
                name=both("第一组", "Panel A"),
                areas=(Area.INFRASTRUCTURE, Area.CULTURE, Area.ECONOMY),
            ),
            Panel(
                code="panel-b",
                name=both("第二组", "Panel B"),
                areas=(Area.SECURITY, Area.GOVERNANCE),
            ),
        ),
        "undertaking": both("本人承诺保密。", "I keep all of it confidential."),
    }
    return Programme.model_validate(fields | changed)


def a_rubric(**changed: object) -> Rubric:
    bands = tuple(
        Band(low=low, high=high, anchor=both(f"{low}–{high} 分", f"{low} to {high}"))
        for low, high in ((1, 2), (3, 5), (6, 8), (9, 10))
    )
    fields: dict[str, object] = {
        "sample": True,
        "lowest": 1,
        "highest": 10,
        "criteria": tuple(
            Criterion(
                code=code,
                name=both(code, code),
                description=both("说明", "description"),
                weight=1,
                bands=bands,
            )
            for code in CRITERIA
        ),
        "recommendations": tuple(
            RecommendationOption(code=code, name=both(code, code)) for code in Recommendation
        ),
        "familiarities": tuple(
            FamiliarityOption(level=level, name=both(str(level), str(level))) for level in (1, 2, 3)
        ),
    }
    return Rubric.model_validate(fields | changed)


def a_round(number: int = 1, *, opens: str = OPENS, closes: str = CLOSES) -> Round:
    return Round(number=number, opens=opens, closes=closes, reviews_per_case=3, file_grace_hours=48)


def an_organisation(name: str = "云岭", country: str = "CN") -> Organisation:
    return Organisation(name=both(f"{name}公司", f"{name} Ltd"), country=country)


def some_headers(number: str = "WIC-2026-001", **changed: object) -> CaseHeaders:
    fields: dict[str, object] = {
        "number": number,
        "version": 1,
        "name": both(f"案例 {number}", f"Case {number}"),
        "area": Area.INFRASTRUCTURE,
        "applicant": an_organisation(),
        "partners": (an_organisation("Kibo", "KE"),),
        "recommender": None,
        "countries": Countries(zh=("中国", "肯尼亚"), en=("China", "Kenya"), codes=("CN", "KE")),
        "illustrative": True,
    }
    return CaseHeaders.model_validate(fields | changed)


def an_element(zh: str, en: str) -> ElementText:
    return ElementText(
        zh=(Section(heading="概述", paragraphs=(zh,)),),
        en=(Section(heading="Overview", paragraphs=(en,)),),
    )


def a_case(
    number: str = "WIC-2026-001",
    *,
    attachments: tuple[Attachment, ...] = (),
    headers: CaseHeaders | None = None,
    **changed: object,
) -> Case:
    fields: dict[str, object] = {
        "headers": headers or some_headers(number),
        "original": Language.ZH,
        "elements": Elements(
            background=an_element("山区缺少宽带。", "The mountains lack broadband."),
            international_cooperation=an_element("两国共建。", "Two countries build it together."),
            modalities=an_element("建成基站12座。", "12 base stations were built."),
            benefits=an_element("惠及1.2万人。", "It reaches 12,000 people."),
        ),
        "secretariat_translations": (),
        "entered_before": None,
        "attachments": attachments,
    }
    return Case.model_validate(fields | changed)


def an_attachment(content: bytes = PDF, file: str = "plan.pdf") -> Attachment:
    return Attachment(
        file=file,
        title=both("方案", "Plan"),
        language=Language.ZH,
        media_type="application/pdf",
        sha256=hashlib.sha256(content).hexdigest(),
        length=len(content),
    )


def some_answers(mark: int = 7, **changed: object) -> Answers:
    fields: dict[str, object] = {
        "criteria": tuple(
            CriterionAnswer(criterion=criterion, mark=mark, comment="论据充分。")
            for criterion in CRITERIA
        ),
        "recommendation": Recommendation.CASEBOOK,
        "familiarity": 2,
        "comment": "",
    }
    return Answers.model_validate(fields | changed)


def a_file_quote(criterion: CriterionCode = "benefits", content: bytes = PDF) -> FileQuote:
    """Two lines on the second page of `plan.pdf`."""
    return FileQuote(
        criterion=criterion,
        sha256=hashlib.sha256(content).hexdigest(),
        file="plan.pdf",
        page=2,
        boxes=(
            Box(left=72_000, top=90_000, right=520_250, bottom=102_500),
            Box(left=72_000, top=104_000, right=130_000, bottom=116_500),
        ),
        exact="累计服务3.5亿人次",
        before="截至去年底",
        after="。",
    )


@dataclass
class Chain:
    """A device's chain: signs packets one after another, as a desk does."""

    key: SigningKey
    deployment: str
    chain: str = ""
    seq: int = 0
    prev: str | None = None
    signed: list[Envelope] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chain = self.chain or hashlib.sha256(self.key.key_id.encode()).hexdigest()[:32]

    def sign(self, model: type[Packet], **fields: object) -> Envelope:
        """The next packet of the chain."""
        self.seq += 1
        header = ChainHeader(
            deployment=self.deployment,
            kid=self.key.key_id,
            chain=self.chain,
            seq=self.seq,
            prev=self.prev,
        )
        nonce = hashlib.sha256(f"{self.chain}/{self.seq}".encode()).hexdigest()[:32]
        common = {"header": header, "nonce": nonce, "checkpoint": None, "claimed": NOW}
        envelope = sealed(model.model_validate(common | fields), self.key)
        self.prev = envelope.document_id
        self.signed.append(envelope)
        return envelope

    def accept(self, programme: Programme, **changed: object) -> Envelope:
        fields: dict[str, object] = {
            "programme": programme.id,
            "undertaking": hashlib.sha256(
                canonical(programme.undertaking.model_dump(mode="json"))
            ).hexdigest(),
            "name": both("李明", "Li Ming"),
            "organisations": ("Example University",),
            "reads": (Language.ZH, Language.EN),
            "expertise": "Networks",
        }
        return self.sign(AcceptancePacket, **fields | changed)

    def declare(
        self,
        manifest: Manifest,
        manifest_id: str,
        *,
        conflicts: tuple[str, ...] = (),
        only: tuple[str, ...] | None = None,
    ) -> Envelope:
        """Declare on all cases of a manifest, or on some, with a conflict on a few."""
        return self.sign(
            DeclarationPacket,
            round=manifest.round.number,
            manifest=manifest_id,
            declarations=tuple(
                a_declaration(case.number, case.headers, conflict=case.number in conflicts)
                for case in manifest.cases
                if only is None or case.number in only
            ),
        )

    def score(
        self,
        case: Case,
        rubric: Rubric,
        mark: int = 7,
        *,
        answers: Answers | None = None,
        **changed: object,
    ) -> Envelope:
        answers = answers or some_answers(mark)
        return self.sign(score_form(answers), **_scored(case, rubric, answers) | changed)

    def amend(
        self,
        case: Case,
        rubric: Rubric,
        supersedes: str,
        mark: int = 8,
        *,
        answers: Answers | None = None,
        **changed: object,
    ) -> Envelope:
        answers = answers or some_answers(mark)
        fields = _scored(case, rubric, answers, supersedes=supersedes, reason="Read again")
        return self.sign(amendment_form(answers), **fields | changed)

    def withdraw(self, case: Case, rubric: Rubric, supersedes: str, **changed: object) -> Envelope:
        fields = _on(case, rubric) | {"supersedes": supersedes, "reason": "A mistake"}
        return self.sign(WithdrawalPacket, **fields | changed)

    def recuse(self, case: Case, rubric: Rubric, **changed: object) -> Envelope:
        fields = _on(case, rubric) | {
            "reason": RecusalReason.CONFLICT,
            "conflict": ConflictKind.COLLABORATION,
            "comment": "",
            "supersedes": None,
        }
        return self.sign(RecusalPacket, **fields | changed)

    def decide(self, case: Case, rubric: Rubric, panel: str, **changed: object) -> Envelope:
        fields = _on(case, rubric) | {
            "panel": panel,
            "outcome": Recommendation.CASEBOOK,
            "based_on": (),
            "reason": "Agreed",
            "supersedes": None,
        }
        return self.sign(DecisionPacket, **fields | changed)

    def close_round(self, number: int = 1, act: RoundAct = RoundAct.CLOSE) -> Envelope:
        return self.sign(RoundPacket, round=number, act=act, reason="All has arrived")

    def resolve(
        self, case: Case, rubric: Rubric, stands: str, *over: str, **changed: object
    ) -> Envelope:
        fields = _on(case, rubric) | {"stands": stands, "over": over, "reason": "The later one"}
        return self.sign(ResolutionPacket, **fields | changed)

    def confirm(self, *packets: str, denied: tuple[str, ...] = ()) -> Envelope:
        return self.sign(ConfirmationPacket, packets=packets, denied=denied)

    def rotate(self, key: SigningKey, exchange: ExchangeKey, /, **changed: object) -> Envelope:
        """To these new keys, with the new signing key's proof."""
        fields: dict[str, object] = {
            "kid": key.key_id,
            "signing_key": to_base64(key.public.raw),
            "exchange_key": to_base64(exchange.public.raw),
            "proof": rotation_proof(key, deployment=self.deployment, old_kid=self.key.key_id),
            "device_name": "Desk in Nairobi",
        }
        return self.sign(RotationPacket, **fields | changed)

    def erase(self, manifest: str, cases: int = 12, number: int = 1) -> Envelope:
        return self.sign(ErasurePacket, round=number, manifest=manifest, cases=cases)

    def state_facts(self, case: Case, rubric: Rubric, *facts: StatedFact) -> Envelope:
        return self.sign(FactsPacket, **_on(case, rubric), facts=facts)

    def ask(self, text: str, *, case: str | None = None, number: int = 1) -> Envelope:
        return self.sign(QuestionPacket, round=number, case=case, text=text)


def a_fact(fact: Fact, disputed: str = "") -> StatedFact:
    verdict = Verdict.DISPUTED if disputed else Verdict.CONFIRMED
    return StatedFact(fact=fact, verdict=verdict, comment=disputed)


def a_declaration(number: str, headers: str, *, conflict: bool = False) -> Declaration:
    return Declaration(
        case=number,
        headers=headers,
        answer=ConflictAnswer.CONFLICT if conflict else ConflictAnswer.NONE,
        conflict=ConflictKind.EMPLOYMENT if conflict else None,
        comment="",
    )


def _on(case: Case, rubric: Rubric) -> dict[str, object]:
    return {
        "round": 1,
        "manifest": "0" * 64,
        "case": case.number,
        "case_hash": case.id,
        "rubric": rubric.id,
    }


def _scored(case: Case, rubric: Rubric, answers: Answers, **more: str) -> dict[str, object]:
    return _on(case, rubric) | {"answers": answers, "language_read": LanguageRead.BOTH} | more
