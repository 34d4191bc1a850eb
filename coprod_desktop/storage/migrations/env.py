"""Run the migration steps on the engine that is handed in, all in one transaction."""

import sqlalchemy as sa
from alembic import context


def _run(engine: sa.Engine) -> None:
    with engine.connect().execution_options(is_writing=True) as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        raw = connection.connection.dbapi_connection
        if is_sqlite:
            # A table that is rebuilt would take its children's rows with it. The switch does
            # nothing inside a transaction, so it is set on the raw connection before one begins.
            raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # it is open
        try:
            context.configure(
                connection=connection,
                # One transaction around all steps; Alembic thinks SQLite incapable of it, and would
                # keep each step by itself.
                transactional_ddl=True,
                render_as_batch=True,
            )
            with context.begin_transaction():
                context.run_migrations()
                if is_sqlite:
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                    if broken:
                        raise RuntimeError("a migration broke links between tables")
            connection.commit()
        finally:
            if is_sqlite:
                connection.rollback()
                raw.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]  # it is open


_run(context.config.attributes["engine"])
