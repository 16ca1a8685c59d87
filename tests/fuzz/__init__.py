"""Fuzzing with structure: documents that are mutated where it hurts, against their readers.

`python -m tests.fuzz` runs it. A mutated input must be refused by a failure of the protocol, or be
read as one of the originals; in bounded time and memory. Every input is made of the seed, its kind
and its number alone, so that what was found can be made again.
"""
