"""A step that does not fit says why, and which step does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coprod_desktop
from coprod_desktop.domain import errors
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.sentences import sentence


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


def sources() -> Iterator[str]:
    for path in Path(coprod_desktop.__file__).parent.rglob("*.py"):
        yield path.read_text(encoding="utf-8")
