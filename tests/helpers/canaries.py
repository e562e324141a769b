"""Looks for words that must not lie in plain in any file, however they might be spelt there."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path


def spellings(word: str) -> list[bytes]:
    """Give every way the word could lie in a file: encodings, folded, base64 at each offset."""
    plain = [word, word.lower(), word.upper(), word.replace("Ñ", "N").replace("ú", "u"), word[:9]]
    found = [text.encode(encoding) for text in plain for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + word.encode())
        found += [encoded[4:-4], encoded[4:-4].replace(b"+", b"-").replace(b"/", b"_")]
    found.append(word.encode().hex().encode())
    return found


def look_for(words: Iterable[str], folder: Path) -> set[str]:
    """Look for every spelling of every word in every file; give the files' names. Fails where one is found."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    planted = [(word, way) for word in words for way in spellings(word)]
    for file in files:
        content = file.read_bytes()
        assert [word for word, way in planted if way in content] == [], file
        assert not content.startswith(b"SQLite format 3"), file
    return {file.name for file in files}
