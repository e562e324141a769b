"""docs/PROTOCOL.md is enough to write a client by: the one on the page works against a real headquarters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.problems import BY_NUMBER
from chasqui_sync.server.openapi import document
from tests.helpers.server import ServerProcess


class _Paths(msgspec.Struct):
    paths: dict[str, Any]


PAGE = (Path(__file__).resolve().parents[2] / "docs" / "PROTOCOL.md").read_text(encoding="utf-8")


def test_the_client_on_the_page_registers_somebody_and_reads_her_back(tmp_path: Path) -> None:
    headquarters = ServerProcess(tmp_path)
    headquarters.prepare()
    code = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    headquarters.start()
    world: dict[str, Any] = {"HOST": "127.0.0.1", "PORT": headquarters.port, "CODE": code}
    try:
        for program in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
            exec(compile(program, "PROTOCOL.md", "exec"), world)
    finally:
        if "client" in world:
            world["client"].line.close()
        headquarters.stop()
    assert world["state"]["fields"]["business_name"] == "Refrescos Ana"
    assert world["state"]["fields"]["paternal_surname"] == "Ñaupari"
    assert "open" not in world["state"]
    assert world["receipt"]["upto"] == 2
    assert world["receipt"].get("verdicts", []) == []
    assert headquarters.status()["records"]["entrepreneur"] == 1


def test_the_page_names_each_route_domain_and_problem_as_the_program_does() -> None:
    routes = wire.decode(document(), _Paths).paths
    assert [route for route in routes if route.removeprefix("/v1") not in PAGE] == []
    domains = (wire.BATCH_DOMAIN, wire.RECEIPT_DOMAIN, wire.REQUEST_DOMAIN)
    assert [domain for domain in domains if domain.decode().replace("\n", "\\n") not in PAGE] == []
    named = re.search(r'problem:([a-z-]+)", "title", "status", "number": (\d+)', PAGE)
    assert named is not None
    assert BY_NUMBER[int(named[2])].slug == named[1]
