"""Plain Spanish words of which secret phrases and comparison words are made."""

from __future__ import annotations

from functools import cache

from chasqui_resources.carried import carried_rows


@cache
def phrase_words() -> tuple[str, ...]:
    """Words of 4 to 8 letters a–z, sorted, each known by its first four letters.

    A word drawn at random is worth 10.4 bits, four of them 41.6: enough behind Argon2id
    and a waiting time after mistakes, not as a bare key.
    """
    return tuple(word for (word,) in carried_rows("tables", "phrase_words.tsv"))
