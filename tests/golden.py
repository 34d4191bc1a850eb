"""Compare a paper with what it said before: its words page by page, and its structure.

`COPROD_NEW_GOLDENS=1` writes the files anew; read what changed before you commit them.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.paper_marks import Said, drawn_lines, told

FOLDER = Path(__file__).resolve().parent / "documents" / "golden"


def check_golden(name: str, pdf: bytes) -> None:
    """Assert that a paper says what `tests/documents/golden/<name>.txt` holds."""
    check_golden_text(name, written(pdf))


def check_golden_text(name: str, text: str) -> None:
    """Assert that a text is what `tests/documents/golden/<name>.txt` holds."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("COPROD_NEW_GOLDENS") == "1":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is not there yet: set COPROD_NEW_GOLDENS=1"
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()


def written(pdf: bytes) -> str:
    """Write down the lines of each page as they are drawn, then every element as it is read."""
    lines = []
    for number, page in enumerate(drawn_lines(pdf), 1):
        lines.append(f"=== page {number} ===")
        lines += [line.text.rstrip() for line in page]
    lines.append("=== structure ===")
    lines += _outline(told(pdf), 0)
    return "\n".join(lines) + "\n"


def _outline(said: Said, depth: int) -> Iterator[str]:
    says = "".join(f" [{key}: {value}]" for key, value in sorted(said.says.items()))
    text = f" {said.text}" if said.text else ""
    yield f"{'  ' * depth}{said.tag}{says}{text}"
    for kid in said.kids:
        yield from _outline(kid, depth + 1)
