"""What the connection page shows: each step of the way to the server, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.findings import Finding, Outcome, Step, StepFound

OF_PROXY = (Finding.PROXY_SIGN_IN, Finding.PROXY_REFUSED, Finding.PROXY_UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """`trying` is the step under way; `ended` when it was looked for, a timestamp."""

    server: str = ""
    found: tuple[StepFound, ...] = ()
    trying: Step | None = None
    cancelled: bool = False
    ended: str | None = None
    failure: ExpectedFailure | None = None

    @property
    def bad(self) -> StepFound | None:
        """The step at which the way ends."""
        return next((each for each in self.found if each.outcome is Outcome.BAD), None)

    @property
    def noted(self) -> tuple[StepFound, ...]:
        return tuple(each for each in self.found if each.outcome is Outcome.NOTED)

    @property
    def wants_proxy(self) -> bool:
        """Whether the settings of the proxy are what helps."""
        return self.bad is not None and self.bad.finding in OF_PROXY

    def of(self, step: Step) -> StepFound | None:
        """What was found at a step."""
        return next((each for each in self.found if each.step is step), None)
