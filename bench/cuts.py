"""A push whose line is cut at random bytes: what it costs more, what is lost, what is doubled."""

from __future__ import annotations

import random
import time

from bench.figures import Figure
from bench.office import Office
from chasqui_desktop.demo.gate import Gate
from chasqui_sync.core.problems import Trouble

_CUTS = 20
_MOST_ROUNDS = 200
_WAIT_SECONDS = 0.2
"""The courier waits a second at least before it tries again: meanwhile headquarters reads what came."""


def measured(office: Office, count: int, uncut: int) -> list[Figure]:
    """Push ``count`` registrations through 20 cuts; ``uncut`` is the bytes of the same without any."""
    chance = random.Random(count)
    places = sorted(chance.sample(range(1, uncut), _CUTS), reverse=True)
    done = 0

    def watch(sent: int, returned: int) -> None:
        nonlocal done
        if places and sent + returned >= places[-1]:
            places.pop()
            done += 1
            gate.down()

    with office.serving() as headquarters:
        gate = Gate(("127.0.0.1", headquarters.port), watch)
        with office.sender(gate.port) as sender:
            for _ in range(_MOST_ROUNDS):
                gate.up()
                try:
                    sender.round()
                except Trouble:
                    time.sleep(_WAIT_SECONDS)
                    continue
                break
            waiting = sender.store.exchange.standing().waiting
        gate.close()
    arrived = office.count("SELECT count(DISTINCT id) FROM record WHERE kind = 'entrepreneur'")
    doubled = office.count("SELECT count(*) - count(DISTINCT code) FROM record WHERE kind = 'entrepreneur'")
    name = f"{done} cuts while pushing {count}"
    return [
        Figure(
            f"{name}, bytes both ways", gate.sent + gate.returned, "B", uncut, "the same without a cut; 1.10 promised"
        ),
        Figure(f"{name}, lost", count - arrived + waiting, "", 0, "none"),
        Figure(f"{name}, doubled", doubled, "", 0, "none"),
    ]
