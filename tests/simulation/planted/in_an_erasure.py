"""Faults planted in how somebody is erased."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest import mock

from sqlalchemy import Connection

from chasqui_desktop.store import journal
from chasqui_sync.server import blobs, erasing
from chasqui_sync.server.folding import Folding


@contextmanager
def erased_from_records_alone() -> Iterator[None]:
    """Her record is empty, and the log keeps every operation that filled it."""
    with mock.patch.object(erasing, "_empty_journal"):
        yield


@contextmanager
def signature_outlives_its_person() -> Iterator[None]:
    """What she signed stays at headquarters."""
    with mock.patch.object(blobs, "erase"):
        yield


@contextmanager
def late_words_about_the_erased_kept() -> Iterator[None]:
    """What comes about her after her erasure changes nothing and stays in the log."""
    honest = Folding._note_erased

    def once(self: Folding, after: Any, operation: Any) -> None:
        if operation.action == "erase":
            honest(self, after, operation)

    with mock.patch.object(Folding, "_note_erased", once):
        yield


@contextmanager
def laptop_keeps_what_it_wrote() -> Iterator[None]:
    """A laptop hears of an erasure, and its journal keeps what was written there."""
    with mock.patch.object(journal, "erase"):
        yield


@contextmanager
def laptop_erases_too_much() -> Iterator[None]:
    """A laptop empties the operation behind each erased one too, whomever it is about."""
    honest = journal.erase

    def greedy(connection: Connection, seqs: Sequence[int]) -> None:
        honest(connection, sorted({*seqs, *(seq + 1 for seq in seqs)}))

    with mock.patch.object(journal, "erase", greedy):
        yield
