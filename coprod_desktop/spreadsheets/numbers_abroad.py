"""Amounts and lengths of time as other countries write them: 1.234,50 and 2 Std. 30 Min."""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction

_COMMA = re.compile(r"(?<![\d.,])\d{1,3}(?:[. '’\u00a0\u202f]?\d{3})*,\d{1,2}(?![\d,.])")
_POINT = re.compile(r"\d\.\d{1,2}(?![\d.,])")
_PARTED = re.compile(r"(?<=\d)[. '’\u00a0\u202f](?=\d{3}(?!\d))")
_HOURS = re.compile(
    r"(?<=[\d½¼¾ ])(?:heures?|hrs?\.|stunden?|stdn?\.?|horas?|oriau|awr|godzin[ay]?|godz\.?|h\.)"
    r"(?![^\W\d_])"
)
_MINUTES = re.compile(
    r"(?<=[\d ])(?:minuten?|minutos?|minut[ay]?|munudau|munud|min\.|mins\.|mn|['’\u2032])"
    r"(?![^\W\d_])"
)
_AND = re.compile(r"(?<=[hm]) ?(?:et|und|y|e|a|ac|i) (?=\d)")
_DAYS = re.compile(
    r"(?:(?P<number>\d+(?:[.,]\d+)?)? ?(?P<part>[½¼¾]|1/2|1/4|3/4)?|(?P<word>half|quarter|a|one|"
    r"full|whole|demi|halber|ein|media|medio|meio|hanner|pol)(?: a)?)[ -]?"
    r"(?:days?|d|jours?|journees?|tage?|dias?|diwrnod(?:au)?|dnia|dni|dzien)"
)
_LETTERS = str.maketrans({"ł": "l", "’": "'", "\u2032": "'"})
_PARTS = {"½": Fraction(1, 2), "1/2": Fraction(1, 2), "¼": Fraction(1, 4), "1/4": Fraction(1, 4),
          "¾": Fraction(3, 4), "3/4": Fraction(3, 4)}  # fmt: skip
_WHOLE_DAYS = frozenset({"a", "one", "full", "whole", "ein"})


def has_decimal_commas(column: Iterable[object]) -> bool:
    """Tell whether a column writes 12,50 for twelve and a half: some do, and none writes 12.50."""
    texts = {cell for cell in column if isinstance(cell, str)}
    return any(map(_COMMA.search, texts)) and not any(map(_POINT.search, texts))


def with_points(text: str) -> str:
    """Return an amount written with a decimal comma as on a UK keyboard: "1.234,50" is 1234.50."""
    return _PARTED.sub("", text).replace(",", ".")


def plain_length(text: str) -> str:
    """Return a length of time with h and m for the words of other languages."""
    plain = _bare(text)
    if plain.isascii() and not any(letter.isalpha() for letter in plain) and "'" not in plain:
        return text
    return _AND.sub("", _MINUTES.sub("m", _HOURS.sub("h", plain)))


def _bare(text: str) -> str:
    """Return a text without accents and case; fractions stay as they are."""
    parted = unicodedata.normalize("NFD", " ".join(text.split()).casefold().translate(_LETTERS))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def count_days(text: str) -> Fraction | None:
    """Return how many days a text names, as "half a day" or "1½ days"; None for anything else."""
    match = _DAYS.fullmatch(_bare(text).strip(" ."))
    if match is None or not any(match.groups()):
        return None
    if match["word"]:
        if match["word"] in _WHOLE_DAYS:
            return Fraction(1)
        return Fraction(1, 4) if match["word"] == "quarter" else Fraction(1, 2)
    number = Fraction((match["number"] or "0").replace(",", "."))
    return number + _PARTS.get(match["part"] or "", Fraction(0))
