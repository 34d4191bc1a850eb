"""Test the edition for screens: well formed, escaped, and saying what the paper says."""

import html.parser
import itertools
import re

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.html import statement_html
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import words_for_minutes
from tests.builders import (
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)
from tests.paper_reading import forbidden_words

VOID = {"meta", "br"}


class Page(html.parser.HTMLParser):
    """A page read strictly: every element must be closed in order."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(written)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def tags(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def test_it_says_the_same_figures_as_the_paper() -> None:
    content = a_statement_content()
    text = Page(statement_html(content)).text

    for minutes in (content.minutes, content.minutes_paid, content.minutes_unpaid):
        assert words_for_minutes(minutes).replace("\u00a0", " ") in text
    for pence in (content.paid_pence, content.to_come_pence, content.reimbursements_pence):
        assert format_pounds(pence) in text
    assert "It is not money paid or owed." in text
    assert "ask an adviser" in text


@pytest.mark.parametrize(
    "content",
    [
        a_statement_content(),
        a_statement_content(work=(), expenses=(), skills=(), what_changed=(), what_next=()),
        a_statement_content(work=(unpaid_statement_work(),), replaces_number="2026-0001"),
        a_statement_content(expenses=(a_statement_expense(paid_on=None, claimed_pence=900),)),
        a_statement_content(work=(a_statement_work(), a_statement_work(project="Other"))),
    ],
)
def test_it_is_well_formed_and_has_one_title_and_headings_in_order(content: object) -> None:
    page = Page(statement_html(content))  # type: ignore[arg-type]  # the builders give contents

    assert page.seen[0] == ("html", {"lang": "en-GB"})
    assert len(page.tags("h1")) == len(page.tags("title")) == 1
    levels = [int(tag[1]) for tag, __ in page.seen if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_have_captions_and_headings_that_say_which_way_they_speak() -> None:
    page = Page(statement_html(a_statement_content()))

    assert len(page.tags("table")) == len(page.tags("caption")) == 2
    assert [cell["scope"] for cell in page.tags("th")] == [*["col"] * 5, "row", *["col"] * 4, "row"]


@hypothesis.settings(max_examples=30)
@hypothesis.given(some.text(alphabet="<>&\"'/script سŵ🙂=", min_size=1, max_size=40))
def test_every_value_is_escaped(text: str) -> None:
    hard = f'<script>alert("{text}")</script>'
    content = a_statement_content(
        name=hard, name_in_script=hard, organisation=hard, number=hard, charity_number=hard,
        contact_name=hard, contact_phone=hard, contact_email=hard, rate_source=hard,
        skills=(hard,), what_changed=(hard,), what_next=(hard,), replaces_number=hard,
        replaces_because=hard,
        work=(a_statement_work(what=hard, project=hard), unpaid_statement_work()),
        expenses=(a_statement_expense(what=hard, because=hard),),
    )  # fmt: skip
    plain = Page(statement_html(a_statement_content(replaces_number="1", replaces_because="x")))
    page = Page(statement_html(content))

    assert not page.tags("script")
    assert {tag for tag, __ in page.seen} <= {tag for tag, __ in plain.seen} | {"bdi", "span"}


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    written = statement_html(a_statement_content())

    for word in ("http", "//", "@import", "url(", "<script", "<link", "<img", "onclick"):
        assert word not in written


def test_a_name_in_its_own_script_is_kept_apart_from_the_direction_around_it() -> None:
    written = statement_html(a_statement_content(name_in_script="سلمى"))

    assert '<bdi class="script">سلمى</bdi>' in written


def test_the_bar_has_words_and_colour_is_never_alone() -> None:
    page = Page(statement_html(a_statement_content()))

    (bar,) = [div for div in page.tags("div") if div.get("role") == "img"]
    assert "4\u00a0hours 30\u00a0minutes were paid" in str(bar["aria-label"])
    assert "Paid work" in page.text
    assert "Unpaid work" in page.text


def test_it_looks_right_in_light_in_dark_and_in_print() -> None:
    written = statement_html(a_statement_content())

    assert "prefers-color-scheme: dark" in written
    assert "@media print" in written


def test_it_says_nothing_that_no_paper_says() -> None:
    assert not forbidden_words(Page(statement_html(a_statement_content())).text)
