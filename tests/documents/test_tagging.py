"""Test the marks that let a screen reader follow a paper, with the rules that pdfua checks."""

import io
from typing import Any, cast

import pdfua
import pikepdf
import pytest

from coprod_desktop.documents.cash_sheet import cash_sheet_pdf
from coprod_desktop.documents.control_sheet import control_sheet_pdf
from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.papers.remittance import remittance_paper
from coprod_desktop.documents.payment_sheet import payment_sheet_pdf
from coprod_desktop.documents.statement import statement_pdf
from coprod_desktop.documents.styles import A4, BODY
from coprod_desktop.documents.tagging import Pen, figure, spoken_in, summary, table_cell
from coprod_desktop.domain.run_papers import CostCodeSum
from tests.builders import (
    a_payment_sheet,
    a_payment_sheet_line,
    a_remittance,
    a_statement_content,
    a_statement_work,
)
from tests.paper_marks import told
from tests.paper_reading import page_texts, structure
from tests.run_paper_builders import (
    a_cash_row,
    a_cash_sheet,
    a_control_file,
    a_control_sheet,
    a_voucher_row,
    an_account_notice,
)

# The rule that asks for a claim of conformance; we make none before a person has checked.
CLAIM = "UA-28-004"

PAPERS = {
    "statement": lambda: statement_pdf(a_statement_content(name_in_script="سلمى")),
    "long statement": lambda: statement_pdf(
        a_statement_content(work=(a_statement_work(),) * 60, what_changed=("Words. " * 500,))
    ),
    "statement without work": lambda: statement_pdf(a_statement_content(work=(), expenses=())),
    "payment sheet": lambda: payment_sheet_pdf(a_payment_sheet()),
    "long payment sheet": lambda: payment_sheet_pdf(
        a_payment_sheet(
            lines=(a_payment_sheet_line(reference="RUN07-01"),) * 40,
            by_cost_code=(CostCodeSum(cost_code="A", payment_pence=0, reimbursement_pence=0),),
        )
    ),
    "cash sheet": lambda: cash_sheet_pdf(a_cash_sheet()),
    "long cash sheet": lambda: cash_sheet_pdf(
        a_cash_sheet(rows=(a_cash_row(name="سلمى"), a_voucher_row()) * 20, drawn_pence=None)
    ),
    "voucher sheet": lambda: cash_sheet_pdf(a_cash_sheet(rows=(a_voucher_row(),))),
    "control sheet": lambda: control_sheet_pdf(a_control_sheet()),
    "long control sheet": lambda: control_sheet_pdf(
        a_control_sheet(
            files=(a_control_file(),) * 3,
            accounts=(an_account_notice(),) * 40,
            four_eyes_note="Words. " * 300,
        )
    ),
    "remittance": lambda: clear_print_pdf(remittance_paper(a_remittance())),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_pdfua_finds_no_fault(paper: str, tmp_path: object) -> None:
    path = f"{tmp_path}/paper.pdf"
    with open(path, "wb") as file:  # noqa: PTH123 - pdfua takes the same text
        file.write(PAPERS[paper]())

    report = pdfua.validate(path)
    assert [found.message for found in report.findings if found.rule_id != CLAIM] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_language_title_and_marks_are_declared(paper: str) -> None:
    with pikepdf.open(io.BytesIO(PAPERS[paper]())) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert str(file.docinfo.Title) in file.Root.Metadata.read_bytes().decode()
        assert not file.check_pdf_syntax()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_piece_of_content_is_in_the_structure_or_is_for_the_eye_only(paper: str) -> None:
    with pikepdf.open(io.BytesIO(PAPERS[paper]())) as file:
        parents = file.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(file.pages):
            marks: list[int] = []
            depth = 0
            for step in pikepdf.parse_content_stream(page):
                name, operands = str(step.operator), cast(Any, step.operands)
                if name == "BDC":
                    depth += 1
                    marks += [int(operands[1].MCID)] if "/MCID" in operands[1] else []
                elif name == "EMC":
                    depth -= 1
                assert depth or name not in ("Tj", "S", "f", "re")
            assert marks == list(range(len(parents[2 * number + 1])))


def test_an_element_may_go_on_over_the_end_of_a_page() -> None:
    pen = Pen("Two pages", "A charity", A4, "en-GB")
    pen.begin("P")
    for number in range(2):
        with pen.content():
            pen.block(set_block(f"part {number}", BODY, 200), 70, 70)
        if number == 0:
            pen.next_page()
    pen.end()
    pdf = pen.finish()

    (paragraph,) = structure(pdf).kids
    assert paragraph.tag == "P"
    assert page_texts(pdf) == ["part 0", "part 1"]


def test_what_repeats_is_drawn_and_not_heard() -> None:
    pen = Pen("Repeats", "A charity", A4, "en-GB")
    with pen.repeated(), pen.marked("P"):
        pen.block(set_block("again", BODY, 200), 70, 70)
    pdf = pen.finish()

    assert structure(pdf).kids == ()
    assert page_texts(pdf) == ["again"]


def test_an_element_that_was_closed_may_go_on() -> None:
    pen = Pen("Two strands", "A charity", A4, "en-GB")
    numbers = []
    for __ in range(2):
        numbers.append(pen.begin("Div"))
        pen.end()
    for text, number in (("one", 0), ("un", 1), ("two", 0), ("dau", 1)):
        pen.resume(numbers[number])
        with pen.marked("P"):
            pen.block(set_block(text, BODY, 200), 70, 70)
        pen.end()

    kids = told(pen.finish()).kids
    assert [[said.text for said in kid.kids] for kid in kids] == [["one", "two"], ["un", "dau"]]


def test_nothing_goes_on_while_what_repeats_is_drawn() -> None:
    pen = Pen("Repeats", "A charity", A4, "en-GB")
    with pen.repeated():
        assert pen.begin("P") == -1
        pen.resume(0)
        pen.end()
    with pen.marked("P"):
        pen.block(set_block("heard", BODY, 200), 70, 70)

    assert [kid.text for kid in told(pen.finish()).kids] == ["heard"]


def test_a_table_says_what_it_lists_and_an_element_which_language_it_speaks() -> None:
    assert summary("") == ""
    assert summary("A") == "/A<</O/Table/Summary <FEFF0041>>>"
    assert spoken_in("cy-GB") == "/Lang (cy-GB)"
    assert figure("A", (1, 2, 3, 4.567)).endswith("/BBox[1.00 2.00 3.00 4.57]>>")


def test_a_plain_cell_says_nothing_of_itself() -> None:
    assert table_cell() == ""
    assert table_cell(scope="Row", columns=2) == "/A<</O/Table/Scope/Row/ColSpan 2>>"
