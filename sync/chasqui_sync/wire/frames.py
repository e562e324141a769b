"""Bytes <-> one zstd frame (RFC 8878), with a shipped dictionary where that is smaller.

A frame names its dictionary by number. Who does not carry it says so (Trouble(DICTIONARY_UNKNOWN)), and
the sender goes on without. A dictionary once shipped is never changed: frames that need it lie in
headquarters' log for good.
"""

from __future__ import annotations

from collections.abc import Mapping

from backports import zstd

from chasqui_sync.core.problems import Problem, Trouble

COMPRESSION_LEVEL = 3
_PAGE_LEVEL = 6
"""Costs headquarters 7 µs a state more than level 3, beside a laptop that stores meanwhile; the line a sixth less."""
_LARGE = 1024 * 1024
"""Only a quick line is asked for a page of so many bytes before compression: see ``pace``."""
_QUICKLY: dict[int, int] = {
    zstd.CompressionParameter.compression_level: 1,
    zstd.CompressionParameter.min_match: 7,
    zstd.CompressionParameter.enable_long_distance_matching: 1,
    zstd.CompressionParameter.ldm_min_match: 96,
    zstd.CompressionParameter.ldm_hash_rate_log: 6,
}
"""Costs headquarters a third of ``_PAGE_LEVEL`` for a twelfth more bytes: much of a record stands in the one before."""
_SMALL = 8 * 1024
_SMALL_LEVEL = 19
"""With a prepared dictionary this costs a single registration 0.3 ms and saves a fifth of its bytes."""
_LONGEST_WITH_DICTIONARY = 256 * 1024
"""Beyond, what is sent is its own dictionary."""


class Dictionary:
    """One shared beginning of all frames, known by its number on both sides."""

    def __init__(self, number: int, content: bytes) -> None:
        """``content`` is a zstd dictionary that carries this number. Raises ValueError where it carries another."""
        self.number = number
        self.zstd = zstd.ZstdDict(content)
        if self.zstd.dict_id != number:
            raise ValueError(f"dictionary {number} calls itself {self.zstd.dict_id}")


class Dictionaries:
    """All dictionaries one side carries."""

    def __init__(self, contents: Mapping[int, bytes]) -> None:
        """``contents``: number → the dictionary's bytes."""
        self._by_number = {number: Dictionary(number, content) for number, content in contents.items()}

    @property
    def best(self) -> Dictionary | None:
        """The one to write with: the newest."""
        return max(self._by_number.values(), key=lambda one: one.number, default=None)

    def find(self, number: int) -> Dictionary | None:
        """Give one by its number, None where it is not carried."""
        return self._by_number.get(number)


NO_DICTIONARIES = Dictionaries({})


def compress(data: bytes, dictionary: Dictionary | None = None) -> bytes:
    """Compress into one frame whose bytes a signature stands over."""
    return _smaller(data, dictionary, COMPRESSION_LEVEL, checksum=False)


def deflate(data: bytes, dictionary: Dictionary | None = None) -> bytes:
    """Compress an answer into one frame with its checksum: no signature stands over a page."""
    if len(data) >= _LARGE:
        return zstd.compress(data, options={**_QUICKLY, zstd.CompressionParameter.checksum_flag: True})
    level = COMPRESSION_LEVEL if len(data) <= _SMALL else _PAGE_LEVEL
    return _smaller(data, dictionary, level, checksum=True)


def inflate(frame: bytes, most_bytes: int, dictionaries: Dictionaries = NO_DICTIONARIES) -> bytes:
    """Decompress one zstd frame, never into more than ``most_bytes``.

    Raises Trouble(INFLATED_TOO_LARGE), Trouble(DICTIONARY_UNKNOWN), or Trouble(BATCH_CORRUPT) where it is
    no whole single frame.
    """
    try:
        machine = zstd.ZstdDecompressor(zstd_dict=_named_in(frame, dictionaries))
        data = machine.decompress(frame, max_length=most_bytes + 1)
    except zstd.ZstdError as error:
        raise Trouble(Problem.BATCH_CORRUPT) from error
    if len(data) > most_bytes:
        raise Trouble(Problem.INFLATED_TOO_LARGE, most=most_bytes)
    if not machine.eof or machine.unused_data:
        raise Trouble(Problem.BATCH_CORRUPT)
    return data


def _named_in(frame: bytes, dictionaries: Dictionaries) -> zstd.ZstdDict | None:
    number = zstd.get_frame_info(frame).dictionary_id
    if number == 0:
        return None
    dictionary = dictionaries.find(number)
    if dictionary is None:
        raise Trouble(Problem.DICTIONARY_UNKNOWN, dictionary=number)
    return dictionary.zstd


def _smaller(data: bytes, dictionary: Dictionary | None, level: int, *, checksum: bool) -> bytes:
    plain = zstd.compress(data, options=_options(level, checksum=checksum))
    if dictionary is None or len(data) > _LONGEST_WITH_DICTIONARY:
        return plain
    level = _SMALL_LEVEL if len(data) <= _SMALL else level
    options = _options(level, checksum=checksum)
    shared = zstd.compress(data, options=options, zstd_dict=dictionary.zstd.as_digested_dict)
    return min(shared, plain, key=len)


def _options(level: int, *, checksum: bool) -> dict[int, int]:
    return {zstd.CompressionParameter.compression_level: level, zstd.CompressionParameter.checksum_flag: checksum}
