"""Reads a value as a form, and says of every field that does not fit what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import orjson
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from central_server.intake.findings import Finding, What
from central_server.intake.text import field_name
from review_protocol.canonical import JsonValue
from review_protocol.documents.base import Part

_Form = TypeVar("_Form", bound=Part)

_KINDS = {
    "missing": What.MISSING,
    "extra_forbidden": What.UNKNOWN_FIELD,
    "enum": What.NOT_ONE_OF,
    "literal_error": What.NOT_ONE_OF,
    "string_pattern_mismatch": What.WRONG_FORM,
    "too_short": What.EMPTY,
    "string_too_short": What.EMPTY,
    "too_long": What.TOO_LONG,
    "string_too_long": What.TOO_LONG,
    "greater_than_equal": What.OUT_OF_RANGE,
    "less_than_equal": What.OUT_OF_RANGE,
    "less_than": What.OUT_OF_RANGE,
}
_NO_LANGUAGE = "one of zh and en is needed"


def read_form(
    form: type[_Form], value: JsonValue, file: str
) -> tuple[_Form | None, tuple[Finding, ...]]:
    """The form, or None and one finding for each field that does not fit."""
    try:
        return form.model_validate_json(orjson.dumps(value)), ()
    except ValidationError as wrong:
        errors = _without_echoes(wrong.errors(include_url=False))
        return None, tuple(dict.fromkeys(_finding(error, file) for error in errors))
    except orjson.JSONEncodeError as wrong:  # a number beyond 64 bits
        return None, (Finding(What.OTHER, file, facts=(str(wrong),)),)


def _without_echoes(errors: Sequence[ErrorDetails]) -> Sequence[ErrorDetails]:
    """A list whose elements are wrong is said to be too short as well: it is not."""
    below = {error["loc"][:end] for error in errors for end in range(len(error["loc"]))}
    return [one for one in errors if one["type"] != "too_short" or one["loc"] not in below]


def _finding(error: ErrorDetails, file: str) -> Finding:
    kind, path = error["type"], error["loc"]
    what = _KINDS.get(kind)
    if what is None:
        what = What.WRONG_TYPE if kind.endswith("_type") else What.OTHER
    if kind == "value_error":
        reason = str(error["ctx"]["error"])
        if reason == _NO_LANGUAGE:
            return Finding(What.NO_LANGUAGE, file, field_name(path))
        return Finding(What.OTHER, file, field_name(path), (reason,))
    if what in (What.MISSING, What.UNKNOWN_FIELD):
        return Finding(what, file, field_name(path[:-1]), (str(path[-1]),))
    return Finding(what, file, field_name(path), _facts(what, error))


def _facts(what: What, error: ErrorDetails) -> tuple[str, ...]:
    """The facts of the sentence: what stands there, and what is expected."""
    bounds = error.get("ctx", {})
    shown = _shown(error["input"])
    match what:
        case What.NOT_ONE_OF:
            return (shown, str(bounds["expected"]).replace("'", ""))
        case What.WRONG_FORM:
            return (shown, str(bounds["pattern"]))
        case What.WRONG_TYPE:
            return (shown, error["type"].removesuffix("_type"))
        case What.TOO_LONG:
            return (str(bounds["max_length"]),)
        case What.OUT_OF_RANGE:
            bound = next(str(bounds[name]) for name in ("ge", "le", "lt") if name in bounds)
            return (shown, bound)
        case What.OTHER:
            return (error["msg"],)
        case _:
            return ()


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else orjson.dumps(value, default=str).decode("utf-8")
    return text if len(text) <= 60 else text[:59] + "…"
