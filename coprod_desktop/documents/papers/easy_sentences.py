"""Keep the sentences of an Easy Read paper short, also those that people wrote themselves."""

import re
from collections.abc import Iterable

LONGEST_WORDS = 15
_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each on its own."""
    return tuple(part.strip() for part in _ENDS.split(text) if part.strip())


def is_easy(text: str) -> bool:
    """Say whether no sentence of a text has more than 15 words."""
    return all(len(sentence.split()) <= LONGEST_WORDS for sentence in sentences(text))


def easy_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of the texts that are short throughout; the others stay out whole."""
    return tuple(part for text in texts if is_easy(text) for part in sentences(text))


def ended(text: str) -> str:
    """Return a sentence with a full stop where nothing ends it."""
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def cut(text: str) -> str:
    """Return a text that names something, cut after 14 words and then marked with dots."""
    words = text.split()
    if len(words) <= LONGEST_WORDS:
        return " ".join(words)
    return f"{' '.join(words[: LONGEST_WORDS - 1])}…"
