"""Sections are called exactly as the page calls them; other names are answered."""

import pytest

from coprod_desktop.domain.policy.facts import FACTS
from coprod_desktop.domain.policy.lines import Lines
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.sections import Sections
from coprod_desktop.domain.policy.tables import Reading


def sections_of(data: dict[str, object]) -> tuple[Reading, Sections]:
    reading = Reading(Lines(""), FACTS)
    return reading, Sections(reading, data, one_each=("policy",), several=("fee", "cap"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"fees": [{}]}, "[[fees]] is not a section. Did you mean [[fee]]?"),
        ({"xyz": {}}, "[xyz] is not a section. There are [policy], [[fee]], [[cap]]."),
        ({"fee": {}}, "Write [[fee]] with two pairs of brackets: there may be several of them."),
        ({"fee": [{}, 3]}, "Write [[fee]] with two pairs of brackets: there may be several."),
        ({"policy": [{}]}, "Write [policy] with one pair of brackets: it stands once."),
        ({"name": "x"}, "“name” stands before any section. Write the section above it, as"),
        ({"work": [{}]}, "[[work]] belongs into the case file."),
    ],
)
def test_a_section_that_does_not_belong_is_answered(data: dict[str, object], words: str) -> None:
    reading, sections = sections_of(data)
    sections.check(elsewhere={"work"}, place="the case file")
    with pytest.raises(PolicyFileError) as raised:
        reading.finish()
    assert raised.value.problems[0].sentence.startswith(words.removesuffix("several."))


def test_sections_are_given_as_they_stand() -> None:
    reading, sections = sections_of({"policy": {"a": 1}, "fee": [{"b": 1}, {"c": 2}]})
    sections.check(elsewhere=(), place="")
    reading.finish()
    policy = sections.one("policy")
    assert policy is not None
    assert policy.values == {"a": 1}
    assert [table.path for _name, table in sections.all({"fee"})] == [("fee", 0), ("fee", 1)]
    assert sections.has("policy")
    assert sections.one("cap") is None
    assert not sections.has("cap")
