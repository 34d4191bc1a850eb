"""What the charity promises to pay, and why an amount is what it is.

The door for every policy: a service hands in a case, gets a `Quote`, and freezes it on the entry.
"""

from coprod_desktop.domain.policy.simple import (
    Policy,
    Quote,
    TimeBasis,
    TimeCase,
    clean_policy,
    quote_miles,
    quote_time,
)

__all__ = [
    "Policy",
    "Quote",
    "TimeBasis",
    "TimeCase",
    "clean_policy",
    "quote_miles",
    "quote_time",
]
