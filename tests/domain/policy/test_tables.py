"""A table collects what is mistaken in it, and says what to do instead."""

import pytest

from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.tables import advice, either, nearest, quoted, unknown_fact
from coprod_desktop.domain.policy.values import read_money
from tests.domain.policy.texts import a_table

TEXT = "[[fee]]\npays = 1\npay = 2\n"


def said(values: dict[str, object], *calls: str) -> list[str]:
    table = a_table(values, TEXT)
    for call in calls:
        getattr(table, call)("pays")
    with pytest.raises(PolicyFileError) as raised:
        table.reading.finish()
    return [str(problem) for problem in raised.value.problems]


def test_a_key_that_does_not_belong_is_named_with_the_nearest() -> None:
    table = a_table({"pay": 1, "Pays": 1, "zzz": 2, "max": 3}, TEXT)
    table.only({"pays", "rate"}, {"max": "Did you mean “at_most”?"})
    with pytest.raises(PolicyFileError) as raised:
        table.reading.finish()
    assert [str(problem) for problem in raised.value.problems] == [
        "Line 1: “Pays” is not a key of [[fee]]. Did you mean “pays”?",
        "Line 1: “max” is not a key of [[fee]]. Did you mean “at_most”?",
        "Line 1: “zzz” is not a key of [[fee]].",
        "Line 3: “pay” is not a key of [[fee]]. Did you mean “pays”?",
    ]


@pytest.mark.parametrize(
    ("call", "value", "words"),
    [
        ("words", 3, "“pays”: “3” is not text; put it in quotation marks."),
        ("yes_no", "yes", "“pays”: “yes” is not yes or no; write true or false."),
        ("day", 3, "“pays”: “3” is not a day; write 2026-06-01 without quotation marks."),
        ("texts", [], "“pays” names nothing. Name something, or leave the line out."),
        ("texts", ["a", 3], "“pays”: “3” is not text; put it in quotation marks."),
        ("table", 3, "“pays” is a table. Write it as pays = { … }."),
    ],
)
def test_a_value_of_another_kind_is_named_with_its_line(
    call: str, value: object, words: str
) -> None:
    assert said({"pays": value}, call) == [f"Line 2: {words}"]


def test_what_is_not_there_is_not_a_mistake() -> None:
    table = a_table({})
    assert table.words("x") == ""
    assert table.yes_no("x") is False
    assert table.day("x") is None
    assert table.texts("x") == ()
    assert table.table("x") is None
    assert table.tables("x", "a band") == []
    assert table.choice("x", {"a": 1}) is None
    assert table.read("x", read_money) is None
    table.reading.finish()


def test_one_text_or_table_may_stand_in_the_place_of_a_list() -> None:
    table = a_table({"a": "x", "b": {"c": 1}})
    assert table.texts("a") == ("x",)
    assert [one.values for one in table.tables("b", "a band")] == [{"c": 1}]


def test_a_choice_is_read_without_regard_to_capitals() -> None:
    table = a_table({"late": "Held", "take": "all"}, TEXT)
    assert table.choice("late", {"held": 1, "refused": 2}) == 1
    assert table.choice("take", {"earliest": 1, "latest": 2}) is None
    with pytest.raises(PolicyFileError) as raised:
        table.reading.finish()
    (problem,) = raised.value.problems
    assert problem.sentence == '“take” cannot be “all”. Write "earliest" or "latest".'


def test_an_unknown_fact_is_told_how_to_declare_it() -> None:
    facts = a_table({}).reading.facts
    assert unknown_fact("voucher_given", facts, True).endswith('voucher_given = "yes or no".')
    assert unknown_fact("pages", facts, 3).endswith('pages = "number".')
    assert "Did you mean “miles”?" in unknown_fact("mile", facts, 3)


def test_words_are_listed_and_likened() -> None:
    assert either(["a", "b", "c"]) == "a, b or c"
    assert either(["a"]) == "a"
    assert either([]) == ""
    assert nearest("Up-To", {"up_to", "under"}) == "up_to"
    assert nearest("x" * 10_000, {"up_to"}) == ""
    assert advice("zzz", {"pays"}) == ""
    assert quoted("a") == '"a"'
