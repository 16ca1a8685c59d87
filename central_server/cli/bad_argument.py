"""What an argument, or what was typed, is when it cannot be meant."""

from __future__ import annotations

from dataclasses import dataclass

from central_server.failures import ServerFailure
from review_protocol.documents.text import Language


@dataclass(eq=False)
class BadArgument(ServerFailure):
    """An argument of the command line that cannot be meant; both sentences are ready."""

    english: str
    chinese: str

    def sentence(self, language: Language) -> str:
        """The one in the operator's language."""
        return self.chinese if language is Language.ZH else self.english
