"""Text that people type: cleaned, kept whole, and refused where no paper could show it."""

import re
import unicodedata

from coprod_desktop.domain.errors import (
    NameMissingError,
    TextIsFormulaError,
    TextTooLongError,
    TextUnprintableError,
)

NAME_LIMIT = 200
LINE_LIMIT = 500
NOTE_LIMIT = 4000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Word's own line break is \x0b
# Soft hyphens, spaces of no width and marks that turn the direction of whole stretches: they come
# along when text is copied from a web page or a telephone, and nobody can see them.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_ALIKE = str.maketrans(
    dict.fromkeys("‘’`\u00b4\u02bc\u2032", "'")
    | dict.fromkeys("–−\u2010\u2011\u2014", "-")
    | {"ł": "l", "ø": "o", "đ": "d", "\N{LATIN SMALL LETTER DOTLESS I}": "i"}
    | {"æ": "ae", "œ": "oe"}
)


def clean_name(text: str) -> str:
    """Return a name with single spaces; raises NameMissingError, TextTooLongError (200)."""
    name = clean_line(text, limit=NAME_LIMIT)
    if not any(unicodedata.category(letter)[0] in "LNPS" for letter in name):
        raise NameMissingError()
    return name


def clean_line(text: str, *, limit: int = LINE_LIMIT) -> str:
    """Return one line of text with single spaces, accents composed."""
    return clean_note(" ".join(_UNSEEN.sub("", text).split()), limit=limit)


def clean_note(text: str, *, limit: int = NOTE_LIMIT) -> str:
    """Return text of several lines.

    Raises TextTooLongError, TextUnprintableError, or TextIsFormulaError for a leading "=": finance
    staff open these texts in a spreadsheet, which would work them out.
    """
    lines = _NEW_LINE.sub("\n", _UNSEEN.sub("", text))
    plain = unicodedata.normalize("NFC", lines).strip()
    if _CONTROL.search(plain):
        raise TextUnprintableError()
    if len(plain) > limit:
        raise TextTooLongError(length=len(plain), limit=limit)
    if plain.startswith("="):
        raise TextIsFormulaError(text=plain)
    return plain


def fold(text: str) -> str:
    """Return the text for comparing: no accents, no case, plain quotes, single spaces."""
    if text.isascii():  # most names, and much quicker
        return " ".join(text.lower().replace("`", "'").split())
    loose = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    bare = "".join(letter for letter in loose if not unicodedata.combining(letter))
    return " ".join(bare.casefold().translate(_ALIKE).split())
