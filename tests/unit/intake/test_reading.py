"""An import says everything that is wrong with it at once, by file, case and field."""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files

import pytest

from central_server.intake.building import build_case
from central_server.intake.findings import CannotImport, Finding, What
from central_server.intake.words import sentence
from review_protocol.documents.case_files import files_of
from review_protocol.documents.text import Language
from tests.unit.intake.forms import PDF, PROGRAMME, Folder, case, listed, read, text

CASE = "cases/C-1/case.json"


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "import")


def problems(folder):
    with pytest.raises(CannotImport) as failure:
        read(folder.path)
    return [(found.what, found.file, found.field) for found in failure.value.problems]


def remarks(folder):
    return [(found.what, found.file, found.field) for found in read(folder.path).remarks]


def without(fields, name):
    return {key: value for key, value in fields.items() if key != name}


def test_a_good_import_is_read_without_a_word(folder):
    reading = read(folder.path)
    assert [one.form.number for one in reading.cases] == ["C-1"]
    assert reading.cases[0].codes == ("CN", "KE")
    assert reading.remarks == ()


def test_all_problems_are_named_not_only_the_first(folder):
    folder.programme(zone="Asia/Peking", year=1999)
    folder.case(case("C-2", area="sport", name=text(None, None)), folder="C-3")
    folder.case(without(case("C-4", colour="red"), "applicant"))
    assert problems(folder) == [
        (What.OUT_OF_RANGE, "programme.json", "year"),
        (What.NO_LANGUAGE, "cases/C-3/case.json", "name"),
        (What.NOT_ONE_OF, "cases/C-3/case.json", "area"),
        (What.MISSING, "cases/C-4/case.json", ""),
        (What.UNKNOWN_FIELD, "cases/C-4/case.json", ""),
    ]


