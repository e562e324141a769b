"""Faults planted in the fold and the names of things: both sides share them, so both agree on what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from chasqui_sync.core import fold
from chasqui_sync.core.operations import Operation

_write = fold._write


@contextmanager
def seen_dropped() -> Iterator[None]:
    """What the author had on her screen is forgotten: every edit is a conflict."""

    def blind(state: Any, field: str, value: object, head: Any, seen: frozenset[str]) -> None:
        del seen
        _write(state, field, value, head, frozenset())

    with mock.patch.object(fold, "_write", blind):
        yield


@contextmanager
def last_writer_wins() -> Iterator[None]:
    """Whoever arrives last is taken to have seen everything."""

    def sweeping(state: Any, field: str, value: object, head: Any, seen: frozenset[str]) -> None:
        del seen
        _write(state, field, value, head, frozenset((state.seen_of(field, rivals=True) or "").split()))

    with mock.patch.object(fold, "_write", sweeping):
        yield


@contextmanager
def clock_wins() -> Iterator[None]:
    """A laptop's wall clock is believed as it is."""

    def credulous(operation: Operation, _received: int | None) -> int:
        return operation.saved_at

    with mock.patch.object(fold, "effective_time", credulous):
        yield


@contextmanager
def withdrawal_is_an_edit() -> Iterator[None]:
    """Withdrawn consent is one value among others: the later stands."""
    with mock.patch.object(fold, "_is_consent", return_value=False):
        yield


@contextmanager
def conflict_swallowed() -> Iterator[None]:
    """The later of two who did not know of each other stands; the other is gone, and nobody is asked."""
    honest = fold._note

    def quiet(notes: Any, field: str, entries: list[Any]) -> None:
        honest(notes, field, [entry for entry in entries if not isinstance(entry, fold.Rival)])

    with mock.patch.object(fold, "_note", quiet):
        yield


@contextmanager
def unknown_fields_dropped() -> Iterator[None]:
    """Only fields this version knows are folded."""

    def narrow(state: Any, field: str, value: object, head: Any, seen: frozenset[str]) -> None:
        if not field.startswith("mark_"):
            _write(state, field, value, head, seen)

    with mock.patch.object(fold, "_write", narrow):
        yield


@contextmanager
def early_arrival_is_a_conflict() -> Iterator[None]:
    """What was seen before it came is forgotten again: when it comes, it contends with what took its place."""
    with mock.patch.object(fold, "_came_early", return_value=False):
        yield
