"""What the page of one's computers shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.device_rows import DevicesLook


@dataclass(frozen=True, slots=True)
class DevicesState:
    """`answers` says of held packets whether they are the person's own, before that is signed;
    `asked` is whether the secretariat was written to."""

    look: DevicesLook | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)
    busy: bool = False
    asked: bool = False
    saved: str = ""
    failure: ExpectedFailure | None = None

    @property
    def mine(self) -> tuple[str, ...]:
        return self._answered(own=True)

    @property
    def denied(self) -> tuple[str, ...]:
        return self._answered(own=False)

    def _answered(self, *, own: bool) -> tuple[str, ...]:
        held = () if self.look is None else self.look.held
        return tuple(each.packet for each in held if self.answers.get(each.packet) is own)
