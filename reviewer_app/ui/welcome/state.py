"""What the first start shows until this computer is enrolled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.people import InvitationLetter
from reviewer_app.errors import ExpectedFailure


class Stage(StrEnum):
    """The pages, in their order."""

    CODE = "code"
    INVITATION = "invitation"
    PASSPHRASE = "passphrase"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """`busy` while the server is asked; what was typed stays through every way back."""

    stage: Stage = Stage.CODE
    code: str = ""
    server: str = ""
    letter: InvitationLetter | None = None
    busy: bool = False
    failure: ExpectedFailure | None = None

    @property
    def asks_server(self) -> bool:
        """Whether the address is to be typed: no letter has brought it."""
        return self.letter is None

    @property
    def complete(self) -> bool:
        return bool(self.code.strip() and self.server.strip())
