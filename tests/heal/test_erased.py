"""A person erased is gone from every file and table of headquarters and of each laptop it reaches; the chains hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, update

from chasqui_desktop.store import erasing as store_erasing
from chasqui_desktop.store.second_copy import Place, SecondCopy
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import erasing
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import batch, erasure, fork
from tests.helpers.backup import backed_up, put_back
from tests.helpers.field import Traveller
from tests.helpers.laptop import answers
from tests.helpers.pages import decrypted
from tests.helpers.storage import everything, raw_states, states

Keep = Callable[[Traveller], Traveller]
OTHER = "05" * 16
CANARY = "CanarioNandu"
COPY_KEY = b"c" * 32


def in_tables(office: Storage) -> list[str]:
    """Name the tables in which the canary is, opened and inflated."""
    tables = {name: repr(rows) for name, rows in everything(office).items()}
    with office.database.reading() as connection:
        for table in (batch, fork):
            for data in connection.scalars(select(table.c.bytes)):
                kept = wire.read_batch(data)
                tables[table.name] += repr(wire.inflate(kept.frame, kept.header.size))
    return sorted(name for name, told in tables.items() if CANARY in told)


def in_files(folder: Path) -> list[str]:
    """Name the files of headquarters in which it lies as it is."""
    files = [file for file in folder.iterdir() if file.name.startswith("headquarters.db")]
    return sorted(file.name for file in files if CANARY.encode() in file.read_bytes())


def on(laptop: Traveller) -> bool:
    """Tell whether it is in any page of a laptop's register or log."""
    pages = decrypted(laptop.laptop.opened.register, laptop.laptop.opened.key)
    assert b"CREATE TABLE" in pages, "the pages are decrypted rightly"
    # the full-text index holds names folded
    return CANARY.encode() in pages or CANARY.lower().encode() in pages


def copied(laptop: Traveller, copy: SecondCopy) -> None:
    """Bring a second copy up, as the copier does."""
    copying = laptop.laptop.store.copying
    here = copying.end()
    while (span := copying.missing(copy.end(here.incarnation))) is not None:
        copy.keep(laptop.laptop.identity, span)
    copy.erase(copying.erased())


@pytest.fixture
def pair(office: Storage, tmp_path: Path, travels: Keep) -> tuple[Traveller, Traveller]:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    return promoter, travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user=OTHER))


def canary_everywhere(office: Storage, promoter: Traveller, coordinator: Traveller) -> str:
    """Let a person's words get to every place there is; give her record."""
    book = promoter.laptop.store.book
    fields = answers(f"{CANARY}1", email=f"{CANARY}2@x.pe", address_reference=f"{CANARY}3")
    record = book.register({**fields, "document": {"scheme": "unhcr", "number": f"{CANARY}4"}}).record
    promoter.register("Berta")
    promoter.drain()
    coordinator.drain()
    coordinator.amend(record, main_need=f"{CANARY}5")
    coordinator.laptop.store.book.note(record, f"{CANARY}6")
    promoter.amend(record, main_need=f"{CANARY}7")
    promoter.amend(record, dependants=f"{CANARY}8")
    book.keep_draft("other", {"record": record, "email": f"{CANARY}9"})
    for one in (promoter, coordinator, promoter):
        one.drain()
    assert states(office)[record].open
    return record


