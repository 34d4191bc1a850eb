"""Turn the program's English sentences into the reader's language."""

import gettext

from coprod_desktop.paths import resource

_NONE = gettext.NullTranslations()


class _Language:
    """Hold the translations in use; British English is the source and needs none."""

    def __init__(self) -> None:
        self.translations: gettext.NullTranslations = _NONE


_current = _Language()


def use_language(code: str) -> None:
    """Speak `code` ("en" or "cy") from now on; a sentence without a translation stays English."""
    if code == "en":
        _current.translations = _NONE
    else:
        _current.translations = gettext.translation(
            "coprod", resource("locale"), languages=[code], fallback=True
        )


def _(message: str) -> str:
    """Translate one sentence."""
    return _current.translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a sentence that depends on a count."""
    return _current.translations.ngettext(singular, plural, number)
