"""Texts are taken apart into the same words whoever wrote them, and however."""

from coprod_desktop.storage.search_words import split, to_index


def test_accents_case_and_signs_do_not_count() -> None:
    assert split("Siân  LLŶR-Jones, (ward_2)") == ["sian", "llyr", "jones", "ward", "2"]
    assert split("…") == []


def test_a_name_with_an_apostrophe_is_found_whole_and_by_its_parts() -> None:
    assert to_index("O’Brien") == to_index("O'Brien") == "obrien o brien"
    assert to_index("Ann Ann") == "ann"
