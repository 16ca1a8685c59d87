"""A list of texts as one bound value, so that a look-up by many keys is compiled once for any
number of them, and no database's bound on the values of a query is met."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
from sqlalchemy import Column, ColumnElement, bindparam, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Listed(FunctionElement[str]):
    """The members of a JSON list, as rows of texts."""

    name = "listed"
    inherit_cache = True


@compiles(_Listed)
def _for_postgres(element: _Listed, compiler: SQLCompiler, **options: object) -> str:
    return f"(SELECT json_array_elements_text(CAST({compiler.process(element.clauses)} AS json)))"


@compiles(_Listed, "sqlite")
def _for_sqlite(element: _Listed, compiler: SQLCompiler, **options: object) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses)}))"


def among(column: Column[str], name: str) -> ColumnElement[bool]:
    """Whether a column's text is one of those bound under this name by `listed`."""
    return column.op("IN", is_comparison=True)(_Listed(bindparam(name)))


def one_of(column: Column[str], texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column's text is one of these, however many they are."""
    return column.op("IN", is_comparison=True)(_Listed(literal(listed(texts))))


def listed(texts: Iterable[str]) -> str:
    """These texts as the value to bind."""
    return orjson.dumps(list(texts)).decode("utf-8")
