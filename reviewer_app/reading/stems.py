"""English words cut to stems: rough, and the same for texts and for the dictionary."""

import re

STEM_LETTERS = 6
_WORD = re.compile(r"[a-z]+")
_STOP = frozenset(
    """
    a about after all an and another any are as at be been before between both but by can could did
    do does done during each etc for from had has have he her his how if in into is it its many may
    me more most much must my no not of off on one or other our out over own same sb shall she
    should so some sth such than that the their them then these they this those to under up us use
    used using was we were what when where which while who whom whose will with would you your
    """.split()  # noqa: SIM905
)


def stems_of(english: str) -> frozenset[str]:
    """The first six letters of every word of two letters or more that says something."""
    words = _WORD.findall(english.lower())
    return frozenset(word[:STEM_LETTERS] for word in words if len(word) > 1 and word not in _STOP)
