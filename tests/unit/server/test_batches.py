"""What a person is given: numbered manifests, keys for headers, releases without conflicts only."""

import orjson
import pytest

from central_server.http.app import create_app
from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.answers import BatchAnswer, RefusalCode, StateAnswer
from review_protocol.documents.batch import FileRole, Release, WrappedKeys
from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.text import Area
from review_protocol.exchange import WRAP_INFO
from review_protocol.opening import opened
from review_protocol.sealing import decrypt_file, open_sealed
from tests.builders.desks import TestDesk, in_process, manifest_of
from tests.builders.documents import PDF, a_case, an_attachment, some_headers
from tests.builders.server import ServerFolder, a_server_folder, put_case


@pytest.fixture
def folder(tmp_path) -> ServerFolder:
    """A server on which nobody has declared."""
    return a_server_folder(tmp_path)


def keys_in(desk: TestDesk, wrapped: WrappedKeys) -> dict[str, bytes]:
    sealed = from_base64(wrapped.sealed)
    opened_keys = open_sealed(
        desk.exchange, sealed, info=WRAP_INFO, aad=wrapped.kid.encode("ascii")
    )
    return {digest: bytes.fromhex(key) for digest, key in orjson.loads(opened_keys).items()}


def releases_of(desk: TestDesk) -> list[Release]:
    batch = desk.ask("GET", "/v1/batch", BatchAnswer)
    return [opened(from_base64(each), Release, desk.server_key).document for each in batch.releases]


def fetch(desk: TestDesk, cipher_sha256: str) -> bytes:
    return desk.transport("GET", f"/v1/blobs/{cipher_sha256}", {}, b"").body


def declare(desk: TestDesk, **how: tuple[str, ...]) -> None:
    manifest = manifest_of(desk)
    desk.deliver(desk.chain.declare(manifest.document, manifest.id, **how))


def test_the_manifest_lists_everything_and_opens_headers_only(desk, folder):
    manifest = manifest_of(desk).document
    first, second = folder.cases
    assert [case.case for case in manifest.cases] == [first.id, second.id]
    assert [(file.role, file.case, file.sha256) for file in manifest.files] == [
        (FileRole.PROGRAMME, None, folder.programme.id),
        (FileRole.RUBRIC, None, folder.rubric.id),
        (FileRole.HEADERS, first.number, first.headers.id),
        (FileRole.HEADERS, second.number, second.headers.id),
        (FileRole.CASE, first.number, first.id),
        (FileRole.CASE, second.number, second.id),
        (FileRole.ATTACHMENT, first.number, sha256_hex(PDF)),
    ]
    (wrapped,) = manifest.wrapped
    keys = keys_in(desk, wrapped)
    assert set(keys) == {file.sha256 for file in manifest.files if not file.role.is_content}
    headers = manifest.files[2]
    ciphertext = fetch(desk, headers.cipher_sha256)
    assert len(ciphertext) == headers.cipher_length
    text = decrypt_file(keys[headers.sha256], ciphertext)
    assert CaseHeaders.from_body(text) == first.headers


def test_nothing_is_released_before_declaring(desk):
    assert releases_of(desk) == []


def test_a_release_opens_what_was_declared_on_without_a_conflict(desk, folder):
    first, second = folder.cases
    declare(desk, conflicts=(second.number,))
    (release,) = releases_of(desk)
    assert release.cases == (first.number,)
    keys = keys_in(desk, release.wrapped)
    assert set(keys) == {first.id, sha256_hex(PDF)}
    entry = next(file for file in manifest_of(desk).document.files if file.sha256 == first.id)
    assert Case.from_body(decrypt_file(keys[first.id], fetch(desk, entry.cipher_sha256))) == first


def test_more_declarations_make_a_new_release_and_the_same_make_none(desk, folder):
    first, second = folder.cases
    declare(desk, only=(first.number,))
    batch = desk.ask("GET", "/v1/batch", BatchAnswer)
    assert desk.ask("GET", "/v1/batch", BatchAnswer).releases == batch.releases
    declare(desk, only=(second.number,))
    (release,) = releases_of(desk)
    assert release.cases == (first.number, second.number)


def test_a_number_stands_for_one_content(desk, folder, server):
    first = desk.ask("GET", "/v1/batch", BatchAnswer).manifest
    assert desk.ask("GET", "/v1/batch", BatchAnswer).manifest == first
    changed = a_case(headers=some_headers(version=2))
    with server.store.write() as connection:
        put_case(connection, server.home, changed)
    manifest = manifest_of(desk)
    assert (manifest.document.number, manifest.document.cases[0].case) == (2, changed.id)
    assert desk.ask("GET", "/v1/state", StateAnswer).manifest == manifest.id


def test_a_second_device_gets_keys_of_its_own(desk, tablet):
    manifest_of(desk)
    tablet.enrol()
    manifest = manifest_of(tablet).document
    assert manifest.number == 2
    assert {each.kid for each in manifest.wrapped} == {
        desk.signing.key_id,
        tablet.signing.key_id,
    }
    mine = next(each for each in manifest.wrapped if each.kid == tablet.signing.key_id)
    assert set(keys_in(tablet, mine)) == {
        file.sha256 for file in manifest.files if not file.role.is_content
    }
    devices = tablet.ask("GET", "/v1/state", StateAnswer).devices
    assert [device.name for device in devices] == ["laptop", "tablet"]


def test_staff_get_headers_only_and_chairs_their_panel(enrol, folder, server):
    other = a_case("WIC-2026-900", headers=some_headers("WIC-2026-900", area=Area.SECURITY))
    with server.store.write() as connection:
        put_case(connection, server.home, other)
    staff, chair, head = (manifest_of(enrol(name)).document for name in ("staff", "chair", "head"))
    everything = [*(case.number for case in folder.cases), other.number]
    assert [(case.number, case.case) for case in staff.cases] == [
        (number, None) for number in everything
    ]
    assert not [file for file in staff.files if file.role.is_content]
    assert [case.number for case in chair.cases] == everything[:2]
    assert [case.number for case in head.cases] == everything


def test_nothing_assigned_is_no_batch(tmp_path):
    built = a_server_folder(tmp_path, assigned={})
    with built.open() as server:
        desk = TestDesk(in_process(create_app(server)), built.people["reviewer"].secret)
        desk.enrol()
        assert desk.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.NO_BATCH
        assert desk.ask("GET", "/v1/state", StateAnswer).manifest is None


def test_no_batch_leaves_before_the_round_is_opened(tmp_path):
    built = a_server_folder(tmp_path, opened=False)
    with built.open() as server:
        desk = TestDesk(in_process(create_app(server)), built.people["reviewer"].secret)
        desk.enrol()
        assert desk.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.NO_BATCH


@pytest.mark.parametrize("shared", ["WIC-2026-001", "WIC-2026-002"])
def test_an_attachment_of_two_cases_opens_with_either(tmp_path, shared):
    cases = tuple(
        a_case(number, attachments=(an_attachment(),))
        for number in ("WIC-2026-001", "WIC-2026-002")
    )
    built = a_server_folder(tmp_path, cases=cases)
    with built.open() as server:
        desk = TestDesk(in_process(create_app(server)), built.people["reviewer"].secret)
        desk.enrol()
        declare(desk, only=(shared,))
        (release,) = releases_of(desk)
        assert sha256_hex(PDF) in keys_in(desk, release.wrapped)
