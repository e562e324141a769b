"""A laptop without a window as its own process: it saves, sends and fetches until it is killed, and tells each thing.

Each line of its output is a word and what it is about: ``saving``, ``saved RECORD``, ``sending``, ``storing``,
``drained`` after a round that came to its end, ``trouble NAME`` after another.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from bench import people
from bench.laptop import Sender
from chasqui_sync.core.problems import Trouble
from tests.torture.real import signed

SAVES = 3
"""People registered between two rounds."""


def say(*words: str) -> None:
    """Give a line out at once, for the process that will kill this one."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def told_when_it_stores(sender: Sender) -> None:
    """Let the exchange tell before it stores what came: the work itself stays the program's."""
    exchange: Any = sender.store.exchange
    honest = exchange.take_answer

    def telling(*arguments: Any) -> Any:
        say("storing")
        return honest(*arguments)

    exchange.take_answer = telling


def main(register: Path, address: str, first: int) -> None:
    """Work for ever, registering people numbered from ``first``."""
    with Sender(register, address) as sender:
        told_when_it_stores(sender)
        number = first
        while True:
            reference = sender.store.book.reference()
            # just enrolled, there is nothing to register in before the first page has come
            for _ in range(SAVES if reference.points else 0):
                edition, point = min(reference.editions), min(reference.points)
                say("saving")
                answers = people.answers(number, edition, point)
                say("saved", sender.store.book.register(answers, signature=signed(number, 3)).record)
                number += 1
            say("sending")
            try:
                sender.round()
            except Trouble as trouble:
                say("trouble", trouble.problem.slug)
            else:
                say("drained")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
