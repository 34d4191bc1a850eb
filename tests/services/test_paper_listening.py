"""What a paper says is heard while it is made, with what its fields hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.paper_errors import BracesUnreadableError
from coprod_desktop.domain.wordings import fields_of
from coprod_desktop.i18n import _, speaking
from coprod_desktop.services.paper_listening import Listening, filled

HOURS = "{hours} h {minutes:02d}"


def test_a_sentence_is_heard_with_every_way_in_which_it_was_filled_in() -> None:
    heard = Listening({}, "en")
    with speaking("en", heard):
        said = [_("Page {number} of {count}").format(number=one, count=2) for one in (1, 2)]
        plain = _("Date")
    assert said == ["Page 1 of 2", "Page 2 of 2"]
    assert plain == "Date"
    assert heard.heard["Page {number} of {count}"][1] == {"number": "2", "count": "2"}
    assert heard.heard["Date"] == []
    assert heard.first_values("Page {number} of {count}") == {"number": "1", "count": "2"}
    assert heard.first_values("Time") == {}


def test_own_words_are_said_and_their_fields_are_those_of_the_original() -> None:
    heard = Listening({"Page {number} of {count}": "Sheet {number}"}, "en")
    with speaking("en", heard):
        assert _("Page {number} of {count}").format(number=3, count=9) == "Sheet 3"
    assert heard.first_values("Page {number} of {count}") == {"number": "3", "count": "9"}


def test_welsh_is_said_in_welsh() -> None:
    heard = Listening({}, "cy")
    with speaking("cy", heard):
        assert _("Paid") != "Paid"


def test_a_field_with_a_form_is_told_as_it_stands_in_its_brackets() -> None:
    heard = Listening({}, "en")
    with speaking("en", heard):
        assert _(HOURS).format(hours=2, minutes=5) == "2 h 05"
    values = heard.first_values(HOURS)
    assert values == {"hours": "2", "minutes:02d": "05"}
    assert filled(HOURS, values) == "2 h 05"


def test_a_field_without_a_value_stays_and_a_broken_bracket_is_refused() -> None:
    assert filled("By {day}.", {}) == "By {day}."
    assert filled("By {{day}}.", {"day": "Monday"}) == "By {day}."
    with pytest.raises(BracesUnreadableError):
        filled("By {day.", {"day": "Monday"})


@given(
    st.lists(st.sampled_from(["word ", "{day}", "{pounds}", "{minutes:02d}", "£"]), max_size=8),
)
def test_a_filled_sentence_has_every_value_and_no_field(parts: list[str]) -> None:
    text = "".join(parts)
    values = {field: f"<{number}>" for number, field in enumerate(sorted(fields_of(text)))}
    said = filled(text, values)
    assert fields_of(said) == frozenset()
    assert all(said.count(value) == text.count(f"{{{one}}}") for one, value in values.items())
