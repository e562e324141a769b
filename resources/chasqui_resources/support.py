"""The six questions of the support card, whose answers are sealed on saving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from chasqui_resources.carried import carried_rows

_ANY = "any"


@dataclass(frozen=True, slots=True)
class SupportQuestion:
    """One question, worded so that yes means that support is needed now."""

    code: str
    es: Mapping[str, str]
    """The sentence by gender answered; "any" when none, or none of these, was."""
    en: Mapping[str, str]

    def sentence(self, language: str, gender: str | None = None) -> str:
        """The question in "en" or else in Spanish, speaking of a "woman", a "man" or anyone."""
        sentences = self.en if language == "en" else self.es
        return sentences.get(gender or _ANY, sentences[_ANY])


@cache
def support_questions() -> tuple[SupportQuestion, ...]:
    """The six, in the order they are asked."""
    rows = carried_rows("tables", "support_questions.tsv")
    return tuple(
        SupportQuestion(
            code,
            es={to: es for row_code, to, es, _ in rows if row_code == code},
            en={to: en for row_code, to, _, en in rows if row_code == code},
        )
        for code in dict.fromkeys(row[0] for row in rows)
    )
