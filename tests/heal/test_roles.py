"""Somebody gets another role: her certificate follows, what she may see too, at once; nothing she wrote is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from chasqui_desktop.book import PeopleFilter
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import roles
from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller
from tests.helpers.laptop import answers
from tests.helpers.storage import Surroundings, states

Keep = Callable[[Traveller], Traveller]
OTHER = "05" * 16


class _Office:
    """A promoter with two registrations, and her colleague."""

    def __init__(self, office: Storage, around: Surroundings, folder: Path, travels: Keep, role: str) -> None:
        self.office, self.around = office, around
        self.promoter = travels(Traveller.enrolled(office, folder))
        self.ana, self.berta = self.promoter.register("Ana", "Berta")
        self.promoter.drain()
        self.colleague = travels(Traveller.enrolled(office, folder, 2, role=role, user=OTHER))
        [self.carla] = self.colleague.register("Carla")
        self.colleague.drain()

    def becomes(self, role: str, one: Traveller | None = None) -> None:
        """Give the colleague, or another, another role."""
        self.around.now += 1000
        name = (one or self.colleague).laptop.store.certified.user
        with self.office.database.writing() as connection:
            roles.give_role(connection, self.office.here, name, role, self.around.now)
        self.around.now += 1000

    def apart(self, one: Traveller) -> list[int]:
        """Give the problems a laptop was told of."""
        with one.laptop.store._connection.begin() as _:
            rows = one.laptop.store._connection.exec_driver_sql("SELECT problem FROM verdict ORDER BY seq")
            return [row[0] for row in rows]


@pytest.fixture
def begin(office: Storage, around: Surroundings, tmp_path: Path, travels: Keep) -> Callable[[str], _Office]:
    """Give an office whose colleague has a role."""
    return lambda role: _Office(office, around, tmp_path, travels, role)


def found(one: Traveller, text: str) -> int:
    return one.laptop.store.book.people(text, PeopleFilter.ALL, 0, 10).total


def role_of(one: Traveller) -> str:
    return one.laptop.store.certified.role


def test_a_coordinator_who_becomes_promoter_holds_no_others_after_her_next_round(
    begin: Callable[[str], _Office],
) -> None:
    there = begin("coordinator")
    colleague = there.colleague
    assert colleague.names() == ["Ana", "Berta", "Carla"]
    colleague.amend(there.ana, email="ana@correo.pe")
    there.becomes("promoter")
    colleague.round()
    assert role_of(colleague) == "promoter"
    assert colleague.names() == ["Carla"]
    assert found(colleague, "Ana") == 0
    assert {there.ana, there.berta}.isdisjoint(colleague.held())
    # what she wrote before she heard of it is at headquarters, and in its record
    assert states(there.office)[there.ana].fields["email"] == "ana@correo.pe"
    assert there.apart(colleague) == []
    colleague.drain()
    colleague.settled()
    # kept, not only heard
    assert colleague.laptop.reopen().certified.role == "promoter"


def test_a_promoter_who_becomes_coordinator_has_the_whole_office_after_her_next_round(
    begin: Callable[[str], _Office],
) -> None:
    there = begin("promoter")
    colleague = there.colleague
    assert colleague.names() == ["Carla"]
    there.becomes("coordinator")
    colleague.round()
    assert role_of(colleague) == "coordinator"
    # they lie before the place she had read up to
    assert colleague.names() == ["Ana", "Berta", "Carla"]
    assert found(colleague, "Berta") == 1
    colleague.drain()
    colleague.settled()
    assert there.promoter.names() == ["Ana", "Berta"]


def test_one_who_changes_to_and_fro_between_two_rounds_holds_what_she_may_see_now(
    begin: Callable[[str], _Office],
) -> None:
    there = begin("coordinator")
    there.becomes("promoter")
    [dora] = there.promoter.register("Dora")
    there.promoter.drain()
    there.becomes("coordinator")
    there.colleague.drain()
    assert dora in there.colleague.held()
    assert there.colleague.names() == ["Ana", "Berta", "Carla", "Dora"]
    there.colleague.settled()


def test_what_stands_apart_keeps_nobody_on_the_laptop_whom_others_registered(begin: Callable[[str], _Office]) -> None:
    there = begin("coordinator")
    colleague = there.colleague
    colleague.amend(there.ana, dependants="many")
    dora = colleague.laptop.store.book.register(answers("Dora", dependants="many")).record
    colleague.drain()
    assert there.apart(colleague) == [Problem.RULE_BROKEN.number] * 2
    there.becomes("promoter")
    colleague.drain()
    assert {there.ana, there.berta}.isdisjoint(colleague.held())
    # her own, which nobody else holds, is shown as she wrote it, to be mended
    assert colleague.names() == ["Carla", "Dora"]
    assert colleague.laptop.store.book.person(dora).fields["dependants"] == "many"


def test_a_certificate_whose_answer_is_lost_comes_again_and_after_it_was_kept_no_more(
    begin: Callable[[str], _Office],
) -> None:
    there = begin("promoter")
    colleague, told = there.colleague, []
    honest = colleague.road.hello

    def listening(hello: wire.Hello) -> wire.HelloAnswer:
        told.append(honest(hello))
        if len(told) == 1:
            raise Trouble(Problem.LINE_DOWN)
        return told[-1]

    colleague.road.hello = listening  # type: ignore[method-assign]  # a line that loses the first answer
    there.becomes("coordinator")
    with pytest.raises(Trouble):
        colleague.round()
    colleague.drain()
    colleague.round()
    given = [answer.certificate is not None for answer in told]
    assert given[:2] == [True, True]
    assert not any(given[2:])
    assert role_of(colleague) == "coordinator"


def test_what_was_written_under_the_role_before_counts_by_it(begin: Callable[[str], _Office]) -> None:
    there = begin("coordinator")
    colleague = there.colleague
    colleague.laptop.store.book.erased(there.ana)
    there.becomes("promoter")
    # she does not know of it yet
    colleague.laptop.store.book.erased(there.berta)
    colleague.drain()
    assert there.apart(colleague) == []
    assert all(states(there.office)[name].erased for name in (there.ana, there.berta))


def test_registrations_of_a_promoter_who_becomes_auditor_are_folded_and_what_she_writes_later_is_not(
    begin: Callable[[str], _Office],
) -> None:
    there = begin("promoter")
    colleague = there.colleague
    [dora] = colleague.register("Dora")
    there.becomes("auditor")
    [edda] = colleague.register("Edda")
    colleague.drain()
    assert there.apart(colleague) == []
    assert {dora, edda} <= states(there.office).keys()
    assert colleague.names() == []
    [felicia] = colleague.register("Felicia")
    colleague.drain()
    assert there.apart(colleague) == [Problem.NOT_PERMITTED.number]
    assert felicia not in states(there.office)
    # it is hers alone, and stays where it can still be read
    assert colleague.names() == ["Felicia"]


def test_a_role_that_is_gained_makes_nothing_good_that_was_written_before(begin: Callable[[str], _Office]) -> None:
    there = begin("promoter")
    colleague = there.colleague
    # as no honest laptop of a promoter does
    with colleague.laptop.store._connection.begin() as _:
        colleague.laptop.store.book._pen.write("erase", "entrepreneur", there.carla, {})
    there.becomes("coordinator")
    colleague.drain()
    assert there.apart(colleague) == [Problem.NOT_PERMITTED.number]
    assert not states(there.office)[there.carla].erased
    colleague.laptop.store.book.erased(there.ana)
    colleague.drain()
    assert states(there.office)[there.ana].erased


def test_an_older_program_is_given_no_certificate_and_is_judged_by_its_role_once_it_has_greeted(
    begin: Callable[[str], _Office],
) -> None:
    there = begin("coordinator")
    colleague = there.colleague
    honest, told = colleague.road.hello, []

    def of_old(hello: wire.Hello) -> wire.HelloAnswer:
        told.append(honest(msgspec.structs.replace(hello, certified=0)))
        return told[-1]

    colleague.road.hello = of_old  # type: ignore[method-assign]  # a program that knows nothing of it
    colleague.laptop.store.book.erased(there.ana)
    there.becomes("promoter")
    colleague.drain()
    assert [answer.certificate for answer in told] == [None]
    assert states(there.office)[there.ana].erased
    assert role_of(colleague) == "coordinator"
    colleague.laptop.store.book.erased(there.carla)
    colleague.drain()
    assert there.apart(colleague) == [Problem.NOT_PERMITTED.number]


def test_an_image_from_before_is_told_again(begin: Callable[[str], _Office], tmp_path: Path, travels: Keep) -> None:
    there = begin("promoter")
    image = travels(there.colleague.image(tmp_path, 3))
    there.becomes("coordinator")
    there.colleague.drain()
    assert role_of(image) == "promoter"
    image.drain()
    assert role_of(image) == "coordinator"
    assert image.names() == ["Ana", "Berta", "Carla"]
