"""The second copy: nothing counts as copied that was not read again; what is lost comes back from it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.restoring import restore
from chasqui_desktop.store.second_copy import Place, SecondCopy, Span
from chasqui_desktop.store.store import open_store
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import Laptop, answers, reference_states

KEY = b"c" * 32
START = Place("i1", 0, b"h" * 32)
IDENTITY = b"identity"


def run_from(start: Place, *operations: bytes) -> Span:
    return Span(start, list(operations))


@pytest.fixture
def copy(tmp_path: Path) -> SecondCopy:
    return SecondCopy(tmp_path / "copies" / "user.db", KEY)


def test_a_copy_ends_where_the_last_run_ended(copy: SecondCopy) -> None:
    assert copy.end("i1") is None
    first = copy.keep(IDENTITY, run_from(START, b"a", b"b"))
    second = copy.keep(IDENTITY, run_from(first, b"c"))
    assert second == copy.end("i1") == Place("i1", 3, wire.chain(START.head, 1, [b"a", b"b", b"c"]))
    assert copy.after(first).operations == [b"c"]
    assert (copy.identity(), copy.incarnation()) == (IDENTITY, "i1")


def test_a_copy_holds_each_incarnation_apart(copy: SecondCopy) -> None:
    copy.keep(IDENTITY, run_from(START, b"a", b"b"))
    other = Place("i2", 0, b"g" * 32)
    copy.keep(IDENTITY, run_from(other, b"x"))
    assert copy.after(START).operations == [b"a", b"b"]
    assert copy.after(other).operations == [b"x"]
    assert copy.incarnation() == "i2"


def test_what_is_read_again_and_is_not_what_was_written_does_not_count(
    copy: SecondCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[[SecondCopy, Place], Span] = SecondCopy.after
    monkeypatch.setattr(SecondCopy, "after", lambda self, start: Span(start, real(self, start).operations[:-1]))
    with pytest.raises(Trouble) as caught:
        copy.keep(IDENTITY, run_from(START, b"a", b"b"))
    assert caught.value.problem is Problem.COPY_BROKEN


def test_a_copy_is_for_its_owner_alone(copy: SecondCopy, tmp_path: Path) -> None:
    copy.keep(IDENTITY, run_from(START, b"Yusmary Rondon"))
    [file] = (tmp_path / "copies").iterdir()
    assert (file.parent.stat().st_mode & 0o777) == 0o700
    assert b"Yusmary" not in file.read_bytes()
    with pytest.raises(Trouble) as caught:
        SecondCopy(file, b"x" * 32).end("i1")
    assert caught.value.problem is Problem.DATABASE_DAMAGED


def test_a_copy_put_aside_is_kept_under_another_name(copy: SecondCopy, tmp_path: Path) -> None:
    for _ in range(2):
        copy.keep(IDENTITY, run_from(START, b"a"))
        copy.put_aside()
    assert not copy.exists()
    assert sorted(file.name for file in (tmp_path / "copies").iterdir()) == ["user.aside-1.db", "user.aside-2.db"]


def copied(laptop: Laptop, copy: SecondCopy) -> None:
    """Bring the copy up, as the copier does."""
    copying = laptop.store.copying
    kept = copy.end(copying.end().incarnation)
    while (span := copying.missing(kept)) is not None:
        kept = copy.keep(laptop.identity, span)
    copying.covered = kept


def test_at_risk_is_what_has_neither_receipt_nor_copy(laptop: Laptop, copy: SecondCopy) -> None:
    for _ in range(3):
        laptop.store.book.register(answers())
    assert laptop.store.book.counts().at_risk == 3
    copied(laptop, copy)
    assert laptop.store.book.counts().at_risk == 0
    laptop.store.book.register(answers())
    assert laptop.store.book.counts().at_risk == 1
    laptop.receipted()
    assert laptop.store.book.counts().at_risk == 0
    assert laptop.reopen().copying.covered is None, "after each opening it is proved anew"


def test_a_view_is_copied_is_at_no_risk_and_makes_no_record_when_the_register_is_made_again(
    tmp_path: Path, copy: SecondCopy
) -> None:
    office = Laptop(tmp_path / "office", role="coordinator")
    office.told(*reference_states())
    saved = office.store.book.register(answers())
    office.store.book.person(saved.record)
    assert office.store.book.counts().at_risk == 1
    copied(office, copy)
    copy.keep_reference(office.store.copying.reference())
    before = office.store.copying.end()
    office.store.close()
    office.opened.register.unlink()
    assert restore(office.opened.register, office.opened.key, copy, office.world.surroundings()) == 2
    office.store = office.open()
    assert office.store.copying.end() == before
    assert office.store.book.counts().laptop == 1
    with transaction(office.store._connection) as connection:
        kinds = connection.exec_driver_sql("SELECT DISTINCT kind FROM record").scalars().all()
    assert "view" not in kinds
    office.store.close()


@pytest.mark.parametrize("harm", ["gone", "empty", "noise"])
def test_a_register_that_is_lost_is_made_again_from_its_copy(
    laptop: Laptop, copy: SecondCopy, tmp_path: Path, harm: str
) -> None:
    saved = [laptop.store.book.register(answers(given=name)) for name in ("Nilda", "Keyla", "Iris")]
    person = laptop.store.book.person(saved[1].record)
    laptop.store.book.amend(saved[1].record, {"given_names": "Keyla Inés"}, person.heads)
    copied(laptop, copy)
    copy.keep_reference(laptop.store.copying.reference())
    before = laptop.store.copying.end()
    laptop.store.close()
    register = laptop.opened.register
    if harm == "gone":
        register.unlink()
    else:
        register.write_bytes(b"" if harm == "empty" else os.urandom(8192))
    assert restore(register, laptop.opened.key, copy, laptop.world.surroundings()) == 4
    laptop.store = laptop.open()
    assert laptop.store.copying.end() == before
    assert {row.listed_name for row in laptop.store.book.people("", PeopleFilter.ALL, 0, 9).rows} == {
        "Rondón, Nilda",
        "Rondón, Keyla I.",
        "Rondón, Iris",
    }  # fmt: skip - three names
    assert laptop.store.identity.seed == b"d" * 32
    assert [row.record for row in laptop.store.book.people("keyla", PeopleFilter.ALL, 0, 9).rows] == [saved[1].record]
    aside = list(register.parent.glob("register.db.damaged-*"))
    assert len(aside) == (0 if harm == "gone" else 1)
    # and work goes on where it ended, without waiting for headquarters
    [point] = laptop.store.book.reference().points.values()
    assert point.name == "Mercado Unicachi · Comas"
    assert laptop.store.book.register(answers()).seq == 5


def test_a_register_put_back_from_an_older_image_takes_back_what_its_copy_still_has(
    laptop: Laptop, copy: SecondCopy, tmp_path: Path
) -> None:
    laptop.store.book.register(answers(given="Nilda"))
    laptop.store.close()
    image = shutil.copytree(laptop.opened.register.parent, tmp_path / "image")
    laptop.store = laptop.open()
    laptop.store.book.register(answers(given="Keyla"))
    copied(laptop, copy)
    later = laptop.store.copying.end()
    laptop.store.close()
    shutil.copyfile(image / "register.db", laptop.opened.register)
    laptop.store = laptop.open()
    here = laptop.store.copying.end()
    beyond = copy.after(here)
    assert beyond.end == copy.end(here.incarnation) == later
    laptop.store.copying.adopt(beyond)
    assert laptop.store.copying.end() == later
    assert [row.listed_name for row in laptop.store.book.people("keyla", PeopleFilter.ALL, 0, 9).rows] == [
        "Rondón, Keyla"
    ]


def test_a_copy_whose_chain_does_not_hold_restores_nothing(laptop: Laptop, copy: SecondCopy) -> None:
    laptop.store.book.register(answers())
    copied(laptop, copy)
    end = laptop.store.copying.end()
    span = copy.after(Place(end.incarnation, 0, b""))
    copy.put_aside()
    copy.keep(laptop.identity, Span(Place(end.incarnation, 0, b"another" * 4), span.operations))
    laptop.store.close()
    laptop.opened.register.unlink()
    with pytest.raises(Trouble) as caught:
        restore(laptop.opened.register, laptop.opened.key, copy, laptop.world.surroundings())
    assert caught.value.problem is Problem.COPY_BROKEN
    assert not laptop.opened.register.exists()
    restored = laptop.opened.register.with_name("register.db.restored")
    assert not restored.exists()


def test_the_names_in_a_copy_are_the_journals_own_bytes(laptop: Laptop, copy: SecondCopy) -> None:
    laptop.store.book.register(answers())
    copied(laptop, copy)
    end = laptop.store.copying.end()
    run = laptop.store.exchange.run_after(end.incarnation, 0, 10, 2**40)
    assert run is not None
    assert copy.after(Place(end.incarnation, 0, run.previous)).operations == run.operations
    open_store(laptop.opened.register, laptop.opened.key, laptop.world.surroundings()).close()
