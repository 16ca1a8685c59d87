"""Notes, checkpoints and receipts as text."""

import base64
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.failures import (
    BadProof,
    BadSignature,
    MalformedKey,
    MalformedLogText,
    ProtocolFailure,
    UnsignedNote,
)
from review_protocol.keys import SigningKey
from review_protocol.translog import (
    EMPTY_ROOT,
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    NoteSigner,
    NoteVerifier,
    Receipt,
    ReceiptReader,
    leaf_hash,
    open_checkpoint,
    open_note,
    parse_note,
    sign_checkpoint,
    sign_note,
    verify_consistency,
    verify_receipt,
    verify_receipts,
)

EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE_TEXT = "This is an example message.\n"
EXAMPLE_SIGNATURE = (
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
)
EXAMPLE = f"{EXAMPLE_TEXT}\n— example.com/foo {EXAMPLE_SIGNATURE}\n"
PUBLISHED_LOG = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"

ORIGIN = "reviews.example.org/log/1"
LOG = NoteSigner(ORIGIN, SigningKey(bytes(range(32))))
WITNESS = NoteSigner("witness.example.org", SigningKey(bytes(32)))


def a_checkpoint(size: int = 7) -> Checkpoint:
    return Checkpoint(ORIGIN, size, leaf_hash(b"root"))


def a_receipt(index: int = 3, size: int = 7) -> Receipt:
    entries = [b'{"packet":"%d"}' % number for number in range(size)]
    tree = MerkleTree(MemoryTiles())
    tree.append([leaf_hash(entry) for entry in entries])
    note = sign_checkpoint(Checkpoint(ORIGIN, size, tree.root()), LOG)
    return Receipt(entries[index], index, tree.inclusion_proof(index), note)


def test_the_published_note_opens() -> None:
    verifier = NoteVerifier.parse(EXAMPLE_KEY)
    opened = open_note(EXAMPLE, [verifier])
    assert (opened.text, opened.signers) == (EXAMPLE_TEXT, (verifier,))
    assert verifier.to_text() == EXAMPLE_KEY


def test_unknown_signatures_are_ignored() -> None:
    note = sign_note("text\n", WITNESS, LOG)
    assert open_note(note, [LOG.verifier]).signers == (LOG.verifier,)
    assert open_note(note, [LOG.verifier, WITNESS.verifier]).signers == (
        WITNESS.verifier,
        LOG.verifier,
    )


def test_a_bad_signature_of_a_known_key_rejects_the_note() -> None:
    note = sign_note("text\n", WITNESS, LOG)
    forged = sign_note("other\n", WITNESS).splitlines()[-1]
    note = note.replace(note.splitlines()[2], forged)
    with pytest.raises(BadSignature) as refusal:
        open_note(note, [LOG.verifier, WITNESS.verifier])
    assert refusal.value.key_id == "witness.example.org"
    assert open_note(note, [LOG.verifier]).text == "text\n"


def test_a_note_by_strangers_is_not_signed() -> None:
    namesake = NoteSigner(ORIGIN, SigningKey(bytes(range(1, 33))))
    for verifiers in ([], [WITNESS.verifier], [namesake.verifier]):
        with pytest.raises(UnsignedNote) as refusal:
            open_note(sign_note("text\n", LOG), verifiers)
        assert refusal.value.signers == (ORIGIN,)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_can_be_a_note(line: str) -> None:
    text = f"{line}\n\n{line}\n"
    assert open_note(sign_note(text, LOG), [LOG.verifier]).text == text


@pytest.mark.parametrize(
    "note",
    [
        "",
        "text\n",
        EXAMPLE_TEXT + "\n",
        EXAMPLE.removesuffix("\n"),
        EXAMPLE + "\n",
        EXAMPLE.replace("\n", "\r\n"),
        EXAMPLE.replace("example message", "example\tmessage"),
        EXAMPLE.replace("example message", "example \ud800"),
        EXAMPLE.replace("— ", "- "),
        EXAMPLE.replace("— ", "—  "),
        EXAMPLE.replace("com/foo", "com+foo"),
        EXAMPLE.replace("com/foo", "com\u3000foo"),
        EXAMPLE.replace("aQM=", "aQN="),
        EXAMPLE.replace("aQM=", "aQM"),
        EXAMPLE.replace("aQM=\n", "aQM= \n"),
        EXAMPLE.replace(EXAMPLE_SIGNATURE, "Uw2QOg=="),
        EXAMPLE + EXAMPLE.splitlines(keepends=True)[-1] * 100,
        "x" * 70_000 + EXAMPLE,
    ],
    ids=range(18),
)
def test_a_note_in_another_form_is_refused(note: str) -> None:
    with pytest.raises(MalformedLogText):
        open_note(note, [NoteVerifier.parse(EXAMPLE_KEY)])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com/foo",
        EXAMPLE_KEY + "=",
        EXAMPLE_KEY + "\n",
        EXAMPLE_KEY.replace("530d903a", "530d903b"),
        EXAMPLE_KEY.replace("530d903a", "530D903A"),
        EXAMPLE_KEY.replace("example.com/foo", "example.com/bar"),
        EXAMPLE_KEY.replace("+Aek", "+Bek"),
        EXAMPLE_KEY.replace("+Aeky", "+"),
    ],
)
def test_a_verifier_key_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(MalformedLogText):
        NoteVerifier.parse(text)


