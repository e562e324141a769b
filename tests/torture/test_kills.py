"""SIGKILL while somebody types and saves in the real window: nothing saved is lost, no draft older than a second."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

from chasqui_desktop.book import DESK_DRAFT
from chasqui_desktop.screens.register.form import STAYS
from chasqui_desktop.store import journal, records
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.workplace import EDITION as EDITION_OPTION
from chasqui_desktop.workplace import POINT as POINT_OPTION
from tests.end2end.people import MadeUp, people
from tests.helpers.laptop import EDITION, PASSPHRASE, POINT, Laptop, laptop_at_work
from tests.torture.size import size
from tests.torture.telling import Say

AGE = 1.0
"""Seconds after which what was typed must be on the disk."""
GAP = 0.2
"""Seconds without a key after which a window is taken to have no core; other work goes on beside this test."""
SIDE_BY_SIDE = 2
"""Laptops that live at once: most of the time a window waits, for the disk and for its killer."""
ONE_AT_A_TIME = threading.Lock()
"""Alembic brings one register up at a time: it knows it by a name of the whole process."""


WHERE = ("card", "field")
"""What a draft holds beside the answers: where one was."""
CHOSEN = {"home_text": "home_code", "sector_text": "sector", "country_text": "nationality"}
"""What was typed to find something, and the answer that takes its place once it is chosen."""


def ages(moments: list[float], now: float) -> list[float]:
    """Give how old each moment was, in seconds in which the window had the machine: one that types traces each key."""
    gaps = [min(after - before, GAP) for before, after in pairwise([*moments, now])]
    return list(accumulate(reversed(gaps)))[::-1]


class Disk:
    """Writes a little, durably, again and again beside the windows: what it waits too long, they wait too."""

    USUAL = 0.1
    """Seconds a small durable write may take here before the machine is held to be taken up by others."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._over = threading.Event()
        self._waits: list[tuple[float, float]] = []
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    def lost(self, now: float) -> float:
        """Give the seconds of the last three in which nobody could have written."""
        return sum(max(0.0, end - start - self.USUAL) for start, end in self._waits if end > now - 3 * AGE)

    def close(self) -> None:
        self._over.set()
        self._thread.join()

    def _write(self) -> None:
        with self._file.open("ab", buffering=0) as file:
            while not self._over.is_set():
                start = monotonic()
                file.write(bytes(4096))
                os.fsync(file.fileno())
                self._over.wait(0.02)
                self._waits.append((start, monotonic()))


class Instant(NamedTuple):
    """When to kill: at most so many seconds after an event was heard."""

    after: str
    within: float


TYPING, SAVING = Instant("typing", 3.0), Instant("saving", 0.12)


class Killed(NamedTuple):
    """The trace of a window that was killed, from the last line that was older than a second on; and all it saved."""

    saved: set[str]
    first: dict[str, Any]
    """What was on the desk when typing began."""
    since: list[dict[str, Any]]

    def desks(self) -> list[dict[str, Any]]:
        """Give what was on the desk since then: the draft may be any of it."""
        return [_answers(each["desk"]) for each in self.since if "desk" in each]

    def may_leave(self, draft: dict[str, Any]) -> bool:
        """Tell whether it is one of these, or what a key not yet traced made of the last."""
        last = self.desks()[-1:]
        return draft in self.desks() or any(_goes_on(draft, each) for each in last)

    def was_free(self) -> bool:
        """Tell whether there was nothing to keep at any time since then."""
        return any("saved" in each or _is_empty(each["desk"]) for each in self.since)


class Kept(NamedTuple):
    """What the register holds: codes of registrations, the desk's draft, the drafts put away."""

    codes: set[str]
    desk: dict[str, Any] | None
    put_away: set[str]


