"""The steps make today's tables, keep every row, and are taken wholly or not at all."""

import contextlib
import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from coprod_desktop.domain.errors import FileFromNewerVersionError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import engines, keys, migrations, schema, soundness, upgrade
from coprod_desktop.storage.database import Database, create, open_database
from coprod_desktop.storage.upgrade import OURS, Steps
from tests.storage.world import PASSPHRASE, everything, one_of_each, save

FOLDER = Path(str(migrations.__file__)).parent

# A later version that makes a table anew, which in SQLite drops the old one under its children.
LATER = '''
"""Rename a column of participants and require more of projects."""
import sqlalchemy as sa
from alembic import op
revision = "0003"
down_revision = "0002"

def upgrade():
    with op.batch_alter_table("participants") as batch:
        batch.alter_column("wishes", new_column_name="hopes")
        batch.add_column(sa.Column("shoe_size", sa.Integer(), nullable=False, server_default="0"))
        batch.create_check_constraint("ck_participants_shoe_size", "shoe_size >= 0")
    with op.batch_alter_table("projects") as batch:
        batch.alter_column("name", type_=sa.String(300), existing_nullable=False)
'''
AFTER_THAT = '''
"""Do something more, which fails or breaks links."""
from alembic import op
revision = "0004"
down_revision = "0003"

def upgrade():
    op.execute("{order}")
'''
FAILING = AFTER_THAT.format(order="INSERT INTO nowhere VALUES (1)")
ORPHANING = AFTER_THAT.format(order="DELETE FROM expense_items")


def later_steps(tmp_path: Path, *scripts: str) -> Steps:
    """Copy the steps and add more."""
    folder = tmp_path / "later"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    first = len(OURS.revisions) + 1
    names = [f"000{number}" for number in range(first, first + len(scripts))]
    for name, script in zip(names, scripts, strict=True):
        (folder / "versions" / f"r{name}_later.py").write_text(script, encoding="utf-8")
    return Steps(revisions=(*OURS.revisions, *names), scripts=str(folder))


def migrated_engine(location: str, tmp_path: Path) -> sa.Engine:
    """Make the tables by the steps alone."""
    if location.startswith("postgresql"):
        engine = engines.for_address(location)
    else:
        key = keys.derive_key(PASSPHRASE, keys.new_salt())
        engine = engines.for_new_file(tmp_path / "by steps.coprod", key)
    upgrade.migrate(engine)
    return engine


def described(connection: sa.Connection) -> dict[str, Any]:
    """Describe all tables as the database itself knows them."""
    inspector = sa.inspect(connection)
    return {
        table: {
            "columns": [
                (c["name"], str(c["type"]), c["nullable"], c["default"])
                for c in inspector.get_columns(table)
            ],
            "key": inspector.get_pk_constraint(table),
            "links": sorted(map(str, inspector.get_foreign_keys(table))),
            "rules": sorted(map(str, inspector.get_check_constraints(table))),
            "indexes": sorted(
                (str(i["name"]), *map(str, i["column_names"]), str(i["unique"]), filter_of(i))
                for i in inspector.get_indexes(table)
            ),
        }
        for table in sorted(inspector.get_table_names())
    }


def filter_of(index: Any) -> str:
    """Return which rows an index holds, as SQL."""
    options = index.get("dialect_options", {})
    return " ".join(str(options[name]) for name in sorted(options) if name.endswith("_where"))