def test_nothing_of_an_erased_person_is_left_anywhere_and_every_chain_holds(
    office: Storage, tmp_path: Path, pair: tuple[Traveller, Traveller]
) -> None:
    promoter, coordinator = pair
    copy = SecondCopy(tmp_path / "copy" / "copy.db", COPY_KEY)
    record = canary_everywhere(office, promoter, coordinator)
    copied(promoter, copy)
    assert in_tables(office) == ["batch", "quarantine", "record"]
    assert on(promoter)
    assert on(coordinator)
    assert CANARY.encode() in decrypted(tmp_path / "copy" / "copy.db", COPY_KEY)
    before = [name for name in raw_states(office) if name != record]

    promoter.amend(record, email=f"{CANARY}late@x.pe")
    coordinator.laptop.store.book.erased(record)
    for one in (coordinator, promoter, coordinator, promoter):
        one.drain()
    copied(promoter, copy)

    assert in_tables(office) == []
    assert in_files(tmp_path) == []
    assert not on(promoter)
    assert not on(coordinator)
    assert CANARY.encode() not in decrypted(tmp_path / "copy" / "copy.db", COPY_KEY)
    tombstone = states(office)[record]
    assert (tombstone.fields, tombstone.erased, tombstone.deleted) == ({}, True, True)
    for one in pair:
        one.settled()
        assert one.names() == ["Berta"]
    assert promoter.laptop.store.book.drafts() == []
    assert [name for name in raw_states(office) if name != record] == before
    with office.database.reading() as connection:
        assert erasing.broken_journals(connection, office.here, wire.NO_DICTIONARIES) == []
    # and life goes on
    promoter.register("Carla")
    promoter.drain()
    coordinator.drain()
    for one in pair:
        one.settled()


def test_what_comes_later_about_an_erased_person_brings_nothing_back(
    office: Storage, tmp_path: Path, pair: tuple[Traveller, Traveller], travels: Keep
) -> None:
    promoter, coordinator = pair
    third = travels(Traveller.enrolled(office, tmp_path, 3, role="coordinator", user="06" * 16))
    record = canary_everywhere(office, promoter, coordinator)
    third.drain()
    third.amend(record, email=f"{CANARY}much later")
    coordinator.laptop.store.book.erased(record)
    coordinator.drain()
    for _ in range(2):
        for one in (third, promoter, coordinator):
            one.drain()
    assert in_tables(office) == []
    assert not on(third)
    for one in (promoter, coordinator, third):
        one.settled()
        assert one.names() == ["Berta"]


def test_a_changed_byte_before_or_behind_an_erased_operation_is_seen(
    office: Storage, pair: tuple[Traveller, Traveller]
) -> None:
    promoter, coordinator = pair
    record = canary_everywhere(office, promoter, coordinator)
    promoter.drain()
    coordinator.laptop.store.book.erased(record)
    coordinator.drain()
    journal = f"{promoter.laptop.key.id}.{promoter.laptop.incarnation}"

    def broken() -> list[str]:
        with office.database.reading() as connection:
            return erasing.broken_journals(connection, office.here, wire.NO_DICTIONARIES)

    assert broken() == []
    with office.database.writing() as connection:
        places = (batch.c.device == promoter.laptop.key.id, batch.c.first == 1)
        honest = connection.execute(select(batch.c.bytes).where(*places)).scalar_one()
        forged = wire.read_batch(honest)
        run = wire.kept_operations(forged)
        run[1] = run[1].replace(b"Berta", b"Marta")
        again = wire.pack_batch("x", "y", 1, b"", run, lambda _: b"\0" * 64)
        data = honest[: len(honest) - len(forged.frame)] + wire.read_batch(again).frame
        connection.execute(update(batch).where(*places).values(bytes=data))
    assert broken() == [journal]
    with office.database.writing() as connection:
        connection.execute(update(batch).where(*places).values(bytes=honest))
        connection.execute(
            update(erasure)
            .where(erasure.c.device == promoter.laptop.key.id, erasure.c.seq == 1)
            .values(digest="00" * 32)
        )
    assert broken() == [journal]


def test_a_headquarters_put_back_gets_all_again_but_the_erased(
    office: Storage, tmp_path: Path, pair: tuple[Traveller, Traveller]
) -> None:
    promoter, coordinator = pair
    backup = backed_up(office.database)
    record = canary_everywhere(office, promoter, coordinator)
    coordinator.laptop.store.book.erased(record)
    for one in (coordinator, promoter):
        one.drain()
    put_back(office.database, backup)
    office.restored()
    for one in (promoter, coordinator, promoter, coordinator):
        one.drain()
    assert in_tables(office) == []
    assert record not in states(office)
    assert promoter.names() == ["Berta"]
    assert promoter.is_whole()
    assert promoter.laptop.store.book.counts().at_risk == 0


