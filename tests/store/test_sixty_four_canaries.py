"""Sixty-four made-up words in each field, blob, draft, search and report: in plain nowhere; sealed answers: nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from chasqui_desktop import troubles
from chasqui_desktop.book import DESK_DRAFT, PeopleFilter
from chasqui_sync.core.problems import Trouble
from chasqui_sync.core.records import Sealed
from chasqui_sync.sealing import unseal
from tests.helpers.canaries import look_for
from tests.helpers.laptop import EDITION, PASSPHRASE, POINT, PROTECTION, Laptop, answers, laptop_at_work

CANARIES = 64
WORDS = [f"Canario{chr(65 + number // 8) * 2}{chr(65 + number % 8) * 3}Ñandú" for number in range(CANARIES)]
FIELDS = (
    "maternal_surname",
    "nationality",
    "migration_status",
    "email",
    "alternative_contact",
    "preferred_channel",
    "address_reference",
    "business_name",
    "sector",
    "sales_band",
    "main_need",
    "channel_detail",
    "schedule",
    "connectivity",
    "partner",
    "of_a_newer_version",
)  # fmt: skip - names of fields that hold one text
LISTS = ("languages", "sells_at", "digital_tools", "devices")
SEALED = 200


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Laptop]:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    one = laptop_at_work(tmp_path / "profile")
    yield one
    one.store.close()


def plant(laptop: Laptop) -> int:
    """Put each canary where a person's words go; give how many are left over."""
    names = iter(WORDS)
    book = laptop.store.book
    saved = book.register(
        answers(
            next(names),
            next(names),
            document={"scheme": "unhcr", "number": next(names)},
            phones=[{"number": next(names), "owner": next(names)} for _ in range(3)],
            support_answers={"note": next(names), "protection": next(names)},
            **{field: next(names) for field in FIELDS},
            **{field: [next(names), next(names)] for field in LISTS},
        ),
        signature=next(names).encode(),
    )
    for field in ("email", "main_need", "address_reference", "business_name"):
        book.amend(saved.record, {field: next(names)}, {})
    for _ in range(3):
        book.keep_draft(DESK_DRAFT, {"given_names": next(names), "support_answers": {"note": next(names)}})
    for number in range(3):
        book.set_aside(f"aside {number}", {"given_names": next(names)})
    for option in (EDITION, POINT, "edition", "outreach_point"):
        book.remember(option, next(names))
    for name in [next(names) for _ in range(11)]:
        book.people(name, PeopleFilter.ALL, 0, 9)
    return len(list(names))


def fail(laptop: Laptop, word: str) -> None:
    """Let a fault of ours, with a person's word in it, be reported."""
    try:
        int(word)
    except ValueError as error:
        troubles.keep(troubles.report(error, datetime.now(UTC)), laptop.profile)


def test_of_sixty_four_canaries_none_lies_in_plain_anywhere(
    laptop: Laptop, tmp_path: Path, say: Callable[[str], None]
) -> None:
    left_over = plant(laptop)
    fail(laptop, WORDS[0])
    looked_at = look_for((*WORDS, PASSPHRASE), tmp_path)
    laptop.reopen()
    looked_at |= look_for((*WORDS, PASSPHRASE), tmp_path)
    laptop.store.close()
    looked_at |= look_for((*WORDS, PASSPHRASE), tmp_path)
    assert list((tmp_path / "temporary").iterdir()) == []
    laptop.reopen()
    say(f"canaries: planted {len(WORDS) - left_over}, found 0 in {len(looked_at)} kinds of files")
    assert left_over == 0
    assert {"register.db", "register.db-wal", "vault.json", "reports.log"} <= looked_at


def test_of_two_hundred_sealed_answers_none_can_be_read_back_on_the_laptop(
    laptop: Laptop, say: Callable[[str], None]
) -> None:
    book = laptop.store.book
    records = [
        book.register(
            answers(f"Persona {number}", support_answers={"note": f"necesita ayuda {number}", "food": "yes"})
        ).record
        for number in range(SEALED)
    ]
    read_back, opened_elsewhere = 0, 0
    own_keys = (laptop.store.identity.seed, laptop.opened.key, laptop.opened.copy_key)
    for number, record in enumerate(records):
        fields = book.person(record).fields
        assert "support_answers" not in fields
        assert f"necesita ayuda {number}".encode() not in msgspec.json.encode(fields)
        sealed = msgspec.convert(fields["support"], Sealed)
        for key in own_keys:
            try:
                unseal(sealed, record, key)
                read_back += 1
            except Trouble:
                continue
        opened = unseal(sealed, record, PROTECTION.private_bytes_raw())
        opened_elsewhere += opened["note"] == f"necesita ayuda {number}"
    run = laptop.store.exchange.run_after(laptop.incarnation, 0, SEALED, 2**40)
    assert run is not None
    assert [raw for raw in run.operations if b"necesita ayuda" in raw] == []
    say(f"sealed fields: {SEALED} written, {read_back} read back on the laptop, {opened_elsewhere} by the focal point")
    assert (read_back, opened_elsewhere) == (0, SEALED)