def test_a_key_name_has_no_space_and_no_plus() -> None:
    for name in ("", "a b", "a+b", "a\nb", "a\u3000b"):
        with pytest.raises(MalformedKey):
            NoteSigner(name, LOG.key)


def test_the_published_checkpoints_and_the_log_below_them(shared: Path) -> None:
    folder = shared / "vectors" / "checkpoints"
    verifiers = [NoteVerifier.parse(PUBLISHED_LOG)]
    tree = MerkleTree(MemoryTiles())
    for size in range(16):
        note = (folder / f"checkpoint.{size}").read_text(encoding="utf-8")
        checkpoint = open_checkpoint(note, verifiers)
        if size:
            entries = published_entries(folder / "tile" / "entries" / "000.p" / str(size))
            tree.append([leaf_hash(entries[-1])])
            hashes = (folder / "tile" / "0" / "000.p" / str(size)).read_bytes()
            assert b"".join(leaf_hash(entry) for entry in entries) == hashes
        assert checkpoint == Checkpoint("example.com/log/testdata", size, tree.root())
        assert note.startswith(checkpoint.to_text() + "\n")
        if size > 1:
            proof, before = tree.consistency_proof(size - 1), tree.root(size - 1)
            verify_consistency(size - 1, before, size, checkpoint.root, proof)
    assert (folder / "checkpoint").read_text(encoding="utf-8") == note


def published_entries(bundle: Path) -> list[bytes]:
    """Entries of a C2SP tlog-tiles bundle: two bytes of length before each."""
    entries, rest = [], bundle.read_bytes()
    while rest:
        end = 2 + int.from_bytes(rest[:2], "big")
        entries.append(rest[2:end])
        rest = rest[end:]
    return entries


def test_a_checkpoint_reads_back() -> None:
    note = sign_checkpoint(a_checkpoint(), LOG)
    assert open_checkpoint(note, [LOG.verifier]) == a_checkpoint()


ROOT = a_checkpoint().to_text().splitlines()[2]


@pytest.mark.parametrize(
    "text",
    [
        f"\n7\n{ROOT}\n",
        f"{ORIGIN}\n07\n{ROOT}\n",
        f"{ORIGIN}\n+7\n{ROOT}\n",
        f"{ORIGIN}\n-7\n{ROOT}\n",
        f"{ORIGIN}\n٧\n{ROOT}\n",
        f"{ORIGIN}\n9223372036854775808\n{ROOT}\n",
        f"{ORIGIN}\n0\n{ROOT}\n",
        f"{ORIGIN}\n7\n{ROOT}",
        f"{ORIGIN}\n7\n{ROOT}\nmore\n",
        f"{ORIGIN}\n7\n{ROOT}\n\n",
        f"{ORIGIN}\n7\n{ROOT[4:]}\n",
        f"{ORIGIN}\n7\n{ROOT[:-2]}\n",
        f"{ORIGIN}\n7\n",
    ],
)
def test_a_checkpoint_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(MalformedLogText):
        Checkpoint.parse(text)


def test_the_checkpoint_of_an_empty_log() -> None:
    empty = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
    assert Checkpoint.parse(empty.to_text()) == empty


def test_a_log_speaks_for_itself_only() -> None:
    with pytest.raises(ValueError, match="origin"):
        sign_checkpoint(a_checkpoint(), WITNESS)
    with pytest.raises(UnsignedNote):
        open_checkpoint(sign_note(a_checkpoint().to_text(), WITNESS), [WITNESS.verifier])


def test_a_receipt_reads_back_and_verifies() -> None:
    receipt = Receipt.parse(a_receipt().to_text())
    assert receipt == a_receipt()
    checkpoint = verify_receipt(receipt, [LOG.verifier])
    assert (checkpoint.origin, checkpoint.size) == (ORIGIN, 7)


def test_the_text_of_a_receipt_is_the_published_form() -> None:
    lines = a_receipt(index=0, size=2).to_text().split("\n")
    assert lines[:3] == [
        "c2sp.org/tlog-proof@v1",
        "extra " + base64.b64encode(b'{"packet":"0"}').decode(),
        "index 0",
    ]
    assert lines[3] == base64.b64encode(leaf_hash(b'{"packet":"1"}')).decode()
    assert lines[4:7] == ["", ORIGIN, "2"]
    assert lines[8] == lines[10] == ""
    assert lines[9].startswith(f"— {ORIGIN} ")


