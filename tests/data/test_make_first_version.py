"""The first step is what the tables of today ask for, until the first version is released."""

from pathlib import Path

import sqlalchemy as sa

from tests.data import make_first_version
from tests.data.make_first_version import STEP, step


def test_the_step_in_the_tree_makes_the_tables_of_today(tmp_path: Path) -> None:
    written = tmp_path / "step.py"
    make_first_version.main(written)
    assert written.read_text(encoding="utf-8") == STEP.read_text(encoding="utf-8")


def test_a_function_of_the_step_is_never_too_long() -> None:
    metadata = sa.MetaData()
    for number in range(50):
        sa.Table(
            f"table_{number}", metadata, sa.Column("table_id", sa.BigInteger, primary_key=True)
        )
    made = step(metadata)
    assert "def _make_tables_2()" in made
    by_function = made.split("\ndef ")
    assert max(part.count("    table(") for part in by_function) == 36
    assert sum(part.count("    table(") for part in by_function) == 50
