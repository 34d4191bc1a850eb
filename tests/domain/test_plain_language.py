"""A second look at words: what is found stands where it is said to, and nothing crashes it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.plain_language import (
    LONGEST_EASY_SENTENCE,
    LONGEST_SENTENCE,
    PlainFinding,
    RemarkKind,
    find,
    reading_age,
    sentences,
    word_count,
)
from coprod_desktop.domain.plain_words import GENDERED, HIDING_WORK, LONG_WORDS

WORDS = st.lists(
    st.sampled_from(
        ["We", "was", "paid", "not", "empower", "{name}", "£12.50", "e.g.", "in order", "to", "\n",
         "service users", "He", "ysgrifennu", "شكرا", "!", "?”", ".", "…", "her", "{", "approved"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


def kinds(text: str, **asked: object) -> list[RemarkKind]:
    return [one.kind for one in find(text, **asked)]  # type: ignore[arg-type]  # options by name


def said(text: str, kind: RemarkKind) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is kind]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_a_text_is_parted_into_its_sentences() -> None:
    text = "You worked {hours}. Why? “It was good!” We thank you"
    assert split(text) == ["You worked {hours}.", "Why?", "“It was good!”", "We thank you"]
    assert split("One line\nanother line\n\n") == ["One line", "another line"]
    assert split("  ") == []


@pytest.mark.parametrize(
    "text",
    [
        "It costs £12.50 for e.g. a bus or i.e. a tram.",
        "Ask Mr. Jones of St. Albans at No. 7.",
        "Ask J. Rees, tea etc. as before.",
    ],
)
def test_a_full_stop_that_ends_no_sentence_is_none(text: str) -> None:
    assert split(text) == [text]


def test_a_no_and_a_last_etc_end_a_sentence() -> None:
    assert split("They said no. We go on.") == ["They said no.", "We go on."]
    assert split("Tea etc. We go on.") == ["Tea etc.", "We go on."]


@given(st.integers(1, 40), st.booleans())
def test_a_sentence_is_long_above_its_limit(count: int, is_easy_read: bool) -> None:
    limit = LONGEST_EASY_SENTENCE if is_easy_read else LONGEST_SENTENCE
    text = "Short. " + "we " * (count - 1) + "went."
    found = [
        one for one in find(text, is_easy_read=is_easy_read) if one.kind is RemarkKind.LONG_SENTENCE
    ]
    if count > limit:
        assert found == [
            PlainFinding(
                start=7,
                end=len(text),
                kind=RemarkKind.LONG_SENTENCE,
                number=count,
                limit=limit,
            )
        ]
    else:
        assert found == []


def test_words_are_counted_as_people_count_them() -> None:
    assert word_count("It's a follow-up of {hours} at £12.50, isn’t it?") == 10
    assert word_count(" – … ") == 0


@pytest.mark.parametrize(
    "text",
    [
        "The claim was approved.",
        "You will be paid soon.",
        "It has not been written.",
        "It is usually not sent.",
        "The form wasn't signed.",
        "They were all told.",
    ],
)
def test_a_passive_is_found(text: str) -> None:
    assert RemarkKind.PASSIVE in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "We approved the claim.",
        "She is tired and they were pleased.",
        "It was red, and there were a hundred.",
        "You have paid.",
        "We are here to speed it up.",
        "It is the need of all.",
    ],
)
def test_what_is_no_passive_is_not_called_one(text: str) -> None:
    assert RemarkKind.PASSIVE not in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["We EMPOWER people", "our service-users", "Beneficiaries", "giving back",
     "gave up their time", "your gift of time", "They helped out", "only a volunteer"],
)  # fmt: skip
def test_words_that_hide_work_are_found_with_what_to_say(text: str) -> None:
    (found,) = [one for one in find(text) if one.kind is RemarkKind.HIDES_WORK]
    assert found.instead


def test_the_longest_of_two_listed_words_is_told() -> None:
    assert said("the service user voice", RemarkKind.HIDES_WORK) == ["service user voice"]
    assert said("He or she came", RemarkKind.GENDER) == ["He or she"]


def test_plainer_words_are_offered() -> None:
    (found,) = find("prior to lunch")
    assert (found.start, found.end, found.kind, found.instead) == (
        0,
        8,
        RemarkKind.LONG_WORD,
        "before",
    )


@pytest.mark.parametrize("text", ["{user}", "{empower}", "reusers", "shelter", "theirs", "the"])
def test_a_field_or_a_part_of_a_word_is_no_word(text: str) -> None:
    assert kinds(text) == []


def test_plain_words_pass() -> None:
    assert find("You worked for 2 hours. We paid you £24.00. Thank you.") == ()


def test_a_short_text_has_no_reading_age() -> None:
    assert reading_age("word " * 29) is None
    assert reading_age("") is None


def test_the_reading_age_is_that_of_the_formula() -> None:
    # 30 words of 5 letters in 3 sentences: 4.71 x 5 + 0.5 x 10 - 21.43 = 7.12, so grade 7.
    text = ("words " * 9 + "words. ") * 3
    assert reading_age(text) == 12
    assert kinds(text) == []
    harder = ("wordss " * 9 + "wordss. ") * 3  # one letter more a word: grade 12
    assert reading_age(harder) == 17
    (found,) = find(harder)
    assert (found.kind, found.number, found.start, found.end) == (
        RemarkKind.READING_AGE,
        17,
        0,
        len(harder),
    )


def test_of_welsh_only_the_length_is_known() -> None:
    text = "He was approved prior to empower " + "gair " * 25
    assert kinds(text, language="cy") == [RemarkKind.LONG_SENTENCE]


@pytest.mark.parametrize("words", [HIDING_WORK, LONG_WORDS, GENDERED])
def test_each_listed_word_can_be_read_and_says_what_instead(words: dict[str, str]) -> None:
    for pattern, instead in words.items():
        assert re.compile(pattern).groups == 0
        assert pattern == pattern.lower()
        assert instead.strip()


@pytest.mark.parametrize("text_of", [st.text(max_size=300), WORDS])
def test_what_is_found_stands_inside_the_text(text_of: st.SearchStrategy[str]) -> None:
    @given(text_of, st.booleans(), st.sampled_from(["en", "cy"]))
    def look(text: str, is_easy_read: bool, language: str) -> None:
        found = find(text, language=language, is_easy_read=is_easy_read)
        assert [one.start for one in found] == sorted(one.start for one in found)
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            assert text[one.start : one.end].strip()

    look()


@given(WORDS)
def test_sentences_follow_each_other_and_leave_no_letter_out(text: str) -> None:
    places = list(sentences(text))
    ends = [0, *(end for _start, end in places)]
    starts = [*(start for start, _end in places), len(text)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not text[end:start].strip()


def test_a_very_long_text_of_nothing_but_pitfalls_is_read_at_once() -> None:
    text = "was " * 2000 + "ly " * 2000 + "." * 4000 + "{" * 4000 + " \n" * 4000
    assert RemarkKind.LONG_SENTENCE in kinds(text)
