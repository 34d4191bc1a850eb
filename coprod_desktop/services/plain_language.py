"""Say of a text what could be plainer, and how."""

import dataclasses

from coprod_desktop.domain.plain_language import PlainFinding, RemarkKind, find
from coprod_desktop.i18n import _


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What could be plainer from `start` up to `end` of a text, in a sentence."""

    start: int
    end: int
    kind: RemarkKind
    sentence: str


def check_words(
    text: str, *, language: str = "en", is_easy_read: bool = False
) -> tuple[Remark, ...]:
    """Return a remark for all that is worth a second look, in the order of the text.

    Nothing of it is refused. In Welsh only the length of sentences is looked at.
    """
    found = find(text, language=language, is_easy_read=is_easy_read)
    return tuple(
        Remark(start=one.start, end=one.end, kind=one.kind, sentence=_sentence(text, one))
        for one in found
    )


def _sentence(text: str, one: PlainFinding) -> str:
    said = " ".join(text[one.start : one.end].split())
    words = {
        RemarkKind.LONG_SENTENCE: _(
            "This sentence has {number} words. Make two of it: {limit} words are enough."
        ),
        RemarkKind.PASSIVE: _(
            "“{said}” does not say who does it. Begin with who does it, as “We pay you”."
        ),
        RemarkKind.READING_AGE: _(
            "The words and sentences are about right for readers of {number}. Shorter ones are "
            "read at {limit} and earlier. (Automated Readability Index; it knows English only.)"
        ),
        RemarkKind.HIDES_WORK: _(
            "“{said}” hides that this was work, or who did it. Say: {instead}."
        ),
        RemarkKind.LONG_WORD: _("There are plainer words than “{said}”. Say: {instead}."),
        RemarkKind.GENDER: _("“{said}” may not be right for this person. Say: {instead}."),
    }
    return words[one.kind].format(
        said=said, number=one.number, limit=one.limit, instead=one.instead
    )
