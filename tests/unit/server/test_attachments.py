"""Scores that quote attachments, and attachments that are no PDF, as the server takes and gives."""

from central_server.http.app import create_app
from review_protocol.documents.batch import FileRole
from review_protocol.documents.case_files import OtherFile, read_case, with_other_files
from review_protocol.documents.file_quotes import with_file_quotes
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.text import Language
from review_protocol.sealing import decrypt_file
from tests.builders.desks import TestDesk, in_process, manifest_of
from tests.builders.documents import (
    PDF,
    Chain,
    a_case,
    a_file_quote,
    an_attachment,
    both,
    some_answers,
)
from tests.builders.server import a_server_folder
from tests.unit.server.test_arrival import CASE, DEPLOYMENT, KEY, RUBRIC, arrive, what_is_known
from tests.unit.server.test_batches import declare, fetch, keys_in, releases_of

QUOTING = with_file_quotes(some_answers(), [a_file_quote()])


def test_a_score_that_quotes_an_attachment_counts_in_one_line_with_those_that_do_not():
    chain = Chain(KEY, DEPLOYMENT)
    plain = chain.score(CASE, RUBRIC)
    quoting = chain.amend(CASE, RUBRIC, plain.document_id, answers=QUOTING)
    plain_again = chain.amend(CASE, RUBRIC, quoting.document_id)
    beside = chain.amend(CASE, RUBRIC, plain.document_id, answers=QUOTING)
    found = arrive(what_is_known(), plain, quoting, plain_again, beside)
    assert found == [Disposition.COUNTED] * 3 + [Disposition.HELD_FORK]


def test_a_file_that_is_no_pdf_is_released_with_its_case(tmp_path):
    listed = an_attachment()
    other = OtherFile(
        file="notes.txt",
        title=both("说明", "Notes"),
        language=Language.ZH,
        media_type="text/plain",
        sha256=listed.sha256,
        length=listed.length,
    )
    case = with_other_files(a_case("WIC-2026-001"), (other,))
    built = a_server_folder(tmp_path, cases=(case,))
    with built.open() as server:
        desk = TestDesk(in_process(create_app(server)), built.people["reviewer"].secret)
        desk.enrol()
        declare(desk)
        (release,) = releases_of(desk)
        keys = keys_in(desk, release.wrapped)
        files = {file.sha256: file for file in manifest_of(desk).document.files}
        assert set(keys) == {case.id, other.sha256}
        assert files[other.sha256].role is FileRole.ATTACHMENT
        text, content = (
            decrypt_file(keys[each], fetch(desk, files[each].cipher_sha256))
            for each in (case.id, other.sha256)
        )
    assert (read_case(text), content) == (case, PDF)
