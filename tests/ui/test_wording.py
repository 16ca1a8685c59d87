"""Every expected failure, term and state has its words, in both languages."""

import re
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CRITERIA, Gap, LanguageRead, Missing
from review_protocol.documents.text import Area, Bilingual, Element
from reviewer_app import errors
from reviewer_app.reports.saving import Reason
from reviewer_app.services.rows import CaseFlag, CaseState, DeliveryState
from reviewer_app.ui import states, terms
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.wording import arrival, sentence
from reviewer_app.ui.wording_enrolling import enrolling_sentence_of

SERVER, FOLDER = "reviews.example.org", Path("folder")
FAILURES: tuple[errors.Failure, ...] = (
    *(errors.NoConnection(SERVER, step) for step in errors.ConnectionStep),
    errors.UntrustedCertificate(SERVER, "self-signed"),
    *(errors.NotOurServer(SERVER, found) for found in errors.Found),
    errors.AnswerCutOff(SERVER, 10, 20),
    *(errors.ServerRefused(code, "") for code in RefusalCode),
    errors.LogSplit(7, 5),
    errors.InvitationMistyped("check", ()),
    *(errors.InvitationRefused(problem) for problem in errors.InvitationProblem),
    errors.EnrolmentForged("mac"),
    errors.UnreadableLetter(FOLDER),
    errors.ManifestRolledBack(3, 2),
    errors.AppTooOld("0.1.0", "0.2.0"),
    errors.DamagedFile("WIC-2026-001"),
    errors.UnreadableAttachment("plan.pdf"),
    errors.CaseNotOpen("WIC-2026-001"),
    errors.DiskFull(FOLDER),
    errors.FolderReadOnly(FOLDER),
    *(errors.ImpossibleFolder(FOLDER, why) for why in errors.InTheWay),
    errors.StorageFault(FOLDER, "EIO"),
    *(errors.CannotWriteReport(FOLDER, reason) for reason in (*get_args(Reason), "unheard of")),
    errors.WrongPassphrase(),
    errors.PassphraseNeeded(),
    errors.WeakPassphrase(10),
    errors.DamagedProfile(FOLDER),
    errors.ProfileInUse(FOLDER),
    errors.NewerDatabase("9", "1"),
    errors.AnswersIncomplete("WIC-2026-001", (Missing(gap=Gap.MARK, criterion="benefits"),)),
    errors.AlreadySigned("WIC-2026-001"),
    errors.NothingToSupersede("WIC-2026-001"),
    errors.RoundStillOpen(1),
    errors.NotPermitted("close-round"),
    errors.AlreadyAnswered(),
    errors.NothingDecided(),
    errors.OwnRequest(),
    *(errors.RoundNotHeld(outcome, 2) for outcome in Recommendation),
    errors.FinalListStands(),
    errors.ReasonLacking("WIC-2026-001"),
    errors.UnreadableBackup(FOLDER),
    errors.RolledBackDesk(2, 5),
    errors.DeskStillOpen(FOLDER),
    errors.NoEscrowKey(),
    *(errors.RecoveryRefused(problem) for problem in errors.RecoveryProblem),
    errors.NotAllReceipted(3),
    errors.RoundClosedHere(2),
    *(errors.UnusableFile(FOLDER, problem) for problem in errors.FileProblem),
)
HAN = re.compile("[一-鿿]")
BEFORE_ENROLMENT = (
    *get_args(errors.EnrolmentFailure),
    errors.NoConnection,
    errors.NotOurServer,
    errors.UntrustedCertificate,
    errors.AnswerCutOff,
    errors.ServerRefused,
    *(each for each in get_args(errors.DiskFailure) if each is not errors.CannotWriteReport),
)
TRANSLATION = Path(__file__).parents[2] / "translations" / "reviewer_app_zh_CN.ts"


def test_every_failure_is_among_the_examples() -> None:
    assert {type(failure) for failure in FAILURES} == set(get_args(errors.Failure))


@pytest.mark.parametrize(
    "failure", [each for each in FAILURES if isinstance(each, BEFORE_ENROLMENT)], ids=repr
)
def test_before_the_enrolment_no_work_is_promised_to_be_safe(
    failure: errors.Failure, languages: Languages
) -> None:
    languages.use("en")
    english = enrolling_sentence_of(failure).whole
    languages.use("zh_CN")
    chinese = enrolling_sentence_of(failure).whole
    assert not re.search(r"\b(work|saved|scores|sync)\b", english)
    assert HAN.search(chinese)
    assert not re.search("评分|保存|同步", chinese)
    assert "{" not in english + chinese


@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_a_failure_has_a_sentence_in_both_languages(
    failure: errors.Failure, languages: Languages
) -> None:
    languages.use("en")
    english = sentence(failure)
    languages.use("zh_CN")
    chinese = sentence(failure)
    assert english.title.endswith(".")
    assert english.body.endswith((".", ")"))
    assert HAN.search(chinese.title)
    assert HAN.search(chinese.body)
    assert not re.search(r"[{}]|%n", english.whole + chinese.whole)
    assert not re.search(r"[a-z]_[a-z]", english.whole + chinese.whole)  # a code is no word


@pytest.mark.parametrize("disposition", [each for each in Disposition if not each.counts])
def test_what_does_not_count_has_a_sentence_that_says_it_is_kept(
    disposition: Disposition, languages: Languages
) -> None:
    languages.use("en")
    english = arrival(disposition)
    languages.use("zh_CN")
    chinese = arrival(disposition)
    assert english is not None
    assert re.search(r"\bkept|keeps\b", english.body)
    assert english.title.endswith(".")
    assert chinese is not None
    assert HAN.search(chinese.title)
    assert "保存" in chinese.body


def test_what_counts_needs_no_sentence() -> None:
    assert arrival(Disposition.COUNTED) is None


def every_term() -> list[str]:
    return [
        *(terms.area(each) for each in Area),
        *(terms.element(each) for each in Element),
        *(terms.criterion(each) for each in CRITERIA),
        *(terms.criterion_letter(each) for each in CRITERIA),
        terms.mark("cannot_judge"),
        *(terms.recommendation(each) for each in Recommendation),
        *(terms.familiarity(each) for each in (1, 2, 3)),
        *(terms.language_read(each) for each in LanguageRead),
        *(terms.role(each) for each in Role),
        terms.expert(7),
        *(states.case_state(each) for each in CaseState),
        *(states.case_flag(each) for each in CaseFlag),
        *(states.conflict_answer(each) for each in ConflictAnswer),
        *(states.conflict_kind(each) for each in ConflictKind),
        *(states.delivery_state(each) for each in DeliveryState),
        *(states.disposition(each) for each in Disposition),
    ]


def test_every_term_is_in_chinese_too(languages: Languages) -> None:
    languages.use("zh_CN")
    assert [term for term in every_term() if not HAN.search(term)] == []


def test_the_official_terms(languages: Languages) -> None:
    languages.use("zh_CN")
    assert [terms.criterion(code) for code in CRITERIA] == ["理念契合度", "国际合作性", "普惠性"]
    assert [terms.criterion_letter(code) for code in CRITERIA] == ["契", "合", "惠"]
    assert [terms.element(each) for each in Element] == [
        "实施背景",
        "国际合作",
        "实施方式",
        "普惠作用",
    ]
    assert terms.own(Bilingual(zh="案例", en="Case")) == "案例"


def test_no_text_waits_for_its_translation() -> None:
    waiting = [
        message.findtext("source")
        for message in ElementTree.parse(TRANSLATION).iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]
    assert waiting == []
