"""What is mistaken in a policy or a case, each mistake with its line and what to do."""

import dataclasses

from coprod_desktop.domain.errors import DomainError


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: the line it stands on (0 for the whole file), what it is and what to do."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.sentence}" if self.line else self.sentence


class PolicyFileError(DomainError):
    """A policy or a case has mistakes; all of them are told at once, in the order of lines."""

    def __init__(self, problems: tuple[Problem, ...] = (), **facts: object) -> None:
        super().__init__(problems=problems, **facts)
        self.problems = problems
