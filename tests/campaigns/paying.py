"""Pay in thousands of random orders: `python -m tests.campaigns.paying [--examples N] [--seed N]`.

After each step every pound is counted, as `tests/services/paying/ledger.py` says. The suite does a
short version of it (`tests/services/test_paying_in_any_order.py`).
"""

import argparse
import sys
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.services.paying.machine import Paying
from tests.services.paying.room import DONE, REFUSED, TRIED

_BATCH = 25


def main() -> None:
    """Run the examples; what fails is told with the fewest steps that make it fail."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--examples", type=int, default=3000)
    arguments.add_argument("--steps", type=int, default=40)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--shrink", action="store_true", help="look for the fewest steps")
    arguments.add_argument("--seconds", type=float, default=float("inf"))
    told = arguments.parse_args()
    began, batch = time.monotonic(), 0
    while _orders() < told.examples and time.monotonic() - began < told.seconds:
        Paying._hypothesis_internal_use_seed = told.seed + batch
        run_state_machine_as_test(
            Paying,
            settings=settings(
                phases=(Phase.generate, *((Phase.shrink,) if told.shrink else ())),
                max_examples=_BATCH,
                stateful_step_count=told.steps,
                deadline=None,
                database=None,
                print_blob=False,
                suppress_health_check=list(HealthCheck),
            ),
        )
        batch += 1
        sys.stdout.write(f"{_orders()} orders, {sum(TRIED)} steps tried, nothing wrong\n")
    seconds = time.monotonic() - began
    sys.stdout.write(f"{_orders()} orders, {sum(TRIED)} steps, in {seconds:.0f} s, nothing wrong\n")
    for name, found in (("done", DONE), ("refused", REFUSED)):
        sys.stdout.write(f"{name}: " + ", ".join(f"{n} {k}" for k, n in found.most_common()) + "\n")


def _orders() -> int:
    """Count the orders in which anything was tried; the first of each batch are empty."""
    return sum(tried > 0 for tried in TRIED)


if __name__ == "__main__":
    main()
