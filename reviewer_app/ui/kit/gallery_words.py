"""Sample words of the gallery, in both languages."""

from collections.abc import Callable

Say = Callable[[str, str], str]


def words(code: str) -> Say:
    return lambda english, chinese: chinese if code == "zh_CN" else english
