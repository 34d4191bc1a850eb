"""What the charity promises to pay, and why an amount is what it is.

The door for every policy: a text is read into a `Policy`, a case is priced by it, and the answer
is frozen on what was priced (docs/policy-format.md).
"""

from coprod_desktop.domain.policy.answers import Answer, Quote, QuoteLine, Refusal
from coprod_desktop.domain.policy.cases import Case, Entry
from coprod_desktop.domain.policy.quoting import quote
from coprod_desktop.domain.policy.read_case import read_case
from coprod_desktop.domain.policy.read_policy import read_policy
from coprod_desktop.domain.policy.rules import CountsAs, Policy, Subject
from coprod_desktop.domain.policy.simple import (
    SimplePolicy,
    TimeBasis,
    clean_simple,
    simple_of,
    simple_version,
    text_of,
)
from coprod_desktop.domain.policy.versions import PolicyVersion

__all__ = [
    "Answer",
    "Case",
    "CountsAs",
    "Entry",
    "Policy",
    "PolicyVersion",
    "Quote",
    "QuoteLine",
    "Refusal",
    "SimplePolicy",
    "Subject",
    "TimeBasis",
    "clean_simple",
    "quote",
    "read_case",
    "read_policy",
    "simple_of",
    "simple_version",
    "text_of",
]
