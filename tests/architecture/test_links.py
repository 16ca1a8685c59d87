"""What the documents point at exists: files of the repository, and no picture is forgotten."""

import re
from pathlib import PurePosixPath

import pytest

from tests.architecture.source import ROOT, files

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)\s]*)?\)")
PAGES = [name for name in files() if name.endswith(".md")]


def test_there_are_pages_with_links():
    assert "README.md" in PAGES
    assert LINK.findall("![a](docs/a.png) [b](https://b.example) [c](c.md#d) [e](#e)") == [
        "docs/a.png",
        "c.md",
    ]


def test_the_readme_leads_to_every_document():
    linked = set(LINK.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    documents = {page for page in PAGES if PurePosixPath(page).parent == PurePosixPath("docs")}
    assert documents - linked == set()


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_in_the_repository(page):
    kept = set(files())
    folders = {str(parent) for name in kept for parent in PurePosixPath(name).parents}
    beside = (ROOT / page).parent
    targets = [
        (beside / link).resolve().relative_to(ROOT).as_posix()
        for link in LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    ]
    assert [target for target in targets if target not in kept | folders] == []
