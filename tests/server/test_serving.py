"""The socket headquarters answers on."""

from __future__ import annotations

import socket

import pytest

from chasqui_sync.server.serving import listening


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_no_piece_of_an_answer_waits_until_the_laptop_has_said_that_it_has_the_one_before(host: str) -> None:
    with listening(host, 0) as listener, socket.create_connection(listener.getsockname()[:2]):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
