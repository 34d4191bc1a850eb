"""Test that each picture of Easy Read can be drawn, means something, and is one of the family."""

import re

import pytest

from coprod_desktop.documents.pictures import MEANINGS, draw_picture, meaning, picture, svg
from coprod_desktop.documents.pictures import read_picture as read
from coprod_desktop.documents.styles import A4, MM
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import speaking
from coprod_desktop.paths import resource
from tests.paper_reading import found, structure

FOLDER = resource("easy-read-pictures")
FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#000" '
    'stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">{}</svg>'
)


def test_every_picture_of_the_folder_has_a_meaning_and_every_meaning_a_picture() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(MEANINGS)
    assert len(set(MEANINGS.values())) == len(MEANINGS)


def test_the_folder_says_what_each_picture_is_for() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")

    for name, said in MEANINGS.items():
        assert f"| `{name}` | {said} |" in readme


@pytest.mark.parametrize("name", MEANINGS)
def test_every_picture_stays_on_its_grid(name: str) -> None:
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", picture(name).strokes)]

    assert min(numbers) >= 0
    assert max(numbers) <= 64 - 1.2


@pytest.mark.parametrize("name", MEANINGS)
def test_every_picture_is_drawn_as_a_figure_with_words_and_edges(name: str) -> None:
    pen = Pen("Pictures", "A charity", A4, "en-GB")
    draw_picture(pen, name, 20 * MM, 20 * MM, 32 * MM, meaning(name))

    (figure,) = found(structure(pen.finish()), "Figure")
    assert figure.says["Alt"] == MEANINGS[name]
    assert "BBox" in figure.says


@pytest.mark.parametrize("name", MEANINGS)
def test_a_page_of_a_browser_gets_the_same_strokes_and_words(name: str) -> None:
    page = svg(name)

    assert page.startswith("<svg viewBox=")
    assert f'role="img" aria-label="{MEANINGS[name]}"' in page
    assert read(FRAME.format(picture(name).inside)) == picture(name)


def test_the_words_follow_the_language_that_is_spoken() -> None:
    with speaking("cy", {"Time": "Amser"}):
        assert meaning("clock") == "Amser"
        assert 'aria-label="Amser"' in svg("clock")


def test_a_picture_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        picture("heart")


@pytest.mark.parametrize(
    ("inside", "drawn"),
    [
        ('<path d="M1 2 L3 4 H5 V6 C1 2 3 4 5 6 Z"/>', "1 2 m 3 4 l 5 4 l 5 6 l 1 2 3 4 5 6 c h"),
        ('<rect x="1" y="2" width="3" height="4" rx="0"/>', "1 2 3 4 re"),
    ],
)
def test_strokes_become_the_operators_of_a_page(inside: str, drawn: str) -> None:
    assert read(FRAME.format(inside)).strokes == f"2.4 w 1 J 1 j {drawn} S"


def test_a_circle_is_drawn_round_its_middle() -> None:
    strokes = read(FRAME.format('<circle cx="32" cy="30" r="10"/>')).strokes
    ends = re.findall(r"([\d.]+) ([\d.]+) (?:c|l|m)", strokes)

    assert strokes.count(" c") == 4
    assert {(float(x), float(y)) for x, y in ends} == {(32, 20), (42, 30), (32, 40), (22, 30)}


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="x.png"/>',
        '<script>alert("x")</script>',
        '<path d="M1 2 l3 4"/>',
        '<path d="M1 2 A3 4 0 0 0 5 6"/>',
        '<path d="M1"/>',
        '<path d="M1 2" fill="red"/>',
        '<circle cx="1" cy="2" r="3"><title>x</title></circle>',
    ],
)
def test_anything_but_plain_strokes_is_refused(inside: str) -> None:
    with pytest.raises(ValueError):
        read(FRAME.format(inside))


def test_another_frame_is_refused() -> None:
    with pytest.raises(ValueError):
        read(FRAME.format("").replace("2.4", "3"))
