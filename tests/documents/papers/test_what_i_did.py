"""Test that a person's own page says what they did and can do, and only what they want said."""

from pathlib import Path

import pytest

from coprod_desktop.documents.paper import Chart, Section
from coprod_desktop.documents.papers.what_i_did import what_i_did_easy_read, what_i_did_paper
from coprod_desktop.domain.papers import OwnSkill, TimeByKind
from tests.other_paper_builders import a_sender, what_i_did
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import samples_of


@pytest.mark.parametrize("name", samples_of("what-i-did"))
def test_every_page_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


def headings_of(paper: object) -> list[str]:
    return [part.heading for part in getattr(paper, "parts", ()) if isinstance(part, Section)]


def test_it_says_role_work_skills_time_things_made_and_whom_to_ask() -> None:
    paper = what_i_did_paper(what_i_did())

    assert headings_of(paper) == [
        "What I did", "What I can do", "My time", "Things made", "Ask about my work",
    ]  # fmt: skip
    text = text_of(paper)
    assert "Project member at Rivermead Together, January to September 2026." in text
    assert "Ask good questions. “I listen for what people do not say.” Used in" in text
    assert "Grace Okafor, Coordinator, Rivermead Together." in text


def test_what_is_empty_is_left_out() -> None:
    bare = what_i_did(role="", about="", did=(" ",), skills=(), times=(), made=())

    assert headings_of(what_i_did_paper(bare)) == ["Ask about my work"]
    assert headings_of(what_i_did_easy_read(bare)) == ["Ask about my work"]


@pytest.mark.parametrize(
    ("role", "projects", "words"),
    [
        ("mentor", ("A", "B"), "Mentor at Rivermead Together, January to September 2026. "
         "Project: A, B."),
        ("", ("A",), "I worked with Rivermead Together, January to September 2026. Project: A."),
        ("", (), "I worked with Rivermead Together, January to September 2026."),
    ],
)  # fmt: skip
def test_it_says_as_what_and_on_what_the_person_worked(
    role: str, projects: tuple[str, ...], words: str
) -> None:
    content = what_i_did(role=role, projects=projects, about="")

    assert words in text_of(what_i_did_paper(content))


def test_paid_and_unpaid_time_is_drawn_for_each_kind_most_first() -> None:
    (section,) = [
        part
        for part in what_i_did_paper(what_i_did()).parts
        if isinstance(part, Section) and part.heading == "My time"
    ]
    chart = section.parts[0]

    assert isinstance(chart, Chart)
    drawn = [(one.label, one.minutes_paid, one.minutes_unpaid) for one in chart.stripes]
    assert drawn == [("Meeting", 810, 0), ("Reading", 330, 465), ("Keeping in touch", 0, 375)]
    assert "33 hours in all: 19 hours paid and 14 hours unpaid." in text_of(section)


@pytest.mark.parametrize(
    ("paid", "unpaid", "words"),
    [(60, 0, "1 hour in all, paid."), (0, 90, "1 hour 30 minutes in all, unpaid.")],
)
def test_time_of_one_sort_is_said_so(paid: int, unpaid: int, words: str) -> None:
    times = (TimeByKind(kind_of_work="Meeting", minutes_paid=paid, minutes_unpaid=unpaid),)
    content = what_i_did(times=times)

    assert words in text_of(what_i_did_paper(content))
    assert ("of it was paid." in text_of(what_i_did_easy_read(content))) == bool(paid)


def test_easy_read_leaves_long_sentences_of_their_own_to_the_other_page() -> None:
    long = OwnSkill(skill="Listen", own_words="I " + "very " * 20 + "much listen.")
    text = text_of(what_i_did_easy_read(what_i_did(skills=(long,))))

    assert "Listen" in text
    assert "very" not in text


def test_easy_read_of_one_month_names_it_once() -> None:
    content = what_i_did(from_on=what_i_did().to_on)

    assert "I worked there in September 2026." in text_of(what_i_did_easy_read(content))


def test_somebody_else_than_the_one_who_signs_has_no_role_of_theirs() -> None:
    content = what_i_did(sender=a_sender(contact_name="Piotr Zieliński"))

    assert "Piotr Zieliński, Rivermead Together." in text_of(what_i_did_paper(content))
