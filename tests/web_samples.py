"""The pages that are looked at in a browser: each kind of paper in each edition and language."""

from collections.abc import Callable, Iterator
from functools import partial

from coprod_desktop.documents.editions.web_page import web_page
from coprod_desktop.documents.paper import Paper
from coprod_desktop.documents.papers.statement import statement_paper
from coprod_desktop.documents.papers.statement_easy_read import statement_easy_read
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import speaking
from tests.edition_papers import a_hard_paper, a_letter, a_paper
from tests.other_paper_samples import KINDS, Kind
from tests.paper_samples import CONTENTS

KINDS_OF_PAPER = {"statement": Kind(statement_paper, statement_easy_read, CONTENTS), **KINDS}


def papers_of(name: str, case: str, edition: Edition, *languages: str) -> list[Paper]:
    """Word a kind of paper in languages."""
    kind = KINDS_OF_PAPER[name]
    word = kind.easy_read if edition is Edition.EASY_READ else kind.paper
    if word is None:
        raise ValueError("this paper has no Easy Read edition")
    papers = []
    for language in languages:
        with speaking(language):
            papers.append(word(kind.cases[case]()))
    return papers


def _page(name: str, case: str, edition: Edition, *languages: str) -> str:
    return web_page(papers_of(name, case, edition, *languages), edition=edition)


def _built(build: Callable[[], Paper], edition: Edition) -> str:
    return web_page([build()], edition=edition)


def _pages() -> Iterator[tuple[str, Callable[[], str]]]:
    for name, kind in KINDS_OF_PAPER.items():
        for edition in Edition:
            if edition is not Edition.EASY_READ or kind.easy_read:
                page = partial(_page, name, "typical", edition, "cy", "en")
                yield f"{name}-typical-{edition.value}-cy-en", page
    for case in CONTENTS:
        yield f"statement-{case}-en", partial(_page, "statement", case, Edition.STANDARD, "en")
    for case in KINDS["letter"].cases:
        yield f"letter-{case}-en", partial(_page, "letter", case, Edition.STANDARD, "en")
    for edition in Edition:
        yield f"every-part-{edition.value}", partial(_built, a_paper, edition)
    yield "hard-standard", partial(_built, a_hard_paper, Edition.STANDARD)
    yield "hard-large", partial(_built, a_hard_paper, Edition.LARGE)
    yield "head-of-a-letter", partial(_built, a_letter, Edition.STANDARD)


PAGES: dict[str, Callable[[], str]] = dict(_pages())
"""Every page: its name, and how it is made."""