@pytest.mark.parametrize("size", [1, 2, 3, 7, 256, 257])
def test_every_leaf_has_a_receipt(size: int) -> None:
    for index in {0, size // 2, size - 1}:
        text = a_receipt(index, size).to_text()
        assert verify_receipt(Receipt.parse(text), [LOG.verifier]).size == size


@pytest.mark.parametrize(
    "changes",
    [{"leaf": b"other"}, {"index": 4}, {"index": 7}, {"proof": ()}],
    ids=str,
)
def test_a_receipt_for_something_else_proves_nothing(changes: dict[str, object]) -> None:
    with pytest.raises(BadProof):
        verify_receipt(replace(a_receipt(), **changes), [LOG.verifier])


def test_receipts_of_one_delivery_are_each_verified() -> None:
    receipts = [a_receipt(index) for index in range(7)] + [a_receipt(0, 5)]
    assert [each.size for each in verify_receipts(receipts, [LOG.verifier])] == [7] * 7 + [5]
    with pytest.raises(BadProof):
        verify_receipts([*receipts, replace(receipts[1], leaf=b"other")], iter([LOG.verifier]))
    forged = receipts[0].checkpoint.replace(f"{ORIGIN}\n7", f"{ORIGIN}\n8")
    with pytest.raises(BadSignature):
        verify_receipts([*receipts, replace(receipts[1], checkpoint=forged)], [LOG.verifier])


def test_a_reader_verifies_each_receipt_though_they_share_a_note() -> None:
    reader = ReceiptReader([LOG.verifier])
    receipts = [a_receipt(index) for index in range(7)] + [a_receipt(0, 5), a_receipt(1)]
    assert [reader.read(each.to_text()) for each in receipts] == receipts
    with pytest.raises(BadProof):
        reader.read(replace(receipts[-1], leaf=b"other").to_text())
    forged = receipts[-1].checkpoint.replace(f"{ORIGIN}\n7", f"{ORIGIN}\n8")
    for _ in range(2):
        with pytest.raises(BadSignature):
            reader.read(replace(receipts[-1], checkpoint=forged).to_text())
    with pytest.raises(MalformedLogText):
        reader.read(receipts[-1].to_text() + "\n")
    assert reader.read(receipts[-1].to_text()) == receipts[-1]


def test_a_receipt_of_another_log_is_not_signed() -> None:
    with pytest.raises(UnsignedNote):
        verify_receipt(a_receipt(), [WITNESS.verifier])


@given(st.data())
def test_no_flipped_bit_leaves_a_receipt_whole(data: st.DataObject) -> None:
    text = bytearray(a_receipt().to_text().encode())
    at = data.draw(st.integers(0, len(text) * 8 - 1))
    text[at // 8] ^= 1 << at % 8
    try:
        flipped = text.decode()
    except UnicodeDecodeError:
        return
    with pytest.raises(ProtocolFailure):
        verify_receipt(Receipt.parse(flipped), [LOG.verifier])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@v1", "@v2"),
        ("index 3", "index 03"),
        ("index 3", "index  3"),
        ("index 3\n", ""),
        ("extra ", "Extra "),
        ("index 3", "index 3\r"),
        ("index 3\n", "index 3\n\n"),
        (f"\n\n{ORIGIN}", f"\n{ORIGIN}"),
        (f"\n\n{ORIGIN}", f"\n\n\n{ORIGIN}"),
        ("index 3\n", "index 3\n" + "A" * 43 + "=\n" * 70),
        ("index 3\n", "index 3\n" + ("A" * 43 + "=\n") * 61),
        (f"\n{ORIGIN}\n7\n", f"\n{ORIGIN}\n7\n\n"),
    ],
)
def test_a_receipt_in_another_form_is_refused(old: str, new: str) -> None:
    text = a_receipt().to_text()
    assert old in text
    with pytest.raises(MalformedLogText):
        Receipt.parse(text.replace(old, new, 1))


def test_openssl_verifies_a_checkpoint(tmp_path: Path) -> None:
    """By the recipe of the log's own documentation: DER prefix, text, signature less four bytes."""
    note = sign_checkpoint(a_checkpoint(), LOG)
    key = base64.b64decode(LOG.verifier.to_text().split("+", 2)[2])[1:]
    (tmp_path / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + key)
    (tmp_path / "text").write_text(note.partition("\n\n")[0] + "\n", encoding="utf-8")
    signature = base64.b64decode(note.splitlines()[-1].split(" ")[2])[4:]
    (tmp_path / "signature").write_bytes(signature)
    command = (
        "openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text"
        " -sigfile signature"
    )
    verdict = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True)
    assert verdict.stdout == "Signature Verified Successfully\n"
    assert parse_note(note).signatures[0].signature == signature
