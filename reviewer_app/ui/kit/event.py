"""A typed face for Qt signals: one event, one typed value."""

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class _Signal(Protocol):
    """What a bound signal offers; PySide's own stubs say nothing of the value."""

    def connect(self, slot: Callable[..., object]) -> object: ...
    def disconnect(self, slot: Callable[..., object]) -> object: ...
    def emit(self, value: object) -> None: ...


class BoundEvent(Generic[T]):
    """An event of one object: connect to it, or emit it."""

    __slots__ = ("_carries", "_signal")

    def __init__(self, signal: _Signal, carries: type[T] | None) -> None:
        self._signal = signal
        self._carries = carries

    def connect(self, slot: Callable[[T], object]) -> None:
        """Call ``slot`` with each value; ``other.event.emit`` hands the value on.

        Give bound methods of Qt objects: those are let go with their object, while a lambda
        or ``partial`` is still called after its widget is gone.
        """
        self._signal.connect(_slot_of(slot))

    def disconnect(self, slot: Callable[[T], object]) -> None:
        """Stop calling ``slot``; raises RuntimeError where it was not connected."""
        self._signal.disconnect(_slot_of(slot))

    def emit(self, value: T) -> None:
        """Tell everybody; raises TypeError for a value of another type than declared."""
        if self._carries is not None and not isinstance(value, self._carries):
            name = type(value).__name__
            raise TypeError(f"the event carries {self._carries.__name__}, not {name}")
        self._signal.emit(value)


class Event(Generic[T]):
    """Declare an event in the body of a QObject class.

    ``changed = Event(ScoringState)`` also checks the type of each value as it is emitted.
    What is no plain class is written ``chosen: Event[Row | None] = Event()``.
    """

    def __init__(self, carries: type[T] | None = None) -> None:
        self._carries = carries if isinstance(carries, type) and _plain(carries) else None
        self._attribute = ""

    def __set_name__(self, owner: type[QObject], name: str) -> None:
        # Runs while the class is made, before Qt looks for its signals.
        self._attribute = f"_event_{name}"
        setattr(owner, self._attribute, Signal(object))

    @overload
    def __get__(self, instance: None, owner: type[QObject]) -> "Event[T]": ...
    @overload
    def __get__(self, instance: QObject, owner: type[QObject]) -> BoundEvent[T]: ...
    def __get__(self, instance: QObject | None, owner: type[QObject]) -> "Event[T] | BoundEvent[T]":
        if instance is None:
            return self
        return BoundEvent(getattr(instance, self._attribute), self._carries)


def _plain(carries: type[object]) -> bool:
    """Whether ``isinstance`` accepts it (``tuple[Row, ...]`` it does not)."""
    return not hasattr(carries, "__origin__")


def _slot_of(slot: Callable[..., Any]) -> Callable[..., Any]:
    """The underlying signal's ``emit`` for an event's, since bound events live only shortly."""
    target = getattr(slot, "__self__", None)
    if isinstance(target, BoundEvent):
        emit: Callable[..., Any] = target._signal.emit
        return emit
    return slot
