"""`dataclass` of the standard library, but a class's functions are made when they are first used.

Python 3.11 compiles six functions for each frozen data class, 0.3 ms of CPU at every start of a
program, though most are never called. Here the constructor is written at the first call, and
the other functions are shared. Modules that the application's start loads take `dataclass` from
here. Python 3.13 compiles one function a class: once that is the oldest, this module can go.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields, is_dataclass
from operator import attrgetter
from reprlib import recursive_repr
from types import FunctionType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Kind = TypeVar("_Kind")
_Function = Callable[..., object]


def _late(
    *, frozen: bool = False, slots: bool = False, eq: bool = True
) -> Callable[[type[_Kind]], type[_Kind]]:
    """Either frozen, or of instances that each equal only themselves; fields are plain ones.

    TypeError at the decoration for anything else that the standard library's can do.
    """
    if frozen is not eq:
        raise TypeError("a data class is frozen, or it has eq=False")

    def decorate(cls: type[_Kind]) -> type[_Kind]:
        own = frozenset(vars(cls))
        cls.__doc__ = cls.__doc__ or cls.__name__  # or else it would be read from a signature
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        assert is_dataclass(made)
        if any(field.kw_only or not field.init for field in fields(made)):
            raise TypeError(f"{cls.__qualname__} has a field that is no plain one")
        functions: dict[str, _Function] = {"__repr__": _shown}
        functions["__init__"] = _written_later(made, frozen=frozen)
        if frozen:
            functions |= {"__setattr__": _refuse, "__delattr__": _refuse, **_compared(made)}
        if frozen and slots:
            functions |= {"__getstate__": _state, "__setstate__": _take_state}
        for name in functions.keys() - own:
            setattr(made, name, functions[name])
        return made

    return decorate


def _written_later(made: type[DataclassInstance], *, frozen: bool) -> Callable[..., None]:
    def first(self: object, *values: object, **named: object) -> None:
        written = _constructor(made, frozen=frozen)
        type.__setattr__(made, "__init__", written)
        written(self, *values, **named)

    return first


def _constructor(made: type[DataclassInstance], *, frozen: bool) -> Callable[..., None]:
    names: dict[str, object] = {"_put": object.__setattr__, "_absent": MISSING}
    parameters, lines = ["self"], list[str]()
    for field in fields(made):
        parameter, value = _parameter(field, names)
        parameters.append(parameter)
        put = f"_put(self, {field.name!r}, {value})" if frozen else f"self.{field.name} = {value}"
        lines.append(put)
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n {body}", names)
    written = names["__init__"]
    assert isinstance(written, FunctionType)
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _parameter(field: Field[object], names: dict[str, object]) -> tuple[str, str]:
    """The field as a parameter, and its value as an expression; `names` takes what they mean."""
    name = field.name
    if field.default_factory is not MISSING:
        names[f"_new_{name}"] = field.default_factory
        return f"{name}=_absent", f"_new_{name}() if {name} is _absent else {name}"
    if field.default is not MISSING:
        names[f"_default_{name}"] = field.default
        return f"{name}=_default_{name}", name
    return name, name


def _compared(made: type[DataclassInstance]) -> dict[str, _Function]:
    values = _values([field.name for field in fields(made) if field.compare])

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _values(names: list[str]) -> Callable[[object], object]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda each: tuple(getattr(each, name) for name in names)


@recursive_repr()
def _shown(self: DataclassInstance) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"{name!r} of a {self.__class__.__qualname__} stays as it is")


def _state(self: DataclassInstance) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _take_state(self: DataclassInstance, state: list[object]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # a type checker knows this one
else:
    dataclass = _late
