"""Each kind of data class in use is the same late as by the standard library."""

import copy
import dataclasses
import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from threading import Barrier
from typing import Any, ClassVar

import pytest

from review_protocol.late_dataclasses import dataclass as late

Make = Callable[..., type]


def slotted(dataclass: Make) -> type:
    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        notes: tuple[str, ...] = ()
        seen: dict[str, int] = field(default_factory=dict, compare=False)
        limit: ClassVar[int] = 3

    return Place


def with_a_dictionary(dataclass: Make) -> type:
    @dataclass(frozen=True)
    class Place:
        name: str
        notes: tuple[str, ...] = ()

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

    return Place


def inheriting(dataclass: Make) -> type:
    @dataclass(frozen=True, slots=True)
    class Place(slotted(dataclass)):  # type: ignore[misc]
        name: str = "B"
        more: int = 1

    return Place


def a_failure(dataclass: Make) -> type:
    @dataclass(eq=False)
    class Root(Exception):
        """Root."""

    @dataclass(eq=False)
    class Place(Root):
        name: str
        notes: tuple[str, ...] = ()

    return Place


def without_fields(dataclass: Make) -> type:
    @dataclass(frozen=True, slots=True)
    class Place:
        """Nothing in it."""

    return Place


def matched(each: object, cls: type) -> object:
    """What a pattern takes from it."""
    match each:
        case cls(first):
            return first
        case _:
            return None


ASKED: dict[str, Callable[[type], object]] = {
    "made": lambda cls: cls("A", ("b",)),
    "by name": lambda cls: cls(name="A", notes=("b",)),
    "by default": lambda cls: cls(),
    "fields": lambda cls: [(f.name, f.type, f.init, f.compare) for f in dataclasses.fields(cls)],
    "asdict": lambda cls: dataclasses.asdict(cls("A", ("b",))),
    "astuple": lambda cls: dataclasses.astuple(cls("A")),
    "replace": lambda cls: dataclasses.replace(cls("A"), notes=("c",)),
    "replace of no field": lambda cls: dataclasses.replace(cls("A"), other=1),
    "copy": lambda cls: copy.copy(cls("A", ("b",))),
    "copy of a default": lambda cls: copy.copy(cls()),
    "deepcopy": lambda cls: copy.deepcopy(cls("A", ("b",))),
    "equal": lambda cls: (cls("A") == cls("A"), cls("A") == cls("B"), cls() == cls()),
    "hash": lambda cls: hash(cls("A")) == hash(cls("A")),
    "match": lambda cls: matched(cls("A"), cls),
    "match of a default": lambda cls: matched(cls(), cls),
    "match args": lambda cls: vars(cls)["__match_args__"],
    "its dictionary": lambda cls: sorted(vars(cls("A"))),
    "its slots": lambda cls: vars(cls)["__slots__"],
    "a class below": lambda cls: type("Below", (cls,), {})("A", ("b",)),
    "changed": lambda cls: setattr(cls("A"), "name", "B"),
    "a data class": lambda cls: (dataclasses.is_dataclass(cls), cls.__doc__ is None),
}


def outcome(act: Callable[[type], object], cls: type) -> tuple[str, str]:
    """What comes of it, or the kind of error."""
    try:
        return "", repr(act(cls))
    except Exception as error:  # any, since the two are compared
        return type(error).__name__, ""


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize(
    "kind", [slotted, with_a_dictionary, inheriting, a_failure, without_fields]
)
def test_it_is_the_same_as_by_the_standard_library(
    kind: Callable[[Make], type], asked: str
) -> None:
    late_one = outcome(ASKED[asked], kind(late))
    assert late_one == outcome(ASKED[asked], kind(dataclasses.dataclass))


@pytest.mark.parametrize("kind", [slotted, with_a_dictionary, inheriting, a_failure])
def test_a_pickle_holds_the_same(
    kind: Callable[[Make], type], monkeypatch: pytest.MonkeyPatch
) -> None:
    cls, fresh = kind(late), kind(late)  # the other as in a process that has made none yet
    cls.__qualname__ = fresh.__qualname__ = "Unpickled"
    monkeypatch.setattr(sys.modules[__name__], "Unpickled", cls, raising=False)
    kept = pickle.dumps(cls("A", ("b",)))
    monkeypatch.setattr(sys.modules[__name__], "Unpickled", fresh)
    again = pickle.loads(kept)
    assert (type(again), again.name, again.notes) == (fresh, "A", ("b",))


@pytest.fixture
def threads_change_often() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("threads_change_often")
@pytest.mark.parametrize("kind", [slotted, with_a_dictionary, inheriting, a_failure])
def test_threads_that_make_the_first_at_once_each_get_a_right_one(
    kind: Callable[[Make], type],
) -> None:
    many = 4
    with ThreadPoolExecutor(many) as pool:
        for _ in range(25):
            cls, start = kind(late), Barrier(many)

            def make(name: str, cls: type = cls, start: Barrier = start) -> Any:
                start.wait()
                return cls(name, (name,))

            made = list(pool.map(make, "abcd"))
            assert [(each.name, each.notes) for each in made] == [(n, (n,)) for n in "abcd"]
            assert repr(made[0]) == repr(cls("a", ("a",)))
