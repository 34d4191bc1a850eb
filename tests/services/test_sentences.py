"""Every foreseen failure has words: what happened, what is safe, what to do next."""

import ast
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coprod_desktop
from coprod_desktop.domain import errors
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.sentences import sentence, verb_words

PACKAGE = Path(coprod_desktop.__file__).parent
FACTS = {
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
    "findings": ("page 3",),
    "change_id": 12,
    "needed": "date",
    "headings": ["Name", "Hours"],
    "detail": "line 3 has no equals sign.",
    "letter": "ể",
    "known": ("plain", "hsbc"),
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


@pytest.mark.parametrize(
    "because", ["later", "paid", "erased", "missing", "import", "left", "first"]
)
def test_a_refused_undo_says_why(because: str) -> None:
    words = sentence(errors.CannotUndoError(because=because))
    assert words != sentence(errors.CannotUndoError())
    assert "cannot be taken back" in words or "cannot be brought back" in words


def test_every_reason_that_the_code_gives_for_refusing_an_undo_has_words() -> None:
    given = set()
    for source in sources():
        given |= set(re.findall(r"CannotUndoError\(because=\"(\w+)\"", source))
    assert given
    plain = sentence(errors.CannotUndoError())
    assert [b for b in given if sentence(errors.CannotUndoError(because=b)) == plain] == []


@pytest.mark.parametrize("state", list(RunState))
@pytest.mark.parametrize("step", [s for s in RunState if s is not RunState.PREPARED])
def test_a_pay_run_in_another_state_says_which_step_comes_next(
    state: RunState, step: RunState
) -> None:
    words = sentence(errors.WrongStateError(noun="pay run", state=state, step=step))
    assert "pay run" in words
    assert words.endswith(".")


@pytest.mark.parametrize("state", [s for s in WorkState if s is not WorkState.LOGGED])
def test_work_in_another_state_has_words(state: WorkState) -> None:
    told = sentence(errors.WrongStateError(noun="contribution", state=state, step="approve"))
    assert told != sentence(errors.WrongStateError(noun="contribution", state="?", step="approve"))


@pytest.mark.parametrize(
    ("noun", "name", "expected"),
    [
        ("participant", "Aisha", "Nobody called “Aisha”"),
        ("operator", "Grace", "Nobody called “Grace” works"),
        ("pay run", 7, "no pay run 7"),
        ("change", 12, "no change 12"),
        ("Participant", 817_262_627_272_727, "no longer in the file"),
        ("ExpenseClaim", 1, "no longer in the file"),
    ],
)
def test_what_is_not_there_is_named_but_never_by_an_inner_number(
    noun: str, name: object, expected: str
) -> None:
    words = sentence(errors.NotFoundError(noun=noun, name=name))
    assert expected in words
    assert "817262627272727" not in words


def test_a_long_text_is_shortened() -> None:
    words = sentence(errors.MoneyUnreadableError(text="x" * 5000))
    assert len(words) < 200


def test_no_time_at_all_reads_otherwise_than_time_below_nothing() -> None:
    none = sentence(errors.DurationNotPositiveError(minutes=0))
    below = sentence(errors.DurationNotPositiveError(minutes=-5))
    assert none != below


def test_every_verb_of_the_services_has_words() -> None:
    verbs = set()
    for source in sources():
        verbs |= set(re.findall(r"\.transaction\(\s*\"([^\"]+)\"", source))
    assert "log session" in verbs
    unworded = [verb for verb in verbs if verb_words(verb) == verb.capitalize()]
    assert unworded == []


def test_an_undone_verb_is_worded_with_what_was_taken_back() -> None:
    assert verb_words("log session") == "Logged a session"
    assert verb_words("undo log session") == "Took back: Logged a session"
    assert verb_words("undo undo log session") == "Took back: Took back: Logged a session"


def test_a_verb_of_a_newer_version_still_reads_as_words() -> None:
    assert verb_words("plant a tree") == "Plant a tree"


def test_no_wording_is_put_together_before_it_is_translated() -> None:
    folder = PACKAGE / "services"
    for name in ("sentences", "file_sentences", "rule_sentences", "verb_words", "told_facts"):
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
        translated = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "_"]
        assert translated
        assert all(isinstance(call.args[0], ast.Constant) for call in translated)


def sources() -> Iterator[str]:
    for path in PACKAGE.rglob("*.py"):
        yield path.read_text(encoding="utf-8")
