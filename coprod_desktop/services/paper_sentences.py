"""Say in plain words what does not fit about papers, their words and their pictures."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors, paper_errors
from coprod_desktop.i18n import _
from coprod_desktop.services.file_sentences import Wording
from coprod_desktop.services.told_facts import ToldFacts


def _field_unknown(facts: ToldFacts) -> str:
    if not facts.several("known"):
        return _(
            "This sentence has no field called {text}, so it would be printed with a gap. Nothing "
            "was changed. Write the sentence without curly brackets."
        ).format(text=facts.quoted())
    return _(
        "This sentence has no field called {text}, so it would be printed with a gap. Nothing was "
        "changed. The fields it knows are: {known}."
    ).format(text=facts.quoted(), known=facts.several("known"))


PAPER_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        paper_errors.SectionUnknownError: lambda f: _(
            "{text} is no part of a statement that can be left out. Nothing was changed. The "
            "parts are: {known}."
        ).format(text=f.quoted(), known=f.several("known")),
        paper_errors.LanguageUnknownError: lambda f: _(
            "{text} is not a language that papers are made in here. Nothing was changed. Choose "
            "English (en) or Welsh (cy); a person can have both (en+cy)."
        ).format(text=f.quoted()),
        paper_errors.FieldUnknownError: _field_unknown,
        paper_errors.BracesUnreadableError: lambda f: _(
            "{text} has a curly bracket without its other half. Nothing was changed. Close it, or "
            "take it away."
        ).format(text=f.quoted()),
        paper_errors.SentenceUnknownError: lambda f: _(
            "No paper has the sentence {text}. Nothing was changed. Copy it from the list of "
            "sentences, letter by letter."
        ).format(text=f.quoted()),
        paper_errors.PictureUnreadableError: lambda _f: _(
            "This file is not a whole PNG or JPEG picture. Nothing was changed. Save the picture "
            "again as PNG or JPEG and choose that file."
        ),
        paper_errors.PictureTooLargeError: lambda f: _(
            "This picture has {size}, and {limit} is the most that fits on a paper. Nothing was "
            "changed. Save it smaller and choose that file."
        ).format(size=f.size("size_bytes"), limit=f.size("limit_bytes")),
        paper_errors.PictureOutOfSizeError: lambda f: _(
            "This picture is {width} points wide and {height} high. Nothing was changed. Choose "
            "one between 16 and 4,000 points each way."
        ).format(width=f.whole("width"), height=f.whole("height")),
        paper_errors.DaysOutOfRangeError: lambda f: _(
            "In {days} days nobody can answer, or it is more than can be meant. Nothing was "
            "changed. Write a number of days from 1 to {limit}."
        ).format(days=f.whole("days"), limit=f.whole("limit")),
    }
)
