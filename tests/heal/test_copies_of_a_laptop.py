"""A laptop restored from an image, and two copies that both live: real registers, engine and headquarters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.book import Post
from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller, arrived

Keep = Callable[[Traveller], Traveller]


def each_once(office: Storage) -> int:
    """Hold that no act arrived twice under two names; give how many there are."""
    acts = Counter((act.record, act.action, str(act.fields)) for act in arrived(office))
    assert set(acts.values()) == {1}
    return len(acts)


@pytest.mark.parametrize("unsent_in_the_image", [0, 2])
@pytest.mark.parametrize("unsent_after_it", [0, 3])
def test_a_restored_laptop_goes_on_by_itself(
    office: Storage, tmp_path: Path, travels: Keep, unsent_in_the_image: int, unsent_after_it: int
) -> None:
    laptop = travels(Traveller.enrolled(office, tmp_path))
    sent = laptop.register("Ana", "Berta")
    laptop.drain()
    unsent = laptop.register(*(f"Unsent {n}" for n in range(unsent_in_the_image)))
    restored = travels(laptop.image(tmp_path, 1))
    laptop.register("Carla", "Delia")
    laptop.amend(sent[0], email="ana@correo.pe")
    laptop.drain()

    fresh = restored.register(*(f"Fresh {n}" for n in range(unsent_after_it)))
    for record in unsent:
        restored.amend(record, email="unsent@correo.pe")
        restored.amend(record, email="again@correo.pe")
    restored.amend(sent[1], email="berta@correo.pe")
    assert restored.drain() <= 3
    restored.settled()
    laptop.drain()
    assert restored.held() == laptop.held()
    assert restored.names() == sorted(
        ["Ana", "Berta", "Carla", "Delia"]
        + [f"Unsent {n}" for n in range(unsent_in_the_image)]
        + [f"Fresh {n}" for n in range(unsent_after_it)]
    )
    book = restored.laptop.store.book
    assert book.person(sent[0]).fields["email"] == "ana@correo.pe"
    assert book.person(sent[1]).fields["email"] == "berta@correo.pe"
    assert all(book.person(record).post is Post.HEADQUARTERS for record in [*sent, *unsent, *fresh])
    assert not any(state.find(b'"open"') >= 0 for state in restored.held().values()), "nobody contradicted anybody"
    assert each_once(office) == 4 + 4 + 1 + 3 * unsent_in_the_image + unsent_after_it + 1


def test_two_copies_both_live_and_neither_starves(office: Storage, tmp_path: Path, travels: Keep) -> None:
    laptop = travels(Traveller.enrolled(office, tmp_path))
    laptop.register("Before")
    copy = travels(laptop.image(tmp_path, 1))
    for day in range(4):
        for name, one in (("one", laptop), ("two", copy)):
            one.register(f"{name} {day}")
            assert one.drain() <= 3
    for one in (laptop, copy):
        one.drain()
        one.settled()
    assert laptop.held() == copy.held()
    expected = ["Before", *(f"{name} {day}" for name in ("one", "two") for day in range(4))]
    assert laptop.names() == sorted(expected)
    assert each_once(office) == 4 + len(expected)


def test_two_copies_that_change_the_same_answer_leave_one_conflict(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    laptop = travels(Traveller.enrolled(office, tmp_path))
    [record] = laptop.register("Ana")
    laptop.drain()
    copy = travels(laptop.image(tmp_path, 1))
    laptop.amend(record, email="one@correo.pe")
    copy.amend(record, email="two@correo.pe")
    copy.amend(record, email="three@correo.pe")
    for one in (laptop, copy, laptop):
        one.drain()
        one.settled()
    assert laptop.held() == copy.held()
    assert laptop.held()[record].count(b"@correo.pe") == 2, "the standing one and one that waits"


def test_an_image_of_a_laptop_that_was_restored_itself_is_restored_again(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    laptop = travels(Traveller.enrolled(office, tmp_path))
    laptop.register("Ana")
    laptop.drain()
    first = travels(laptop.image(tmp_path, 1))
    laptop.register("Berta")
    laptop.drain()
    first.register("Carla")
    first.drain()
    second = travels(first.image(tmp_path, 2))
    first.register("Delia")
    first.drain()
    second.register("Elsa")
    for one in (second, first, laptop):
        one.drain()
        one.settled()
    assert laptop.names() == first.names() == second.names() == ["Ana", "Berta", "Carla", "Delia", "Elsa"]
    assert len(second.laptop.store.exchange.lives()) == 3
    assert each_once(office) == 4 + 5


def test_a_name_is_never_used_twice(office: Storage, tmp_path: Path, travels: Keep) -> None:
    laptop = travels(Traveller.enrolled(office, tmp_path))
    laptop.register("Ana")
    copies = [travels(laptop.image(tmp_path, number)) for number in range(1, 4)]
    for one in (laptop, *copies):
        one.register("Somebody")
        one.drain()
    lives = {tuple(life.incarnation for life in one.laptop.store.exchange.lives()) for one in (laptop, *copies)}
    assert len(lives) == 4
