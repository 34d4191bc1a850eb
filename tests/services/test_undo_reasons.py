"""Every verb can be taken back, or says in words why it stays."""

import inspect
import re
import sys

import pytest

from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.services.sentences import sentence
from coprod_desktop.services.undo_reasons import REMOVING, STAYS
from coprod_desktop.services.undo_sentences import stays_words
from coprod_desktop.services.verb_words import all_verbs, verb_words
from tests.services.more_verbs import A_WORKBOOK, FORGETS
from tests.services.test_verbs import EVERY
from tests.services.verbs_in_source import unresolved_verbs, verbs_of_source
from tests.services.world import World


def test_no_verb_of_the_services_is_without_a_way_back_or_a_stated_reason() -> None:
    """A new verb fails here until it is done, taken back and done again above, or has a reason."""
    told = verbs_of_source() | set(all_verbs())
    assert {"log session", "add column", "change policy", "spoil voucher"} <= told
    performed = set(EVERY) | set(FORGETS) | {A_WORKBOOK}
    stays = set(STAYS)
    assert told - performed - stays == set()
    assert performed & stays == set()
    assert (performed | stays) - told == set(), "a verb that is no more"


def test_every_method_that_changes_the_file_does_it_under_a_known_verb(
    world: World,
) -> None:
    """Each noun of the office changes the file through the desk, and so with a verb of its own."""
    nouns = {name: noun for name, noun in vars(world.office).items() if name != "desk"}
    assert {"contributions", "saved_views", "history"} <= set(nouns)
    for module in {type(noun).__module__ for noun in nouns.values()}:
        source = inspect.getsource(sys.modules[module])
        assert not re.search(r"Database\(|\.engine\b|sa\.insert|sa\.update|sa\.delete", source)
    assert unresolved_verbs() == set()


@pytest.mark.parametrize("verb", sorted(STAYS))
def test_what_stays_says_why_in_words(verb: str) -> None:
    words = sentence(CannotUndoError(because=STAYS[verb]))
    assert words != sentence(CannotUndoError(because="no such reason"))
    assert stays_words(STAYS[verb]) != stays_words("no such reason")


@pytest.mark.parametrize("verb", sorted({*EVERY, *FORGETS, *STAYS, A_WORKBOOK}))
def test_the_history_list_has_words_for_every_verb(verb: str) -> None:
    assert verb_words(verb) != verb[:1].upper() + verb[1:]


def test_everything_that_is_removed_waits_among_the_removed_things() -> None:
    named = {verb for verb in all_verbs() if verb.split()[0] in ("remove", "clear")}
    assert named - {"clear PIN"} == REMOVING
