"""The PostgreSQL that storage is tested on is a real one."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests.helpers.postgres import PostgresServer


def test_a_fresh_database_answers_and_is_empty(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        assert str(connection.scalar(text("SELECT version()"))).startswith("PostgreSQL")
        tables = connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
    engine.dispose()
    assert tables == 0


@pytest.fixture
def own_server() -> PostgresServer:
    return PostgresServer()


def test_what_was_committed_is_there_after_the_server_was_broken_off(own_server: PostgresServer) -> None:
    own_server.start()
    try:
        address = own_server.url(own_server.create_database()).replace("+psycopg", "")
        with psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE person (name text)")
            connection.execute("INSERT INTO person VALUES ('Ñusta')")
        own_server.restart(at_once=True)
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT name FROM person").fetchall() == [("Ñusta",)]
    finally:
        own_server.remove()


def test_a_server_that_cannot_start_fails_with_its_log(own_server: PostgresServer) -> None:
    own_server.start()
    own_server.stop()
    (own_server.data / "postgresql.conf").write_text("no_such_setting = 1\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="no_such_setting"):
        own_server.start()
    own_server.remove()
