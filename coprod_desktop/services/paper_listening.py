"""Note which fixed sentences a paper says while it is made, and what their fields hold there."""

import string
from collections.abc import Iterator, Mapping

from coprod_desktop.domain.wordings import fields_of
from coprod_desktop.i18n import _, speaking

Values = Mapping[str, str]
"""What stands in the fields of a sentence, by the field as it stands in its curly brackets."""


class Listening(Mapping[str, str]):
    """The charity's own words in a language, for `speaking`; notes all that is asked for."""

    def __init__(self, words: Mapping[str, str], language: str) -> None:
        self._words, self._language = words, language
        self.heard: dict[str, list[Values]] = {}
        """Every sentence that was asked for, and each way in which it was filled in."""

    def get(self, key: str, default: object = None) -> str:
        """Return the words for a sentence, which tell with what they are filled in."""
        told = self.heard.setdefault(key, [])
        words = self._words.get(key) or self._usual(key)
        return _Told.of(words, key, told) if "{" in key else words

    def first_values(self, sentence: str) -> Values:
        """Return how a sentence was filled in the first time; nothing where it was not."""
        told = self.heard.get(sentence)
        return told[0] if told else {}

    def _usual(self, key: str) -> str:
        with speaking(self._language):
            return _(key)

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words) + 1  # `speaking` does not ask those who are empty


class _Told(str):
    """Words that tell with what they are filled in."""

    _key: str
    _told: list[Values]

    @classmethod
    def of(cls, words: str, key: str, told: list[Values]) -> "_Told":
        """Return the words; what they are filled in with is added to `told`."""
        made = cls(words)
        made._key, made._told = key, told
        return made

    def format(self, *args: object, **fields: object) -> str:
        """Fill in, and tell with what."""
        names = fields_of(self._key)
        self._told.append({name: f"{{{name}}}".format(*args, **fields) for name in names})
        return str(self).format(*args, **fields)


def filled(text: str, values: Values) -> str:
    """Return a text with its fields filled in; a field without a value stays as it is.

    Raises BracesUnreadableError.
    """
    fields_of(text)
    parts = []
    for before, field, form, conversion in string.Formatter().parse(text):
        parts.append(before)
        if field is not None:
            name = field + f"!{conversion}" * bool(conversion) + f":{form}" * bool(form)
            parts.append(values.get(name, f"{{{name}}}"))
    return "".join(parts)
