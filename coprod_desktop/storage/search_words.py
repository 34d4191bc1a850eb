"""Take texts apart into the words by which they are found."""

import functools
import re
import unicodedata

from coprod_desktop.domain.text import fold

_LONGEST_WORD = 100  # PostgreSQL takes no word of over 2,046 bytes
_WORD = re.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=20_000)  # an import says the same names and words again and again
def to_index(text: str) -> str:
    """Return the words by which a text is found, with spaces between them."""
    # O'Brien is found by "obrien", "o'brien" and "brien".
    whole = split(text.replace("’", "'").replace("'", ""))
    return " ".join(dict.fromkeys((*whole, *split(text))))


def split(text: str) -> list[str]:
    """Return the words of a text as they are compared: no accents, no case, no signs."""
    plain = text.lower() if text.isascii() else fold(text)
    if not plain.isascii():
        # Vowel signs stand inside the words of many scripts and would cut them up.
        plain = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "M")
    return [word[:_LONGEST_WORD] for word in _WORD.findall(plain)]
