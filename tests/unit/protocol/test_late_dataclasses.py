"""Data classes whose functions are made late behave as those of the standard library."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, replace
from inspect import signature
from typing import Generic, TypeVar

import pytest

from review_protocol.late_dataclasses import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Late."""

    name: str
    notes: tuple[str, ...] = ()
    seen: dict[str, int] = field(default_factory=dict, compare=False)
    key: bytes = field(default=b"", repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    """The same by the standard library."""

    name: str
    notes: tuple[str, ...] = ()
    seen: dict[str, int] = field(default_factory=dict, compare=False)
    key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Even(Generic[T]):
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("odd")

    def __hash__(self) -> int:
        return 7


@dataclass(frozen=True, slots=True)
class Wider(Place):
    more: int = 1


@dataclass(frozen=True, slots=True)
class Nothing:
    """Without a field."""


@dataclass(eq=False)
class Fault(Exception):
    reason: str


def usual(make: Callable[[type], object]) -> object:
    """What comes of it for the standard library's class, with our class's name in it."""
    return str(make(Usual)).replace("Usual", "Place")


@pytest.mark.parametrize(
    "make",
    [
        lambda cls: cls("A"),
        lambda cls: cls("A", ("b",), key=b"k"),
        lambda cls: replace(cls("A"), notes=("c",)),
        lambda cls: dataclasses.asdict(cls("A", seen={"x": 1})),
        lambda cls: hash(cls("A", ("b",))),
        lambda cls: cls("A", seen={"x": 1}) == cls("A"),
        lambda cls: cls("A") == cls("B"),
        lambda cls: cls("A") == "A",
        lambda cls: cls("A", seen=None).seen,
        lambda cls: cls("A").seen is cls("A").seen,
        lambda cls: cls.__match_args__,
        lambda cls: cls.__slots__,
        lambda cls: copy.deepcopy(cls("A", seen={"x": 1})),
        lambda cls: list(signature(cls).parameters) if cls("A") else None,
    ],
)
def test_it_does_what_the_standard_library_does(make: Callable[[type], object]):
    assert str(make(Place)) == usual(make)


@pytest.mark.parametrize(
    "make", [lambda cls: cls(), lambda cls: cls("A", other=1), lambda cls: cls("A", (), {}, b"", 1)]
)
def test_wrong_arguments_are_told_in_the_same_words(make: Callable[[type], object]):
    with pytest.raises(TypeError) as late:
        make(Place)
    with pytest.raises(TypeError) as usual_one:
        make(Usual)
    assert str(late.value) == str(usual_one.value).replace("Usual", "Place")


def test_nothing_of_it_can_be_changed():
    place = Place("A")
    with pytest.raises(FrozenInstanceError):
        place.name = "B"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.name
    with pytest.raises(FrozenInstanceError):
        place.other = 1  # type: ignore[attr-defined]
    assert place == Place("A")


def test_it_survives_a_pickle():
    place = Wider("A", ("b",), {"x": 1}, b"k", 2)
    again = pickle.loads(pickle.dumps(place))
    assert (again, again.seen) == (place, place.seen)


def test_fields_are_inherited():
    assert Wider("A", more=3) == replace(Wider("A"), more=3) != Wider("A")
    assert Wider("A") != Place("A")


def test_what_the_class_says_itself_stands():
    assert hash(Even[int](2)) == 7
    with pytest.raises(ValueError, match="odd"):
        Even[int](3)


def test_one_without_fields_equals_its_like():
    assert (Nothing(), hash(Nothing())) == (Nothing(), hash(Nothing()))
    assert Nothing() != Place("A")


def test_a_failure_can_be_raised_and_keeps_its_traceback():
    with pytest.raises(Fault) as raised:
        raise Fault("why")
    assert (raised.value.reason, repr(raised.value)) == ("why", "Fault(reason='why')")
    assert raised.value != Fault("why")
    assert raised.value.__traceback__ is not None


def test_the_constructor_is_written_at_the_first_call():
    @dataclass(frozen=True, slots=True)
    class Fresh:
        name: str

    first = Fresh.__init__
    made = [Fresh("A"), Fresh("A")]
    assert Fresh.__init__ is not first
    assert made[0] == made[1]
    other = object.__new__(Fresh)
    first(other, "A")  # as a thread that was there at the same time
    assert other == made[0]


def test_what_it_cannot_do_is_refused():
    with pytest.raises(TypeError):
        dataclass()(type("Loose", (), {}))
    with pytest.raises(TypeError):

        @dataclass(frozen=True)
        class Odd:
            name: str = field(init=False)
