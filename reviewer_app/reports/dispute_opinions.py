"""What the experts recommended and wrote, and what the panel did, as a dispute dossier tells it."""

from collections.abc import Iterator

from reviewer_app.reports.defence_rows import CaseDefence, EvidenceRow
from reviewer_app.reports.dispute_rows import DisputeRows
from reviewer_app.reports.outline import Paragraph, Section
from reviewer_app.reports.panel_words import (
    QUOTED_MOST,
    citation_sentence,
    ended,
    quoted_label,
    recommended_sentence,
    talk_sentence,
    written_by,
)
from reviewer_app.reports.text import Bilingual

OPINIONS = Bilingual("专家的建议与评语", "What the experts recommended and wrote")


def opinions_section(rows: DisputeRows) -> Section:
    """Recommendations, every comment of a review that counts, and what was quoted most."""
    found = rows.defence
    return Section(
        OPINIONS,
        (
            Paragraph(recommended_sentence(found), "label"),
            *_written(found),
            *_quoted(rows.evidence),
            *_panel_acts(found),
        ),
    )


def _written(found: CaseDefence) -> Iterator[Paragraph]:
    if not found.written:
        yield Paragraph(Bilingual("没有评语。", "There are no comments."))
        return
    order = (
        Bilingual(
            "平均分最低的标准在前，各项之中给分最低者在前。",
            "The weakest criterion first, and of each the lowest mark first.",
        )
        if found.is_rejected
        else Bilingual(
            "各项标准之中，综合分最接近平均分者在前。",
            "Of each criterion, who scored the case nearest to its mean first.",
        )
    )
    note = Bilingual(
        f"计入的评审的全部评语，照原文。{order.zh}",
        f"Every comment of the reviews that count, as it was written. {order.en}",
    )
    yield Paragraph(note, "note")
    told = None
    for each in found.written:
        if each.criterion != told:
            told = each.criterion
            yield Paragraph(each.criterion, "label")
        yield Paragraph(_by(written_by(each), each.text), "quote")


def _quoted(evidence: tuple[EvidenceRow, ...]) -> Iterator[Paragraph]:
    if not evidence:
        return
    yield Paragraph(QUOTED_MOST, "label")
    for each in evidence:
        yield Paragraph(_by(quoted_label(each), each.text), "quote")


def _panel_acts(found: CaseDefence) -> Iterator[Paragraph]:
    """Beside scoring; a citation's words only once they are agreed: they are meant for print."""
    yield Paragraph(Bilingual("评审组", "The panel"), "label")
    yield Paragraph(ended(talk_sentence(found.talk)))
    yield Paragraph(ended(citation_sentence(found.citation)))
    citation = found.citation
    if citation is not None and citation.agreed:
        yield Paragraph(citation.text, "quote")
    yield Paragraph(
        Bilingual(
            "讨论的内容与评语的签署件留在评审组，不在本文件夹中；以上两句由制作本卷宗的电脑得出。",
            "What was said, and the packets of the citation, stay with the panel and are not in "
            "this folder: these two sentences are the word of the computer that wrote it.",
        ),
        "note",
    )


def _by(who: Bilingual, text: str) -> Bilingual:
    return Bilingual(f"{who.zh}：{text}", f"{who.en}: {text}")
