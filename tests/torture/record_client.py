"""Records what a client says in one day of work, so that every later headquarters can be held to it.

``python -m tests.torture.record_client NAME`` writes ``clients/NAME.json`` in today's style. A recording that
is there is never made again: it stands for laptops in the field.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.server.reference import reference_id
from chasqui_sync.signing import SigningKey

CLIENTS = Path(__file__).with_name("clients")
USER, SCOPE = reference_id("staff", "milagros-torres"), reference_id("partner", "lima-norte")
SAVED_AT = 1_795_474_800_000
Act = dict[str, Any]


def person(number: int, **more: Any) -> Act:
    """Give the fields of a registration."""
    return {
        "code": f"GE26-{number:07d}",
        "given_names": f"Ñusta {number}",
        "document": {"scheme": "none"},
        "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": SAVED_AT},
        "consent_programme": True,
        "promoter": USER,
        **more,
    }


def act(record: str, action: str = "create", fields: Act | None = None, **more: Any) -> Act:
    """Give one operation as a document."""
    told = {"kind": "entrepreneur", "record": record, "action": action, "fields": fields or {}}
    return {**told, "user": USER, "scope": SCOPE, "schema": 1, "saved_at": SAVED_AT, "v": 1, **more}


def day(key: SigningKey) -> list[Act]:
    """Give a day's operations; what this version knows nothing of is among them."""
    ana, rosa, luz = (f"019a8f3c2b4d7e5f8a1b{key.id[:8]}{number:04x}" for number in (1, 2, 3))
    first = f"{key.id}.1.1"
    return [
        act(ana, fields=person(1, of_a_newer_version={"deep": [1, 2.5, None, {"ñ": "😀"}]})),
        act(rosa, fields=person(2, languages=["es"])),
        act(luz, fields=person(3)),
        act(ana, "set", {"business_name": "Chicha Ana"}),
        act(ana, "set", {"given_names": "Ñusta Ana"}, seen={"given_names": first}),
        act(rosa, "add", {"languages": ["qu"]}),
        act(rosa, "withdraw", {"consent_programme": False}),
        act(luz, "delete"),
    ]


def recorded(name: str, about: str, *, newer: bool = False, plain: bool = False) -> dict[str, Any]:
    """Make a recording. ``plain``: without dictionary, echoes and base64, as the first laptops spoke."""
    key = SigningKey(f"recorded client {name}".encode().ljust(32)[:32])
    acts = day(key)
    if newer:
        stranger = f"019a8f3c2b4d7e5f8a1b{key.id[:8]}ffff"
        acts += [
            act(stranger, kind="of_a_newer_version"),
            act(acts[0]["record"], "dance", {"business_name": "x"}),
            act(acts[0]["record"], "set", {"business_name": "x"}, schema=99),
            act(acts[1]["record"], "set", {"main_need": "capital"}, of_a_newer_version=[1]),
        ]
    operations = [json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() for one in acts]
    shared = None if plain else wire.Dictionaries(dictionaries()).best
    asked = "" if shared is None else f"&know={shared.number}&echo=1"
    hello = {"version": name, "schema": 99 if newer else 1, "incarnation": "1", "seq": 0, "clock": SAVED_AT}
    requests = [("POST", "/v1/hello", json.dumps({**hello, **({"news": [1]} if newer else {})}).encode())]
    head = wire.genesis(key.id, "1")
    for start in range(0, len(operations), 5):
        run = operations[start : start + 5]
        batch = wire.pack_batch(key.id, "1", start + 1, head, run, key.sign, shared)
        head = wire.chain(head, start + 1, run)
        requests.append(("POST", f"/v1/batches?after={asked}", batch if shared is None else wire.narrow(batch, shared)))
    requests.append(("GET", f"/v1/records?after={asked}", b""))
    return {
        "about": about,
        "key": f"recorded client {name}",
        "hex": plain,
        "requests": [(method, target, base64.b64encode(body).decode()) for method, target, body in requests],
    }


if __name__ == "__main__":
    [name, about] = sys.argv[1:]
    told = json.dumps(recorded(name, about), ensure_ascii=False, indent=1)
    (CLIENTS / f"{name}.json").write_text(told + "\n", encoding="utf-8")
