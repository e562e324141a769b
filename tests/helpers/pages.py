"""Every page of an encrypted register and its log, decrypted past the program: also those no table has any more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16
"""SQLCipher 4: the reserved end of a page holds 16 bytes IV and 64 HMAC; the first page begins with the salt."""
_LOG_HEADER, _FRAME_HEADER = 32, 24


_TREE = frozenset({2, 5, 10, 13})
_TREE_HEADER = 12


def in_use(page: bytes, header: int = 0) -> bytes:
    """Give a page without the gap between its pointers and its cells, where SQLite leaves what it moved elsewhere.

    https://sqlite.org/fileformat2.html#b_tree_pages; what is no page of a tree is given as it is.
    """
    if page[header] not in _TREE:
        return page
    cells, begin = (int.from_bytes(page[header + at : header + at + 2]) for at in (3, 5))
    return page[: header + _TREE_HEADER + 2 * cells] + page[begin or len(page) :]


def decrypted(path: Path, key: bytes, seen: Callable[[bytes], bytes] = bytes) -> bytes:
    """Give all that lies in the file and in its write-ahead log, each page as ``seen`` gives it."""
    content = path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[_LOG_HEADER:] if log.exists() else b""
    step = _FRAME_HEADER + PAGE
    numbered = [(number, page) for number, page in enumerate(pages, 1)]
    for start in range(0, len(frames), step):
        frame = frames[start : start + step]
        numbered.append((int.from_bytes(frame[:4]), frame[_FRAME_HEADER:]))
    return b"".join(seen(_page(number, page, key)) for number, page in numbered if len(page) == PAGE)


def _page(number: int, page: bytes, key: bytes) -> bytes:
    body = page[SALT if number == 1 else 0 : PAGE - RESERVED]
    nonce = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    machine = Cipher(algorithms.AES(key), modes.CBC(nonce)).decryptor()
    return machine.update(body) + machine.finalize()
