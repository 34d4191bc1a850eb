"""Every remark on a text is a whole sentence that says what could be plainer, and how."""

import json

import pytest

from coprod_desktop.domain.plain_language import RemarkKind
from coprod_desktop.paths import resource
from coprod_desktop.services.plain_language import check_words

HARD = (
    "In the event that he requires assistance, the expenditure of service users must be submitted "
    "prior to the commencement of the subsequent financial period, notwithstanding additional "
    "requirements that may be communicated by the involvement team hereafter and thereafter."
)


def test_each_kind_of_remark_has_its_sentence() -> None:
    remarks = check_words(HARD)
    assert {one.kind for one in remarks} == set(RemarkKind)
    for one in remarks:
        assert one.sentence.endswith((".", ".)"))
        assert "{" not in one.sentence
        assert "  " not in one.sentence
    by_text = {HARD[one.start : one.end]: one.sentence for one in remarks}
    assert by_text["prior to"] == "There are plainer words than “prior to”. Say: before."
    assert by_text["service users"].startswith("“service users” hides that this was work")


def test_easy_read_allows_fewer_words() -> None:
    text = "You " + "really " * 14 + "worked."
    assert check_words(text) == ()
    (remark,) = check_words(text, is_easy_read=True)
    assert remark.sentence == ("This sentence has 16 words. Make two of it: 15 words are enough.")


def test_of_welsh_only_sentences_are_measured() -> None:
    assert {one.kind for one in check_words(HARD, language="cy")} == {RemarkKind.LONG_SENTENCE}


@pytest.mark.parametrize("kind", [RemarkKind.HIDES_WORK, RemarkKind.GENDER])
def test_no_fixed_sentence_of_our_papers_hides_work_or_assumes_a_gender(kind: RemarkKind) -> None:
    told = json.loads(resource("wording", "papers.json").read_text(encoding="utf-8"))
    found = [
        one["sentence"]
        for one in told
        if any(remark.kind is kind for remark in check_words(one["sentence"]))
    ]
    assert found == []
