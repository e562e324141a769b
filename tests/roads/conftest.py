"""Servers and roads that are closed again whatever a test does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from chasqui_sync.roads.http import HttpRoad
from tests.roads.answering import Answerer, Answering
from tests.wire.golden_messages import DEVICE


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Closed last to first."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def answering(stack: ExitStack) -> Callable[..., Answering]:
    """Start a server that answers as told."""

    def start(answer: Answerer, **options: Any) -> Answering:
        server = Answering(answer, **options)
        stack.callback(server.close)
        return server

    return start


@pytest.fixture
def road_to(stack: ExitStack) -> Callable[..., HttpRoad]:
    """Open a road to an address, with the golden device's signature."""

    def go(address: str, **options: Any) -> HttpRoad:
        road = HttpRoad(address, DEVICE.id, DEVICE.sign, **options)
        stack.callback(road.close)
        return road

    return go
