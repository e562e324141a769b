"""The line between a laptop and headquarters: what it loses, repeats, holds back and spoils."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from typing import NamedTuple

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.line import Reply
from tests.simulation.cuts import PowerCut
from tests.simulation.ledger import Given, Ledger, Shown
from tests.simulation.office import Office

FATES = ("request lost", "answer lost", "sent twice", "late", "request spoilt", "answer spoilt", "answer cut")


class _Sent(NamedTuple):
    method: str
    target: str
    body: bytes
    headers: dict[str, str]


class Line:
    """One laptop's line, in place of the socket under ``HttpRoad``; counts what it did to the ledger."""

    def __init__(self, device: str, office: Office, ledger: Ledger, chance: random.Random) -> None:
        self._device = device
        self._office = office
        self._ledger = ledger
        self._chance = chance
        self.badness = 0.0
        """How probable it is that something happens to a request."""
        self.late: list[_Sent] = []
        """Requests that are still on their way while the laptop has given them up."""
        self.heard: Callable[[], None] = lambda: None
        """Called after headquarters has answered, before the laptop hears it."""
        self.requests = 0
        self.life = 0
        """Grows when the laptop's program starts again: what it asked before, nobody hears any more."""

    def ask(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Carry one request and its answer, or not.

        Raises Trouble(LINE_DOWN), and PowerCut where the laptop went off meanwhile.
        """
        self.requests += 1
        life = self.life
        sent = _Sent(method, address.removeprefix("http://127.0.0.1:1"), body, headers)
        fate = self._chance.choice(FATES) if self._chance.random() < self.badness else ""
        if fate:
            self._ledger.count(fate)
        if fate == "late":
            self.late.append(sent)
        if fate in {"request lost", "late"}:
            raise Trouble(Problem.LINE_DOWN)
        if fate == "request spoilt":
            sent = sent._replace(body=self._spoilt(sent.body))
        times = self._chance.choice([1, 2]) if fate == "sent twice" else 0
        replies = [self._deliver(sent) for _ in range(1 + (times > 0))]
        self.heard()
        if self.life != life:
            raise PowerCut
        if fate == "answer lost":
            raise Trouble(Problem.LINE_DOWN)
        return self._heard(fate, replies[times - 1])

    def deliver_late(self) -> None:
        """Bring one of the late requests after all; nobody waits for its answer."""
        with contextlib.suppress(Trouble):  # headquarters went off under it
            self._deliver(self.late.pop(self._chance.randrange(len(self.late))))

    def cut(self) -> None:
        """See ``roads.line.Line``."""

    def close(self) -> None:
        """See ``roads.line.Line``."""

    def _deliver(self, sent: _Sent) -> Reply:
        try:
            reply = self._office.ask(*sent)
        except PowerCut:
            self._ledger.count("headquarters went off")
            raise Trouble(Problem.LINE_DOWN) from None
        self._write_down(reply)
        return reply

    def _heard(self, fate: str, reply: Reply) -> Reply:
        if fate == "answer cut":
            return reply._replace(body=reply.body[: self._chance.randrange(len(reply.body) or 1)])
        # a greeting is spoilt only by cutting: TLS guards what has no checksum of its own
        if fate == "answer spoilt" and reply.headers.get("content-type") == wire.ANSWER_TYPE:
            return reply._replace(body=self._spoilt(reply.body))
        return reply

    def _write_down(self, reply: Reply) -> None:
        if reply.status != 200 or reply.headers["content-type"] != wire.ANSWER_TYPE:
            return
        answer = wire.decode(wire.inflate(reply.body, 1 << 30), wire.Answer)
        if answer.receipt is not None:
            body = wire.decode(bytes(answer.receipt.body), wire.ReceiptBody)
            self._ledger.receipts.append(Given(body, self._office.life))
        if answer.page is not None:
            self._ledger.shown += [Shown(self._device, bytes(raw)) for raw in answer.page.records]

    def _spoilt(self, body: bytes) -> bytes:
        if not body:
            return body
        spoilt = bytearray(body)
        spoilt[self._chance.randrange(len(body))] ^= 1 << self._chance.randrange(8)
        return bytes(spoilt)
