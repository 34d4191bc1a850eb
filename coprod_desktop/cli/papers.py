"""Say whether a paper is as it was issued."""

import argparse

from coprod_desktop.cli.answers import Answer, RefusedError
from coprod_desktop.cli.door import opened
from coprod_desktop.i18n import _
from coprod_desktop.services.papers import seal_words, verify_paper


def verify(arguments: argparse.Namespace) -> Answer:
    """Check the seal of a paper, and with --file whether this charity's file made it."""
    paper = verify_paper(arguments.paper)
    is_ours: bool | None = None
    if arguments.file is not None:
        with opened(arguments) as office:
            is_ours = office.papers.fingerprint() == paper.fingerprint
        if not is_ours:
            raise RefusedError(
                _(
                    "The paper is sealed and unchanged, but with another key than this file's. "
                    "Another charity issued it, or somebody who is not the charity."
                )
            )
    return Answer(
        told={
            "paper": str(arguments.paper),
            "is_genuine": True,
            "fingerprint": paper.fingerprint,
            "is_ours": is_ours,
        },
        words=seal_words(paper, is_ours=bool(is_ours)),
    )
