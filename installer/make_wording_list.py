"""List the fixed sentences of the papers, so that a charity can word them in its own way.

`python -m installer.make_wording_list` brings `resources/wording/papers.json` up to date: each
sentence with the papers on which it stands, in the order in which the program's files say them. A
sentence that depends on a count is there as it is said of one and of any other number, with both.
"""

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.services.wordings import EVERY_PAPER
from installer.make_catalogue import sources

_ROOT = Path(__file__).resolve().parent.parent
LIST = _ROOT / "resources" / "wording" / "papers.json"
_PAPERS = "coprod_desktop.documents.papers"
# The files that a paper begins in; what they import stands on that paper too.
_BEGINS_IN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "statement": ("statement", "statement_easy_read"),
        "letter": ("letter",),
        "what i did": ("what_i_did",),
        "certificate": ("certificate",),
        "correction notice": ("correction",),
        "check sheet": ("check_sheet",),
        "remittance": ("remittance",),
        "claim slip": ("claim_slip",),
        "attendance sheet": ("attendance_sheet",),
        "session cash sheet": ("session_cash_sheet",),
    }
)
# Days and months are marked there with `later`, hours and minutes are counted: nobody words them.
_SPOKEN = "spoken.py"
_Forms = tuple[str, ...]


def sentences() -> list[dict[str, object]]:
    """Return every fixed sentence once, with the papers on which it stands."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sources()}
    stands_on = _papers_by_file(trees)
    found: dict[_Forms, list[str]] = {}
    for path, tree in trees.items():
        for forms in _marked(tree, is_of_days=path.name == _SPOKEN):
            said = found.setdefault(forms, [])
            said += [paper for paper in stands_on[path] if paper not in said]
    listed: list[dict[str, object]] = []
    for forms, papers in found.items():
        counted = {"counted": list(forms)} if len(forms) > 1 else {}
        for sentence in dict.fromkeys(forms):
            listed.append({"sentence": sentence, "papers": _told(papers), **counted})
    return listed


def _marked(tree: ast.AST, *, is_of_days: bool) -> Iterator[_Forms]:
    """Yield what is marked as a sentence, in the order of the file."""
    marks = {"_": 1} if is_of_days else {"_": 1, "later": 1, "ngettext": 2}
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in marks
    ]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        forms = call.args[: marks[call.func.id]] if isinstance(call.func, ast.Name) else []
        told = [one.value for one in forms if isinstance(one, ast.Constant)]
        if forms and len(told) == len(forms):
            yield tuple(str(one) for one in told)


def _papers_by_file(trees: Mapping[Path, ast.AST]) -> dict[Path, list[str]]:
    """Say on which papers the sentences of each file stand; of editions and the like: on all."""
    by_name = {path.stem: path for path in trees if path.parent.name == "papers"}
    needs = {name: _imported(trees[path]) & by_name.keys() for name, path in by_name.items()}
    stands_on: dict[Path, list[str]] = {path: [] for path in trees}
    for paper, begins in _BEGINS_IN.items():
        for name in sorted(_reached(begins, needs)):
            stands_on[by_name[name]].append(paper)
    return {path: papers or [EVERY_PAPER] for path, papers in stands_on.items()}


def _reached(begins: tuple[str, ...], needs: Mapping[str, set[str]]) -> set[str]:
    reached, ahead = set[str](), [name for name in begins if name in needs]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += needs[name]
    return reached


def _imported(tree: ast.AST) -> set[str]:
    """Name the files of papers that a file imports."""
    names = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == _PAPERS:
                names |= {one.name for one in node.names}
            elif node.module.startswith(f"{_PAPERS}."):
                names.add(node.module.removeprefix(f"{_PAPERS}."))
    return names


def _told(papers: list[str]) -> list[str]:
    is_everywhere = EVERY_PAPER in papers or len(papers) == len(_BEGINS_IN)
    return [EVERY_PAPER] if is_everywhere else [one for one in _BEGINS_IN if one in papers]


def written() -> str:
    """Return the list as its file holds it."""
    return json.dumps(sentences(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the list and say how long it is."""
    LIST.write_text(written(), encoding="utf-8")
    print(f"{len(sentences())} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
