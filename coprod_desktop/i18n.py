"""Turn the program's English sentences into the reader's language, or into the charity's words."""

import contextlib
import dataclasses
import functools
import gettext
from collections.abc import Iterator, Mapping
from contextvars import ContextVar

from coprod_desktop.paths import resource

_NONE = gettext.NullTranslations()
LANGUAGES = ("en", "cy")


@dataclasses.dataclass(frozen=True, slots=True)
class _Voice:
    """A language, and the sentences that a charity words in its own way."""

    language: str
    translations: gettext.NullTranslations
    own: Mapping[str, str]


class _Language:
    """Hold the language of the program; British English is the source and needs none."""

    def __init__(self) -> None:
        self.voice = _Voice("en", _NONE, {})


_current = _Language()
# A paper speaks the language of the person who holds it, whatever the program speaks around it.
_speaking: ContextVar[_Voice | None] = ContextVar("speaking", default=None)


def use_language(code: str) -> None:
    """Speak `code` ("en" or "cy") from now on; a sentence without a translation stays English."""
    _current.voice = _Voice(code, _translations(code), {})


@contextlib.contextmanager
def speaking(code: str, own: Mapping[str, str] | None = None) -> Iterator[None]:
    """Speak `code` meanwhile, in this thread alone; `own` words replace the English sentences."""
    before = _speaking.set(_Voice(code, _translations(code), own or {}))
    try:
        yield
    finally:
        _speaking.reset(before)


def language() -> str:
    """Return the code of the language that is spoken now."""
    return _voice().language


@functools.cache
def _translations(code: str) -> gettext.NullTranslations:
    if code == "en":
        return _NONE
    return gettext.translation("coprod", resource("locale"), languages=[code], fallback=True)


def _voice() -> _Voice:
    return _speaking.get() or _current.voice


def _(message: str) -> str:
    """Translate one sentence."""
    voice = _voice()
    return voice.own.get(message) or voice.translations.gettext(message)


def later(message: str) -> str:
    """Note a word that `_` translates where it is used, and return it as it is."""
    return message


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a sentence that depends on a count; own words are for one, or for any other."""
    voice = _voice()
    own = voice.own.get(singular if number == 1 else plural)
    return own or voice.translations.ngettext(singular, plural, number)
