"""What lists and search need of a record's state, read so that no odd document of a newer version can stop it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.blocking import Kept, kept_keys
from chasqui_sync.core.ids import device_of
from chasqui_sync.core.names import folded_name, listed_name, sort_key
from chasqui_sync.core.records import QUOTA_GROUPS, Document, Group, Phone, Place
from chasqui_sync.core.rules import is_incomplete
from chasqui_sync.core.state import Change, Fate, Head, Rival, State

PERSON = "entrepreneur"


# gc=False, here and where these hold something: none can hold itself, and thousands live at once
class ListedFields(msgspec.Struct, kw_only=True, gc=False):
    """What is looked at of a person's document, in the types of ``Entrepreneur``; the rest is passed over unread."""

    code: str
    given_names: str | None = None
    paternal_surname: str | None = None
    maternal_surname: str | None = None
    document: Document | None = None
    group: Group | None = None
    birth_date: str | None = None
    birth_year: int | None = None
    phones: list[Phone] | None = None
    home_district: Place | None = None
    sector: str | None = None
    edition: str | None = None
    outreach_point: str | None = None
    promoter: str | None = None
    channel: str | None = None
    ruc: str | None = None


class ToldPerson(msgspec.Struct, kw_only=True, gc=False):
    """A person's ``State`` as it came, read straight into the types of her fields: pages are full of them.

    None stands for what is empty: nothing is made for it.
    """

    id: str
    kind: str
    scope: str
    fields: ListedFields
    head: Head
    heads: dict[str, Head] | None = None
    agreed: dict[str, list[Head]] | None = None
    open: dict[str, list[Rival]] | None = None
    overruled: dict[str, list[Rival]] | None = None
    changes: dict[str, list[Change]] | None = None
    fates: list[Fate] | None = None
    past: dict[str, list[int]] | None = None
    early: dict[str, list[str]] | None = None
    deleted: bool = False
    erased: bool = False
    schema: int = 1
    at: int = 0

    def has_other_writers(self, device: str) -> bool:
        """See ``State``."""
        heads = (self.head, *(self.heads or {}).values(), *(fate.head for fate in self.fates or ()))
        return any(device_of(head.operation) != device for head in heads)


class Listing(NamedTuple):
    """The extracted columns of ``tables.record``, in their order."""

    listed: bool
    code: str
    sort_name: str
    listed_name: str
    initials: str
    district: str | None
    sector: str | None
    edition: str | None
    outreach_point: str | None
    channel: str | None
    promoter: str | None
    saved_at: int
    incomplete: bool
    quota: bool


class Found(NamedTuple):
    """By what a person is found: her names folded, her code with and without its prefix, numbers from their end.

    ``alike``: the keys under which somebody like her is found (``core.blocking``), in hexadecimal. Several in one
    are parted by spaces.
    """

    names: str
    code: str
    endings: str
    alike: str


class Told(NamedTuple):
    """A record's state, its bytes, and what lists and search need of it."""

    state: State | ToldPerson
    raw: bytes
    listing: Listing
    found: Found | None


class _Answers(NamedTuple):
    """What is looked at of a document, whatever else stands in it; ``numbers``: document and telephones."""

    given: str
    paternal: str
    maternal: str
    code: str
    district: str | None
    sector: str | None
    edition: str | None
    outreach_point: str | None
    channel: str | None
    promoter: str | None
    birth_date: str
    ruc: str
    numbers: list[str]
    is_incomplete: bool
    counts: bool


_person = msgspec.json.Decoder(ToldPerson)


def read(raw: bytes) -> State | ToldPerson:
    """Read a state that came. Raises Trouble(BODY_UNREADABLE)."""
    try:
        told = _person.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return wire.state_of(msgspec.Raw(raw))
    return told if told.kind == PERSON else wire.state_of(msgspec.Raw(raw))


def told(state: State | ToldPerson, raw: bytes) -> Told:
    """Put beside a state and its bytes what is looked up."""
    listing, found = extracted(state)
    return Told(state, raw, listing, found)


