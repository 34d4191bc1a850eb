"""Test that papers share parts of fonts without taking letters from each other."""

from concurrent.futures import ThreadPoolExecutor

from coprod_desktop.documents.statement import statement_pdf
from tests.builders import a_statement_content
from tests.paper_reading import paper_text

NAMES = ["Siân Llŷr", "Małgorzata Zając", "Ion Țurcanu", "Aisha Rahman", "Renée Öztürk"] * 4


def test_each_paper_has_its_own_letters_however_many_were_made_before() -> None:
    for name in NAMES:
        assert name in paper_text(statement_pdf(a_statement_content(name=name)))


def test_papers_made_at_the_same_time_are_the_papers_made_one_by_one() -> None:
    contents = [a_statement_content(name=name) for name in NAMES]
    one_by_one = [statement_pdf(content) for content in contents]

    with ThreadPoolExecutor(4) as workers:
        assert list(workers.map(statement_pdf, contents)) == one_by_one
