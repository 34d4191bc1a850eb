"""Fixed sentences of papers are worded from the command line, and put back."""

from pathlib import Path

from tests.cli.runner import Coprod

SENTENCE = "Statement {number}"


def test_sentences_are_listed_with_our_own_words(coprod: Coprod, empty: Path) -> None:
    told = coprod.told("wording", empty)
    assert told["language"] == "en"
    assert len(told["sentences"]) > 100
    of_letters = coprod.told("wording", empty, "list", "--paper", "letter")["sentences"]
    assert 0 < len(of_letters) < len(told["sentences"])
    assert all({"letter", "every paper"} & set(one["papers"]) for one in of_letters)
    assert coprod("wording", empty, "list", "--own").out == "No sentence is like that.\n"
    coprod.told("wording", empty, "set", SENTENCE, "Number {number}")
    assert coprod("wording", empty, "list", "--own").out == f"{SENTENCE}\n  > Number {{number}}\n"


def test_each_language_has_its_own_words(coprod: Coprod, empty: Path) -> None:
    welsh = ("--language", "cy")
    coprod.told("wording", empty, "set", SENTENCE, "Ein datganiad {number}", *welsh)
    assert coprod.told("wording", empty, "list", "--own")["sentences"] == []
    (one,) = coprod.told("wording", empty, "list", "--own", *welsh)["sentences"]
    assert (one["sentence"], one["own"]) == (SENTENCE, "Ein datganiad {number}")
    coprod.told("wording", empty, "clear", SENTENCE, *welsh)
    assert coprod.told("wording", empty, "list", "--own", *welsh)["sentences"] == []


def test_what_could_be_plainer_is_told_and_not_refused(coprod: Coprod, empty: Path) -> None:
    told = coprod.told("wording", empty, "set", SENTENCE, "Prior to this")
    assert told["left_out"] == ["number"]
    assert [(one["start"], one["end"], one["kind"]) for one in told["remarks"]] == [
        (0, 8, "long word")
    ]
    said = coprod("wording", empty, "set", SENTENCE, "Prior to this").out.splitlines()
    assert said == [
        "From now on papers say: Prior to this",
        "What the paper says there is left out: number.",
        "There are plainer words than “Prior to”. Say: before.",
    ]


def test_a_misspelt_field_or_sentence_is_refused(coprod: Coprod, empty: Path) -> None:
    words = coprod.refused("wording", empty, "set", SENTENCE, "Statement {nummer}")
    assert "“nummer”" in words
    assert "number" in words
    assert "curly bracket" in coprod.refused("wording", empty, "set", SENTENCE, "Statement {")
    assert "No paper has" in coprod.refused("wording", empty, "set", "Statement", "X")
    assert coprod.refused("wording", empty, "clear", SENTENCE)
    assert coprod.told("wording", empty, "list", "--own")["sentences"] == []


def test_empty_words_put_the_usual_ones_back(coprod: Coprod, empty: Path) -> None:
    coprod.told("wording", empty, "set", SENTENCE, "Number {number}")
    said = coprod("wording", empty, "set", SENTENCE, "")
    assert (said.code, said.out) == (0, "The usual words stand there again.\n")
    assert coprod.told("wording", empty, "list", "--own")["sentences"] == []
