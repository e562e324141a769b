"""What is being typed, kept as it is typed; and the small choices a user made last."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from chasqui_desktop.book import Draft
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import draft, option

_COLUMNS = ("draft", "state", "kept_at")
_new = insert(draft).values({name: bindparam(name) for name in _COLUMNS})
_keep = Prepared(
    _new.on_conflict_do_update(
        index_elements=[draft.c.draft], set_={name: _new.excluded[name] for name in _COLUMNS[1:]}
    ),
    _COLUMNS,
)
_drop = Prepared(delete(draft).where(draft.c.draft == bindparam("name")), ["name"])


def keep(connection: Connection, name: str, state: object, now: int) -> None:
    """Store a draft; the last one wins."""
    _keep.ask(connection, name, msgspec.json.encode(state), now)


def drop(connection: Connection, name: str) -> None:
    """Forget a draft, if there is one."""
    _drop.ask(connection, name)


def kept(connection: Connection) -> list[Draft]:
    """Give all drafts, the latest first."""
    rows = connection.execute(
        select(draft.c.draft, draft.c.state, draft.c.kept_at).order_by(draft.c.kept_at.desc(), draft.c.draft)
    )
    return [Draft(name, msgspec.json.decode(state), kept_at) for name, state, kept_at in rows]


def chosen(connection: Connection, name: str) -> str | None:
    """Give a remembered choice."""
    return connection.execute(select(option.c.value).where(option.c.name == name)).scalar_one_or_none()


def choose(connection: Connection, name: str, value: str) -> None:
    """Remember a choice."""
    statement = insert(option).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=[option.c.name], set_={"value": value}))
