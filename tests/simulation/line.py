"""The line between a laptop and headquarters: what it loses, repeats, holds back and spoils."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.line import Reply
from chasqui_sync.signing import SigningKey
from tests.simulation.cuts import PowerCut
from tests.simulation.ledger import Given, Ledger, Shown
from tests.simulation.office import Office

FATES = (
    "request lost",
    "answer lost",
    "sent twice",
    "late",
    "request spoilt",
    "answer spoilt",
    "answer cut",
    "another's receipt",
)


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
        self.asking: Callable[[], None] = lambda: None
        """Called before a request leaves, when everything of the answer before it is stored."""
        self.requests = 0
        self._mixes_up = False
        self.life = 0
        """Grows when the laptop's program starts again: what it asked before, nobody hears any more."""

    def ask(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Carry one request and its answer, or not.

        Raises Trouble(LINE_DOWN), and PowerCut where the laptop went off meanwhile.
        """
        self.asking()
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

    def knock(self, stranger: SigningKey, batch: bytes) -> None:
        """Let somebody else speak in this laptop's name: she hears the challenge and signs it with her own key."""
        challenge = ""
        for method, target, body in (("GET", "/v1/records?after=", b""), ("POST", "/v1/batches?after=", batch)) * 2:
            signature = stranger.sign(wire.request_to_sign(method, target, body, challenge))
            headers = {
                "Authorization": wire.authorization(self._device, challenge, signature),
                "Content-Type": wire.BATCH_TYPE,
            }
            with contextlib.suppress(Trouble):
                reply = self._deliver(_Sent(method, target, body, headers), hears=stranger.id)
                challenge = reply.headers.get(wire.CHALLENGE_HEADER, challenge)

    def cut(self) -> None:
        """See ``roads.line.Line``."""

    def close(self) -> None:
        """See ``roads.line.Line``."""

    def _deliver(self, sent: _Sent, hears: str = "") -> Reply:
        try:
            reply = self._office.ask(*sent)
        except PowerCut:
            self._ledger.count("headquarters went off")
            raise Trouble(Problem.LINE_DOWN) from None
        self._write_down(sent, reply, hears or self._device)
        return reply

    def _heard(self, fate: str, reply: Reply) -> Reply:
        if fate == "answer cut":
            return reply._replace(body=reply.body[: self._chance.randrange(len(reply.body) or 1)])
        # a greeting is spoilt only by cutting: TLS guards what has no checksum of its own
        if fate == "answer spoilt" and reply.headers.get("content-type") == wire.ANSWER_TYPE:
            return reply._replace(body=self._spoilt(reply.body))
        self._mixes_up |= fate == "another's receipt"
        return self._mixed_up(reply) if self._mixes_up and self._office.receipts else reply

    def _mixed_up(self, reply: Reply) -> Reply:
        """Put somebody's receipt, as signed, into the next answer that has one: a relay that lies, or is confused."""
        if reply.headers.get("content-type") != wire.ANSWER_TYPE:
            return reply
        answer = wire.decode(wire.inflate(reply.body, 1 << 30), wire.Answer)
        if answer.receipt is None:
            return reply
        self._mixes_up = False
        mixed = msgspec.structs.replace(answer, receipt=self._chance.choice(self._office.receipts))
        return reply._replace(body=wire.deflate(wire.encode(mixed)))

    def _write_down(self, sent: _Sent, reply: Reply, hears: str) -> None:
        if reply.status == 200:
            self._ledger.accepted[self._office.life, sent.headers["Authorization"]] += 1
        if reply.status == 200 and sent.target == "/v1/hello":
            for receipt in wire.decode(reply.body, wire.HelloAnswer).receipts:
                self._give(receipt)
        if reply.status != 200 or reply.headers["content-type"] != wire.ANSWER_TYPE:
            return
        answer = wire.decode(wire.inflate(reply.body, 1 << 30), wire.Answer)
        if answer.receipt is not None:
            self._give(answer.receipt)
        if answer.page is not None:
            self._ledger.shown += [Shown(hears, bytes(raw)) for raw in answer.page.records]

    def _give(self, receipt: wire.Receipt) -> None:
        self._office.receipts.append(receipt)
        self._ledger.receipts.append(Given(wire.decode(bytes(receipt.body), wire.ReceiptBody), self._office.life))

    def _spoilt(self, body: bytes) -> bytes:
        if not body:
            return body
        spoilt = bytearray(body)
        spoilt[self._chance.randrange(len(body))] ^= 1 << self._chance.randrange(8)
        return bytes(spoilt)
