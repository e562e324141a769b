"""The compiled translations of the words on screen."""

from __future__ import annotations

from chasqui_resources.carried import carried


def words_file(language: str) -> bytes:
    """The .qm file of a language ("en"); KeyError when there is none.

    Spanish has none: it is written in the code.
    """
    file = carried("words", f"chasqui_{language}.qm")
    if not file.is_file():
        raise KeyError(language)
    return file.read_bytes()


def words_languages() -> tuple[str, ...]:
    """The languages there is a .qm file for, sorted."""
    names = [file.name for file in carried("words").iterdir() if file.name.endswith(".qm")]
    return tuple(sorted(name.removeprefix("chasqui_").removesuffix(".qm") for name in names))
