"""What a person signs on the screen: kept with what names it, copied, sent after it, erased with her."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.store.restoring import restore
from chasqui_desktop.store.second_copy import SecondCopy
from chasqui_desktop.store.store import open_store
from chasqui_sync import wire
from chasqui_sync.core.blobs import digest
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import blobs, devices, durable
from chasqui_sync.server.storage import Storage
from tests.helpers.backup import backed_up, put_back
from tests.helpers.field import Traveller
from tests.helpers.laptop import NOON, answers
from tests.helpers.storage import Surroundings

Keep = Callable[[Traveller], Traveller]
DAY = 24 * 3_600_000
SIGNED = random.Random(5).randbytes(2500)
AGAIN = random.Random(6).randbytes(2500)
CONSENT = {"version": "v3.2", "language": "es", "how": "signature", "at": NOON}
COPY_KEY = b"c" * 32


def sign(one: Traveller, name: str, content: bytes = SIGNED) -> str:
    """Register somebody who signs on the screen; give her record."""
    fields = answers(name, document={"scheme": "none"}, consent=CONSENT)
    return one.laptop.store.book.register(fields, signature=content).record


def at_headquarters(office: Storage, record: str, content: bytes = SIGNED) -> bool:
    with office.database.reading() as connection:
        return blobs.of_record(connection, record).get(digest(content)) == content


def seqs(one: Traveller, table: str) -> list[int]:
    rows = one.laptop.store._connection.connection.execute(f"SELECT seq FROM {table} ORDER BY seq").fetchall()
    return [seq for (seq,) in rows]


def copied(one: Traveller, copy: SecondCopy) -> None:
    """Bring a second copy up, as the copier does."""
    copying = one.laptop.store.copying
    here = copying.end()
    while (span := copying.missing(copy.end(here.incarnation))) is not None:
        copying.covered = copy.keep(one.laptop.identity, span)


def test_it_is_named_in_the_consent_kept_here_and_sent_after_the_text(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    record = sign(one, "Ana")
    person = one.laptop.store.book.person(record)
    named = {"sha256": digest(SIGNED), "size": 2500, "media": "image/png"}
    assert person.fields["consent"] == {**CONSENT, "signature": named}
    assert person.signature == SIGNED
    assert one.laptop.store.exchange.standing().has_blobs
    one.drain()
    assert at_headquarters(office, record)
    one.settled()
    assert not one.laptop.store.exchange.standing().has_blobs
    asked = one.road.requests.count("/v1/blobs")
    one.laptop.reopen()
    one.move_to(office)
    one.drain()
    assert (asked, one.road.requests.count("/v1/blobs")) == (1, 0)
    assert one.laptop.store.book.person(record).signature == SIGNED


def test_who_signs_later_is_corrected_and_the_first_signature_stays_with_its_operation(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    record = sign(one, "Ana")
    book = one.laptop.store.book
    book.amend(record, {"email": "a@x.pe"}, book.person(record).heads, signature=AGAIN)
    person = book.person(record)
    assert (person.signature, person.fields["email"]) == (AGAIN, "a@x.pe")
    assert person.fields["consent"]["signature"]["sha256"] == digest(AGAIN)
    one.drain()
    one.settled()
    assert at_headquarters(office, record)
    assert at_headquarters(office, record, AGAIN)


def test_another_laptop_reads_the_name_of_it_and_not_its_bytes(office: Storage, tmp_path: Path, travels: Keep) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    record = sign(one, "Ana")
    one.drain()
    other = travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user="05" * 16))
    other.drain()
    person = other.laptop.store.book.person(record)
    assert person.fields["consent"]["signature"]["sha256"] == digest(SIGNED)
    assert person.signature == b""


def test_a_register_that_is_lost_comes_back_from_its_copy_with_what_was_signed(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    records = [sign(one, f"Persona {number}", bytes([number]) * 900) for number in range(3)]
    copy = SecondCopy(tmp_path / "copy" / "copy.db", COPY_KEY)
    copied(one, copy)
    assert one.laptop.store.book.counts().at_risk == 0
    register, key = one.laptop.opened.register, one.laptop.opened.key
    one.laptop.store.close()
    register.unlink()
    assert restore(register, key, copy, one.laptop.world.surroundings()) == 3
    one.laptop.store = open_store(register, key, one.laptop.world.surroundings())
    one.move_to(office)
    for number, record in enumerate(records):
        assert one.laptop.store.book.person(record).signature == bytes([number]) * 900
    one.drain()
    one.settled()
    assert all(at_headquarters(office, record, bytes([number]) * 900) for number, record in enumerate(records))


def test_a_copy_of_before_there_were_signatures_goes_on(office: Storage, tmp_path: Path, travels: Keep) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    copy = SecondCopy(tmp_path / "copy" / "copy.db", COPY_KEY)
    one.register("Ana")
    copied(one, copy)
    with copy._open() as connection:
        connection.exec_driver_sql("DROP TABLE blob")
    sign(one, "Berta")
    copied(one, copy)
    start = copy.after(one.laptop.store.copying.covered._replace(seq=0))  # type: ignore[union-attr] # it is covered
    assert list(start.blobs) == [2]


def test_it_stays_a_month_longer_than_the_backup_and_holds_back_what_follows(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    copy = SecondCopy(tmp_path / "copy" / "copy.db", COPY_KEY)
    one.register("Ana")
    record = sign(one, "Berta")
    one.register("Carla")
    # its text goes, and the line is never good enough for it
    with monkeypatch.context() as poor:
        poor.setattr(one._engine._blobs, "send", lambda *_: None)
        one.drain()
        copied(one, copy)
        back_up(office, around, one)
        pass_days(around, 40, one)
        one.drain()
        assert seqs(one, "journal") == [2, 3]
    one.drain()
    assert at_headquarters(office, record)
    pass_days(around, 29, one)
    one.drain()
    assert seqs(one, "blob") == [2]
    pass_days(around, 2, one)
    one.drain()
    assert (seqs(one, "journal"), seqs(one, "blob")) == ([], [])
    gone = one.laptop.store.copying.let_go()
    assert gone is not None
    copy.let_go(gone)
    with copy._open() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM blob").scalar_one() == 0


def test_a_headquarters_put_back_from_before_it_came_gets_it_again(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    one.register("Ana")
    one.drain()
    backup = backed_up(office.database)
    record = sign(one, "Berta")
    one.drain()
    put_back(office.database, backup)
    assert not at_headquarters(office, record)
    one.drain()
    assert at_headquarters(office, record)


def test_a_revoked_laptop_wipes_itself_only_once_its_signatures_have_arrived(
    office: Storage, tmp_path: Path, travels: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    record = sign(one, "Ana")
    with office.database.writing() as connection:
        devices.revoke(connection, one.laptop.key.id)

    def down(*_: object) -> None:
        raise Trouble(Problem.LINE_DOWN)

    with monkeypatch.context() as broken:
        broken.setattr(one.road, "send_blob", down)
        # a session wipes after a round that came to its end
        with pytest.raises(Trouble):
            one.round()
    assert one.status == wire.WIPE
    assert not at_headquarters(office, record)
    one.round()
    assert at_headquarters(office, record)


def test_of_an_erased_person_no_signature_is_left_here_there_or_in_the_copy(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    coordinator = travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user="05" * 16))
    copy = SecondCopy(tmp_path / "copy" / "copy.db", COPY_KEY)
    record, other = sign(one, "Ana"), sign(one, "Berta", AGAIN)
    one.drain()
    coordinator.drain()
    coordinator.laptop.store.book.erased(record)
    copied(one, copy)
    for each in (coordinator, one, coordinator):
        each.drain()
    copy.erase(one.laptop.store.copying.erased())
    assert seqs(one, "blob") == [2]
    with copy._open() as connection:
        assert connection.exec_driver_sql("SELECT seq FROM blob").scalars().all() == [2]
    assert not at_headquarters(office, record)
    assert at_headquarters(office, other, AGAIN)


def test_who_is_erased_before_her_signature_came_is_not_brought_back_by_it(
    office: Storage, tmp_path: Path, travels: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    coordinator = travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user="05" * 16))
    record = sign(one, "Ana")
    with monkeypatch.context() as poor:
        poor.setattr(one._engine._blobs, "send", lambda *_: None)
        one.drain()
    coordinator.drain()
    coordinator.laptop.store.book.erased(record)
    coordinator.drain()
    one.drain()
    assert not at_headquarters(office, record)
    assert seqs(one, "blob") == []


def back_up(office: Storage, around: Surroundings, *travellers: Traveller) -> None:
    """Say that all there is is in the backup, and let it be heard."""
    with office.database.writing() as connection:
        assert durable.declare(connection, "now", around.now) is not None
    pass_days(around, 1, *travellers)
    for one in travellers:
        one.drain()


def pass_days(around: Surroundings, days: int, *travellers: Traveller) -> None:
    around.now += days * DAY
    for one in travellers:
        one.wait(hours=24 * days)
