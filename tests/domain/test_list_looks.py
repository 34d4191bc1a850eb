"""A look at a list comes back from its text as it went, and odd text is no failure."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.list_looks import ColumnFilter, Look, look_from_text, look_to_text

texts = st.text(st.characters(codec="utf-8"), max_size=12)
keys = st.sampled_from(["date", "participant", "own:12", "a b"])
filters = st.builds(
    ColumnFilter,
    key=keys,
    ticked=st.none() | st.lists(texts, max_size=3).map(tuple),
    contains=texts,
    lowest=texts,
    highest=texts,
).filter(lambda one: not one.is_open)
looks = st.builds(
    Look,
    sort_key=keys | st.just(""),
    filters=st.lists(filters, max_size=3, unique_by=lambda one: one.key).map(tuple),
    has_doubles_only=st.booleans(),
    columns=st.none() | st.lists(keys, max_size=3).map(tuple),
    widths=st.dictionaries(keys, st.integers(1, 99_999), max_size=3).map(
        lambda found: tuple(found.items())
    ),
    zoom=st.integers(50, 250),
)


@given(looks)
def test_a_look_comes_back_from_its_text(look: Look) -> None:
    text = look_to_text(look)
    tomllib.loads(text)
    assert look_from_text(text) == look


@pytest.mark.parametrize(
    "text",
    ["", "sort = 3", "not toml at all", 'filter = "x"', "zoom = 'big'", "[widths]\ndate = -1",
     "[[filter]]\ncolumn = 3", "columns = 7", "[[filter]]\ncolumn = 'date'"],
)  # fmt: skip
def test_what_cannot_be_understood_is_left_out(text: str) -> None:
    assert look_from_text(text) == Look()


def test_a_zoom_out_of_reach_is_brought_back() -> None:
    assert (look_from_text("zoom = 9").zoom, look_from_text("zoom = 999").zoom) == (50, 250)


def test_filters_are_put_in_replaced_and_taken_away() -> None:
    one = ColumnFilter(key="date", lowest="2026-01-01")
    look = Look().with_filter(one).with_filter(ColumnFilter(key="what", contains="x"))
    assert look.filter_of("date") == one
    assert look.filter_of("kind") == ColumnFilter(key="kind")
    assert look.is_narrowed
    assert not look.with_filter(ColumnFilter(key="what")).without_filters().is_narrowed
    assert Look(sort_key="date").is_usual_order is False
