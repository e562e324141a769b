"""Looks for words that must not lie in plain in any file, however they might be spelt there."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

SHORTEST = 8
"""Bytes a spelling has at least. Four given bytes stand in every thousandth encrypted megabyte by chance alone."""


def spellings(word: str) -> list[bytes]:
    """Give every way the word could lie in a file: encodings, folded, base64 at each offset, in hex."""
    plain = [word, word.lower(), word.upper(), word.replace("Ñ", "N").replace("ú", "u"), word[:9]]
    found = [text.encode(encoding) for text in plain for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
    for offset in range(3):
        encoded = in_base64(word.encode(), offset)
        found += [encoded, encoded.replace(b"+", b"-").replace(b"/", b"_")]
    found.append(word.encode().hex().encode())
    assert min(map(len, found)) >= SHORTEST, f"too short to be told from chance: {word}"
    return found


def in_base64(word: bytes, offset: int) -> bytes:
    """Give the letters the word alone decides, wherever it stands in what is encoded: six bits each."""
    encoded = base64.b64encode(b"\0" * offset + word + b"\0\0")
    return encoded[-(-8 * offset // 6) : 8 * (offset + len(word)) // 6]


def look_for(words: Iterable[str], folder: Path) -> set[str]:
    """Look for every spelling of every word in every file; give the files' names. Fails where one is found."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    planted = [(word, way) for word in words for way in spellings(word)]
    for file in files:
        content = file.read_bytes()
        assert [(word, way) for word, way in planted if way in content] == [], file
        assert not content.startswith(b"SQLite format 3"), file
    return {file.name for file in files}
