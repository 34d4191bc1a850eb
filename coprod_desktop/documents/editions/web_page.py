"""Write any paper as one page for a screen, a screen reader, a magnifier or a Braille display.

The page is one file without scripts, and nothing in it comes from elsewhere.
"""

from collections.abc import Sequence

from coprod_desktop.documents.editions.voice import speaking_as, spoken_code
from coprod_desktop.documents.editions.web_parts import Head, head, write
from coprod_desktop.documents.editions.web_style import STYLE
from coprod_desktop.documents.editions.web_text import attribute, style_string, text
from coprod_desktop.documents.paper import Letterhead, Paper
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _

_LANGUAGES = {"en": "English", "cy": "Cymraeg"}


def web_page(papers: Sequence[Paper], *, edition: Edition = Edition.STANDARD) -> str:
    """Return the paper as one HTML file; a second language follows the whole of the first."""
    first = papers[0]
    with speaking_as(first.language):
        inside = _single(first, edition) if len(papers) == 1 else _several(papers, edition)
        sheets = "".join(_sheet(paper, number) for number, paper in enumerate(papers))
    title = " / ".join(dict.fromkeys(paper.title for paper in papers))
    return (
        f'<!DOCTYPE html>\n<html lang="{spoken_code(first.language)}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{attribute(first.author)}">\n'
        f"<title>{attribute(title)}</title>\n<style>\n{STYLE}{sheets}</style>\n</head>\n"
        f'<body class="{edition.value}">\n{inside}\n</body>\n</html>\n'
    )


def _kind(paper: Paper) -> str:
    return "paper letter" if isinstance(paper.parts[0], Letterhead) else "paper"


def _parts(paper: Paper, edition: Edition, level: int, name: str) -> tuple[Head, str]:
    """Write the head of a paper and all that follows it."""
    top = head(paper.parts[0], level, name)
    rest = paper.parts[1:] if top.title else paper.parts
    has_records = edition is not Edition.STANDARD
    written = (write(part, level + 1, has_records=has_records) for part in rest)
    return top, "\n".join(written)


def _foot(paper: Paper) -> str:
    return f"<footer><p>{text(paper.foot)}</p><p>{text(paper.author)}</p></footer>"


def _single(paper: Paper, edition: Edition) -> str:
    """Write one paper: its sender, its text and its foot are the landmarks of the page."""
    top, rest = _parts(paper, edition, 1, "title")
    return (
        f'<div class="{_kind(paper)}">\n<header>{top.sender}</header>\n'
        f"<main>{top.title}\n{rest}\n</main>\n{_foot(paper)}\n</div>"
    )


def _several(papers: Sequence[Paper], edition: Edition) -> str:
    """Write one paper after the other, each an article in its language, with a way to each."""
    has_languages = len({paper.language for paper in papers}) == len(papers)
    ways = []
    for number, paper in enumerate(papers):
        said = _LANGUAGES[paper.language] if has_languages else paper.title
        way = f'<a href="#paper-{number}">{text(said)}</a>'
        ways.append(f'<li lang="{spoken_code(paper.language)}">{way}</li>')
    titles = " / ".join(
        f'<span lang="{spoken_code(paper.language)}">{text(paper.title)}</span>' for paper in papers
    )
    label = _("Languages") if has_languages else _("Papers")
    articles = "\n".join(_article(paper, edition, number) for number, paper in enumerate(papers))
    return (
        f'<nav aria-label="{attribute(label)}"><ul role="list">{"".join(ways)}</ul></nav>\n'
        f'<main><h1 class="unseen">{titles}</h1>\n{articles}\n</main>'
    )


def _article(paper: Paper, edition: Edition, number: int) -> str:
    with speaking_as(paper.language):
        top, rest = _parts(paper, edition, 2, f"title-{number}")
    return (
        f'<article id="paper-{number}" class="{_kind(paper)}" lang="{spoken_code(paper.language)}" '
        f'aria-labelledby="title-{number}">\n<header>{top.sender}</header>\n'
        f"{top.title}\n{rest}\n{_foot(paper)}\n</article>"
    )


def _sheet(paper: Paper, number: int) -> str:
    """Say what stands at the foot of each page when the paper is printed from a browser."""
    with speaking_as(paper.language):
        said = _("Page {number} of {count}").format(number="\0number\0", count="\0count\0")
    counters = {"number": "counter(page)", "count": "counter(pages)"}
    pages = " ".join(counters.get(word) or style_string(word) for word in said.split("\0") if word)
    name = f" paper-{number}" if number else ""
    use = f"#paper-{number} {{ page: paper-{number}; }}\n" if number else ""
    return (
        f"{use}@page{name} {{ @bottom-left {{ content: {style_string(paper.foot)}; }} "
        f"@bottom-right {{ content: {pages}; }} }}\n"
    )
