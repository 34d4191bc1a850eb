"""Facts become words that fit any sentence, and never a number without its unit."""

import datetime
from pathlib import Path

from coprod_desktop.services.told_facts import ToldFacts


def test_facts_are_told_with_their_units() -> None:
    facts = ToldFacts(
        {
            "pence": 123456,
            "minutes": 90,
            "day": datetime.date(2026, 11, 3),
            "size_bytes": 12_340_000,
            "path": Path("folder") / "a.coprod",
        }
    )
    assert facts.money() == "£1,234.56"
    assert facts.minutes() == "1\u00a0hour 30\u00a0minutes"
    assert facts.day("day") == "3\u00a0November\u00a02026"
    assert facts.size("size_bytes") == "12.3 MB"
    assert facts.file() == "“a.coprod”"
    assert facts.place() == f"“{Path('folder') / 'a.coprod'}”"


def test_what_is_not_known_still_fits_the_sentence() -> None:
    facts = ToldFacts({"path": None})
    assert facts.file() == facts.place() == "The file"
    assert facts.quoted() == "This"
    assert facts.day("day") == "that day"
    assert (facts.plain("x"), facts.whole("x"), facts.several("x")) == ("", 0, "")


def test_long_texts_and_long_lists_are_shortened() -> None:
    facts = ToldFacts({"text": "two\nlines " + "x" * 100, "known": [str(n) for n in range(20)]})
    assert facts.quoted().startswith("“two lines x")
    assert len(facts.quoted()) == 62
    assert facts.several("known") == "0, 1, 2, 3, 4, 5, 6, 7, …"


def test_whole_sentences_stand_each_on_a_line_of_its_own() -> None:
    facts = ToldFacts({"few": ("One.", "Two."), "many": [f"{n}." for n in range(21)]})
    assert facts.lines("few") == "One.\nTwo."
    assert facts.lines("many").splitlines()[19:] == ["19.", "…"]
    assert facts.lines("none") == ""


def test_a_moment_is_told_as_the_time_that_it_is_here() -> None:
    until = datetime.datetime(2026, 11, 17, 10, 42).astimezone()
    facts = ToldFacts({"until": until.astimezone(datetime.UTC)})
    assert facts.time("until") == "10:42"
    assert facts.time("none") == "that time"
