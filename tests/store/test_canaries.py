"""Nothing of what is typed lies in plain anywhere in the profile, or where temporary files go."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from chasqui_desktop.book import DESK_DRAFT, PeopleFilter
from chasqui_desktop.store.upgrade import copy_before
from tests.helpers.canaries import SHORTEST, look_for, spellings
from tests.helpers.laptop import PASSPHRASE, Laptop, answers, laptop_at_work

WORDS = [f"Canario{chr(65 + number) * 3}Ñandú" for number in range(20)]


def work(laptop: Laptop) -> None:
    """Put every canary somewhere a person's words go."""
    names = iter(WORDS)
    book = laptop.store.book
    fields = {
        field: next(names)
        for field in (
            "maternal_surname",
            "email",
            "alternative_contact",
            "address_reference",
            "business_name",
            "main_need",
            "channel_detail",
            "nationality",
            "sales_band",
            "schedule",
        )
    }  # fmt: skip - ten names of fields
    given, paternal = next(names), next(names)
    saved = book.register(
        answers(
            given,
            paternal,
            document={"scheme": "unhcr", "number": next(names)},
            phones=[{"number": next(names), "owner": "own"}],
            support_answers={"note": next(names), "protection": "yes"},
            **fields,
        )
    )
    book.keep_draft(DESK_DRAFT, {"given_names": next(names)})
    book.set_aside("other", {"given_names": next(names)})
    book.remember("point", next(names))
    book.amend(saved.record, {"email": next(names)}, {})
    assert book.people(given, PeopleFilter.ALL, 0, 9).total == 1
    book.people(next(names), PeopleFilter.ALL, 0, 9)
    assert list(names) == []


def test_none_of_twenty_canaries_lies_in_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    laptop = laptop_at_work(tmp_path / "profile")
    work(laptop)
    looked_at = look(tmp_path)
    assert {"register.db", "register.db-wal", "register.db-shm", "vault.json"} <= looked_at
    laptop.store.close()
    copy_before(laptop.opened.register, "0001")
    assert "register.db.before-0001" in look(tmp_path)
    laptop.reopen()
    look(tmp_path)
    laptop.store.close()
    assert list(temporary.iterdir()) == []


def look(folder: Path) -> set[str]:
    """Look for canaries, phrase and key."""
    return look_for((*WORDS, PASSPHRASE, "d" * 32), folder)


def test_the_search_for_canaries_would_find_one(tmp_path: Path) -> None:
    for number, way in enumerate(spellings(WORDS[7])):
        (tmp_path / "planted").write_bytes(b"xx" * number + way + b"yy")
        with pytest.raises(AssertionError):
            look(tmp_path)


@pytest.mark.parametrize("before", ["", "a", "ab", "abc", "de la "])
@pytest.mark.parametrize("after", ["", "x", "xy", ", Puno"])
def test_a_word_is_known_in_base64_wherever_it_stands_in_what_was_encoded(before: str, after: str) -> None:
    encoded = base64.b64encode((before + "09337510" + after).encode())
    assert any(way in encoded for way in spellings("09337510"))


def test_no_spelling_is_so_short_that_it_stands_in_a_cipher_by_chance() -> None:
    assert min(map(len, spellings("09337510"))) >= SHORTEST
    with pytest.raises(AssertionError, match="too short"):
        spellings("0933751")