@pytest.mark.parametrize(
    ("changes", "what", "field"),
    [
        ({"number": "c 1"}, What.WRONG_FORM, "number"),
        ({"number": "C-9"}, What.NUMBER_DIFFERS, "number"),
        ({"illustrative": "yes"}, What.WRONG_TYPE, "illustrative"),
        ({"applicant": {"name": text(), "country": "UK"}}, What.UNKNOWN_COUNTRY,
         "applicant.country"),
        ({"secretariat_translations": [["benefits", "fr"]]}, What.NOT_ONE_OF,
         "secretariat_translations[0][1]"),
        ({"countries": {"zh": [], "en": [], "codes": ["CN", "CN"]}}, What.CODE_TWICE,
         "countries.codes"),
        ({"attachments": [listed("plan.pdf")]}, What.ATTACHMENT_MISSING, "attachments[0].file"),
        ({"attachments": [listed("../plan.pdf")]}, What.WRONG_FORM, "attachments[0].file"),
        ({"name": text("字" * 501)}, What.TOO_LONG, "name.zh"),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit_is_named(folder, changes, what, field):
    folder.case({**case(), **changes}, folder="C-1")
    assert problems(folder) == [(what, CASE, field)]


def test_text_of_an_element_must_be_text(folder):
    fields = case(original="en")
    fields["elements"]["benefits"]["zh"] = [{"heading": None, "paragraphs": ["好", " \u3000"]}]
    fields["elements"]["modalities"]["en"] = [{"heading": " ", "paragraphs": ["Fine"]}]
    fields["elements"]["background"]["en"] = [{"heading": None, "paragraphs": []}]
    folder.case(fields)
    assert problems(folder) == [(What.EMPTY, CASE, "elements.background.en[0].paragraphs")]
    fields["elements"]["background"]["en"] = []
    folder.case(fields)
    assert problems(folder) == [
        (What.BLANK, CASE, "elements.modalities.en[0].heading"),
        (What.BLANK, CASE, "elements.benefits.zh[0].paragraphs[1]"),
    ]


def test_the_original_language_has_text_and_a_translation_too(folder):
    fields = case(original="en", secretariat_translations=[["benefits", "en"]])
    for element in fields["elements"].values():
        element["en"] = []
    folder.case(fields)
    assert problems(folder) == [
        (What.NO_ORIGINAL, CASE, "original"),
        (What.TRANSLATION_WITHOUT_TEXT, CASE, "secretariat_translations[0]"),
    ]


@pytest.mark.parametrize(
    ("content", "what", "facts"),
    [
        ('{"format": "案例"}'.encode("utf-16"), What.NOT_UTF8, ("UTF-16", "0")),
        ('{"format": "案例"}'.encode("gb18030"), What.NOT_UTF8, ("GB 18030", "12")),
        (b'{"a": 1,}', What.NOT_JSON, None),
        (b'{"a": NaN}', What.NOT_JSON, None),
        (b'{"a": 1, "b": {"c": 1, "c": 2}}', What.DUPLICATE_KEY, ("c",)),
        (b"[" * 40 + b"]" * 40, What.TOO_DEEP, ()),
        (b"[" * 9000 + b"]" * 9000, What.TOO_DEEP, ()),
        (b'{"a": ' + b"9" * 5000 + b"}", What.TOO_DEEP, ()),
        (b'{"a": "\\ud800"}', What.SURROGATE, ()),
        (b'{"a": "\\u0007"}', What.CONTROL_CHARACTER, ("U+0007",)),
    ],
)
def test_a_file_that_is_no_clean_json_says_why(folder, content, what, facts):
    folder.write(CASE, content)
    with pytest.raises(CannotImport) as failure:
        read(folder.path)
    (found,) = failure.value.problems
    assert (found.what, found.file) == (what, CASE)
    assert facts is None or found.facts == facts


def test_what_import_changes_in_texts_is_reported(folder):
    name = unicodedata.normalize("NFD", "Café")
    fields = case(name=text("一\n二", name))
    folder.write(CASE, b"\xef\xbb\xbf" + json.dumps(fields).encode())
    reading = read(folder.path)
    assert (reading.cases[0].form.name.zh, reading.cases[0].form.name.en) == ("一 二", "Café")
    assert reading.remarks == (
        Finding(What.BYTE_ORDER_MARK, CASE),
        Finding(What.NORMALISED, CASE, facts=("1", "name.en")),
        Finding(What.LINE_BREAKS, CASE, facts=("1", "name.zh")),
    )


def test_invisible_characters_stay_and_are_reported(folder):
    folder.case(case(name=text("名\u200b称", "right\u202eleft")))
    assert read(folder.path).cases[0].form.name.zh == "名\u200b称"
    assert remarks(folder) == [
        (What.INVISIBLE, CASE, "name.zh"),
        (What.INVISIBLE, CASE, "name.en"),
    ]


def test_codes_are_found_from_names_and_what_is_not_found_is_reported(folder):
    named = {"zh": ["中国", "某国"], "en": ["Kenya", "United Republic of Tanzania (Zanzibar)"]}
    folder.case(case(countries=named))
    assert read(folder.path).cases[0].codes == ("CN", "KE", "TZ")
    assert remarks(folder) == [(What.COUNTRY_NOT_FOUND, CASE, "countries.zh[1]")]


def test_attachments_are_listed_and_are_whole_pdf_files(folder):
    folder.case(case(attachments=[listed("a.pdf"), listed("b.pdf"), listed("c.pdf")]))
    folder.attach("a.pdf").attach("b.pdf", b"PK\x03\x04 not a PDF").attach("c.pdf", PDF[:20])
    folder.attach("d.pdf", PDF + b" ")
    assert problems(folder) == [
        (What.NOT_A_PDF, "cases/C-1/attachments/b.pdf", ""),
        (What.CUT_OFF_PDF, "cases/C-1/attachments/c.pdf", ""),
        (What.ATTACHMENT_NOT_LISTED, "cases/C-1/attachments/d.pdf", ""),
    ]


def test_a_name_may_be_decomposed_on_disk_and_composed_in_the_list(folder):
    folder.case(case(attachments=[listed(unicodedata.normalize("NFC", "résumé.pdf"))]))
    folder.attach(unicodedata.normalize("NFD", "résumé.pdf"))
    assert read(folder.path).cases[0].attachments[0].length == len(PDF)


def test_one_file_in_two_cases_is_refused(folder):
    folder.case(case(attachments=[listed("a.pdf")])).attach("a.pdf")
    folder.case(case("C-2", attachments=[listed("b.pdf")])).attach("b.pdf", number="C-2")
    assert problems(folder) == [(What.ATTACHMENT_SHARED, "cases/C-2/attachments/b.pdf", "")]


def test_the_programme_must_make_sense(folder):
    first = PROGRAMME["rounds"][0]
    areas = {"code": "all", "name": text(), "areas": ["economy"]}
    folder.programme(
        panels=[areas, areas],
        rounds=[
            {**first, "closes": "2026-08-01T00:00"},
            {**first, "number": 3, "closes": "2026-06-30T18:00"},
            {**first, "number": 4, "opens": "2026-07-01T25:00"},
        ],
    )
    assert problems(folder) == [
        (What.AREA_IN_TWO_PANELS, "programme.json", "panels"),
        (What.CODE_TWICE, "programme.json", "panels"),
        (What.ROUNDS_NOT_IN_ORDER, "programme.json", "rounds"),
        (What.MIDNIGHT, "programme.json", "rounds[0].closes"),
        (What.CLOSES_FIRST, "programme.json", "rounds[1]"),
        (What.NOT_A_TIME, "programme.json", "rounds[2].opens"),
        (What.AREA_WITHOUT_PANEL, CASE, "area"),
    ]


def test_a_rubric_on_which_no_desk_could_sign_is_refused(folder):
    sample = files("reviewer_app.resources") / "rubric" / "sample.json"
    rubric = json.loads(sample.read_text(encoding="utf-8"))
    assert read(folder.programme(rubric=rubric).path).remarks == ()
    band = {"low": 1, "high": 5, "anchor": text()}
    others = [{**each, "bands": [band]} for each in rubric["criteria"][:2]]
    folder.programme(rubric={**rubric, "highest": 5, "criteria": [*others, others[0]]})
    assert problems(folder) == [
        (What.OTHER_SCALE, "programme.json", "rubric"),
        (What.OTHER_CRITERIA, "programme.json", "rubric.criteria"),
    ]


def test_stray_and_missing_files_are_problems(folder):
    folder.write("cases/C-1/plan.pdf", PDF).write("cases/C-7/attachments/x.pdf", PDF)
    folder.write("README.md", b"not part of the import")
    assert problems(folder) == [
        (What.STRAY_FILE, "cases/C-1/plan.pdf", ""),
        (What.NO_CASE_FILE, "cases/C-7", ""),
    ]


def test_every_finding_has_a_sentence_in_both_languages():
    for what in What:
        finding = Finding(what, "programme.json", "name", ("1", "2", "3"))
        english, chinese = sentence(finding, Language.EN), sentence(finding, Language.ZH)
        assert english.startswith("programme.json, field name: ")
        assert english.endswith(".")
        assert chinese.startswith("programme.json，字段 name：")
        assert chinese.endswith("。")


PNG = b"\x89PNG\r\n\x1a\n and more"


def test_attachments_may_be_pictures_texts_and_others(folder):
    names = {
        "map.png": (PNG, "image/png"),
        "photo.jpg": (b"\xff\xd8\xff\xe0", "image/jpeg"),
        "scan.webp": (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        "notes.txt": ("说明".encode("gb18030"), "text/plain"),
        "letter.txt": (PDF, "application/pdf"),
        "budget.xlsx": (b"PK\x03\x04", "application/octet-stream"),
    }
    folder.case(case(attachments=[listed(name) for name in names]))
    for name, (content, _) in names.items():
        folder.attach(name, content)
    (form,) = read(folder.path).cases
    assert {one.form.file: one.media_type for one in form.attachments} == {
        name: media_type for name, (_, media_type) in names.items()
    }
    built = build_case(form, 1)
    others = [name for name in names if name != "letter.txt"]
    assert [file.file for file in files_of(built)] == ["letter.txt", *others]
