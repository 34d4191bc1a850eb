"""Whatever happens in whatever order, each piece of work is paid at most once, to the penny.

This is a short version of `python -m tests.campaigns.paying`.
"""

from hypothesis import HealthCheck, settings

from tests.services.paying.machine import Paying

TestPaying = Paying.TestCase
TestPaying.settings = settings(
    max_examples=8,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
