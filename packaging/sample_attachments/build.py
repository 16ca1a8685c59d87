"""Draws the sample programme's attachments and lists them in the cases.

python packaging/sample_attachments/build.py [resources/sample_programme/cases]
"""

import json
import sys
from pathlib import Path

from pages import BLOCKS, Attachment, draw, register_fonts

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = Path(__file__).with_name("contents.json")  # all of it invented, to fit the cases
LARGEST = 300_000


def main(cases: Path) -> None:
    register_fonts(ROOT / "resources" / "fonts")
    listed: dict[str, list[Attachment]] = {}
    for attachment in attachments():
        content = draw(attachment)
        if len(content) > LARGEST:
            raise SystemExit(f"{attachment.file} has {len(content)} bytes, more than {LARGEST}")
        place = cases / attachment.case / "attachments" / attachment.file
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)
        listed.setdefault(attachment.case, []).append(attachment)
    for case, rows in listed.items():
        list_in_case(cases / case / "case.json", rows)


def attachments() -> list[Attachment]:
    read = []
    for fields in json.loads(CONTENTS.read_text(encoding="utf-8")):
        blocks = [
            BLOCKS[name](**parts) for block in fields.pop("blocks") for name, parts in block.items()
        ]
        read.append(Attachment(**fields, blocks=blocks))
    return read


def list_in_case(path: Path, listed: list[Attachment]) -> None:
    """Replace the field `attachments` alone; the rest of the file keeps its bytes."""
    text = path.read_text(encoding="utf-8")
    start = text.index('"attachments":')
    begin = text.index("[", start)
    _, end = json.JSONDecoder().raw_decode(text, begin)
    rows = [
        {"file": one.file, "title": {"zh": one.zh, "en": one.en}, "language": one.language}
        for one in listed
    ]
    lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"{text[:begin]}[\n    {lines}\n  ]{text[end:]}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources/sample_programme/cases")
