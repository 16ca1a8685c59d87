"""A report for programs: everything in it, in both languages, exact and in one order of keys."""

import json
from decimal import Decimal

from reviewer_app.reports.cells import number_text
from reviewer_app.reports.outline import BarFigure, Cell, Paragraph, Report, ReportColumn, Table
from reviewer_app.reports.text import Bilingual

FORMAT = "practice-review-report/1"
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def draw_json(report: Report) -> bytes:
    """UTF-8, keys sorted, one line end at the end.

    Figures with decimals are strings rounded to their column's places; texts are as they were
    given, control characters escaped. Lone surrogates, which UTF-8 cannot hold, are escaped too.
    """
    facts = report.provenance
    tree: Json = {
        "format": FORMAT,
        "title": _text(report.title),
        "subtitle": _text(report.subtitle),
        "provenance": {
            "programme": _text(facts.programme),
            "rubric_hash": facts.rubric_hash,
            "log_origin": facts.log_origin,
            "log_size": facts.log_size,
            "log_root": facts.log_root,
            "packets": facts.packets,
            "made_at": f"{facts.made_at_utc:%Y-%m-%dT%H:%M:%SZ}",
            "zone": facts.zone.key,
            "illustrative": facts.sample,
            "official": facts.official,
        },
        "head": [
            {"label": _text(line.label), "value": _any_text(line.value)} for line in report.head
        ],
        "sections": [
            {
                "heading": _text(section.heading),
                "level": section.level,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in report.sections
        ],
    }
    written = json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return written.encode("utf-8", errors="backslashreplace")


def _block(block: Paragraph | Table | BarFigure) -> Json:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "style": block.style, "text": _any_text(block.text)}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "key": block.key,
            "title": _text(block.title),
            "columns": [_column(column) for column in block.columns],
            "rows": [
                {
                    column.key: _cell(cell, column)
                    for column, cell in zip(block.columns, row, strict=True)
                }
                for row in block.rows
            ],
        }
    return {
        "kind": "bars",
        "key": block.key,
        "title": _text(block.title),
        "parts": [_text(part) for part in block.parts],
        "bars": [{"label": _any_text(bar.label), "counts": list(bar.counts)} for bar in block.bars],
    }


def _column(column: ReportColumn) -> Json:
    return {
        "key": column.key,
        "kind": column.kind,
        "title": _text(column.title),
        "group": None if column.group is None else _text(column.group),
    }


def _cell(cell: Cell, column: ReportColumn) -> Json:
    if isinstance(cell, Decimal):
        return number_text(cell, column)
    return _any_text(cell) if isinstance(cell, Bilingual) else cell


def _text(text: Bilingual) -> Json:
    return {"zh": text.zh, "en": text.en}


def _any_text(text: Bilingual | str) -> Json:
    return _text(text) if isinstance(text, Bilingual) else text