def extracted(state: State | ToldPerson) -> tuple[Listing, Found | None]:
    """Give the extracted columns, and by what a person is found; None for what no search shows."""
    answers = _answers(state)
    names = {
        "given_names": answers.given,
        "paternal_surname": answers.paternal,
        "maternal_surname": answers.maternal,
    }
    listed = state.kind == PERSON and not state.deleted
    listing = Listing(
        listed,
        answers.code,
        _sort_name(answers),
        listed_name(names),
        (answers.given[:1] + (answers.paternal or answers.maternal)[:1]).upper(),
        answers.district,
        answers.sector,
        answers.edition,
        answers.outreach_point,
        answers.channel,
        answers.promoter,
        state.head.time,
        listed and answers.is_incomplete,
        answers.counts,
    )  # fmt: skip - one column a line
    return listing, _found(answers) if listed else None


def joined(text: str) -> str:
    """Give letters and digits alone, upper case, as endings and the code's index hold them."""
    plain = text if text.isalnum() else text.replace("-", "").removeprefix("+")
    return (plain if plain.isalnum() else re.sub(r"[\W_]", "", plain)).upper()


def _found(answers: _Answers) -> Found:
    code = joined(answers.code)
    endings = " ".join(dict.fromkeys([joined(number) for number in answers.numbers if number] + [code]))
    names = " ".join(filter(None, map(folded_name, (answers.given, answers.paternal, answers.maternal))))
    keys = kept_keys(Kept(answers.given, answers.paternal, answers.maternal, answers.birth_date, answers.ruc))
    return Found(names, f"{code} {code[-8:]}".lower(), endings[::-1].strip(), written_keys(keys))


def written_keys(keys: Iterable[int]) -> str:
    """Write keys of ``core.blocking`` as the register keeps and looks for them."""
    return " ".join([f"{key:x}" for key in keys])


def _answers(state: State | ToldPerson) -> _Answers:
    if isinstance(state, ToldPerson):
        return _of_person(state.fields)
    if state.kind == PERSON:
        try:
            return _of_person(msgspec.convert(state.fields, ListedFields))
        except msgspec.ValidationError:
            pass
    return _of_document(state.fields)


def _of_person(person: ListedFields) -> _Answers:
    numbers = [phone.number for phone in person.phones or ()]
    if person.document is not None:
        numbers.append(person.document.number)
    return _Answers(
        person.given_names or "",
        person.paternal_surname or "",
        person.maternal_surname or "",
        person.code,
        person.home_district.code if person.home_district else None,
        person.sector,
        person.edition,
        person.outreach_point,
        person.channel,
        person.promoter,
        person.birth_date or "",
        person.ruc or "",
        numbers,
        is_incomplete(person),
        person.group in QUOTA_GROUPS,
    )  # fmt: skip - one answer a line


def _of_document(fields: dict[str, Any]) -> _Answers:
    """Read what can be read of another kind of record, or of a person whose fields have other types."""
    phones = fields.get("phones")
    numbered = [fields.get("document"), *(phones if isinstance(phones, list) else ())]
    numbers = [_text(one.get("number")) for one in numbered if isinstance(one, dict)]
    district = fields.get("home_district")
    return _Answers(
        _text(fields.get("given_names")) or "",
        _text(fields.get("paternal_surname")) or "",
        _text(fields.get("maternal_surname")) or "",
        _text(fields.get("code")) or "",
        _text(district.get("code")) if isinstance(district, dict) else None,
        _text(fields.get("sector")),
        _text(fields.get("edition")),
        _text(fields.get("outreach_point")),
        _text(fields.get("channel")),
        _text(fields.get("promoter")),
        _text(fields.get("birth_date")) or "",
        _text(fields.get("ruc")) or "",
        [number for number in numbers if number],
        is_incomplete=False,
        counts=_text(fields.get("group")) in QUOTA_GROUPS,
    )


def _sort_name(answers: _Answers) -> str:
    """Paternal, maternal, given; parted by what sorts before every letter and space."""
    first, second = (answers.paternal, answers.maternal) if answers.paternal else (answers.maternal, "")
    return f"{sort_key(first)}\x1f{sort_key(second)}\x1f{sort_key(answers.given)}"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
