"""docs/HEADLESS.md: the program on the page registers somebody and sends her to a real headquarters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from chasqui_desktop.book import Post
from tests.helpers.server import ServerProcess

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "HEADLESS.md").read_text(encoding="utf-8")


def test_the_program_on_the_page_registers_somebody_and_sends_her(tmp_path: Path) -> None:
    headquarters = ServerProcess(tmp_path)
    headquarters.prepare()
    code = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    headquarters.start()
    world: dict[str, Any] = {"FOLDER": tmp_path / "laptop", "ADDRESS": headquarters.address, "CODE": code}
    try:
        for program in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
            exec(compile(program, "HEADLESS.md", "exec"), world)
    finally:
        headquarters.stop()
    assert world["person"].post is Post.HEADQUARTERS
    assert headquarters.status()["records"]["entrepreneur"] == 1
