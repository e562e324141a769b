"""Every page of an encrypted register and its log, decrypted past the program: also those no table has any more."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16
"""SQLCipher 4: the reserved end of a page holds 16 bytes IV and 64 HMAC; the first page begins with the salt."""
_LOG_HEADER, _FRAME_HEADER = 32, 24


def decrypted(path: Path, key: bytes) -> bytes:
    """Give all that lies in the file and in its write-ahead log."""
    content = path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[_LOG_HEADER:] if log.exists() else b""
    step = _FRAME_HEADER + PAGE
    numbered = [(number, page) for number, page in enumerate(pages, 1)]
    for start in range(0, len(frames), step):
        frame = frames[start : start + step]
        numbered.append((int.from_bytes(frame[:4]), frame[_FRAME_HEADER:]))
    return b"".join(_page(number, page, key) for number, page in numbered if len(page) == PAGE)


def _page(number: int, page: bytes, key: bytes) -> bytes:
    body = page[SALT if number == 1 else 0 : PAGE - RESERVED]
    nonce = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    machine = Cipher(algorithms.AES(key), modes.CBC(nonce)).decryptor()
    return machine.update(body) + machine.finalize()
