"""Read short policies and cases in tests, and list what is said of their mistakes."""

from coprod_desktop.domain.policy.facts import FACTS
from coprod_desktop.domain.policy.lines import Lines
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.read_case import read_case
from coprod_desktop.domain.policy.read_policy import read_policy
from coprod_desktop.domain.policy.rules import Policy, Rule
from coprod_desktop.domain.policy.tables import Reading, Table

HEAD = '[policy]\nname = "Riverside"\n'
"""Two lines, so what follows begins on line 3."""


def policy_of(text: str) -> Policy:
    """Read a policy whose head is given."""
    return read_policy(HEAD + text)


def rule_of(section: str, text: str, before: str = "") -> Rule:
    """Read the only rule of a policy."""
    return policy_of(f'{before}[[{section}]]\nname = "One"\n{text}').rules[0]


def mistakes_of(text: str) -> list[str]:
    """List the mistakes of a policy whose head is given."""
    return mistakes_of_whole(HEAD + text)


def mistakes_of_whole(text: str) -> list[str]:
    """List the mistakes of a policy."""
    try:
        read_policy(text)
    except PolicyFileError as error:
        return [str(problem) for problem in error.problems]
    return []


def mistakes_of_case(text: str, policy: str = "") -> list[str]:
    """List the mistakes of a case."""
    try:
        read_case(text, policy_of(policy))
    except PolicyFileError as error:
        return [str(problem) for problem in error.problems]
    return []


def a_table(values: dict[str, object], text: str = "") -> Table:
    """Return a table as a file's reader has it in hand."""
    return Table(Reading(Lines(text), FACTS), ("fee", 0), "[[fee]]", values)