class Nursery:
    """Starts windows on one profile and kills them."""

    def __init__(self, profile: Path, folder: Path, disk: Disk) -> None:
        self._profile, self._folder, self._disk = profile, folder, disk
        self._count = 0
        self._log = (folder / "windows.log").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.end2end.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    def kill(self, instant: Instant, steps: list[dict[str, Any]], chance: random.Random) -> Killed:
        """Let a window play, and kill it at some instant."""
        self._count += 1
        script, trace = (self._folder / f"{kind}-{self._count}.json" for kind in ("script", "trace"))
        script.write_text(json.dumps(steps), encoding="utf-8")
        self._wish(profile=str(self._profile), script=str(script), trace=str(trace))
        child = self._hear("born")["pid"]
        self._hear(instant.after)
        sleep(chance.uniform(0, instant.within))
        now = monotonic()
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        # a window that ended by itself has said why
        status = self._hear("gone")["status"]
        assert os.WIFSIGNALED(status), self._account()
        traced = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines() if line.endswith("}")]
        latest = AGE + self._disk.lost(now)
        old = sum(age > latest for age in ages([each["at"] for each in traced], now))
        saved = {each["saved"] for each in traced if "saved" in each}
        return Killed(saved, _answers(traced[0]["desk"]), traced[max(0, old - 1) :])

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()
        self._log.close()

    def _wish(self, **wish: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()

    def _hear(self, event: str) -> dict[str, Any]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told: dict[str, Any] = json.loads(line)
            if told["event"] == event:
                return told
            assert told["event"] not in {"end", "gone"}, f"{told} before {event!r}\n{self._account()}"
        raise AssertionError(f"the nursery ended before {event!r}\n{self._account()}")

    def _account(self) -> str:
        self._log.seek(0)
        return self._log.read()[-4000:]


def at_the_market(profile: Path) -> Laptop:
    """Give a laptop whose user has chosen where she stands; its register is closed."""
    laptop = laptop_at_work(profile)
    laptop.store.book.remember(EDITION_OPTION, EDITION)
    laptop.store.book.remember(POINT_OPTION, POINT)
    laptop.store.close()
    return laptop


def kept(laptop: Laptop) -> Kept:
    """Open the register, hold it to be whole, and read it."""
    store = laptop.open()
    with transaction(store._connection) as connection:
        assert journal.is_whole(connection)
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all() == []
        codes = {state.fields["code"] for state in records.of_kind(connection, "entrepreneur").values()}
    drafts = {each.draft: each.state for each in store.book.drafts()}
    store.close()
    desk = drafts.pop(DESK_DRAFT, None)
    return Kept(codes, None if desk is None else _answers(desk), set(drafts))


def _answers(desk: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in desk.items() if name not in WHERE}


def _goes_on(draft: dict[str, Any], before: dict[str, Any]) -> bool:
    """Tell whether everything that was answered still is, and what was typed at most grew or found its answer."""
    return all(
        str(draft[name]).startswith(str(text)) if name in draft else CHOSEN.get(name) in draft
        for name, text in before.items()
    )


def _is_empty(desk: dict[str, Any]) -> bool:
    return not set(desk) - {*STAYS, *WHERE, "phone_region", "notice_read_at"}


class Story:
    """One laptop whose window is killed again and again; each time its register is looked at."""

    def __init__(self, folder: Path, seed: int, disk: Disk) -> None:
        self._chance = random.Random(seed)
        self._laptop = at_the_market(folder / "profile")
        self._nursery = Nursery(self._laptop.profile, folder, disk)
        self._before = Kept(set(), None, set())
        self.untold = 0
        self.brought_back = 0

    @property
    def saved(self) -> int:
        return len(self._before.codes)

    def close(self) -> None:
        self._nursery.close()

    def go_on(self, number: int) -> None:
        """Type, save, be killed, and hold the register to what was told."""
        before = self._before
        restored = [{"read": "Recuperamos lo que escribías"}] if before.desk else []
        begin: list[dict[str, Any]] = [
            {"unlock": PASSPHRASE},
            {"await": "first key"},
            *restored,
            {"act": "watch"},
            {"press": "Ctrl D"},
            {"await": "free desk"},
            # no key freed it: without this line the first key of the next person would seem to go on with the last's
            {"act": "look"},
        ]
        made_up = people(40, seed=number)
        if number % 2:
            killed = self._nursery.kill(
                SAVING, [*begin, {"register": in_a_hurry(made_up[0])}, {"stay": True}], self._chance
            )
        else:
            steps = [*begin, *({"register": each.typed} for each in made_up)]
            killed = self._nursery.kill(TYPING, steps, self._chance)
        with ONE_AT_A_TIME:
            after = kept(self._laptop)
        assert killed.first == before.desk or (before.desk is None and _is_empty(killed.first))
        assert before.codes | killed.saved <= after.codes, f"kill {number}: {killed.saved - after.codes} lost"
        assert before.put_away <= after.put_away
        new = len(after.codes - before.codes - killed.saved)
        assert new <= 1, f"kill {number}: {new} are there that were never said to be saved"
        put_away = len(after.put_away - before.put_away)
        if after.desk is None:
            assert killed.was_free() or new or put_away, f"kill {number}: the draft is gone, of {killed.desks()[0]}"
        else:
            assert killed.may_leave(after.desk), f"kill {number}: {after.desk} is older than {killed.desks()[0]}"
        self.untold += new
        self.brought_back += after.desk is not None
        self._before = after


def in_a_hurry(person: MadeUp) -> dict[str, str]:
    """Give as few answers as a registration needs."""
    consent = {name: text for name, text in person.typed.items() if name.startswith("consent")}
    names = {name: person.typed[name] for name in ("paternal_surname", "given_names")}
    return {**consent, "scheme": "8", "nationality": "1", **names}


def test_a_kill_at_any_instant_loses_no_saved_registration_and_no_draft_older_than_a_second(
    tmp_path: Path, say: Say
) -> None:
    kills, seed = size().kills, int(os.environ.get("SEED") or "9")

    def lived(at: int) -> Story:
        (tmp_path / str(at)).mkdir()
        with ONE_AT_A_TIME:
            story = Story(tmp_path / str(at), seed + at, disk)
        try:
            for number in range(at, kills, SIDE_BY_SIDE):
                story.go_on(number)
        finally:
            story.close()
        return story

    disk = Disk(tmp_path / "beside")
    try:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            stories = list(pool.map(lived, range(SIDE_BY_SIDE)))
    finally:
        disk.close()
    saved, untold = sum(each.saved for each in stories), sum(each.untold for each in stories)
    brought_back = sum(each.brought_back for each in stories)
    say(
        f"window killed: tried {kills}, {saved} saved ({untold} just before they could be said), "
        f"{brought_back} drafts brought back, lost 0, doubled 0"
    )
    assert saved >= kills // 4
    assert brought_back >= kills // 4


def test_a_draft_may_be_one_key_ahead_of_the_trace_and_no_more_behind() -> None:
    typed = {"given_names": "Keyla", "home_text": "lurigancho"}
    killed = Killed(set(), {}, [{"desk": typed}])
    assert killed.may_leave({"given_names": "Keyla", "home_text": "lurigancho "})
    assert killed.may_leave({"given_names": "Keyla", "home_code": "150132"})
    assert not killed.may_leave({"given_names": "Keyla"})
    assert not killed.may_leave({"home_code": "150132"})
    assert not killed.may_leave({"given_names": "Keyla", "home_text": "luriganch"})
