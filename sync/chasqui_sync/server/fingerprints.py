"""The words an office compares with those a laptop shows when it is enrolled: see ``core.fingerprint``."""

from __future__ import annotations

import json
import time

import click
from sqlalchemy import Connection, select

from chasqui_resources.phrase import phrase_words
from chasqui_sync.core.fingerprint import fingerprint
from chasqui_sync.server import devices
from chasqui_sync.server.node import Node
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import device

_LOOK_SECONDS = 0.5


def words_of(connection: Connection, here: Node, name: str) -> str:
    """Give a laptop's words with spaces between. Raises LookupError where there is no laptop of that name."""
    key = connection.scalar(select(device.c.key).where(device.c.id == name))
    if key is None:
        raise LookupError(name)
    return " ".join(fingerprint(here.key.public, key, phrase_words()))


def wait_for(store: Storage, code: str, minutes: float) -> None:
    """Print which laptop has used a code, and its words. Raises ClickException where none has in so many minutes."""
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        with store.database.reading() as connection:
            name = devices.used_by(connection, code)
            if name is not None:
                click.echo(json.dumps({"device": name, "words": words_of(connection, store.here, name)}))
                return
        time.sleep(_LOOK_SECONDS)
    raise click.ClickException("Nobody has used the code.")
