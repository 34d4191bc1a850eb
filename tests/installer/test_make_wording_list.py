"""The list of fixed sentences is that of the papers of today."""

import json

from coprod_desktop.domain.wordings import fields_of
from coprod_desktop.services.wordings import EVERY_PAPER
from installer.make_wording_list import LIST, sentences, written


def test_the_list_in_the_tree_is_not_stale() -> None:
    told = LIST.read_text(encoding="utf-8")
    assert told == written(), "run python -m installer.make_wording_list"


def test_every_sentence_is_there_once_with_fields_that_can_be_named() -> None:
    told = json.loads(written())
    assert len({one["sentence"] for one in told}) == len(told)
    for one in told:
        assert one["papers"]
        assert all(field.split(":")[0].isidentifier() for field in fields_of(one["sentence"]))


def test_a_sentence_stands_on_every_paper_that_imports_its_file() -> None:
    papers = {str(one["sentence"]): one["papers"] for one in sentences()}
    assert papers["Page {number} of {count}"] == [EVERY_PAPER]
    assert papers["Statement {number}"] == ["statement"]
    assert "Monday" not in papers
