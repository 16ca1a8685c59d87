"""Every sentence by its key, with its facts put in."""

from __future__ import annotations

from central_server.cli.words.cases import CASES
from central_server.cli.words.devices import DEVICES
from central_server.cli.words.escrow import ESCROW
from central_server.cli.words.everywhere import EVERYWHERE
from central_server.cli.words.files import FILES
from central_server.cli.words.founding import FOUNDING
from central_server.cli.words.keeping import KEEPING
from central_server.cli.words.looking import LOOKING
from central_server.cli.words.people import PEOPLE
from central_server.cli.words.restoring import RESTORING
from central_server.cli.words.rounds import ROUNDS
from central_server.cli.words.telling import TELLING
from central_server.plurals import Figure
from review_protocol.documents.text import Language

TABLES = (
    EVERYWHERE,
    FOUNDING,
    PEOPLE,
    DEVICES,
    ROUNDS,
    LOOKING,
    FILES,
    ESCROW,
    KEEPING,
    RESTORING,
    TELLING,
    CASES,
)
WORDS = {key: both for table in TABLES for key, both in table.items()}


def say(language: Language, key: str, **facts: object) -> str:
    """One sentence."""
    figures = {name: Figure(fact) for name, fact in facts.items()}
    return WORDS[key][int(language is Language.ZH)].format(**figures)
