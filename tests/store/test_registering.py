"""One registration: operation and record in one transaction, nothing kept that should be sealed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from chasqui_desktop.book import DESK_DRAFT, PeopleFilter, Post
from chasqui_desktop.store import journal, records
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.fold import fold
from chasqui_sync.core.ids import normal_code
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import Sealed
from chasqui_sync.sealing import unseal
from tests.helpers.laptop import (
    EDITION,
    NOON,
    PARTNER,
    POINT,
    PROTECTION,
    USER,
    Laptop,
    answers,
    reference_states,
)


def operations(laptop: Laptop) -> list[Operation]:
    run = laptop.store.exchange.run_after(laptop.incarnation, 0, 10_000, 2**40)
    return [wire.decode_operation(data) for data in run.operations] if run else []


def test_what_is_in_the_journal_is_what_is_on_screen(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers(email=None))
    [operation] = operations(laptop)
    person = laptop.store.book.person(saved.record)
    assert operation.fields == person.fields
    assert "email" not in operation.fields
    assert (operation.action, operation.kind, operation.record) == ("create", "entrepreneur", saved.record)
    assert (operation.user, operation.scope, operation.saved_at) == (USER, PARTNER, NOON)
    assert person.fields["promoter"] == USER
    assert person.fields["partner"] == PARTNER
    assert person.fields["outreach_point"] == POINT
    assert person.post is Post.LAPTOP


def test_the_code_opens_with_the_editions_prefix_and_can_be_checked(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    assert saved.code.startswith("GE26-")
    assert normal_code(saved.code) == saved.code
    assert laptop.store.book.person(saved.record).fields["code"] == saved.code


def test_operations_are_numbered_and_chained(laptop: Laptop) -> None:
    book = laptop.store.book
    assert [book.register(answers()).seq for _ in range(5)] == [1, 2, 3, 4, 5]
    with transaction(laptop.store._connection) as connection:
        assert journal.is_whole(connection)
        connection.exec_driver_sql("UPDATE journal SET operation = x'7b7d' WHERE seq = 3")
        assert not journal.is_whole(connection)


def test_the_operation_carries_the_last_time_headquarters_told(laptop: Laptop) -> None:
    laptop.world.now = NOON - 86_400_000
    laptop.store.book.register(answers())
    [operation] = operations(laptop)
    assert operation.anchor == NOON
    assert operation.saved_at == NOON - 86_400_000


def test_an_unknown_edition_is_a_bug_and_writes_nothing(laptop: Laptop) -> None:
    with pytest.raises(KeyError):
        laptop.store.book.register(answers(edition="ff" * 16))
    assert operations(laptop) == []


def test_support_answers_are_sealed_before_anything_is_written(laptop: Laptop) -> None:
    heard = {"food": "yes", "protection": "unsaid", "note": "la amenaza su casero", "accepted": True}
    given = answers(support_answers=heard)
    saved = laptop.store.book.register(given)
    fields = laptop.store.book.person(saved.record).fields
    assert "support_answers" not in fields
    assert fields["support_asked"] is True
    sealed = msgspec.convert(fields["support"], Sealed)
    assert unseal(sealed, saved.record, PROTECTION.private_bytes_raw()) == heard
    assert b"casero" not in b"".join(wire.encode(one) for one in operations(laptop))
    assert given["support_answers"] is heard


def test_support_answers_that_come_later_are_sealed_too(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    laptop.store.book.amend(saved.record, {"support_answers": {"food": "yes"}}, {})
    fields = laptop.store.book.person(saved.record).fields
    assert "support_answers" not in fields
    sealed = msgspec.convert(fields["support"], Sealed)
    assert unseal(sealed, saved.record, PROTECTION.private_bytes_raw()) == {"food": "yes"}


def test_without_a_focal_point_support_answers_are_refused_and_nothing_is_written(laptop: Laptop) -> None:
    laptop.told(*reference_states(protection=False))
    with pytest.raises(AssertionError):
        laptop.store.book.register(answers(support_answers={"food": "yes"}))
    assert operations(laptop) == []
    laptop.store.book.register(answers(support_answers={}))


def test_a_saved_registration_leaves_no_draft(laptop: Laptop) -> None:
    book = laptop.store.book
    book.keep_draft(DESK_DRAFT, {"given_names": "Yus"})
    book.keep_draft("other", {"given_names": "Ana"})
    book.register(answers())
    assert [draft.draft for draft in book.drafts()] == ["other"]


def test_a_draft_set_aside_frees_the_desk_and_can_be_taken_up_and_saved(laptop: Laptop) -> None:
    book = laptop.store.book
    book.keep_draft(DESK_DRAFT, {"given_names": "Yus"})
    aside = book.set_aside(DESK_DRAFT, {"given_names": "Yusmary", "ñ": [1, None]})
    laptop.world.now += 1000
    book.keep_draft(DESK_DRAFT, {"given_names": "Next"})
    assert [(draft.draft, draft.state) for draft in book.drafts()] == [
        (DESK_DRAFT, {"given_names": "Next"}),
        (aside, {"given_names": "Yusmary", "ñ": [1, None]}),
    ]
    book.register(answers(), draft=aside)
    book.drop_draft(DESK_DRAFT)
    assert book.drafts() == []


def test_an_amendment_says_what_it_had_seen_and_goes_behind_the_registration(laptop: Laptop) -> None:
    book = laptop.store.book
    saved = book.register(answers())
    before = book.person(saved.record)
    laptop.world.now += 60_000
    amended = book.amend(saved.record, {"paternal_surname": "Rendón", "email": "y@x.pe"}, before.heads)
    assert (amended.code, amended.seq, amended.listed_name) == (saved.code, 2, "Rendón, Yusmary C.")
    first, second = operations(laptop)
    assert second.seen == {"paternal_surname": before.heads["paternal_surname"]}
    after = book.person(saved.record)
    assert after.fields == {**before.fields, "paternal_surname": "Rendón", "email": "y@x.pe"}
    assert after.heads["paternal_surname"] != before.heads["paternal_surname"]
    assert after.heads["given_names"] == before.heads["given_names"]
    assert [(one.action, one.user, one.fields) for one in after.history] == [
        ("create", USER, tuple(first.fields)),
        ("set", USER, ("paternal_surname", "email")),
    ]
    assert [row.listed_name for row in book.people("rendon", PeopleFilter.ALL, 0, 9).rows] == ["Rendón, Yusmary C."]
    assert book.people("rondon", PeopleFilter.ALL, 0, 9).total == 0


def test_nobody_can_amend_or_read_what_is_not_here(laptop: Laptop) -> None:
    for ask in (
        lambda: laptop.store.book.person("ff" * 16),
        lambda: laptop.store.book.amend("ff" * 16, {}, {}),
        lambda: laptop.store.book.take_back("ff" * 16),
    ):
        with pytest.raises(KeyError):
            ask()


def test_a_refusal_is_a_place_and_a_day_and_can_be_taken_back(laptop: Laptop) -> None:
    book = laptop.store.book
    name = book.refuse(EDITION, POINT)
    [operation] = operations(laptop)
    assert operation.fields == {"edition": EDITION, "outreach_point": POINT, "day": "2026-09-21"}
    assert book.counts().at_risk == 1
    assert book.counts().laptop == 0
    book.take_back(name)
    with transaction(laptop.store._connection) as connection:
        kept = records.held(connection, name)
    assert kept is not None
    assert kept.state.deleted
    assert book.people("", PeopleFilter.ALL, 0, 9).total == 0


def test_a_person_is_not_taken_back_as_a_refusal(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    with pytest.raises(KeyError):
        laptop.store.book.take_back(saved.record)


def test_choices_are_remembered_across_locking(laptop: Laptop) -> None:
    laptop.store.book.remember("point", POINT)
    laptop.store.book.remember("point", "other")
    assert laptop.reopen().book.option("point") == "other"
    assert laptop.store.book.option("edition") is None


def test_the_reference_is_what_headquarters_told_and_can_be_read(laptop: Laptop) -> None:
    unreadable = reference_states()[1]
    unreadable = msgspec.structs.replace(unreadable, id="0e" * 16, fields={"name": 7})
    laptop.told(unreadable)
    reference = laptop.store.book.reference()
    assert reference.editions[EDITION].prefix == "GE26"
    assert list(reference.points) == [POINT]
    assert reference.partners[PARTNER].name == "Oficina Lima Norte"
    assert reference.staff[USER].role == "promoter"
    assert (reference.user, reference.scope) == (USER, PARTNER)


def test_the_laptop_folds_as_everybody_does(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    laptop.store.book.amend(saved.record, {"email": "y@x.pe"}, {})
    state = None
    standing = laptop.store.exchange.standing()
    for seq, operation in enumerate(operations(laptop), 1):
        state = fold(state, operation, f"{standing.device}.{standing.incarnation}.{seq}")
    with transaction(laptop.store._connection) as connection:
        kept = records.held(connection, saved.record)
    assert kept is not None
    assert kept.state == state


def test_a_store_serves_one_thread_alone(laptop: Laptop) -> None:
    with ThreadPoolExecutor(1) as other, pytest.raises(Exception, match="thread"):
        other.submit(laptop.store.book.counts).result()


def test_a_trouble_is_no_half_saved_registration(laptop: Laptop) -> None:
    laptop.store.book.keep_draft(DESK_DRAFT, {"given_names": "Yus"})
    with transaction(laptop.store._connection) as connection:
        connection.exec_driver_sql("CREATE TRIGGER stop BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'x'); END")
    with pytest.raises(Exception, match="x"):
        laptop.store.book.register(answers())
    assert operations(laptop) == []
    assert laptop.store.book.people("", PeopleFilter.ALL, 0, 9).total == 0
    assert len(laptop.store.book.drafts()) == 1


def test_an_identity_that_headquarters_did_not_sign_is_refused(laptop: Laptop) -> None:
    identity = laptop.store.identity
    forged = msgspec.structs.replace(identity, node_key=PROTECTION.public_key().public_bytes_raw())
    with pytest.raises(Trouble) as caught:
        forged.certified()
    assert caught.value.problem is Problem.SIGNATURE_WRONG
