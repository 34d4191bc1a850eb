"""Test that words stay words, whatever is in them."""

import base64

import hypothesis
from hypothesis import strategies as some

from coprod_desktop.documents.editions.web_text import (
    attribute,
    image,
    paragraph,
    style_string,
    text,
)
from tests.pictures import a_jpeg, a_png
from tests.web_reading import Page


@hypothesis.given(some.text(alphabet="<>&\"'/script سŵ🙂=", min_size=1))
def test_any_text_comes_back_as_it_was(said: str) -> None:
    page = Page(f'<p title="{attribute(said)}">{text(said)}</p>')
    assert page.tags("p") == [{"title": said}]
    assert page.text.replace(" ", "") == said.replace(" ", "")


def test_what_is_read_from_the_right_is_kept_apart() -> None:
    assert text("a سلمى b") == "a <bdi>سلمى</bdi> b"


def test_a_new_line_stays_one() -> None:
    assert text("one\ntwo") == "one<br>two"


def test_nothing_said_is_no_paragraph() -> None:
    assert paragraph("") == ""
    assert paragraph("Hi", "small") == '<p class="small">Hi</p>'


def test_a_picture_is_inside_the_page_with_its_words() -> None:
    for content, form in ((a_png(), "png"), (a_jpeg(), "jpeg")):
        (seen,) = Page(image(content, 'A "mark"', "logo")).tags("img")
        assert seen["alt"] == 'A "mark"'
        kind, __, held = str(seen["src"]).partition(";base64,")
        assert kind == f"data:image/{form}"
        assert base64.b64decode(held) == content
    assert image(b"", "No", "logo") == ""


def test_text_cannot_leave_a_style_sheet() -> None:
    written = style_string('</style>"\\;')
    assert written.count('"') == 2
    assert "<" not in written
