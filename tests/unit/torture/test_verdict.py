"""The torture's verdict finds what it looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from review_protocol.translog import Receipt
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.services.believed import trust_of
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.torture.actors import Account
from tests.torture.verdict import Logged, Verdict, check_edits, counted_twice, is_proved


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path, cases=2) as desk:
        yield desk


def packets(desk: ADesk) -> dict[str, StoredPacket]:
    with desk.store.read() as connection:
        return {each.id: each for each in all_packets(connection)}


def test_a_receipt_is_proved_by_the_logs_own_bytes(desk: ADesk) -> None:
    first, second = (desk.score(number) for number in desk.numbers)
    desk.receive(first)
    desk.receive(second)
    held = packets(desk)
    receipts = [Receipt.parse(held[each].receipt or "") for each in (first, second)]
    entries = [b""] * (max(receipt.index for receipt in receipts) + 1)
    for receipt in receipts:
        entries[receipt.index] = receipt.leaf
    with desk.store.read() as connection:
        verifiers = trust_of(connection).log_verifiers
    key = {desk.vault.kid: desk.vault.signing_key.public}.get
    right, other = Logged(tuple(entries), ()), Logged((b"",) * len(entries), ())
    assert is_proved(held[first], key, right, verifiers)
    assert not is_proved(held[first], key, other, verifiers)
    assert not is_proved(held[first], key, Logged((), ()), verifiers)  # it was never kept
    swapped = replace(held[first], receipt=held[second].receipt)
    assert not is_proved(swapped, key, right, verifiers)
    assert not is_proved(replace(held[first], receipt=None), key, right, verifiers)


def test_two_scores_that_count_on_one_case_are_found(desk: ADesk, tmp_path: Path) -> None:
    number = desk.numbers[0]
    desk.receive(desk.score(number))
    desk.receive(
        desk.services.signing.amend(number, some_answers(3), LanguageRead.EN, "read again")
    )
    assert counted_twice(packets(desk)) == 0
    with a_desk(tmp_path / "second", cases=2, device=2) as second:
        second.receive(second.score(number, 4))
        assert counted_twice(packets(desk) | packets(second)) == 1


def test_a_keystroke_that_is_not_there_is_found(desk: ADesk) -> None:
    number = desk.numbers[0]
    kept = some_answers().model_copy(update={"comment": "typed"})
    desk.services.scoring.keep(number, kept)
    account = Account(kept={(0, number, "typed"), (0, number, "typed, and gone"), (1, "x", "y")})
    verdict = Verdict()
    with desk.store.read() as connection:
        check_edits(connection, 0, account, verdict)
    assert verdict.edits_lost == 1
