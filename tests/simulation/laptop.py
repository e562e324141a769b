"""A laptop in the simulation: the real encrypted register, engine and HTTP road, and what can befall it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from chasqui_desktop.store.registering import Author, Pen
from chasqui_desktop.store.store import Identity, Store, lay_register, open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_sync import wire
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.problems import Trouble
from chasqui_sync.engine import Engine, Progress
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.server.devices import Person
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.simulation.clocks import TrueTime, WallClock
from tests.simulation.cuts import Disk, PowerCut, Trap
from tests.simulation.ledger import Act, Ledger, Meant
from tests.simulation.line import Line
from tests.simulation.office import Office

SECRET = b"s" * 32
_NO_LIMIT = 1 << 30


class Image(NamedTuple):
    """A copy of a laptop's disk, what was saved on it then, and its secret key."""

    file: Path
    saved: list[Act]
    key: bytes


class SimulatedLaptop:
    """One device of one person; ``saved`` is what its promoter was told to be saved."""

    def __init__(
        self,
        folder: Path,
        number: int,
        person: Person,
        office: Office,
        ledger: Ledger,
        time: TrueTime,
        seed: str,
        image: Image | None = None,
    ) -> None:
        """Enrol it with a key of its own, or let it begin as another's image: with that one's key and register."""
        self.number = number
        self.person = person
        self.saved: list[Act] = list(image.saved) if image else []
        self.said = len(self.saved)
        """How often she was told so, or found it there after a power cut."""
        self.distorted: list[str] = []
        """Acts that say something else than what she did."""
        secret = image.key if image else random.Random(f"key {seed}").randbytes(32)
        self.key = SigningKey(secret)
        self.clock = WallClock(time, random.Random(f"clock {seed}"))
        self.path = folder / f"laptop-{number}.db"
        self._time = time
        self._ledger = ledger
        self._disk = Disk(self.path)
        self._secret = secret
        self.old_image: Image | None = None
        """What somebody may put back one day."""
        self._images = 0
        self.is_in_round = False
        self.was_cut_off = False
        """Whether the power went in a round since somebody last looked."""
        self._off_after: tuple[int, int] | None = None
        chance = random.Random(f"chance {seed}")
        self._surroundings = Surroundings(self.clock.read, chance.randbytes, UTC)
        self.line = Line(self.key.id, office, ledger, random.Random(f"line {seed}"))
        if image is None:
            self._lay(office)
        else:
            shutil.copyfile(image.file, self.path)
        self._open()

    # ---------------------------------------------------------------- its promoter
    def save(self, write: Callable[[Store, Pen], object], meant: Meant) -> bool:
        """Let the promoter save something; tell whether she was told that it is saved."""
        self._arm()
        try:
            write(self.store, self._pen)
        except Trouble as trouble:
            self._ledger.count(f"not saved: {trouble.problem.slug}")
            return False
        except PowerCut:
            self._ledger.count("laptop went off while saving")
            self.restart()
            # nobody was told; it may be there or not, and if it is there it counts
            there = self.journal()
            if len(there) == len(self.saved) + 1 and there[:-1] == self.saved:
                self.saved, self.said = there, self.said + 1
                self._write_down(meant)
            return False
        self.trap.clear()
        self.saved += self.journal()[len(self.saved) :]
        self.said += 1
        self._write_down(meant)
        return True

    def states(self) -> dict[str, bytes]:
        """Give every record's bytes by id."""
        return {name: bytes(state) for name, state in self.rows("SELECT id, state FROM record")}

    def journal(self) -> list[Act]:
        """Give the journal as it lies there, behind what was let go of it."""
        lives = self.rows("SELECT base, incarnation FROM life ORDER BY number")
        acts = self.saved[: self.gone()]
        for seq, operation in self.rows("SELECT seq, operation FROM journal ORDER BY seq"):
            base, incarnation = max(life for life in lives if life[0] < seq)
            # of an erased one the place is left; what it said is remembered here alone
            data = self.saved[seq - 1].operation if operation == wire.ERASED else bytes(operation)
            acts.append(Act(incarnation, seq - base, data))
        return acts

    def gone(self) -> int:
        """Say how many of the first operations are no longer there."""
        return int(self.rows("SELECT max(seq) FROM pruned")[0][0] or 0)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Read its database past the program, which is quick enough to do after every step."""
        cursor = self.store._connection.connection.cursor()
        rows: list[tuple[Any, ...]] = cursor.execute(statement).fetchall()
        cursor.close()
        return rows

    # ---------------------------------------------------------------- its line
    def round(self, stopped: Callable[[], bool] = lambda: False) -> Progress | Trouble | None:
        """Do one round; give its progress, its trouble, or None where the power went."""
        self.is_in_round = True
        self._arm()
        try:
            return self.engine.round(lambda _: None, stopped)
        except Trouble as trouble:
            self._ledger.count(f"round ended: {trouble.problem.slug}")
            return trouble
        except PowerCut:
            self._ledger.count("laptop went off in a round")
            self.restart()
            self.was_cut_off = True
            return None
        finally:
            self.is_in_round = False
            self.trap.clear()
            self._take_up_new_names()
            self.store.exchange.keep_challenge(self.road.challenge)

    def is_quiet(self) -> bool:
        """Tell whether every operation has a receipt."""
        standing = self.store.exchange.standing()
        return standing.receipted == standing.seq

    # ---------------------------------------------------------------- what befalls it
    def lose_power(self, statements: int, commits: int) -> None:
        """Go off inside the next save or round: after so many statements or commits, whichever is sooner."""
        self._off_after = (statements, commits)

    def fill_disk(self) -> None:
        """Leave its disk room for nothing more."""
        self._limit_pages(1)

    def free_disk(self) -> None:
        """Make room again."""
        self._limit_pages(_NO_LIMIT)

    def kill(self) -> None:
        """End the program here and now, its log not written back."""
        self._disk.freeze()
        self.restart()

    def restart(self) -> None:
        """Start the program again over what its disk holds."""
        self.store._connection.close()
        if self._disk.is_frozen:
            self._disk.thaw()
        self._open()

    def image(self) -> Image:
        """Copy its disk while the program is closed."""
        self._images += 1
        file = self.path.with_name(f"{self.path.name}.image-{self._images}")
        self.store.close()
        shutil.copyfile(self.path, file)
        self._open()
        return Image(file, list(self.saved), self._secret)

    def put_back(self, image: Image) -> list[Act]:
        """Put an older image of its disk in the disk's place; give the acts that are only elsewhere now, if at all."""
        self.store.close()
        for end in ("-wal", "-shm"):
            Path(f"{self.path}{end}").unlink(missing_ok=True)
        shutil.copyfile(image.file, self.path)
        kept = {act.identity for act in image.saved}
        forgotten = [act for act in self.saved if act.identity not in kept]
        self.saved, self.said = list(image.saved), len(image.saved)
        self._open()
        return forgotten

    def close(self) -> None:
        """End the program."""
        self.store.close()

    def _open(self) -> None:
        self.line.life += 1
        self.store = open_store(self.path, SECRET, self._surroundings)
        connection = self.store._connection
        self.trap = Trap(connection.engine)
        self._pen = Pen(connection, Author(self.person.staff, self.person.scope), self._surroundings)
        self.road = HttpRoad(
            "http://127.0.0.1:1",
            self.key.id,
            self.key.sign,
            self.store.exchange.challenge(),
            stopwatch=self._time.stopwatch,
        )
        self.road._line = self.line  # type: ignore[assignment] # in place of the socket
        verify = VerifyingKey(self.store.identity.node_key).verify
        self.engine = Engine(
            self.store.exchange, self.road, self.key.sign, verify, self.clock.read, self._time.stopwatch, "0.1.0"
        )  # fmt: skip - what touches the world

    def _lay(self, office: Office) -> None:
        enrolled = office.enrol(self.person, self.key.public)
        identity = Identity(
            seed=self._secret,
            certificate=enrolled.certificate,
            node_key=enrolled.node_key,
            address="http://127.0.0.1:1",
        )
        lay_register(self.path, SECRET, identity, self._surroundings)

    def _take_up_new_names(self) -> None:
        """Follow into a new life of the journal, where it says the same acts: only their names may be others."""
        there = self.journal()
        named = {
            operation_name(self.key.id, was.incarnation, was.seq): operation_name(self.key.id, act.incarnation, act.seq)
            for was, act in zip(self.saved, there, strict=False)
        }
        if len(there) == len(self.saved) and all(map(partial(_says_the_same, named), self.saved, there)):
            self._ledger.rename(
                {was.operation: act.operation for was, act in zip(self.saved, there, strict=True)}, named
            )
            self.saved = there

    def _write_down(self, meant: Meant) -> None:
        if not self.saved or self.said != len(self.saved):
            return
        act = self.saved[-1]
        if meant.fields is not None and act.read().fields != meant.fields:
            self.distorted.append(act.identity)
        self._ledger.saw += [(act.operation, field, writer) for field, writer in meant.saw.items()]

    def _arm(self) -> None:
        planned, self._off_after = self._off_after, None
        if planned is not None:
            self.trap.set(self._go_off, *planned)

    def _go_off(self) -> None:
        self._disk.freeze()
        raise PowerCut

    def _limit_pages(self, most: int) -> None:
        # SQLite raises the limit to the size the file has
        cursor = self.store._connection.connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {most}")
        cursor.close()


def _says_the_same(named: dict[str, str], was: Act, act: Act) -> bool:
    """Tell whether an act says what it said before, under other names, or, erased, that its record is erased."""
    now = act.read()
    return was.renamed(named) == now or (now.action == "erase" and now.record == was.read().record)
