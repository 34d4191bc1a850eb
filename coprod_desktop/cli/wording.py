"""Word the fixed sentences of papers in the charity's own way, or put the usual ones back."""

import argparse

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.i18n import _
from coprod_desktop.services.plain_language import check_words
from coprod_desktop.services.wordings import EVERY_PAPER, PaperSentence


def show(arguments: argparse.Namespace) -> Answer:
    """List the fixed sentences, of all papers or of one, with the charity's own words."""
    with opened(arguments) as office:
        found = office.wordings.all(arguments.language)
    if arguments.paper is not None:
        wanted = {arguments.paper, EVERY_PAPER}
        found = tuple(one for one in found if wanted & set(one.papers))
    if arguments.only_own:
        found = tuple(one for one in found if one.own)
    told = {"language": arguments.language, "sentences": [_told(one) for one in found]}
    words = [line for one in found for line in _words(one)]
    return Answer(told=told, words=words or [_("No sentence is like that.")])


def _told(one: PaperSentence) -> dict[str, object]:
    return {
        "sentence": one.sentence,
        "usual": one.usual,
        "own": one.own,
        "papers": list(one.papers),
        "left_out": list(one.left_out),
    }


def _words(one: PaperSentence) -> list[str]:
    lines = [one.sentence]
    if one.usual != one.sentence:
        lines.append(f"  = {one.usual}")
    if one.own:
        lines.append(f"  > {one.own}")
    return lines


def set_own(arguments: argparse.Namespace) -> Answer:
    """Say a sentence in words of one's own; tell what could be plainer in them."""
    with opened(arguments) as office:
        saved = office.wordings.set(arguments.sentence, arguments.own, arguments.language)
        now = office.wordings.one(arguments.sentence, arguments.language)
    remarks = check_words(now.own, language=arguments.language)
    words = [_("The usual words stand there again.")]
    if saved is not None:
        words = [_("From now on papers say: {own}").format(own=now.own)]
        if now.left_out:
            left_out = ", ".join(now.left_out)
            words.append(
                _("What the paper says there is left out: {names}.").format(names=left_out)
            )
        words += [remark.sentence for remark in remarks]
    told = {
        **_told(now),
        "language": arguments.language,
        "remarks": [
            {"start": one.start, "end": one.end, "kind": str(one.kind), "sentence": one.sentence}
            for one in remarks
        ],
    }
    return Answer(told=told, words=words)


def clear(arguments: argparse.Namespace) -> Answer:
    """Put the usual words of a sentence back."""
    with opened(arguments) as office:
        gone = office.wordings.clear(arguments.sentence, arguments.language)
    told = {"sentence": gone.sentence, "language": gone.language, "own": gone.own}
    return Answer(told=told, words=[_("The usual words stand there again.")])
