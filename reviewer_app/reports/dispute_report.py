"""The outline of a dispute dossier: how a case was decided, from which scores, and the proofs."""

from collections.abc import Iterator

from reviewer_app.reports.defence_rows import CaseDefence, ExpertScore
from reviewer_app.reports.defence_words import seat_name
from reviewer_app.reports.dispute_opinions import opinions_section
from reviewer_app.reports.dispute_place import place_section
from reviewer_app.reports.dispute_rows import DisputeRows
from reviewer_app.reports.dispute_tables import (
    ASKED,
    DRAWS,
    PROOFS,
    SCORES,
    asked_table,
    decisions_table,
    draws_table,
    proofs_table,
    scores_table,
)
from reviewer_app.reports.outline import Block, Paragraph, Report, Section
from reviewer_app.reports.provenance import HeadLine
from reviewer_app.reports.rules_words import rules_sentences
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import recommendation_name, yes_or_no


def dispute_report(rows: DisputeRows) -> Report:
    """Everything that bears on a case's place and on the decision; experts by pseudonym, those who
    decided by their role, and nobody by name."""
    found = rows.defence
    return Report(
        title=Bilingual("异议卷宗", "Dispute dossier"),
        subtitle=Bilingual(
            f"{found.case.number}  {found.case.title.zh or found.case.title.en}",
            f"{found.case.number}  {found.case.title.en or found.case.title.zh}",
        ),
        provenance=found.provenance,
        sections=(
            _decisions(rows),
            place_section(rows),
            opinions_section(rows),
            _scores(rows),
            _asked(found),
            _draws(rows),
            _rules(found),
            _proofs(rows),
        ),
        more_head=tuple(_about(rows)),
    )


def _about(rows: DisputeRows) -> Iterator[HeadLine]:
    case = rows.defence.case
    yield HeadLine(Bilingual("申报领域", "Area"), case.area)
    yield HeadLine(Bilingual("申报单位", "Applicant"), case.applicant)
    yield HeadLine(
        Bilingual("案例涉及国家（地区）", "Countries (regions) involved"),
        Bilingual(
            f"{case.number_of_countries}：{case.countries.zh or case.countries.en}",
            f"{case.number_of_countries}: {case.countries.en or case.countries.zh}",
        ),
    )
    yield HeadLine(Bilingual("联合申报", "Joint application"), yes_or_no(case.joint) or same(""))
    yield HeadLine(Bilingual("轮次", "Rounds"), rows.defence.round_name)
    if rows.text:
        yield HeadLine(Bilingual("案例正文哈希值", "Hash of the case’s text"), rows.text)
    yield HeadLine(Bilingual("根密钥指纹", "Fingerprint of the root key"), rows.root)


def _decisions(rows: DisputeRows) -> Section:
    heading = Bilingual("决定与经过", "The decision, and what led to it")
    standing = next((each for each in reversed(rows.decisions) if each.stands), None)
    if standing is None:
        none = Bilingual("尚无计入的决定。", "There is no decision that counts.")
        first: tuple[Block, ...] = (Paragraph(none),)
    else:
        outcome = recommendation_name(standing.outcome)
        reason = standing.reason.strip()
        who = seat_name(standing.who)
        told = Bilingual(
            f"现行决定：{outcome.zh}（{who.zh}作出）",
            f"The decision that stands: {outcome.en} ({who.en})",
        )
        first = (
            Paragraph(told, "label"),
            *((Paragraph(reason, "quote"),) if reason else ()),
        )
    if not rows.decisions:
        return Section(heading, first)
    note = Bilingual(
        "决定不可撤销，只能由后来的决定取代；作出决定的人以身份列示，不具姓名。理由照原文。",
        "Nothing is undone: a later decision takes the place of the one before. Who decided is "
        "told by role, not by name. Reasons are as they were written.",
    )
    return Section(heading, (*first, Paragraph(note, "note"), decisions_table(rows)))


