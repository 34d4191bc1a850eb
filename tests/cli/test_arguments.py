"""The help of every command works without loading what the command needs."""

import json
import subprocess
import sys

import pytest

from coprod_desktop.cli.arguments import build_parser
from tests.cli.runner import Coprod

COMMANDS = (
    "new demo check backup restore import export totals statements paper answer session-kit policy "
    "verify approve pay-run "
    "cash vouchers drafts bank-layout "
    "account operators charity outputs wording paper-style history undo"
).split()
HEAVY = {"sqlalchemy", "alembic", "reportlab", "openpyxl", "python_calamine", "PySide6"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(coprod: Coprod, command: str) -> None:
    outcome = coprod(command, "--help")
    assert outcome.code == 0
    assert "--json" in outcome.out
    assert "--operator" in outcome.out


def test_the_help_is_quick_because_nothing_heavy_is_loaded() -> None:
    question = (
        "import json, sys; from coprod_desktop.cli import main; main(['--help']); "
        "print(json.dumps(list(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, check=True)
    loaded = json.loads(answer.stdout.splitlines()[-1])
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()


@pytest.mark.parametrize(
    "words",
    [
        ("statements", "F", "--from", "2026-01-01", "--to", "2026-12-31"),
        ("statements", "F", "--to", "2026-12-31", "--out", "D"),
        ("statements", "F", "--from", "2026-01-01", "--to", "2026-12-31", "--out", "D",
         "--print", "huge"),
        ("statements", "F", "--from", "2026-01-01", "--to", "2026-12-31", "--out", "D",
         "--language", "de"),
        ("paper", "F", "poem", "--participant", "A", "--out", "D"),
        ("paper", "F", "letter", "--out", "D"),
        ("paper", "F", "letter", "--participant", "A", "--out", "D", "--period-day", "32"),
        ("answer", "F", "Q-2026-0001"),
        ("answer", "F", "Q-2026-0001", "--right", "--wrong", "No"),
        ("session-kit", "F", "--out", "D"),
        ("session-kit", "F", "--out", "D", "--activity", "1", "--project", "Garden"),
        ("import", "F", "S", "--as", "poems"),
        ("import", "F", "S"),
        ("totals", "F", "--by", "moon"),
        ("totals", "F", "--by", "month", "--from", "yesterday"),
        ("pay-run", "F"),
        ("pay-run", "F", "prepare"),
        ("pay-run", "F", "approve", "first"),
        ("pay-run", "F", "let-stand", "1"),
        ("quote", "POLICY.toml"),
        ("totals", "F", "--b", "month"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(coprod: Coprod, words: tuple[str, ...]) -> None:
    outcome = coprod(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("usage: coprod")


def test_a_period_is_read_as_days() -> None:
    told = build_parser().parse_args(["totals", "F", "--by", "kind", "--to", "2026-11-17"])
    assert (told.from_on, told.to_on.year, told.json, told.operator) == (None, 2026, False, None)
