"""What a person wishes of their papers: the language, and the parts that are left out."""

from coprod_desktop.domain.paper_errors import LanguageUnknownError, SectionUnknownError

SECTIONS = ("value", "expenses", "skills", "made", "changed", "next", "chart", "code")
LANGUAGES = ("en", "cy", "en+cy")


def sections_of(text: str) -> frozenset[str]:
    """Return the keys of a text as "value, chart"; raises SectionUnknownError."""
    found = frozenset(filter(None, (word.strip().casefold() for word in text.split(","))))
    for key in sorted(found - set(SECTIONS)):
        raise SectionUnknownError(text=key, known=SECTIONS)
    return found


def clean_sections(text: str) -> str:
    """Return the keys in their order, each once, as "value,chart"; raises SectionUnknownError."""
    found = sections_of(text)
    return ",".join(key for key in SECTIONS if key in found)


def clean_language(text: str) -> str:
    """Return "en", "cy" or "en+cy"; raises LanguageUnknownError."""
    language = text.strip().casefold()
    if language not in LANGUAGES:
        raise LanguageUnknownError(text=text)
    return language
