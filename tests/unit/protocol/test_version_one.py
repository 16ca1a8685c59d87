"""Version 1 of every document is frozen: its fields, and the bytes that were made with them.

A change here breaks desks and servers in use: give the kind a version 2 instead. A new kind is
added to the golden files by `python -m tests.unit.protocol.test_version_one`, which leaves what
is there as it is. Only a list of words that is meant to grow may have new ones at its end.
"""

import json
import sys
from pathlib import Path

import pytest

import review_protocol.documents.answers
import review_protocol.documents.batch
import review_protocol.documents.case_files
import review_protocol.documents.dossier
import review_protocol.documents.draws
import review_protocol.documents.entries
import review_protocol.documents.handover
import review_protocol.documents.matters
import review_protocol.documents.notice
import review_protocol.documents.own_tables
import review_protocol.exchange
import review_protocol.returning  # noqa: F401  all modules with documents are imported here
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.base import Document
from review_protocol.documents.file_quotes import with_file_quotes
from review_protocol.documents.kinds import packet_model
from review_protocol.documents.packet import DeclarationPacket
from review_protocol.documents.stated_facts import Fact
from review_protocol.envelope import Envelope
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import opened_packet
from tests.builders.documents import (
    Chain,
    a_case,
    a_declaration,
    a_fact,
    a_file_quote,
    a_programme,
    a_rubric,
    some_answers,
)
from tests.builders.panel_acts import ALONE, NEWER_ON_A_CASE, ON_A_CASE, alone, on_a_case
from tests.builders.two_staff import asks_for_scores, declines

GOLDEN = Path(__file__).parent / "golden"
GROWING = ("Disposition",)
"""Words that only the server writes, and that were meant to become more from the beginning."""


def kinds() -> dict[str, type[Document]]:
    found: dict[str, type[Document]] = {}
    waiting = [Document]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if not model.__module__.startswith("review_protocol"):
            continue
        if "kind" in vars(model):
            found[model.kind] = model
        elif vars(model).get("form", 1) > 1:
            found[f"{model.kind}.v{model.form}"] = model
    return found


def schemas() -> dict[str, object]:
    """The fields of each kind, without the words that describe them."""
    return {
        kind: without_words(model.model_json_schema()) for kind, model in sorted(kinds().items())
    }


def without_words(schema: object) -> object:
    if isinstance(schema, dict):
        return {
            key: without_words(value)
            for key, value in schema.items()
            if not (key in ("title", "description") and isinstance(value, str))
        }
    return [without_words(each) for each in schema] if isinstance(schema, list) else schema


def packets() -> dict[str, str]:
    """One packet of each kind that a chair, a reviewer or staff sign, on one chain."""
    chain = Chain(KEY, deployment="d" * 64, chain="cccccccccccccccccccccccccccccccc")
    case, rubric, programme = a_case(), a_rubric(), a_programme()
    made: list[Envelope] = [chain.accept(programme)]
    declarations = (a_declaration(case.number, case.headers.id, conflict=True),)
    made.append(
        chain.sign(DeclarationPacket, round=1, manifest="e" * 64, declarations=declarations)
    )
    made.append(chain.score(case, rubric))
    made.append(chain.amend(case, rubric, made[-1].document_id))
    made.append(chain.withdraw(case, rubric, made[-1].document_id))
    made += [chain.recuse(case, rubric), chain.decide(case, rubric, "panel-a")]
    made.append(chain.close_round())
    made.append(chain.resolve(case, rubric, made[2].document_id, made[3].document_id))
    made.append(chain.confirm(made[2].document_id, denied=(made[3].document_id,)))
    made.append(chain.rotate(SigningKey(b"\x08" * 32), ExchangeKey(b"\x09" * 32)))
    made += [chain.erase("e" * 64), chain.ask("哪一版为准？", case=case.number)]
    made.append(asks_for_scores(chain))
    made.append(declines(chain, made[-1]))
    quoting = with_file_quotes(some_answers(), [a_file_quote()])
    made.append(chain.score(case, rubric, answers=quoting))
    made.append(chain.amend(case, rubric, made[-1].document_id, answers=quoting))
    stated = (a_fact(Fact.COUNTRIES), a_fact(Fact.PARTNERS, "伙伴只是供应商。"))
    made.append(chain.state_facts(case, rubric, *stated))
    made += [on_a_case(chain, model, case, rubric) for model in ON_A_CASE]
    made += [alone(chain, model) for model in ALONE]
    ruled = {"packet": made[2].document_id, "counts": False, "reason": "A tie came to light"}
    made.append(chain.sign(RulingPacket, **ruled))
    made += [on_a_case(chain, model, case, rubric) for model in NEWER_ON_A_CASE]
    return {envelope.payload_type: envelope.to_bytes().decode() for envelope in made}


KEY = SigningKey(b"\x07" * 32)


def golden(name: str) -> dict[str, object]:
    values: dict[str, object] = json.loads((GOLDEN / name).read_text("utf-8"))
    return values


def without_new_words(schema: object, older: object) -> object:
    """The schema with each growing list cut to the words that were there, in their order."""
    if not isinstance(schema, dict) or not isinstance(older, dict):
        return schema
    lists, old_lists = schema.get("$defs", {}), older.get("$defs", {})
    cut = {
        name: {**lists[name], "enum": lists[name]["enum"][: len(old_lists[name]["enum"])]}
        for name in GROWING
        if name in lists and name in old_lists
    }
    return {**schema, "$defs": {**lists, **cut}} if cut else schema


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_the_fields_of_a_kind_stay(kind: str) -> None:
    frozen = golden("schemas-v1.json")[kind]
    assert without_new_words(schemas()[kind], frozen) == frozen


def test_no_kind_has_gone() -> None:
    assert set(golden("schemas-v1.json")) <= set(kinds())


def test_packets_are_signed_as_ever() -> None:
    assert packets() == golden("packets-v1.json")


def test_packets_of_version_one_open_for_ever() -> None:
    for text in golden("packets-v1.json").values():
        packet = opened_packet(str(text).encode(), {KEY.key_id: KEY.public}.get)
        assert type(packet.document) is packet_model(packet.kind, packet.version)


if __name__ == "__main__":
    for name, values in (("schemas-v1.json", schemas()), ("packets-v1.json", packets())):
        values |= golden(name)
        text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
        (GOLDEN / name).write_text(text + "\n", "utf-8")
        sys.stdout.write(f"{name}: {len(values)}\n")
