"""Every layout says what it is called, what is not certain of it, and what it needs."""

from coprod_desktop.domain.made_files import OwnLayout
from coprod_desktop.services.bank_layouts import LAYOUTS, layout_template
from coprod_desktop.services.known_layouts import KnownLayout, known_layouts


def shipped() -> dict[str, KnownLayout]:
    return {one.key: one for one in known_layouts(())}


def test_every_layout_that_comes_with_the_program_can_be_chosen_by_a_title() -> None:
    found = shipped()
    assert tuple(found) == LAYOUTS
    assert len({one.title for one in found.values()}) == len(LAYOUTS)
    assert not any(one.is_own for one in found.values())
    assert all(one.note for one in found.values())


def test_what_a_layout_needs_of_the_charity_is_told() -> None:
    found = shipped()
    assert not found["plain"].needs_account
    assert found["lloyds"].needs_account
    assert not found["lloyds"].needs_bacs_number
    assert found["bacs-standard-18"].needs_bacs_number
    assert found["pain.001.001.09"].needs_account


def test_only_what_is_a_choice_has_a_text_to_copy() -> None:
    found = shipped()
    assert found["unity"].text.count("[payment]") == 1
    assert not found["bacs-standard-18"].text
    assert not found["pain.001.001.03"].text


def test_a_layout_of_ones_own_stands_under_its_name_in_the_list() -> None:
    own = OwnLayout(own_layout_id=1, name="Banc Ni", text=layout_template())
    *_rest, last = known_layouts((own,))
    assert (last.key, last.title, last.is_own) == ("Banc Ni", "Banc Ni", True)
    assert last.note == "Check against your bank's guide."


def test_a_layout_that_cannot_be_read_any_more_is_still_listed_with_its_mistake() -> None:
    own = OwnLayout(own_layout_id=1, name="Banc Ni", text="[layout]\n")
    *_rest, last = known_layouts((own,))
    assert last.text == "[layout]\n"
    assert "cannot be read" in last.note
    assert "[payment]" in last.note
