"""What the command line says, in English and in Chinese."""

from central_server.cli.words.sentences import TABLES, WORDS, say

__all__ = ["TABLES", "WORDS", "say"]
