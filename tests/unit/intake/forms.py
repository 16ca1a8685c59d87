"""An import on disk with valid defaults, to be spoilt field by field."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from central_server.intake.reading import Reading, read_import
from central_server.intake.sources import open_source

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def text(zh: str | None = "中文", en: str | None = "English") -> dict[str, str | None]:
    return {"zh": zh, "en": en}


PROGRAMME: dict[str, Any] = {
    "format": "practice-programme/1",
    "name": text(),
    "organiser": text(),
    "year": 2026,
    "illustrative": True,
    "zone": "Asia/Shanghai",
    "secretariat": {"name": text(), "email": "a@example.org", "telephone": None},
    "panels": [
        {
            "code": "all",
            "name": text(),
            "areas": ["infrastructure", "culture", "economy", "security", "governance"],
        }
    ],
    "undertaking": text(),
    "rounds": [
        {
            "number": 1,
            "opens": "2026-07-01T09:00",
            "closes": "2026-07-31T18:00",
            "reviews_per_case": 2,
            "file_grace_hours": 24,
        }
    ],
}


def case(number: str = "C-1", **changes: object) -> dict[str, Any]:
    sections = {
        "zh": [{"heading": "标题", "paragraphs": ["一段。"]}],
        "en": [{"heading": "Heading", "paragraphs": ["A paragraph."]}],
    }
    elements = ("background", "international_cooperation", "modalities", "benefits")
    return {
        "format": "practice-case/1",
        "number": number,
        "name": text(),
        "area": "culture",
        "original": "zh",
        "illustrative": True,
        "applicant": {"name": text(), "country": "CN"},
        "partners": [{"name": text("伙伴", "Partner"), "country": "KE"}],
        "recommender": None,
        "countries": {"zh": ["中国", "肯尼亚"], "en": ["China", "Kenya"], "codes": ["CN", "KE"]},
        "elements": {element: copy.deepcopy(sections) for element in elements},
        "secretariat_translations": [],
        "entered_before": None,
        "attachments": [],
        **changes,
    }


class Folder:
    """A folder in the form of an import."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.programme()
        self.case(case())

    def programme(self, **changes: object) -> Folder:
        return self.write("programme.json", {**PROGRAMME, **changes})

    def case(self, fields: dict[str, Any], folder: str | None = None) -> Folder:
        return self.write(f"cases/{folder or fields['number']}/case.json", fields)

    def attach(self, name: str, content: bytes = PDF, number: str = "C-1") -> Folder:
        return self.write(f"cases/{number}/attachments/{name}", content)

    def write(self, name: str, content: object) -> Folder:
        place = self.path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, bytes):
            content = json.dumps(content, ensure_ascii=False).encode("utf-8")
        place.write_bytes(content)
        return self


def read(path: Path) -> Reading:
    with open_source(path) as source:
        return read_import(source)


def listed(name: str, zh: str = "附件") -> dict[str, object]:
    return {"file": name, "title": text(zh, "Attachment"), "language": "zh"}
