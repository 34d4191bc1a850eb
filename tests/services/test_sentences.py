"""Every foreseen failure has words: what happened, what is safe, what to do next."""

import ast
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coprod_desktop
from coprod_desktop.domain import errors
from coprod_desktop.services.sentences import sentence

PACKAGE = Path(coprod_desktop.__file__).parent
FACTS = {
    "held": 2,
    "number": 7,
    "text": "twelve",
    "pence": 123_456_789,
    "basis": "half day and day",
    "missing": "half day",
    "minutes": 1500,
    "day": datetime.date(1899, 5, 1),
    "from_on": datetime.date(2026, 3, 1),
    "to_on": datetime.date(2026, 2, 1),
    "up_to_on": datetime.date(2026, 3, 1),
    "length": 5000,
    "limit": 4000,
    "least": 8,
    "noun": "participant",
    "name": "Aisha Rahman",
    "state": "paid",
    "step": "approve",
    "offered_pence": 3000,
    "because": "later",
    "size_bytes": 12_000_000,
    "limit_bytes": 10_000_000,
    "path": Path("/home/grace/Rivermead.coprod"),
    "process": 4711,
    "host": "OFFICE-PC",
    "folder": "Papers",
    "findings": ("page 3",),
    "change_id": 12,
    "needed": "date",
    "headings": ["Name", "Hours"],
    "detail": "line 3 has no equals sign.",
    "letter": "ể",
    "known": ("plain", "hsbc"),
    "names": ("Aisha Rahman", "Bronwen Pugh"),
    "tries_left": 3,
    "until": datetime.datetime(2026, 11, 17, 10, 42, tzinfo=datetime.UTC),
    "most_pence": 100_000_000,
    "left_pence": 1250,
    "chosen_pence": 1500,
    "serials": ("HV-00417", "HV-00418"),
    "line": 14,
    "width": 8,
    "height": 5000,
    "days": 0,
    "count": 512,
    "most": 400,
    "kind": "number",
}
NEVER = re.compile(
    r"\b(invalid|user|error|illegal|failed to|exception|wrong|must|employee|payroll|manage|"
    r"process|submit|empower|beneficiary|oops|sorry|you (did|have) not)\b",
    re.IGNORECASE,
)


def classes(
    parent: type[errors.DomainError] = errors.DomainError,
) -> Iterator[type[errors.DomainError]]:
    for child in parent.__subclasses__():
        if child.__module__.startswith("coprod_desktop"):
            yield child
            yield from classes(child)


CLASSES = list(classes())


def documented_facts(kind: type[errors.DomainError]) -> dict[str, object]:
    named = re.findall(r"`(\w+)`", kind.__doc__ or "")
    return {name: FACTS[name] for name in named}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_failure_has_words_of_its_own(kind: type[errors.DomainError]) -> None:
    words = sentence(kind(**documented_facts(kind)))
    assert words != sentence(errors.DomainError())
    assert words.endswith(".")
    assert words[0].isupper() or words[0] in "“£"
    assert not NEVER.search(words), words
    assert not re.search(r"[{}]|None|Error|“”|\.\.|  ", words), words


@pytest.mark.parametrize("kind", CLASSES)
def test_a_failure_whose_facts_are_not_known_still_has_words(
    kind: type[errors.DomainError],
) -> None:
    words = sentence(kind())
    assert words.endswith(".")
    assert "None" not in words


def test_a_long_text_is_shortened() -> None:
    words = sentence(errors.MoneyUnreadableError(text="x" * 5000))
    assert len(words) < 200


def test_no_time_at_all_reads_otherwise_than_time_below_nothing() -> None:
    none = sentence(errors.DurationNotPositiveError(minutes=0))
    below = sentence(errors.DurationNotPositiveError(minutes=-5))
    assert none != below


def test_no_wording_is_put_together_before_it_is_translated() -> None:
    folder = PACKAGE / "services"
    for name in (
        "sentences",
        "file_sentences",
        "rule_sentences",
        "paper_sentences",
        "verb_words",
        "told_facts",
    ):
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
        translated = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "_"]
        assert translated
        assert all(isinstance(call.args[0], ast.Constant) for call in translated)
