"""What an import finds: problems, which prevent it, and remarks, which are reported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from central_server.failures import ServerFailure


class What(StrEnum):
    """Everything that can be said of an import; `words.py` has the sentences."""

    # the files
    NOT_FOUND = "not-found"
    NOT_AN_ARCHIVE = "not-an-archive"
    UNSAFE_NAME = "unsafe-name"
    A_LINK = "a-link"
    ENCRYPTED_ARCHIVE = "encrypted-archive"
    TOO_MANY_FILES = "too-many-files"
    TOO_MUCH = "too-much"
    TWICE_IN_ARCHIVE = "twice-in-archive"
    FILE_TOO_LARGE = "file-too-large"
    NO_PROGRAMME = "no-programme"
    NO_CASES = "no-cases"
    NO_CASE_FILE = "no-case-file"
    STRAY_FILE = "stray-file"
    LITTER = "litter"
    # the text of a file
    NOT_UTF8 = "not-utf8"
    NOT_JSON = "not-json"
    DUPLICATE_KEY = "duplicate-key"
    TOO_DEEP = "too-deep"
    BYTE_ORDER_MARK = "byte-order-mark"
    NORMALISED = "normalised"
    LINE_BREAKS = "line-breaks"
    INVISIBLE = "invisible"
    CONTROL_CHARACTER = "control-character"
    SURROGATE = "surrogate"
    # the fields
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown-field"
    NOT_ONE_OF = "not-one-of"
    WRONG_FORM = "wrong-form"
    WRONG_TYPE = "wrong-type"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    OUT_OF_RANGE = "out-of-range"
    NO_LANGUAGE = "no-language"
    OTHER = "other"
    # the sense
    NUMBER_DIFFERS = "number-differs"
    NO_ORIGINAL = "no-original"
    BLANK = "blank"
    UNKNOWN_COUNTRY = "unknown-country"
    COUNTRY_NOT_FOUND = "country-not-found"
    TRANSLATION_WITHOUT_TEXT = "translation-without-text"
    AREA_WITHOUT_PANEL = "area-without-panel"
    AREA_IN_TWO_PANELS = "area-in-two-panels"
    CODE_TWICE = "code-twice"
    ATTACHMENT_MISSING = "attachment-missing"
    ATTACHMENT_NOT_LISTED = "attachment-not-listed"
    ATTACHMENT_TWICE = "attachment-twice"
    ATTACHMENT_SHARED = "attachment-shared"
    NOT_A_PDF = "not-a-pdf"
    CUT_OFF_PDF = "cut-off-pdf"
    UNKNOWN_ZONE = "unknown-zone"
    NOT_A_TIME = "not-a-time"
    MIDNIGHT = "midnight"
    CLOSES_FIRST = "closes-first"
    ROUNDS_NOT_IN_ORDER = "rounds-not-in-order"
    NO_SUCH_ROUND = "no-such-round"
    OTHER_SCALE = "other-scale"
    OTHER_CRITERIA = "other-criteria"
    NOT_A_PAIR = "not-a-pair"
    NOT_A_ROW = "not-a-row"
    NOT_CHINESE = "not-chinese"
    NAMES_TWO = "names-two"
    # against what was imported before
    RUBRIC_IN_USE = "rubric-in-use"
    ROUND_IN_USE = "round-in-use"
    CASE_WITHDRAWN = "case-withdrawn"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: in which file, at which field ("" for the file as a whole), and its facts
    in the order in which the sentence names them."""

    what: What
    file: str
    field: str = ""
    facts: tuple[str, ...] = ()


@dataclass(eq=False)
class CannotImport(ServerFailure):
    """The import has problems; nothing of it was taken."""

    problems: tuple[Finding, ...]
    remarks: tuple[Finding, ...] = ()
