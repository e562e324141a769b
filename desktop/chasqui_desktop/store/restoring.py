"""A register that is damaged or gone is made again from its second copy; what is left of it is kept aside."""

from __future__ import annotations

from pathlib import Path

import msgspec

from chasqui_desktop.store.second_copy import Place, SecondCopy
from chasqui_desktop.store.store import Identity, lay_register, open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.files import disk_troubles, settle
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.signing import SigningKey


def restore(path: Path, key: bytes, copy: SecondCopy, surroundings: Surroundings) -> int:
    """Make the register at ``path`` again, under its old incarnation; give how many operations came back.

    What came from headquarters comes down again with the next round. Raises Trouble(COPY_BROKEN) where the
    copy's chain does not hold, else as ``lay_register``; then nothing has changed.
    """
    identity = msgspec.json.decode(copy.identity(), type=Identity)
    incarnation = copy.incarnation()
    start = copy.start(incarnation)
    span = copy.after(start or Place(incarnation, 0, wire.genesis(SigningKey(identity.seed).id, incarnation)))
    if span.end != copy.end(incarnation):
        raise Trouble(Problem.COPY_BROKEN)
    made = path.with_name(f"{path.name}.restored")
    made.unlink(missing_ok=True)
    lay_register(made, key, identity, surroundings, incarnation)
    store = open_store(made, key, surroundings)
    try:
        if start is not None:
            store.copying.begin_after(start)
        store.copying.take_reference(copy.reference())
        store.copying.adopt(span)
    finally:
        store.close()
    with disk_troubles():
        _put_aside(path)
        made.rename(path)
        settle(path.parent)
    return len(span.operations)


def _put_aside(path: Path) -> None:
    """Rename the damaged file and its write-ahead log: somebody who knows how may still read them."""
    number = 1
    while path.with_name(f"{path.name}.damaged-{number}").exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(path.with_name(f"{path.name}.damaged-{number}{suffix}"))