def test_what_a_copy_wrote_in_the_place_of_an_erased_operation_stays(
    office: Storage, tmp_path: Path, pair: tuple[Traveller, Traveller], travels: Keep
) -> None:
    promoter, coordinator = pair
    promoter.register("Berta")
    promoter.drain()
    copy = travels(promoter.image(tmp_path, 1))
    backup = backed_up(office.database)
    [record] = promoter.register(CANARY)
    promoter.drain()
    coordinator.drain()
    coordinator.laptop.store.book.erased(record)
    coordinator.drain()
    copy.register("Carla")
    copy.drain()
    assert copy.laptop.store.copying.erased() == []
    # whatever headquarters loses, it is here
    put_back(office.database, backup)
    office.restored()
    copy.drain()
    assert "Carla" in {state.fields.get("given_names") for state in states(office).values()}
    copy.settled()


def test_a_laptop_killed_before_its_log_was_cut_cuts_it_when_it_opens(
    office: Storage, pair: tuple[Traveller, Traveller], monkeypatch: pytest.MonkeyPatch
) -> None:
    promoter, coordinator = pair
    [record] = promoter.register(CANARY)
    promoter.drain()
    coordinator.drain()
    coordinator.laptop.store.book.erased(record)
    coordinator.drain()
    with monkeypatch.context() as killed:
        killed.setattr(store_erasing, "forget_pages", lambda _: None)
        promoter.drain()
    assert on(promoter)
    # a second program, for the first was killed and closed nothing
    again = promoter.laptop.open()
    assert not on(promoter)
    again.close()


def test_a_laptop_made_again_from_its_second_copy_goes_on_behind_what_was_erased(
    office: Storage, tmp_path: Path, pair: tuple[Traveller, Traveller]
) -> None:
    promoter, coordinator = pair
    record = canary_everywhere(office, promoter, coordinator)
    coordinator.laptop.store.book.erased(record)
    for one in (coordinator, promoter):
        one.drain()
    copy = SecondCopy(tmp_path / "copy" / "copy.db", COPY_KEY)
    copied(promoter, copy)
    incarnation = copy.incarnation()
    span = copy.after(Place(incarnation, 0, wire.genesis(promoter.laptop.key.id, incarnation)))
    assert span.end == copy.end(incarnation)
    assert len(span.erased) == len(promoter.laptop.store.copying.erased()) > 0


def test_a_promoter_may_not_erase_and_who_writes_it_anyway_erases_nothing(
    office: Storage, pair: tuple[Traveller, Traveller]
) -> None:
    promoter, _ = pair
    [record] = promoter.register("Ana")
    promoter.drain()
    with pytest.raises(Trouble) as caught:
        promoter.laptop.store.book.erased(record)
    assert caught.value.problem is Problem.NOT_PERMITTED
    promoter.laptop.store.book._pen._author = promoter.laptop.store.book._author._replace(role="coordinator")
    promoter.laptop.store.book.erased(record)
    promoter.drain()
    assert not states(office)[record].erased
    assert promoter.laptop.store.book.counts().at_risk == 0


def test_whoever_was_joined_is_erased_with_all_her_records(office: Storage, pair: tuple[Traveller, Traveller]) -> None:
    promoter, coordinator = pair
    ana, again = promoter.register("Ana", "Anita")
    promoter.drain()
    coordinator.drain()
    coordinator.laptop.store.book.joined(ana, again)
    coordinator.laptop.store.book.erased(ana)
    coordinator.drain()
    promoter.drain()
    held = states(office)
    assert [held[record].erased for record in (ana, again)] == [True, True]
    assert promoter.names() == []
