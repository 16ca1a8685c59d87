"""The PDF holds what the outline says, findable, marked, and the same bytes each time."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader

from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.outline import Bar, BarFigure, Paragraph, Section
from reviewer_app.reports.pdf import draw_pdf
from reviewer_app.reports.provenance import HeadLine
from reviewer_app.reports.score_report import score_report
from reviewer_app.reports.text import Bilingual
from tests.unit.reports.builders import a_provenance, a_report, a_table, some_rows


def texts(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def joined(content: bytes) -> str:
    """All text with its white space taken out, for lines break anywhere in Chinese."""
    return unbroken(texts(content))


def unbroken(pages: list[str]) -> str:
    return "".join("".join(pages).split())


@pytest.fixture(scope="module")
def whole(fonts: FontFiles) -> bytes:
    return draw_pdf(score_report(some_rows()), "both", fonts)


@pytest.fixture(scope="module")
def whole_pages(whole: bytes) -> list[str]:
    return texts(whole)


def test_chinese_and_english_phrases_are_found_exactly(whole_pages: list[str]):
    found = unbroken(whole_pages)
    assert "项目在老挝、柬埔寨等6个国家（地区）建成“星火”基站1,280座" in found
    assert "面向中亚与东南亚山区学校的低轨卫星与固定无线混合接入" in found
    assert "国际合作性" in found
    pages = " ".join(" ".join(whole_pages).split())
    assert "Round 1 of 2026" in pages
    assert "the applicant’s own; no outside source is named" in pages


def test_every_page_has_its_number_rubric_log_size_and_marks(whole_pages: list[str]):
    for number, page in enumerate(whole_pages, start=1):
        assert f"Page {number} of {len(whole_pages)}" in page
        assert "3f9a2c1b0d0d" in page
        assert "Log size 1204" in page
        assert "Not the official list" in page
        assert "Illustrative" in page


def test_an_official_report_of_a_real_programme_bears_no_mark(fonts: FontFiles):
    report = replace(a_report(a_table()), provenance=a_provenance(sample=False, official=True))
    found = joined(draw_pdf(report, "both", fonts))
    assert "非正式名单" not in found
    assert "示例" not in found


def test_a_table_header_is_repeated_on_every_page_of_the_table(fonts: FontFiles):
    rows = tuple((f"案例{number}", number, None) for number in range(200))
    cover, *pages = texts(draw_pdf(a_report(a_table(*rows)), "both", fonts))
    assert len(pages) > 3
    assert all("名称" in page and "Mean" in page for page in pages)
    assert "名称" not in cover
    assert sum(page.count("案例") for page in pages) >= 200


def test_sections_are_bookmarks_and_metadata_names_the_evidence(whole: bytes):
    reader = PdfReader(BytesIO(whole))
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert titles[:2] == ["评分报告 Score report", "案例结果 Results of the cases"]
    nested = [entry for entry in reader.outline if isinstance(entry, list)]
    assert len(nested[-1]) == 40
    assert reader.metadata is not None
    assert reader.metadata.title == "评分报告 / Score report"
    assert "1204 9c9c" in str(reader.metadata.subject)
    assert str(reader.metadata["/CreationDate"]) == "D:20260803063015Z"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_only_embedded_subsets_of_the_fonts_are_used(whole: bytes, fonts: FontFiles):
    reader = PdfReader(BytesIO(whole))
    used = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert used
    assert all("+" in name for name in used)
    assert any("NotoSansSC-Bold" in name for name in used)
    assert len(whole) < len(fonts.regular) / 2


def test_equal_reports_give_equal_bytes_in_another_process_too(fonts: FontFiles):
    report = score_report(some_rows(cases=3, experts=4))
    first = draw_pdf(report, "both", fonts)
    assert draw_pdf(report, "both", fonts) == first
    later = replace(report.provenance, made_at=report.provenance.made_at.replace(minute=31))
    assert draw_pdf(replace(report, provenance=later), "both", fonts) != first
    script = (
        "import sys\n"
        "from tests.unit.reports.builders import some_rows\n"
        "from reviewer_app.reports.score_report import score_report\n"
        "from reviewer_app.reports.pdf import draw_pdf\n"
        "from reviewer_app.reports.fonts import bundled_fonts\n"
        "report = score_report(some_rows(cases=3, experts=4))\n"
        "sys.stdout.buffer.write(draw_pdf(report, 'both', bundled_fonts()))\n"
    )
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert other.stdout == first


def test_markup_is_text(fonts: FontFiles):
    text = "<b>bold</b> &amp; <img src='file:///x'/> %s {0}"
    pages = texts(draw_pdf(a_report(a_table((text, 1, None))), "both", fonts))
    assert "<b>bold</b>&amp;<img" in "".join("".join(pages).split())


def test_missing_characters_are_boxes_with_a_note_and_controls_are_written_out(fonts: FontFiles):
    title = "Green 🌍 مرحبا \u202etxt.exe\u0007"
    found = joined(draw_pdf(a_report(a_table((title, 1, None))), "both", fonts))
    assert "Green□" + "□" * 5 + "[U+202E]txt.exe[U+0007]" in found
    assert "U+1F30D" in found
    assert "U+0645" in found


def test_bars_show_their_counts_and_a_legend_on_each_page(fonts: FontFiles):
    bars = tuple(Bar(f"案例{number:03d}", (number, 0, 7)) for number in range(60))
    parts = tuple(Bilingual(f"档{each}", f"band {each}") for each in "甲乙丙")
    figure = BarFigure("bands", Bilingual("分布", "Bands"), parts, bars)
    report = replace(a_report(), sections=(Section(figure.title, (figure,)),))
    _, *pages = texts(draw_pdf(report, "both", fonts))
    assert len(pages) > 1
    assert all("档丙 band 丙" in page for page in pages)
    assert [f"n = {number + 7}" in "".join(pages) for number in range(60)] == [True] * 60


def test_a_report_without_missing_characters_has_no_note(whole_pages: list[str]):
    assert "本报告字体缺少" not in unbroken(whole_pages)


@pytest.mark.parametrize("style", ["body", "label", "quote", "note"])
def test_a_paragraph_longer_than_a_page_goes_on_on_the_next(fonts: FontFiles, style):
    text = "\n".join(f"第{number:04d}行：网络空间命运共同体。" for number in range(300))
    report = replace(
        a_report(),
        sections=(Section(Bilingual("文", "Text"), (Paragraph(text, style),)),),
    )
    found = joined(draw_pdf(report, "zh", fonts))
    assert [f"第{number:04d}行" in found for number in range(300)] == [True] * 300


def test_a_cell_longer_than_a_page_is_continued(fonts: FontFiles):
    text = "".join(f"〔{number:04d}〕实践案例说明文字" for number in range(900))
    found = joined(draw_pdf(a_report(a_table((text, -3, None))), "zh", fonts))
    missing = [number for number in range(900) if f"{number:04d}" not in found]
    assert missing == []


def test_a_title_of_any_length_neither_fails_nor_hides_the_marks(fonts: FontFiles):
    long = Bilingual("长" * 900, "long " * 400)
    report = replace(a_report(a_table(("一", 1, None))), title=long, subtitle=long)
    pages = texts(draw_pdf(report, "both", fonts))
    assert all("Not the official list" in page for page in pages)


def test_a_fact_of_any_length_is_whole(fonts: FontFiles):
    value = "".join(f"〔{number:04d}〕统计口径说明" for number in range(800))
    fact = HeadLine(Bilingual("说明", "Remark"), value)
    found = joined(draw_pdf(replace(a_report(), more_head=(fact,)), "both", fonts))
    assert [number for number in range(800) if f"〔{number:04d}〕" not in found] == []


@pytest.mark.parametrize("seed", range(5))
def test_any_characters_anywhere_make_a_file_that_opens(fonts: FontFiles, seed: int):
    chance = Random(seed)

    def junk(length: int) -> str:
        kinds = ((0x20, 0x7E), (0x4E00, 0x9FFF), (0, 0x10FFFF), (0x2000, 0x206F), (0xD800, 0xDFFF))
        return "".join(chr(chance.randint(*chance.choice(kinds))) for _ in range(length))

    both = Bilingual(junk(20), junk(20))
    report = a_report(a_table(*((junk(80), 1, None) for _ in range(10))))
    section = Section(both, (Paragraph(junk(300)),), level=2)
    report = replace(report, title=both, subtitle=both, sections=(*report.sections, section))
    assert len(texts(draw_pdf(report, "both", fonts))) >= 2


def test_one_language_leaves_the_other_out(fonts: FontFiles):
    report = score_report(some_rows(cases=2, experts=2, comments=0))
    english = joined(draw_pdf(report, "en", fonts))
    assert "Resultsofthecases" in english
    assert "案例结果" not in english
    chinese = joined(draw_pdf(report, "zh", fonts))
    assert "案例结果" in chinese
    assert "Resultsofthecases" not in chinese
