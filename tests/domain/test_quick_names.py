"""A name is found whole, by another way of writing, or by a beginning that fits nobody else."""

from coprod_desktop.domain.quick_names import QuickNames
from tests.builders import a_participant

AMINA = a_participant(name="Amina Yusuf")
ALI = a_participant(name="Amina Ali")
CATRIN = a_participant(name="Catrin Llŷr", name_on_papers="Cat")
NAMES = QuickNames((AMINA, ALI, CATRIN), {"mrs y": AMINA.participant_id})


def test_a_beginning_that_fits_one_person_means_them_whatever_the_accents() -> None:
    for text in ("catrin", "LLYR", "cat llyr", "Catrin Llŷr", "amina y", "yus", "Mrs Y"):
        expected = AMINA if text.casefold() in ("amina y", "yus", "mrs y") else CATRIN
        assert NAMES.find(text).person is expected


def test_a_name_that_fits_several_asks_and_remembers_what_was_chosen() -> None:
    found = NAMES.find("amina")
    assert found.person is None
    assert found.candidates == (AMINA, ALI)
    assert NAMES.find("amina", ALI.participant_id).person is ALI


def test_a_misspelt_name_is_only_offered() -> None:
    found = NAMES.find("Catrin Llyrr")
    assert found.person is None
    assert found.candidates == (CATRIN,)


def test_nobody_is_found_for_a_stranger_or_one_letter() -> None:
    assert NAMES.find("Zebedee").candidates == ()
    assert not NAMES.is_begun("a")
    assert NAMES.is_begun("mrs y")
    assert not NAMES.is_begun("cat cat cat")
