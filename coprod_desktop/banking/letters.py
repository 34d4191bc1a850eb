"""Write names and references in the few letters that a bank takes."""

import dataclasses
import functools
import string
import unicodedata
from types import MappingProxyType

# Signs that make a spreadsheet work a field out, and signs that no name begins with.
_NEVER_FIRST = "=+-@' "
_APOSTROPHE = "'"
_NEAREST = MappingProxyType(
    str.maketrans(
        {
            "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O",
            "þ": "th", "Þ": "Th", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
            "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ə": "e", "Ə": "E",
            "\N{LATIN SMALL LETTER DOTLESS I}": "i",
            "’": "'", "‘": "'", "`": "'", "\N{ACUTE ACCENT}": "'", "\N{PRIME}": "'",
            "\N{MODIFIER LETTER APOSTROPHE}": "'",
            "\N{HYPHEN}": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
        }
    )
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """The letters and signs that a bank takes beside the space; `is_upper` for capitals alone."""

    letters: frozenset[str]
    is_upper: bool = False


# A-Z 0-9 . & / - and the space: Bacs Standard 18, positions 47 to 100 (docs/bank-layouts.md).
BACS = Alphabet(letters=frozenset(string.ascii_uppercase + string.digits + ".&/-"), is_upper=True)


def bank_letters(text: str, alphabet: Alphabet) -> str:
    """Return text in a bank's letters: "Siân Łukasz, ŵ" is "Sian Lukasz w"; empty where none fit.

    An apostrophe that the bank does not take is left out (OBrien); any other sign becomes a space.
    """
    spelt = "".join(_spelt(one, alphabet) for one in unicodedata.normalize("NFC", text))
    return " ".join(spelt.split()).lstrip(_NEVER_FIRST)


def has_letters(text: str) -> bool:
    """Say whether a letter of any script stands in the text."""
    return any(one.isalpha() for one in text)


@functools.lru_cache(maxsize=4096)
def _spelt(letter: str, alphabet: Alphabet) -> str:
    """Return how a bank spells one letter: as it is, without its accent, or by its nearest."""
    if found := _taken(letter, alphabet):
        return found
    if _is_unseen(letter):
        return ""
    loose = unicodedata.normalize("NFKD", letter.translate(_NEAREST))
    bare = "".join(one for one in loose if not unicodedata.combining(one)).translate(_NEAREST)
    return "".join(_taken(one, alphabet) or _left_out(one) for one in bare)


def _taken(letter: str, alphabet: Alphabet) -> str:
    """Return a letter as the bank takes it, or nothing."""
    cased = letter.upper() if alphabet.is_upper else letter
    return cased if set(cased) <= alphabet.letters else ""


def _left_out(sign: str) -> str:
    return "" if sign == _APOSTROPHE else " "


def _is_unseen(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter) == "Cf"
