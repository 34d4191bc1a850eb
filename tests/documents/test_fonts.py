"""Test that every letter of a name is printed, in one face, and figures line up."""

import pytest

from coprod_desktop.documents.fonts import (
    Face,
    Run,
    Weight,
    font,
    set_name,
    set_text,
    shaped,
    width,
)
from coprod_desktop.domain.errors import LetterMissingError


@pytest.mark.parametrize(
    "name",
    ["Siân Llŷr-Ŵyn", "Małgorzata Żółć-Ściński", "\u0130brahim Şağ\u0131roğlu", "Ion Țurcanu"],
)
def test_welsh_polish_turkish_and_romanian_names_stay_in_the_main_family(name: str) -> None:
    assert set_name(name) == (Run(Face.REGULAR, name),)


def test_a_name_with_one_missing_letter_changes_face_as_a_whole() -> None:
    assert set_name("Nguyễn Thị Ánh", Weight.BOLD) == (Run(Face.SANS_BOLD, "Nguyễn Thị Ánh"),)


def test_letters_typed_as_letter_and_accent_are_composed() -> None:
    assert set_name("Sia\u0302n") == (Run(Face.REGULAR, "Siân"),)


def test_an_arabic_name_after_the_latin_form_is_set_in_naskh() -> None:
    assert set_name("Salma سلمى الحداد") == (
        Run(Face.REGULAR, "Salma "),
        Run(Face.ARABIC, "سلمى الحداد"),
    )


def test_arabic_letters_are_joined_and_drawn_from_the_right() -> None:
    drawn = shaped("سلمى")

    assert drawn[-1] == "\N{ARABIC LETTER SEEN INITIAL FORM}"
    assert drawn[0] == "\N{ARABIC LETTER ALEF MAKSURA FINAL FORM}"


@pytest.mark.parametrize(("name", "letter"), [("Ann 🙂", "🙂"), ("王小明", "王"), ("राम", "र")])
def test_a_name_never_loses_a_letter(name: str, letter: str) -> None:
    with pytest.raises(LetterMissingError) as caught:
        set_name(name)

    assert caught.value.facts == {"letter": letter}


def test_a_sign_nobody_has_is_left_out_of_a_description() -> None:
    assert set_text("Sang 🙂 and danced 👩🏽\u200d🦽") == (Run(Face.REGULAR, "Sang and danced "),)


def test_a_description_of_nothing_but_signs_is_empty() -> None:
    assert "".join(run.text for run in set_text("🙂🙂")).strip() == ""


def test_one_word_of_a_description_changes_face_alone() -> None:
    assert set_text("Met Nguyễn twice") == (
        Run(Face.REGULAR, "Met "),
        Run(Face.SANS, "Nguyễn"),
        Run(Face.REGULAR, " twice"),
    )


def test_hyphens_and_spaces_that_do_not_break_find_a_letter_like_them() -> None:
    assert set_text("S\u20112026\u202f1") == (Run(Face.REGULAR, "S-2026\u00a01"),)


@pytest.mark.parametrize("face", [Face.FIGURES, Face.FIGURES_SEMIBOLD])
def test_figures_of_the_tabular_faces_have_one_width(face: Face) -> None:
    assert len({width(face, figure) for figure in "0123456789"}) == 1


def test_figures_of_the_main_face_have_their_own_widths() -> None:
    assert len({width(Face.REGULAR, figure) for figure in "0123456789"}) > 1


def test_a_space_that_does_not_break_is_as_wide_as_one_that_does() -> None:
    for face in (Face.REGULAR, Face.SEMIBOLD, Face.BOLD, Face.FIGURES, Face.SANS):
        assert width(face, " ") == width(face, "\u00a0")


def test_a_face_is_read_once() -> None:
    assert font(Face.REGULAR) is font(Face.REGULAR)
