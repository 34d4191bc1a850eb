"""Know the charity's own sentences for its papers, in every language."""

from coprod_desktop.services.paper_making import OwnWords
from coprod_desktop.services.wordings import own_words
from coprod_desktop.storage.work import Reading


def own_words_of(reading: Reading) -> OwnWords:
    """Return the charity's own sentences in each language, by the English ones."""
    return {language: own_words(reading, language) for language in ("en", "cy")}
