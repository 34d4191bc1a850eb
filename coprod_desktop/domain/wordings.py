"""The charity's own words for a fixed sentence of its papers, and the fields they may name."""

import dataclasses
import string

from coprod_desktop.domain.paper_choices import clean_language
from coprod_desktop.domain.paper_errors import (
    BracesUnreadableError,
    FieldUnknownError,
    LanguageUnknownError,
)
from coprod_desktop.domain.text import clean_line

_LONGEST = 1000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The charity's own words in one language; `sentence` is the English original."""

    wording_id: int
    language: str
    sentence: str
    own: str


def fields_of(text: str) -> frozenset[str]:
    """Return the fields that a sentence names in curly brackets, as they stand between them.

    Raises BracesUnreadableError.
    """
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise BracesUnreadableError(text=text) from error
    return frozenset(
        field + f"!{conversion}" * bool(conversion) + f":{form}" * bool(form)
        for _before, field, form, conversion in parts
        if field is not None
    )


def check_own(sentence: str, own: str) -> str:
    """Return the charity's own words tidied; empty stands for the original.

    A field may be left out, and none may be added or written in another way. Raises
    FieldUnknownError, BracesUnreadableError, or the errors of text.
    """
    tidied = clean_line(own, limit=_LONGEST)
    known = fields_of(sentence)
    for field in sorted(fields_of(tidied) - known):
        raise FieldUnknownError(text=field, known=tuple(sorted(known)))
    return tidied


def left_out(sentence: str, own: str) -> frozenset[str]:
    """Return the fields of the original that the charity's own words do not name.

    Raises BracesUnreadableError.
    """
    return fields_of(sentence) - fields_of(own) if own else frozenset()


def wording_language(text: str) -> str:
    """Return "en" or "cy"; raises LanguageUnknownError, for both at once too."""
    language = clean_language(text)
    if "+" in language:
        raise LanguageUnknownError(text=text)
    return language
