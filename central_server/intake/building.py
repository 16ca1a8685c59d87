"""From the form to the documents: programme, rubric, rules, rounds, and a version of a case."""

from __future__ import annotations

from importlib.resources import files
from zoneinfo import ZoneInfo

from central_server.intake.attachments import PDF, ReadAttachment
from central_server.intake.form import ProgrammeForm
from central_server.intake.moments import in_zone, stamp
from central_server.intake.reading import ReadCase
from review_protocol.documents.base import read_fields
from review_protocol.documents.case import (
    Attachment,
    Case,
    CaseHeaders,
    Countries,
    SecretariatTranslation,
)
from review_protocol.documents.case_files import OtherFile, with_other_files
from review_protocol.documents.programme import (
    OrderingFigure,
    Panel,
    Programme,
    Round,
    Rubric,
    Rules,
)

TIES = (
    "benefits",
    "international_cooperativeness",
    "countries",
    "disagreement",
    "area",
    "written_reason",
)


def build_programme(form: ProgrammeForm) -> Programme:
    """The programme document."""
    return Programme(
        name=form.name,
        organiser=form.organiser,
        year=form.year,
        illustrative=form.illustrative,
        secretariat=form.secretariat,
        zone=form.zone,
        panels=tuple(Panel(code=one.code, name=one.name, areas=one.areas) for one in form.panels),
        undertaking=form.undertaking,
    )


def build_rounds(form: ProgrammeForm) -> tuple[Round, ...]:
    """The rounds, their times in UTC; the form was checked before."""
    zone = ZoneInfo(form.zone)
    rounds = []
    for one in form.rounds:
        opens, closes = in_zone(one.opens, zone), in_zone(one.closes, zone)
        assert opens is not None
        assert closes is not None
        rounds.append(
            Round(
                number=one.number,
                opens=stamp(opens),
                closes=stamp(closes),
                reviews_per_case=one.reviews_per_case,
                file_grace_hours=one.file_grace_hours,
            )
        )
    return tuple(rounds)


def build_rubric(form: ProgrammeForm) -> Rubric:
    """The programme's own rubric, or else the sample, which is marked as such."""
    if form.rubric is not None:
        return form.rubric
    sample = files("reviewer_app.resources") / "rubric" / "sample.json"
    return read_fields(Rubric, sample.read_bytes())


def build_rules(form: ProgrammeForm) -> Rules:
    """The programme's own rules, or else the usual ones for its number of rounds."""
    if form.rules is not None:
        return form.rules
    rounds = tuple(one.number for one in form.rounds)
    return Rules(
        casebook_target=60,
        outstanding_target=12,
        casebook_round=rounds[0],
        outstanding_round=rounds[-1],
        counted_rounds=rounds,
        ordering=OrderingFigure.ADJUSTED_MEAN,
        fewest_reviews=3,
        ties=TIES,
    )


def build_case(read: ReadCase, version: int) -> Case:
    """The case as this version of it."""
    form = read.form
    headers = CaseHeaders(
        number=form.number,
        version=version,
        name=form.name,
        area=form.area,
        applicant=form.applicant,
        partners=form.partners,
        recommender=form.recommender,
        countries=Countries(zh=form.countries.zh, en=form.countries.en, codes=read.codes),
        illustrative=form.illustrative,
    )
    translations = (
        SecretariatTranslation(element=element, language=language)
        for element, language in form.secretariat_translations
    )
    case = Case(
        headers=headers,
        original=form.original,
        elements=form.elements,
        secretariat_translations=tuple(translations),
        entered_before=form.entered_before,
        attachments=tuple(_pdf(one) for one in read.attachments if one.media_type == PDF),
    )
    others = (_other(one) for one in read.attachments if one.media_type != PDF)
    return with_other_files(case, tuple(others))


def _pdf(one: ReadAttachment) -> Attachment:
    return Attachment(
        file=one.form.file,
        title=one.form.title,
        language=one.form.language,
        media_type="application/pdf",
        sha256=one.sha256,
        length=one.length,
    )


def _other(one: ReadAttachment) -> OtherFile:
    return OtherFile(
        file=one.form.file,
        title=one.form.title,
        language=one.form.language,
        media_type=one.media_type,
        sha256=one.sha256,
        length=one.length,
    )
