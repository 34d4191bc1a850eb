"""Let the charity word the fixed sentences of its papers in its own way."""

import dataclasses
import functools
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.paper_errors import SentenceUnknownError
from coprod_desktop.domain.wordings import Wording, check_own, left_out, wording_language
from coprod_desktop.i18n import _, ngettext, speaking
from coprod_desktop.paths import resource
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Reading

EVERY_PAPER = "every paper"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaperSentence:
    """A fixed sentence of the papers in one language, and the charity's own words for it.

    `sentence` is the English original, `usual` the same in the language asked for; `papers` names
    where it stands, `left_out` the fields that the charity's own words do not name.
    """

    sentence: str
    usual: str
    papers: tuple[str, ...]
    own: str = ""
    left_out: tuple[str, ...] = ()


class WordingService:
    """The verbs about the words of papers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, language: str = "en") -> tuple[PaperSentence, ...]:
        """Return every fixed sentence in the order of the papers, with the charity's own words.

        Raises LanguageUnknownError.
        """
        code = wording_language(language)
        with self._desk.reading() as reading:
            own = own_words(reading, code)
        with speaking(code):
            return tuple(
                PaperSentence(
                    sentence=sentence,
                    usual=_usual(sentence),
                    papers=papers,
                    own=own.get(sentence, ""),
                    left_out=tuple(sorted(left_out(sentence, own.get(sentence, "")))),
                )
                for sentence, papers in fixed_sentences().items()
            )

    def one(self, sentence: str, language: str = "en") -> PaperSentence:
        """Return one of them; raises SentenceUnknownError or LanguageUnknownError."""
        for one in self.all(language):
            if one.sentence == sentence:
                return one
        raise SentenceUnknownError(text=sentence)

    def set(self, sentence: str, own: str, language: str = "en") -> Wording | None:
        """Save the charity's own words for a sentence; empty words put the usual ones back.

        Raises SentenceUnknownError, LanguageUnknownError, FieldUnknownError, BracesUnreadableError
        or the errors of text.
        """
        code = wording_language(language)
        if sentence not in fixed_sentences():
            raise SentenceUnknownError(text=sentence)
        said = check_own(sentence, own)
        if not said or (code == "en" and said == sentence):
            self._put_back(sentence, code)
            return None
        new = Wording(wording_id=self._desk.new_id(), language=code, sentence=sentence, own=said)
        with self._desk.transaction("change wording") as work:
            known = work.find(Wording, language=code, sentence=sentence)
            if not known:
                work.add(new)
                return new
            saved = dataclasses.replace(known[0], own=said)
            work.update(saved)
        return saved

    def clear(self, sentence: str, language: str = "en") -> Wording:
        """Put the usual words of a sentence back.

        Raises LanguageUnknownError, or NotFoundError where the charity has no own ones.
        """
        removed = self._put_back(sentence, wording_language(language))
        if removed is None:
            raise NotFoundError(noun="wording", name=sentence)
        return removed

    def _put_back(self, sentence: str, code: str) -> Wording | None:
        with self._desk.transaction("clear wording") as work:
            known = work.find(Wording, language=code, sentence=sentence)
            for one in known:
                work.remove(one)
        return known[0] if known else None


def own_words(reading: Reading, language: str) -> dict[str, str]:
    """Return the charity's own words in a language ("en" or "cy"), by the English sentence."""
    return {one.sentence: one.own for one in reading.find(Wording, language=language)}


def _usual(sentence: str) -> str:
    """Return a sentence in the language that is spoken, as it is said of its count."""
    if sentence not in _counted():
        return _(sentence)
    one, many = _counted()[sentence]
    return ngettext(one, many, 1 if sentence == one != many else 5)


@functools.cache
def fixed_sentences() -> Mapping[str, tuple[str, ...]]:
    """Return every fixed sentence of the papers, and the papers on which it stands."""
    return MappingProxyType({one["sentence"]: tuple(one["papers"]) for one in _listed()})


@functools.cache
def _counted() -> Mapping[str, tuple[str, str]]:
    """Return what a sentence that depends on a count says of one, and of any other number."""
    return {one["sentence"]: tuple(one["counted"]) for one in _listed() if "counted" in one}


def _listed() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(
        resource("wording", "papers.json").read_text(encoding="utf-8")
    )
    return listed
