"""Every failure that an operator can meet, as one sentence: what, where, what to do."""

from __future__ import annotations

from central_server.cli.bad_argument import BadArgument
from central_server.cli.words.failures.devices import about_devices
from central_server.cli.words.failures.escrow import about_escrow
from central_server.cli.words.failures.files import about_files
from central_server.cli.words.failures.founding import about_founding
from central_server.cli.words.failures.keeping import about_keeping
from central_server.cli.words.failures.people import about_people
from central_server.cli.words.failures.rounds import about_rounds
from central_server.cli.words.failures.serving import about_serving
from central_server.cli.words.failures.storage import about_storage
from central_server.cli.words.failures.telling import about_telling
from central_server.failures import ServerFailure
from review_protocol.documents.text import Language

_ABOUT = (
    about_storage,
    about_serving,
    about_founding,
    about_people,
    about_devices,
    about_rounds,
    about_keeping,
    about_escrow,
    about_files,
    about_telling,
)


def failure_sentence(failure: ServerFailure, language: Language) -> str:
    """The sentence; a failure without one of its own says its own English."""
    if isinstance(failure, BadArgument):
        return failure.sentence(language)
    for about in _ABOUT:
        both = about(failure)
        if both is not None:
            return both[int(language is Language.ZH)]
    return str(failure)
