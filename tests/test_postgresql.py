"""The throw-away server gives each test a database of its own."""

import psycopg
import pytest

from tests.postgresql import Server


def test_two_fresh_databases_know_nothing_of_each_other(postgresql_server: Server) -> None:
    with postgresql_server.fresh_database() as one, postgresql_server.fresh_database() as other:
        _ask(one, "CREATE TABLE mark (word text)")
        with pytest.raises(psycopg.errors.UndefinedTable):
            _ask(other, "SELECT * FROM mark")


def test_a_fresh_database_is_gone_after_its_test(postgresql_server: Server) -> None:
    with postgresql_server.fresh_database() as url:
        _ask(url, "SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        _ask(url, "SELECT 1")


def test_the_address_is_a_postgresql_psycopg_address(postgresql_url: str) -> None:
    assert postgresql_url.startswith("postgresql+psycopg://")


def _ask(url: str, command: str) -> None:
    address = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command.encode())
