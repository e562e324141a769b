"""The encrypted register: saving, searching, opening."""

from __future__ import annotations

import random
import sqlite3
from functools import partial
from pathlib import Path
from statistics import median

from bench import people
from bench.figures import Figure, Size, seconds, spread, taken
from bench.laptop import KEY, SURROUNDINGS, enrolled, filled
from bench.likeness import asking
from bench.limits import PlainFile
from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.connection import connect
from chasqui_desktop.store.store import Store, open_store
from chasqui_sync.core.names import folded

_PAGE = 50


def measure(size: Size, folder: Path) -> list[Figure]:
    """Measure a register of so many people."""
    headquarters = Headquarters(folder / "headquarters")
    headquarters.prepare()
    headquarters.start()
    try:
        register = enrolled(folder / "laptop" / "register.db", headquarters)
    finally:
        headquarters.stop()
    spent = seconds(lambda: filled(register, size.people))
    figures = [Figure(f"filling with {size.people} people, 1000 a commit", spent / size.people * 1000, "ms")]
    figures += _opening(register, size)
    store = open_store(register, KEY, SURROUNDINGS)
    try:
        figures += saving(store, register, size)
        figures += _searching(store, folder, size)
        figures += asking(store, size, size.people)
    finally:
        store.close()
    return figures


def _opening(register: Path, size: Size) -> list[Figure]:
    repeated = range(size.repetitions * 3)
    ours = taken([lambda: open_store(register, KEY, SURROUNDINGS).close() for _ in repeated])
    bare = taken([lambda: connect(register, KEY).close() for _ in repeated])
    return [Figure("open", median(ours), "ms", median(bare), "SQLCipher connection with the same key alone")]


def saving(store: Store, register: Path, size: Size) -> list[Figure]:
    """Save by turns with the bare commit, so that both meet the same disk."""
    reference = store.book.reference()
    edition, point = next(iter(reference.editions)), next(iter(reference.points))
    ours: list[float] = []
    bare: list[float] = []
    with PlainFile(register.with_name("plain.db")) as plain:
        for number in range(size.people, size.people + size.saves):
            fields = people.answers(number, edition, point)
            ours += taken([partial(store.book.register, fields)])
            standing = store.exchange.standing()
            run = store.exchange.run_after(standing.incarnation, standing.seq - 1, 1, 1)
            assert run is not None
            bare += taken([partial(plain.save, str(number), run.operations[0])])
    return spread("save a registration", ours, bare, "plain SQLite, durable commit of the same bytes; 3 promised")


def _searching(store: Store, folder: Path, size: Size) -> list[Figure]:
    """Search as somebody types: the beginnings of two names."""
    rows = store.book.people("", PeopleFilter.ALL, 0, size.people).rows
    chance = random.Random(1)
    asked = [folded(chance.choice(rows).listed_name).replace(",", " ").split() for _ in range(size.saves)]
    words = [[word[: chance.randrange(3, 6)] for word in names[:2]] for names in asked]
    with sqlite3.connect(folder / "names.db") as plain:
        plain.execute("CREATE VIRTUAL TABLE bare USING fts5(names, prefix='2 3 4')")
        plain.executemany("INSERT INTO bare VALUES (?)", [(folded(row.listed_name),) for row in rows])
        plain.commit()
        query = f"SELECT rowid, names FROM bare WHERE bare MATCH ? ORDER BY rowid LIMIT {_PAGE}"
        bare = taken(partial(_hits, plain, query, _phrase(each)) for each in words)
    plain.close()
    ours = taken(partial(store.book.people, " ".join(each), PeopleFilter.ALL, 0, _PAGE) for each in words)
    return spread(f"search among {size.people}", ours, bare, "bare FTS5 of the names, unsorted, uncounted")


def _hits(plain: sqlite3.Connection, query: str, phrase: str) -> list[object]:
    return plain.execute(query, [phrase]).fetchall()


def _phrase(words: list[str]) -> str:
    return " AND ".join(f'"{word}"*' for word in words)
