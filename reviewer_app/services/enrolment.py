"""From an invitation to a profile: check the code, meet the server, enrol this device once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from review_protocol.documents.answers import Hello
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.programme import Programme


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that was typed rightly: its public id and its 16-byte secret."""

    id: str
    secret: bytes


@dataclass(frozen=True, slots=True)
class Greeting:
    """A server that answered with a sound signature; who it is, is known only after enrolment."""

    server: str
    hello: Hello


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The profile is in its place; open it with the same passphrase."""

    person_name: str
    programme: Programme
    roles: tuple[Role, ...]


class Enrolment:
    """Makes the profile in `folder`, which must not hold one yet."""

    def check_code(self, text: str) -> Invitation:
        """Raises InvitationMistyped (positions are indices into `text`)."""
        raise NotImplementedError

    def read_letter(self, path: Path) -> InvitationLetter:
        """The invitation letter's file; raises UnreadableLetter."""
        raise NotImplementedError

    def meet(self, server: str, code: str) -> Greeting:
        """Network. Ask the server who it is, before anything is given away.

        Raises InvitationMistyped, NoConnection, UntrustedCertificate, NotOurServer.
        """
        raise NotImplementedError

    def accept(self, server: str, code: str, device_name: str, passphrase: str) -> Enrolled:
        """Network. Enrol this device: keys first, then the request, then the verified answer.

        The profile is made in a temporary folder and moved into place only when all is verified;
        after a lost answer the same keys are tried again with the same passphrase.
        Raises InvitationMistyped, WeakPassphrase, InvitationRefused, EnrolmentForged,
        NoConnection, UntrustedCertificate, NotOurServer, DiskFull, FolderReadOnly.
        """
        raise NotImplementedError

    def decline(self, server: str, code: str, reason: str) -> None:
        """Network. Close the invitation at the person's own word; raises as `accept`."""
        raise NotImplementedError
