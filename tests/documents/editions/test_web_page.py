"""Test the page as a whole: well formed, in its languages, and of one piece."""

import itertools

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.web_page import web_page
from coprod_desktop.documents.paper import Bullets, Named, Section, Text
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import language
from tests.builders import a_statement_content
from tests.edition_papers import a_letter, a_paper, an_opening
from tests.paper_reading import forbidden_words
from tests.paper_samples import told_in
from tests.web_reading import Page
from tests.web_samples import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_formed_with_one_title_and_headings_in_order(name: str) -> None:
    page = Page(PAGES[name]())
    assert len(page.tags("h1")) == len(page.tags("title")) == 1
    assert page.levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(page.levels))
    assert not forbidden_words(page.text)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_comes_from_elsewhere_and_nothing_runs(name: str) -> None:
    written = PAGES[name]()
    for word in ("http:", "https:", 'src="/', "@import", "url(", "<script", "<link", "onclick"):
        assert word not in written


def test_a_statement_says_its_figures() -> None:
    content = a_statement_content()
    text = Page(web_page([told_in("en", content)])).text
    for minutes in (content.minutes, content.minutes_paid, content.minutes_unpaid):
        assert words_for_minutes(minutes).replace("\u00a0", " ") in text
    for pence in (content.paid_pence, content.to_come_pence, content.reimbursements_pence):
        assert format_pounds(pence) in text


@pytest.mark.parametrize(("code", "said"), [("en", "en-GB"), ("cy", "cy-GB")])
def test_a_page_says_its_language(code: str, said: str) -> None:
    page = Page(web_page([a_paper(code)]))
    assert page.seen[0] == ("html", {"lang": said})
    assert page.tags("article") == []


def test_two_languages_are_two_articles_with_a_way_to_each() -> None:
    page = Page(web_page([a_paper("cy"), a_paper("en")]))
    assert [each["lang"] for each in page.tags("article")] == ["cy-GB", "en-GB"]
    assert [each["href"] for each in page.tags("a")] == ["#paper-0", "#paper-1"]
    assert page.text.index("Cymraeg English") < page.text.index("Common Table")
    names = [each["id"] for __, each in page.seen if "id" in each]
    assert len(names) == len(set(names))
    for article in page.tags("article"):
        assert article["aria-labelledby"] in names


def test_papers_of_one_language_are_told_apart_by_their_titles() -> None:
    page = Page(web_page([a_paper(title="July"), a_paper(title="August")]))
    assert "July August" in page.text
    assert "English" not in page.text


def test_words_of_the_page_speak_the_language_of_their_paper() -> None:
    page = web_page([a_paper("cy"), a_letter()])
    assert '@bottom-right { content: "Tudalen " counter(page) " o " counter(pages); }' in page
    assert '@bottom-right { content: "Page " counter(page) " of " counter(pages); }' in page
    assert language() == "en"


@pytest.mark.parametrize("edition", Edition)
def test_only_the_standard_edition_has_tables(edition: Edition) -> None:
    page = Page(web_page([a_paper()], edition=edition))
    assert bool(page.tags("table")) is (edition is Edition.STANDARD)
    assert page.tags("body") == [{"class": edition.value}]


@hypothesis.settings(max_examples=20, deadline=None)
@hypothesis.given(some.text(alphabet="<>&\"'/script سŵ🙂=", min_size=1, max_size=40))
def test_every_value_is_escaped(text: str) -> None:
    hard = f'</style><script>alert("{text}")</script>'
    opening = an_opening(
        organisation=hard, charity_number=hard, number=hard, title=hard, name=hard,
        name_in_script=hard, when=hard,
    )  # fmt: skip
    parts = (opening, Section(heading=hard, parts=(Text(text=hard), Named(name=hard, text=hard))))
    paper = a_paper(
        title=hard, foot=hard, author=hard, parts=(*parts, Bullets(texts=(hard,)))
    )  # fmt: skip
    page = Page(web_page([paper]))
    assert not page.tags("script")
    assert len(page.tags("style")) == 1


def test_the_same_paper_is_the_same_page() -> None:
    assert web_page([a_paper()]) == web_page([a_paper()])
