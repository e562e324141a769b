"""The notice read before a registration and the purposes a person says yes or no to.

A text in use is never edited: a new version gets a new file. What is carried is a sample
for the demonstration edition; the text in force comes from headquarters in the same shape.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from chasqui_resources.carried import carried, carried_text

Wording = Mapping[str, str]
"""A text by language: "es", "en", later "qu" and "ay" by human translation."""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One sentence of the notice; the part that matters stands within <b>…</b>."""

    icon: str
    aloud: Wording
    """What the promoter reads out."""
    shown: Wording
    """The same, shorter, on the screen turned to the person."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One use of the data, consented to or not by itself."""

    code: str
    required: bool
    """Without a yes to it nothing is registered."""
    title: Wording
    subtitle: Wording
    short: Wording
    """A word or three, for the side panel and the slip."""


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of the notice."""

    version: str
    since: date
    seconds_aloud: int
    origin: str
    """Where the text comes from and who approved it."""
    lines: tuple[NoticeLine, ...]
    purposes: tuple[Purpose, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages every part of this text is written in, Spanish first."""
        wordings = [wording for line in self.lines for wording in (line.aloud, line.shown)]
        wordings += [wording for each in self.purposes for wording in (each.title, each.subtitle, each.short)]
        return tuple(language for language in wordings[0] if all(language in wording for wording in wordings))


def without_emphasis(text: str) -> str:
    """A line of the notice without its <b> marks, for paper and screen readers."""
    return text.replace("<b>", "").replace("</b>", "")


def read_consent_text(written: str) -> ConsentText:
    """A version from its JSON; ValueError, KeyError or TypeError when it is not one."""
    parts: dict[str, Any] = json.loads(written)
    return ConsentText(
        version=parts["version"],
        since=date.fromisoformat(parts["since"]),
        seconds_aloud=parts["seconds_aloud"],
        origin=parts["origin"],
        lines=tuple(NoticeLine(**line) for line in parts["lines"]),
        purposes=tuple(Purpose(**purpose) for purpose in parts["purposes"]),
    )


@cache
def consent_versions() -> tuple[str, ...]:
    """The versions carried, the oldest first."""
    names = [file.name for file in carried("consent").iterdir() if file.name.endswith(".json")]
    versions = [name.removesuffix(".json") for name in names]
    return tuple(sorted(versions, key=lambda version: consent_text(version).since))


@cache
def consent_text(version: str) -> ConsentText:
    """The version called so ("v3.2"); KeyError when it is not carried."""
    file = carried("consent", f"{version}.json")
    if not file.is_file():
        raise KeyError(version)
    return read_consent_text(carried_text("consent", f"{version}.json"))
