"""What a paper says comes back whole from what was written down of it."""

import datetime
import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.papers import CheckContent, LetterContent
from coprod_desktop.domain.statement_differences import Difference
from coprod_desktop.domain.statements import StatementContent, StatementMade
from coprod_desktop.services.told_contents import digest, tell, told
from tests.builders import TINY_PNG, a_statement_content, a_statement_work

TEXTS = st.text(max_size=20)
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1))
PICTURES = {hashlib.sha256(TINY_PNG).hexdigest(): TINY_PNG}
CONTENTS = st.builds(
    StatementContent,
    work=st.lists(st.builds(a_statement_work, what=TEXTS, line_id=st.integers(0, 9))).map(tuple),
    made=st.lists(st.builds(StatementMade)).map(tuple),
    changes=st.lists(st.builds(Difference, on=DAYS, what=TEXTS)).map(tuple),
    expenses=st.just(()),
    left_out=st.frozensets(st.sampled_from(["value", "chart"])),
    logo=st.sampled_from([b"", TINY_PNG]),
    signature=st.sampled_from([b"", TINY_PNG]),
)


@given(CONTENTS)
def test_a_statement_comes_back_whole(content: StatementContent) -> None:
    back = told(StatementContent, tell(content), PICTURES.__getitem__)
    assert back == content
    assert [work.line_id for work in back.work] == [work.line_id for work in content.work]
    assert tell(back) == tell(content)


@given(st.builds(LetterContent), st.builds(CheckContent))
def test_other_papers_come_back_whole(letter: LetterContent, check: CheckContent) -> None:
    pictures = {
        hashlib.sha256(one.signature).hexdigest(): one.signature for one in (letter.sender,)
    }
    pictures |= {hashlib.sha256(one.logo).hexdigest(): one.logo for one in (letter.sender,)}
    for one in (check.sender.logo, check.sender.signature):
        pictures[hashlib.sha256(one).hexdigest()] = one
    assert told(LetterContent, tell(letter), pictures.__getitem__) == letter
    assert told(CheckContent, tell(check), pictures.__getitem__) == check


@given(CONTENTS, CONTENTS)
def test_the_digest_is_of_what_is_said(one: StatementContent, other: StatementContent) -> None:
    assert (digest(one) == digest(other)) == (one == other)


def test_which_record_a_line_is_stands_on_no_paper_and_counts_not() -> None:
    content = a_statement_content(work=(a_statement_work(line_id=1),))
    other = replace(content, work=(a_statement_work(line_id=2),))
    assert digest(content) == digest(other)
    assert tell(content) != tell(other)


def test_a_picture_is_written_down_by_its_hash_alone() -> None:
    picture = TINY_PNG * 500
    assert len(tell(a_statement_content(logo=picture))) < len(tell(a_statement_content())) + 100
