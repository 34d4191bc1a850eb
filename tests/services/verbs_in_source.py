"""Find every verb under which the services change the file, by reading their source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import coprod_desktop
from coprod_desktop.services.import_drafts import SheetKind

SERVICES = Path(coprod_desktop.__file__).parent / "services"
# These build their verbs of others: what is taken back and done again, and what is only tried out.
BUILT = frozenset({"history.py", "removed.py"})
# "import " with the kind of a sheet: each kind is a verb of its own.
FAMILIES = {
    "import ": [kind.value for kind in SheetKind if kind is not SheetKind.OPEN_WORKBOOK],
}


def verbs_of_source() -> set[str]:
    """Return every verb that is written out where the file is changed."""
    return {verb for _path, verb in _named() if verb is not None}


def unresolved_verbs() -> set[str]:
    """Return the places where the file is changed under a verb that cannot be read."""
    return {path.name for path, verb in _named() if verb is None}


def _named() -> Iterator[tuple[Path, str | None]]:
    for path in sorted(SERVICES.rglob("*.py")):
        if path.name in BUILT:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = _constants(tree)
        functions = _functions_with_verb(tree)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and call.args:
                for verb in _of_call(call, functions, constants):
                    yield path, verb


def _of_call(
    call: ast.Call, functions: dict[str, int], constants: dict[str, str]
) -> Iterator[str | None]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = name or (call.func.id if isinstance(call.func, ast.Name) else "")
    if name == "transaction":
        first = call.args[0]
        if isinstance(first, ast.Name) and first.id in ("verb", "_verb"):
            return  # a function that is given its verb; its callers name it
        yield from _texts(first, constants)
    elif name in functions and len(call.args) > functions[name]:
        yield from _texts(call.args[functions[name]], constants)


def _functions_with_verb(tree: ast.AST) -> dict[str, int]:
    """Return the functions that are given a verb, and at which place of a call."""
    found = {}
    for one in ast.walk(tree):
        if isinstance(one, ast.FunctionDef):
            names = [argument.arg for argument in one.args.args if argument.arg != "self"]
            if "verb" in names and _opens_transaction(one):
                found[one.name] = names.index("verb")
    return found


def _opens_transaction(function: ast.FunctionDef) -> bool:
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    return any(getattr(call.func, "attr", "") == "transaction" for call in calls)


def _constants(tree: ast.Module) -> dict[str, str]:
    found = {}
    for one in tree.body:
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant):
            for target in one.targets:
                if isinstance(target, ast.Name) and isinstance(one.value.value, str):
                    found[target.id] = one.value.value
    return found


def _texts(node: ast.expr, constants: dict[str, str]) -> Iterator[str | None]:
    if isinstance(node, ast.JoinedStr):
        first = node.values[0]
        start = first.value if isinstance(first, ast.Constant) else ""
        start = start if isinstance(start, str) else ""
        yield from (start + end for end in FAMILIES.get(start, []))
        if start not in FAMILIES:
            yield None
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        yield constants.get(node.id) if isinstance(node, ast.Name) else None
