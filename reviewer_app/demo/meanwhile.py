"""What the secretariat and others do while a reviewer's desk is shut, by the server's commands."""

from __future__ import annotations

import json
import re
from pathlib import Path

from review_protocol.documents.people import InvitationLetter
from reviewer_app.demo.experts import CHEAP
from reviewer_app.demo.founding import PROGRAMME
from reviewer_app.demo.server import CentralServer, ServerTrouble
from reviewer_app.services.enrolment import Enrolment

_QUESTION = re.compile(r"^(?P<question>\w{12})  .*\((?P<person>[\w-]+)\)", re.MULTILINE)
_ADDED = {
    "zh": "项目组补充：第五个站点已于今年四月建成并投入使用，由当地教师负责日常维护。",
    "en": "Added by the applicant: the fifth site was built in April this year and is in use; "
    "teachers of the place look after it.",
}
_BEFORE, _NOW = {"zh": "2025年", "en": "2025"}, {"zh": "2026年", "en": "2026"}
_ANSWER = {
    "zh": "可以。附件与正文不一致时，以申报单位注明的原文版本为准；"
    "请在评语中写明您依据的是哪一份。",
    "en": "You may. Where an attachment and the text differ, the version that the applicant names "
    "as the original decides; please say in your comment which of them you went by.",
}
STRANGER = "DESKTOP-9921"


def answer_first_question(server: CentralServer) -> str:
    """In both languages; answers the id of who asked. Raises ServerTrouble where nobody did."""
    asked = server.run("questions", "--open")
    found = _QUESTION.search(asked)
    if found is None:
        raise ServerTrouble("questions", asked)
    server.run("answer", found["question"], "--zh", _ANSWER["zh"], "--en", _ANSWER["en"])
    return found["person"]


def correct_case(server: CentralServer, folder: Path, number: str) -> None:
    """The applicant adds a sentence in both languages and mends a year: a new version."""
    path = folder / PROGRAMME / "cases" / number / "case.json"
    form = json.loads(path.read_text(encoding="utf-8"))
    for language, added in _ADDED.items():
        (first, *_) = form["elements"]["background"][language]
        before, now = _BEFORE[language], _NOW[language]
        paragraphs = [each.replace(before, now) for each in first["paragraphs"]]
        gap = " " if language == "en" else ""
        first["paragraphs"] = [f"{paragraphs[0]}{gap}{added}", *paragraphs[1:]]
    path.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
    server.run("import", str(folder / PROGRAMME))


def enrol_stranger(server: CentralServer, folder: Path, person: str) -> None:
    """Somebody enrols another computer in this person's name."""
    path = folder / "again.letter"
    server.run("invite", "--again", person, "--server", server.address, "--letter", str(path))
    code = InvitationLetter.from_body(path.read_bytes()).code
    stranger = Enrolment(folder / "stranger", cost=CHEAP)
    stranger.accept(server.address, code, STRANGER, "seven cranes above the old bridge")
