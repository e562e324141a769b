"""The zstd dictionaries that make one registration small on the line; resources/make/dictionary.py trains them."""

from __future__ import annotations

from functools import cache

from chasqui_resources.carried import carried

_ENDING = ".zdict"


@cache
def dictionaries() -> dict[int, bytes]:
    """Give every dictionary ever shipped by the number its frames name."""
    files = [file for file in carried("dictionaries").iterdir() if file.name.endswith(_ENDING)]
    return {int(file.name.removesuffix(_ENDING)): file.read_bytes() for file in files}
