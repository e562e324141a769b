from __future__ import annotations

from datetime import UTC, datetime

import pytest

from chasqui_desktop.troubles import SENTENCES, report, sentence
from chasqui_sync.core.problems import Problem, Trouble


def test_every_problem_a_laptop_or_the_line_can_meet_has_a_sentence() -> None:
    worldly = [problem for problem in Problem if problem.number >= 501]
    assert [problem for problem in worldly if problem not in SENTENCES] == []


def test_a_bug_has_no_sentence_of_the_world() -> None:
    assert sentence(KeyError("x")) is None


@pytest.mark.parametrize("phrase", SENTENCES.values(), ids=str)
def test_no_sentence_carries_jargon(phrase: object) -> None:
    words = str(phrase).lower()
    assert not any(jargon in words for jargon in ("error", "servidor", "sincron", "token", "hash", "nulo", "inválid"))


def test_a_report_names_places_in_the_code_and_nothing_anybody_typed() -> None:
    def save(name: str) -> None:
        raise ValueError(f"cannot save {name}")

    try:
        save("Yusmary Rondón")
    except ValueError as error:
        text = report(error, datetime(2026, 11, 23, tzinfo=UTC))
    assert "Yusmary" not in text
    assert "ValueError" in text
    assert "test_troubles.py" in text


def test_a_known_trouble_is_named_by_its_number() -> None:
    assert "503 disk-full" in report(Trouble(Problem.DISK_FULL), datetime(2026, 11, 23, tzinfo=UTC))
