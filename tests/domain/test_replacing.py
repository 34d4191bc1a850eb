"""Words are found whole or in part, in any case, and with or without their accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.bulk_edits import Entry
from coprod_desktop.domain.bulk_errors import NamesakeError, NothingToFindError
from coprod_desktop.domain.replacing import (
    Hit,
    Replacement,
    ReplacePlan,
    Search,
    places,
    replaced,
)


def found(search: Search, text: str) -> list[str]:
    return [text[start:stop] for start, stop in places(search, text)]


def test_case_does_not_matter_unless_it_is_to() -> None:
    assert found(Search(words="bus"), "Bus, BUS and bus") == ["Bus", "BUS", "bus"]
    assert found(Search(words="bus", matches_case=True), "Bus, BUS and bus") == ["bus"]
    assert found(Search(words="STRASSE"), "Hauptstraße") == ["straße"]


def test_accents_matter_unless_they_are_not_to() -> None:
    assert found(Search(words="Llyr"), "Llŷr and Llyr") == ["Llyr"]
    assert found(Search(words="Llyr", folds_accents=True), "Llŷr and Llyr") == ["Llŷr", "Llyr"]
    assert found(Search(words="é", folds_accents=True), "cafe") == ["e"]
    assert found(Search(words="cafe", folds_accents=True), "cafe\u0301s") == ["cafe\u0301"]


def test_a_part_of_one_letter_is_not_found() -> None:
    assert found(Search(words="f", folds_accents=True), "ﬁsh") == []
    assert found(Search(words="fish", folds_accents=True), "ﬁsh") == ["ﬁsh"]


def test_whole_words_have_no_letter_beside_them() -> None:
    whole = Search(words="art", is_whole_words=True)
    assert found(whole, "Art, start, arts and art") == ["Art", "art"]
    assert found(Search(words="(a)", is_whole_words=True), "x(a)y") == ["(a)"]


def test_no_words_are_refused() -> None:
    with pytest.raises(NothingToFindError):
        places(Search(words=""), "anything")


def test_words_are_put_in_their_place() -> None:
    by = Replacement(search=Search(words="hub"), by="the Hub café", fields=("what",))
    assert replaced(by, "Hub and hub") == ("the Hub café and the Hub café", 2)
    assert replaced(by, "Garden") == ("Garden", 0)
    nothing = Replacement(search=Search(words=" (draft)"), by="", fields=("what",))
    assert replaced(nothing, "Leaflet (draft)") == ("Leaflet", 1)


@given(st.text("abA é", max_size=30), st.text("abA é", min_size=1, max_size=3), st.text(max_size=5))
def test_with_case_and_accents_it_replaces_as_plain_text_does(text: str, old: str, by: str) -> None:
    exact = Search(words=old, matches_case=True)
    told = replaced(Replacement(search=exact, by=by, fields=()), text)
    assert told == (text.replace(old, by), text.count(old))


@given(st.text(max_size=40), st.text(min_size=1, max_size=4), st.booleans(), st.booleans())
def test_places_lie_one_behind_the_other_and_inside_the_text(
    text: str, words: str, folds_accents: bool, is_whole_words: bool
) -> None:
    search = Search(words=words, folds_accents=folds_accents, is_whole_words=is_whole_words)
    try:
        spots = places(search, text)
    except NothingToFindError:
        return
    flat = [edge for spot in spots for edge in spot]
    assert flat == sorted(flat)
    assert all(0 <= start < stop <= len(text) for start, stop in spots)


def test_a_plan_tells_what_can_be_replaced_from_what_stays() -> None:
    entry = Entry(row_id=1, who="Aisha Rahman")
    one = Hit(entry=entry, row_id=1, field="note", before="a", after="b", times=1)
    stays = Hit(
        entry=entry,
        row_id=1,
        field="name",
        before="a",
        after="b",
        times=1,
        error=NamesakeError(name="b"),
    )
    plan = ReplacePlan(
        subject="participants",
        row_ids=(1,),
        replacement=Replacement(search=Search(words="a"), by="b", fields=("note", "name")),
        hits=(one, stays),
    )
    assert (plan.open_hits, plan.left) == ((one,), (stays,))
    assert one.key == (1, "note")