def test_the_steps_make_the_tables_that_a_new_file_has(
    location: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    stepped = migrated_engine(location, tmp_path)
    with stepped.connect() as connection:
        by_steps = described(connection)
        context = MigrationContext.configure(
            connection,
            opts={"include_name": is_of_metadata, "compare_type": True},
        )
        assert compare_metadata(context, schema.metadata) == []
    stepped.dispose()
    if location.startswith("postgresql"):
        server = request.getfixturevalue("postgresql_server")
        fresh = server.fresh_database()
    else:
        fresh = contextlib.nullcontext(location)
    with fresh as place:
        made = create(place, PASSPHRASE)
        with made.engine.connect() as connection:
            assert described(connection) == by_steps
        assert upgrade.revision(made.engine) == OURS.head
        made.close()


def is_of_metadata(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in schema.metadata.tables


def test_the_steps_make_what_the_file_itself_says_of_a_new_one(path: Path, tmp_path: Path) -> None:
    stepped, made = migrated_engine(str(path), tmp_path), create(str(path), PASSPHRASE)
    found = [sql_of(engine) for engine in (made.engine, stepped)]
    stepped.dispose()
    made.close()
    assert found[0] == found[1]
    assert len(found[0]) > 50


def sql_of(engine: sa.Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    return {name: "".join((sql or "").split()) for name, sql in rows}


def test_the_known_revisions_are_those_of_the_folder_in_one_line() -> None:
    scripts = ScriptDirectory(str(FOLDER))
    assert scripts.get_heads() == [OURS.head]
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == OURS.revisions


def test_the_steps_and_their_tools_import_nothing_of_the_program() -> None:
    tools = "coprod_desktop.storage.migrations.tools"
    for path in [FOLDER / "tools.py", *(FOLDER / "versions").glob("r*.py")]:
        assert "coprod_desktop" not in path.read_text(encoding="utf-8").replace(tools, "")


def test_a_new_version_keeps_every_row_of_every_table(location: str, tmp_path: Path) -> None:
    database = create(location, PASSPHRASE)
    save(database, *one_of_each())
    before = {k: v for k, v in everything(database).items() if k is not Participant}
    database.close()
    steps = later_steps(tmp_path, LATER)
    newer = open_database(location, PASSPHRASE, steps=steps)
    with newer.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT hopes, shoe_size FROM participants").all()
        assert found == [("", 0)]
    assert {record: everything_of(newer, record) for record in before} == before
    newer.close()
    again = open_database(location, PASSPHRASE, steps=steps)
    assert upgrade.revision(again.engine) == "0003"
    again.close()


def everything_of(database: Database, record: type) -> tuple[object, ...]:
    with database.reading() as reading:
        found: tuple[object, ...] = reading.find(record)
    return found


def test_links_are_kept_again_after_a_new_version(path: Path, tmp_path: Path) -> None:
    made = create(str(path), PASSPHRASE)
    save(made, *one_of_each())
    made.close()
    newer = open_database(str(path), PASSPHRASE, steps=later_steps(tmp_path, LATER))
    with newer.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        with pytest.raises(sa.exc.IntegrityError):
            connection.exec_driver_sql("DELETE FROM participants")
    newer.close()


@pytest.mark.parametrize(
    ("script", "failure"), [(FAILING, sa.exc.DBAPIError), (ORPHANING, RuntimeError)]
)
def test_a_step_that_fails_changes_nothing_and_may_be_tried_again(
    path: Path, tmp_path: Path, script: str, failure: type[Exception]
) -> None:
    made = create(str(path), PASSPHRASE)
    save(made, *one_of_each())
    before = everything(made)
    tables = sql_of(made.engine)
    made.close()
    steps = later_steps(tmp_path, LATER, script)
    for _attempt in range(2):
        with pytest.raises(failure):
            open_database(str(path), PASSPHRASE, steps=steps)
    copies = sorted(found.name for found in path.parent.glob("*before*"))
    assert copies == ["Rivermead before 0004 (2).coprod", "Rivermead before 0004.coprod"]
    for name in (path, path.with_name(copies[1])):
        opened = open_database(str(name), PASSPHRASE)
        assert everything(opened) == before
        assert {k: v for k, v in sql_of(opened.engine).items() if "stat" not in k} == {
            k: v for k, v in tables.items() if "stat" not in k
        }
        assert soundness.findings(opened) == ()
        opened.close()


def test_a_step_that_fails_on_a_server_changes_nothing(postgresql_url: str, tmp_path: Path) -> None:
    made = create(postgresql_url, PASSPHRASE)
    save(made, *one_of_each())
    before = everything(made)
    with pytest.raises(sa.exc.DBAPIError):
        open_database(postgresql_url, PASSPHRASE, steps=later_steps(tmp_path, LATER, FAILING))
    assert everything(made) == before
    assert upgrade.revision(made.engine) == OURS.head
    made.close()


def test_a_current_file_is_opened_without_a_copy(path: Path) -> None:
    create(str(path), PASSPHRASE).close()
    open_database(str(path), PASSPHRASE).close()
    assert list(path.parent.iterdir()) == [path]


def test_what_a_newer_version_made_is_refused_and_left_as_it_is(path: Path, tmp_path: Path) -> None:
    create(str(path), PASSPHRASE).close()
    open_database(str(path), PASSPHRASE, steps=later_steps(tmp_path, LATER)).close()
    before = path.read_bytes()
    with pytest.raises(FileFromNewerVersionError):
        open_database(str(path), PASSPHRASE)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.coprod-*"))


def test_a_shared_database_of_a_newer_version_is_refused(
    postgresql_url: str, tmp_path: Path
) -> None:
    create(postgresql_url, PASSPHRASE).close()
    open_database(postgresql_url, PASSPHRASE, steps=later_steps(tmp_path, LATER)).close()
    with pytest.raises(FileFromNewerVersionError):
        open_database(postgresql_url, PASSPHRASE)
