"""Test that a certificate is one page on which paid and unpaid work stand alike."""

from pathlib import Path

import pytest

from coprod_desktop.documents.paper import Bullets, Mark, Section, Signature, Summary
from coprod_desktop.documents.papers.certificate import certificate_easy_read, certificate_paper
from tests.other_paper_builders import a_certificate, a_made, a_sender
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import KINDS, OTHER_SAMPLES, samples_of
from tests.paper_reading import page_texts


@pytest.mark.parametrize("name", samples_of("certificate"))
def test_every_certificate_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


@pytest.mark.parametrize("case", KINDS["certificate"].cases)
def test_in_clear_print_it_is_one_page(case: str) -> None:
    assert len(page_texts(OTHER_SAMPLES[f"certificate-{case}-clear-en"]())) == 1


def test_it_says_what_somebody_did_with_paid_and_unpaid_alike() -> None:
    paper = certificate_paper(a_certificate())
    (box,) = [part for part in paper.parts if isinstance(part, Summary)]
    ((paid, unpaid),) = box.rows

    assert "This says what Małgorzata Zając did at Rivermead Together." in text_of(paper)
    assert box.headline == "33\u00a0hours of work"
    assert (paid.amount, paid.mark) == ("19\u00a0hours", Mark.PAID)
    assert (unpaid.amount, unpaid.mark) == ("14\u00a0hours", Mark.UNPAID)
    assert paid.note == unpaid.note == "It counts the same."


def test_the_charity_signs_it() -> None:
    signature = Signature(role="Chair", name="Piotr Zieliński", picture=b"png")
    sender = a_sender(signed_by="Piotr Zieliński", signed_as="Chair", signature=b"png")
    *__, last = certificate_paper(a_certificate(sender=sender)).parts

    assert isinstance(last, Section)
    assert last.parts[-1] == signature


def test_more_than_one_page_holds_is_counted() -> None:
    content = a_certificate(skills=("Listening",) * 9, made=(a_made(),) * 3)
    parts = certificate_paper(content).parts
    lists = [part.parts for part in parts if isinstance(part, Section)]

    assert lists[1] == (Bullets(texts=(*("Listening",) * 4, "And 5 more.")),)
    assert "And 1 more." in text_of(lists[2])


def test_what_nobody_wrote_down_is_left_out() -> None:
    content = a_certificate(role="", projects=(), skills=(" ",), made=())
    headings = [
        part.heading for part in certificate_paper(content).parts if isinstance(part, Section)
    ]

    assert headings == ["Signed"]
    assert "the role" not in text_of(certificate_easy_read(content))


def test_easy_read_says_that_paid_and_unpaid_count_the_same() -> None:
    text = text_of(certificate_easy_read(a_certificate()))

    assert "19 hours of it was paid. 14 hours of it was unpaid." in text
    assert "Paid and unpaid work count the same." in text
