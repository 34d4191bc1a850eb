"""The form and the hand write one text; what is written over can be brought back."""

import pytest

from coprod_desktop.domain.errors import RateMissingError
from coprod_desktop.domain.policy import SimplePolicy, TimeBasis, text_of
from coprod_desktop.ui.settings.policy_draft import PolicyDraft
from tests.ui.settings.policy_room import CHAIRS

TWELVE = SimplePolicy(hourly_pence=1200)


def test_the_form_writes_the_text() -> None:
    draft = PolicyDraft(text_of(TWELVE))
    assert draft.take_form(SimplePolicy(hourly_pence=1300))
    assert draft.text == text_of(SimplePolicy(hourly_pence=1300))
    assert draft.is_changed
    assert draft.replaced == ""


def test_remarks_stay_until_the_form_says_something_else() -> None:
    remarked = f"# Agreed in May\n{text_of(TWELVE)}"
    draft = PolicyDraft(remarked)
    assert not draft.take_form(TWELVE)
    assert (draft.text, draft.is_changed, draft.has_remarks) == (remarked, False, True)
    draft.take_form(SimplePolicy(hourly_pence=1300))
    assert (draft.replaced, draft.has_remarks) == (remarked, False)
    draft.take_form(SimplePolicy(hourly_pence=1400))
    assert draft.replaced == remarked


def test_a_form_that_lacks_a_sum_changes_nothing() -> None:
    draft = PolicyDraft(text_of(TWELVE))
    with pytest.raises(RateMissingError):
        draft.take_form(SimplePolicy(basis=TimeBasis.HALF_DAY))
    assert not draft.is_changed


def test_another_policy_takes_the_place_and_gives_it_back() -> None:
    draft = PolicyDraft(text_of(TWELVE))
    draft.begin_from(CHAIRS)
    assert (draft.text, draft.simple) == (CHAIRS, None)
    draft.bring_back()
    assert (draft.text, draft.replaced, draft.is_changed) == (text_of(TWELVE), CHAIRS, False)


def test_beginning_from_the_same_rules_keeps_what_was_kept() -> None:
    draft = PolicyDraft(text_of(TWELVE))
    draft.begin_from(CHAIRS)
    draft.begin_from(CHAIRS)
    assert draft.replaced == text_of(TWELVE)
