"""What the project's pages name is there: every link, picture, path and verb."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED = re.compile(r"`([\w.*/<>-]+/[\w.*/<>-]*|[\w-]+\.(?:py|md|toml|txt|json))`")
VERB = re.compile(r"`make ([a-z]+)")
LEFT_OUT = {".git", ".venv", "__pycache__"}
PLACES = [
    f"/{path.relative_to(ROOT).as_posix()}"
    for path in ROOT.rglob("*")
    if LEFT_OUT.isdisjoint(path.relative_to(ROOT).parts)
]
MADE = ("build/", "dist/", ".demo/", ".venv")
"""What a command makes, and no clone holds."""


def is_there(path: str) -> bool:
    """Whether a file or folder ends so: pages name what stands in a room by the room's own paths."""
    return any(fnmatch(place, f"*/{path.rstrip('/')}") for place in PLACES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
    ours = [link for link in links if link and "://" not in link and not link.startswith("mailto:")]
    assert [link for link in ours if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_a_page_names_is_there(page: Path) -> None:
    named = set(NAMED.findall(page.read_text(encoding="utf-8")))
    # what has neither an ending nor a slash at its end names a format or a header, no file
    ours = {path for path in named if path.endswith("/") or Path(path).suffix}
    ours = {path for path in ours if "<" not in path and not path.startswith(("/", *MADE))}
    assert sorted(path for path in ours if not is_there(path)) == []


def test_every_verb_the_pages_name_is_in_the_makefile() -> None:
    verbs = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {verb for page in PAGES for verb in VERB.findall(page.read_text(encoding="utf-8"))}
    assert named
    assert named <= verbs
