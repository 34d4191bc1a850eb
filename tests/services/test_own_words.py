"""The charity's own sentences are known in each language."""

from coprod_desktop.domain.wordings import Wording
from coprod_desktop.services.own_words import own_words_of
from tests.services.world import World


def test_each_language_has_its_own_sentences(world: World) -> None:
    with world.office.desk.transaction("make ready") as work:
        for number, (language, own) in enumerate((("en", "What you did"), ("cy", "Eich gwaith"))):
            work.add(
                Wording(
                    wording_id=number + 1, language=language, sentence="The work you did", own=own
                )
            )
    with world.office.desk.reading() as reading:
        assert own_words_of(reading) == {
            "en": {"The work you did": "What you did"},
            "cy": {"The work you did": "Eich gwaith"},
        }