def _scores(rows: DisputeRows) -> Section:
    counting = sum(each.state == "counts" for each in rows.signed)
    others = len(rows.signed) - counting
    told = Bilingual(
        f"计入{counting}份，不计入{others}份；按日志次序，一份不漏地列出本文件夹中的全部评分与修改。"
        "专家以代号列示。",
        f"{counting} count and {others} do not. Every score and amendment of this folder, in the "
        "order of the log; experts are pseudonyms.",
    )
    missing = [each for each in rows.defence.scores if _is_no_score(each)]
    unproved = Bilingual(
        f"另有{rows.left_out}个签署件未能核验，未收入本文件夹，也不计入任何数字。",
        f"{rows.left_out} packets could not be verified: they are no part of this folder, and "
        "count nowhere.",
    )
    return Section(
        SCORES,
        (
            Paragraph(told, "note"),
            scores_table(rows),
            *((Paragraph(_without_score(missing), "note"),) if missing else ()),
            *((Paragraph(unproved, "note"),) if rows.left_out else ()),
        ),
    )


def _is_no_score(score: ExpertScore) -> bool:
    return score.state in ("not_received", "conflict")


def _without_score(missing: list[ExpertScore]) -> Bilingual:
    named = ", ".join(f"{each.expert:02d}" for each in missing if each.expert is not None)
    return Bilingual(f"没有评分的专家：{named}。", f"Experts without a score: {named}.")


def _asked(found: CaseDefence) -> Section:
    note = Bilingual(
        "专家在打开申报材料之前，依据名称、申报单位、合作方、推荐单位与国家逐项声明。"
        "声明与国家关联由服务器告知，本文件夹不能证明；国家关联从不排除任何人。",
        "Experts declare on name, applicant, partners, recommender and countries before they open "
        "the application. Declarations and ties of country are told by the server and not proved "
        "by this folder; ties of country exclude nobody.",
    )
    return Section(
        ASKED,
        (Paragraph(note, "note"), asked_table(found)),
    )


def _draws(rows: DisputeRows) -> Section:
    if not rows.draws:
        none = Bilingual(
            "服务器没有告知本轮分配的种子。", "The server has not told the seed of the assignment."
        )
        return Section(DRAWS, (Paragraph(none),))
    note = Bilingual(
        "案例按随机次序分给负担最轻的合格专家；种子与记录在分配时载入日志。"
        "记录本身列有全部人员，保存在服务器上，可凭种子重新运行加以核对。",
        "Cases are given, in random order, to the least-loaded eligible experts; the log names the "
        "record of each run. The record itself names everybody and stays with the server, where "
        "the run can be repeated with its seed.",
    )
    return Section(DRAWS, (Paragraph(note, "note"), draws_table(rows)))


def _rules(found: CaseDefence) -> Section:
    hashed = () if found.rules is None else (Paragraph(found.rules.hash, "note"),)
    return Section(
        Bilingual("规则", "The rules"),
        (*(Paragraph(each) for each in rules_sentences(found.rules)), *hashed),
    )


def _proofs(rows: DisputeRows) -> Section:
    return Section(
        PROOFS,
        (
            Paragraph(
                Bilingual(
                    "本文件夹中的每个签署件都附有签署设备的证书与服务器日志的回执。核验方法："
                    "reviewer-app verify 文件夹，或在文件夹内运行 sh verify.sh"
                    "（只需openssl与sha256sum，无需联网）。"
                    "前者还会由签署件重新得出dispute.json所称的每个评分是否计入。",
                    "Each packet in this folder comes with the certificate of the device that "
                    "signed it and with its receipt from the server’s log. To check: reviewer-app "
                    "verify FOLDER, or in the folder sh verify.sh (needs openssl and sha256sum "
                    "alone, and no network). The former also computes again, from the packets, "
                    "which scores count, as dispute.json claims.",
                )
            ),
            Paragraph(
                Bilingual(
                    f"请将根密钥指纹与组织方公布的核对：{rows.root}",
                    f"Compare the fingerprint of the root key with the published one: {rows.root}",
                )
            ),
            Paragraph(
                Bilingual(
                    "能证明的是：所列各项确由持证设备签署，并在所列时间由日志收录。"
                    "不能证明没有其他签署件，也不能证明代号背后是谁。",
                    "This proves that what is listed was signed by certified devices and taken by "
                    "the log when it says. It does not prove that there is nothing else, nor who "
                    "is behind a pseudonym.",
                ),
                "note",
            ),
            proofs_table(rows),
        ),
    )
