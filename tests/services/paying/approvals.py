"""Remember who did what with runs and what was approved, apart from the program's own records."""

import dataclasses

from coprod_desktop.domain.pay_runs import LineKind


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunStep:
    """Somebody changed a run (`is_change`), or said yes to a run of so many pence."""

    number: int
    operator: str
    is_change: bool
    pence: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody asked to take a run back, or answered it (`operator` empty)."""

    number: int
    operator: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Somebody approved that so many pence are paid for a record."""

    kind: LineKind
    subject_id: int
    pence: int


Step = RunStep | Asked | Agreed


class Memory:
    """What happened, by the number of the change that it was; an undone change did not happen."""

    def __init__(self) -> None:
        self._steps: dict[int, tuple[Step, ...]] = {}

    def remember(self, change_id: int, *steps: Step) -> None:
        self._steps[change_id] = steps

    def forget(self, change_id: int) -> None:
        self._steps.pop(change_id, None)

    def approvers(self, number: int) -> tuple[list[str], set[str], int]:
        """Return who approved a run since its last change, who ever changed it, and its pence."""
        said_yes: list[str] = []
        changers: set[str] = set()
        pence = 0
        for step in self._in_order():
            if isinstance(step, RunStep) and step.number == number:
                if step.is_change:
                    said_yes = []
                    changers.add(step.operator)
                else:
                    said_yes.append(step.operator)
                    pence = step.pence
        return said_yes, changers, pence

    def asker(self, number: int) -> str:
        """Return who asked to take a run back and was not answered; nobody is empty."""
        asked = [o for o in self._in_order() if isinstance(o, Asked) and o.number == number]
        return asked[-1].operator if asked else ""

    def agreed(self) -> dict[tuple[LineKind, int], int]:
        """Return what was last approved for each record, in pence."""
        return {
            (step.kind, step.subject_id): step.pence
            for step in self._in_order()
            if isinstance(step, Agreed)
        }

    def _in_order(self) -> list[Step]:
        return [step for key in sorted(self._steps) for step in self._steps[key]]
