"""What the pages on security, privacy and accessibility claim is tested where they say."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import ROOT
from tests.unit.faults.test_page import is_there

PAGES = ("docs/security.md", "docs/privacy.md", "docs/accessibility.md")
NODE = re.compile(r"tests/[\w/]+\.py(?:::\w+)*")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
ANCHOR = re.compile(r"\]\(([\w.-]*)#([\w-]+)\)")
FEWEST = 15
"""Tests that each page names at least."""


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def nodes() -> list[str]:
    return sorted({node for page in PAGES for node in NODE.findall(text_of(page))})


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_its_tests(page: str) -> None:
    assert len(set(NODE.findall(text_of(page)))) >= FEWEST


@pytest.mark.parametrize("node", nodes())
def test_the_test_is_there(node: str) -> None:
    path, *names = node.split("::")
    assert is_there(ROOT / path, names) if names else (ROOT / path).is_file()


@pytest.mark.parametrize("page", PAGES)
def test_every_list_of_claims_names_a_test(page: str) -> None:
    """A section that claims protection has at least one; what is not protected has none to name."""
    whole = text_of(page)
    sections = re.split(r"^## ", whole, flags=re.MULTILINE)[1:]
    without = {each.split("\n", 1)[0] for each in sections if not NODE.search(each)}
    assert without == UNTESTED[page]


UNTESTED = {
    "docs/security.md": {
        "Who can read what",
        "Who can do what",
        "If something happened",
    },
    "docs/privacy.md": {"In one table"},
    "docs/accessibility.md": {"What was not tried"},
}
"""Tables and admissions: what they claim is said again, with its test, in the sections below."""


@pytest.mark.parametrize("page", PAGES)
def test_headings_that_are_linked_to_are_there(page: str) -> None:
    missing = [
        f"{target}#{anchor}"
        for target, anchor in ANCHOR.findall(text_of(page))
        if anchor not in anchors(f"docs/{target}" if target else page)
    ]
    assert missing == []


def anchors(page: str) -> set[str]:
    """As the pages of a repository are shown: lower case, words joined by hyphens."""
    found = (re.sub(r"[^\w\s-]", "", each).strip() for each in HEADING.findall(text_of(page)))
    return {each.lower().replace(" ", "-") for each in found}
