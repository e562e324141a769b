"""Takes plain Spanish words for phrases out of the PyPI package mnemonic 0.21 (MIT).

    python resources/make/phrase_words.py UNPACKED_WHEEL_FOLDER

The source is BIP-39's Spanish list: 2,048 words told apart by their first four letters.
Words with an accent or ñ are left out, so that a phrase can be typed on any keyboard in
one way only; so are words that could hurt, frighten or label (words_left_out.txt).
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "chasqui_resources"

HEADING = """\
# Made by resources/make/phrase_words.py from the PyPI package mnemonic 0.21 (MIT).
word
"""


def main(wheel: Path) -> None:
    """Write tables/phrase_words.tsv, sorted, and the source's licence."""
    source = wheel / "mnemonic" / "wordlist" / "spanish.txt"
    left_out = set((HERE / "words_left_out.txt").read_text(encoding="utf-8").split())
    words = [
        word
        for word in source.read_text(encoding="utf-8").split()
        if word.isascii() and 4 <= len(word) <= 8 and word not in left_out
    ]
    table = HEADING + "\n".join(sorted(words)) + "\n"
    (PACKAGE / "tables" / "phrase_words.tsv").write_text(table, encoding="utf-8")
    (licence,) = wheel.glob("mnemonic-*.dist-info/LICENSE")
    text = licence.read_text(encoding="utf-8")
    (PACKAGE / "licences" / "mnemonic-MIT.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
