"""A real ``chasqui-server`` process for tests, and a laptop's line to it; its log is shown when it fails."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from chasqui_sync import wire
from chasqui_sync.core.operations import Operation
from chasqui_sync.signing import SigningKey

SECONDS_TO_STOP = 30
LEAST: dict[str, Any] = {
    "code": "GE26-P2XD-7KQ4",
    "given_names": "Ñusta",
    "document": {"scheme": "none"},
    "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": 1},
    "consent_programme": True,
}
"""What a registration needs at least."""


class ServerProcess:
    """Runs the program's own commands on a folder, serves, and can be killed at any moment."""

    def __init__(self, folder: Path, database: str | None = None) -> None:
        """Use the embedded SQLite in ``folder``, or the database of a URL."""
        self.folder = folder
        self.database = database
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log_file(self) -> Path:
        """Where its error stream goes."""
        return self.folder / "server.log"

    def log(self) -> str:
        """What it said."""
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    def prepare(self) -> None:
        """Make node, tables and the sample."""
        self.ask("init")
        self.ask("load", "--sample")

    def run(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run one command to its end, however it ends; ``typed`` comes on its standard input."""
        command = [sys.executable, "-W", "error", "-m", "chasqui_sync.server.command", *words]
        surroundings = self._environment()
        return subprocess.run(command, input=typed, capture_output=True, text=True, env=surroundings, check=False)

    def begun(self, *words: str) -> subprocess.Popen[str]:
        """Begin one command that goes on by itself; what it prints is read as it comes."""
        command = [sys.executable, "-W", "error", "-m", "chasqui_sync.server.command", *words]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self._environment())

    def ask(self, *words: str) -> str:
        """Run one command and give what it printed; it must succeed."""
        done = self.run(*words)
        assert done.returncode == 0, f"{words} ended with {done.returncode}\n{done.stderr}"
        return done.stdout

    def start(self) -> None:
        """Serve; returns when it listens. Started again it takes the same port."""
        with self.log_file.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "chasqui_sync.server.command", "serve", "--port", str(self.port)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self._environment(),
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"the server did not start\n{self.log()}"
        self.port = json.loads(line)["port"]

    def stop(self) -> None:
        """End it as an operator would."""
        if self._process is not None:
            self._process.terminate()
            self._end()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._end()

    def status(self) -> dict[str, Any]:
        """Give its own count of what it holds."""
        told: dict[str, Any] = json.loads(self.ask("status"))
        return told

    def enrolled(self, staff: str, seed: bytes) -> Laptop:
        """Enrol a laptop for a person and give its line."""
        code = self.ask("enrol", "--staff", staff).strip()
        return Laptop(self.address, SigningKey(seed), code)

    def _end(self) -> None:
        process, self._process = self._process, None
        assert process is not None
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"the server did not stop\n{self.log()}") from None
        finally:
            if process.stdout is not None:
                process.stdout.close()

    def _environment(self) -> dict[str, str]:
        chosen = {**os.environ, "CHASQUI_SERVER_FOLDER": str(self.folder)}
        if self.database is not None:
            chosen["CHASQUI_SERVER_DATABASE"] = self.database
        return chosen


class Journal:
    """A laptop's journal in memory: what was saved, and any run of it as a batch."""

    def __init__(self, key: SigningKey, incarnation: str = "1") -> None:
        self.key = key
        self.incarnation = incarnation
        self.operations: list[bytes] = []

    def save(self, *operations: Operation) -> None:
        """Append operations."""
        self.operations += [wire.encode_operation(operation) for operation in operations]

    def head(self, seq: int) -> bytes:
        """Give the chain hash at a seq."""
        return wire.chain(wire.genesis(self.key.id, self.incarnation), 1, self.operations[:seq])

    def batch(self, first: int = 1, last: int | None = None) -> bytes:
        """Cut a run into a batch."""
        run = self.operations[first - 1 : last]
        return wire.pack_batch(self.key.id, self.incarnation, first, self.head(first - 1), run, self.key.sign)


class Laptop:
    """An enrolled device that speaks HTTP by hand, so that a test can say each word wrongly."""

    def __init__(self, address: str, key: SigningKey, code: str) -> None:
        self.address = address
        self.key = key
        self.journal = Journal(key)
        self.challenge = ""
        self._incarnations = 0
        self.line = requests.Session()
        self.line.trust_env = False
        wish = wire.encode(wire.Enrolment(code=code, key=key.public))
        answer = self.line.post(f"{address}/v1/enrol", data=wish, headers={"Content-Type": "application/json"})
        assert answer.status_code == 200, answer.text
        enrolled = wire.decode(answer.content, wire.EnrolmentAnswer)
        self.certificate = wire.decode(bytes(enrolled.certificate.body), wire.CertificateBody)
        self.node_key = enrolled.node_key
        # the first request can't know its challenge; the refusal tells it
        assert self.ask("GET", "/v1/records").status_code == 401

    def another_journal(self, incarnation: str | None = None) -> Journal:
        """Begin a journal, of a new incarnation unless one is named."""
        self._incarnations += 1
        return Journal(self.key, incarnation or f"i{self._incarnations}")

    def record(self, number: int) -> str:
        """Give a record's id of this journal's own."""
        return hashlib.sha256(f"{self.key.id}{self.journal.incarnation}{number}".encode()).hexdigest()[:32]

    def operation(self, record: str, action: str = "create", **others: Any) -> Operation:
        """Make an operation; a create has the least the rules ask for."""
        fields = LEAST if action == "create" else {}
        chosen = {"kind": "entrepreneur", "fields": fields, "scope": self.certificate.scope, **others}
        return Operation(record=record, action=action, user=self.certificate.user, saved_at=1, **chosen)

    def signed(self, method: str, target: str, body: bytes = b"") -> dict[str, str]:
        """Give the headers of a signed request."""
        signature = self.key.sign(wire.request_to_sign(method, target, body, self.challenge))
        return {
            "Authorization": wire.authorization(self.key.id, self.challenge, signature),
            "Content-Type": wire.BATCH_TYPE,
        }

    def ask(self, method: str, target: str, body: bytes = b"") -> requests.Response:
        """Send a signed request and keep the next challenge."""
        answer = self.send(method, target, body, self.signed(method, target, body))
        self.challenge = answer.headers.get(wire.CHALLENGE_HEADER, self.challenge)
        return answer

    def send(self, method: str, target: str, body: bytes, headers: dict[str, str]) -> requests.Response:
        """Send what is given, and nothing else."""
        return self.line.request(method, self.address + target, data=body, headers=headers, timeout=60)

    def push(self, batch: bytes, after: str | None = None) -> requests.Response:
        """Hand a batch in."""
        return self.ask("POST", "/v1/batches" + ("" if after is None else f"?after={after}"), batch)

    def pages(self) -> Iterator[wire.Page]:
        """Fetch every page from the first."""
        after = ""
        for _ in itertools.count():
            page = answer_of(self.ask("GET", f"/v1/records?after={after}")).page
            assert page is not None
            yield page
            if page.complete:
                return
            after = page.cursor

    def close(self) -> None:
        """Hang up."""
        self.line.close()


def answer_of(response: requests.Response) -> wire.Answer:
    """Read an answer; the request must have succeeded."""
    assert response.status_code == 200, response.text
    return wire.decode(wire.inflate(response.content, 128 * 1024 * 1024), wire.Answer)


def problem_of(response: requests.Response) -> int:
    """Give a problem document's number; its status must be the response's."""
    assert response.headers["Content-Type"] == wire.PROBLEM_TYPE, response.text
    told = wire.decode(response.content, wire.ProblemDocument)
    assert told.status == response.status_code
    return told.number


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    """Give a serving headquarters with the sample, in a folder of this test's own."""
    folder = tmp_path / "headquarters"
    folder.mkdir()
    process = ServerProcess(folder)
    process.prepare()
    process.start()
    yield process
    process.stop()
