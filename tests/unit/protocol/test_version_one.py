"""Version 1 of every document is frozen: its fields, and the bytes that were made with them.

A change here breaks desks and servers in use: give the kind a version 2 instead. A new kind is
added to the golden files by `python -m tests.unit.protocol.test_version_one`.
"""

import json
import sys
from pathlib import Path

import pytest

import review_protocol.documents.answers
import review_protocol.documents.batch
import review_protocol.exchange  # noqa: F401  all modules with documents are imported here
from review_protocol.documents.base import Document
from review_protocol.documents.packet import PACKETS, DeclarationPacket
from review_protocol.envelope import Envelope
from review_protocol.keys import SigningKey
from review_protocol.opening import opened_packet
from tests.builders.documents import Chain, a_case, a_declaration, a_programme, a_rubric

GOLDEN = Path(__file__).parent / "golden"


def kinds() -> dict[str, type[Document]]:
    found: dict[str, type[Document]] = {}
    waiting = [Document]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if model.__module__.startswith("review_protocol") and "kind" in vars(model):
            found[model.kind] = model
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
    return {envelope.payload_type: envelope.to_bytes().decode() for envelope in made}


KEY = SigningKey(b"\x07" * 32)


def golden(name: str) -> dict[str, object]:
    values: dict[str, object] = json.loads((GOLDEN / name).read_text("utf-8"))
    return values


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_the_fields_of_a_kind_stay(kind: str) -> None:
    assert schemas()[kind] == golden("schemas-v1.json")[kind]


def test_no_kind_has_gone() -> None:
    assert set(golden("schemas-v1.json")) <= set(kinds())


def test_packets_are_signed_as_ever() -> None:
    assert packets() == golden("packets-v1.json")


def test_packets_of_version_one_open_for_ever() -> None:
    for text in golden("packets-v1.json").values():
        packet = opened_packet(str(text).encode(), {KEY.key_id: KEY.public}.get)
        assert type(packet.document) is PACKETS[packet.kind]


if __name__ == "__main__":
    for name, values in (("schemas-v1.json", schemas()), ("packets-v1.json", packets())):
        text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
        (GOLDEN / name).write_text(text + "\n", "utf-8")
        sys.stdout.write(f"{name}: {len(values)}\n")
