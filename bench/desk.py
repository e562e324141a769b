"""What the promoter feels: keys and seconds of a registration, the start, the save, the list, the sending."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.cases import CASES, seconds_of
from bench.figures import Figure, Size, percentile
from bench.laptop import PROMOTER, SURROUNDINGS, Sender, address_of, enrolled, filled
from bench.likeness import asking
from bench.store import saving
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import open_store
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import Unlocked, unlock, users
from chasqui_desktop.words import LOCALES
from tests.end2end.laptop_process import LaptopProcess

_PHRASE = "mesa volcan cancion puente"
_UNLOCK = {"unlock": _PHRASE}
_QUIT = {"quit": True}
_KB_IN_MB = 1024.0


def measure(size: Size, folder: Path) -> list[Figure]:
    """Measure the real window in processes of its own, on one profile that fills up as it goes."""
    headquarters = Headquarters(folder / "headquarters")
    headquarters.prepare()
    headquarters.start()
    laptop = LaptopProcess(folder / "profile", folder, [sys.executable, "-m", "bench.window"])
    try:
        figures = _cases(laptop, headquarters)
        figures += _starts(laptop, size)
        figures += _sending(laptop, headquarters, size)
    finally:
        headquarters.stop()
    figures += _people(laptop, size)
    opened = _opened(laptop.profile)
    store = open_store(opened.register, opened.key, SURROUNDINGS)
    try:
        saves = saving(store, opened.register, size)
        alike = asking(store, size, size.grown)
    finally:
        store.close()
    again = Figure("save a registration, p99 again", saves[-1].value, "ms", 50, "promised")
    return [*figures, *saves, again, *alike]


def _cases(laptop: LaptopProcess, headquarters: Headquarters) -> list[Figure]:
    """Enrol, then register the four cases; the player has keys and no mouse."""
    enrol = {
        "address": address_of(headquarters.port),
        "code": headquarters.ask("enrol", "--staff", PROMOTER).strip(),
        "phrase": _PHRASE,
    }
    steps = [step for case in CASES for step in case.steps]
    laptop.play([{"enrol": enrol}, {"answer": {"outreach_point": "unicachi"}}, *steps, {"await": "sent"}, _QUIT])
    figures = []
    for case in CASES:
        saved = laptop.hear("saved")
        seconds = seconds_of(saved["keys"], saved["fields"])
        figures.append(Figure(f"case {case.name}: keys", saved["keys"], "", case.keys, "the design's"))
        figures.append(Figure(f"case {case.name}: time", seconds, "s", case.seconds, "the design's"))
    laptop.finish()
    return figures


def _starts(laptop: LaptopProcess, size: Size) -> list[Figure]:
    """Start by turns with a bare window: from the process to the desk that takes a key, and to the register open."""
    ours, bare = [], []
    program = LaptopProcess(laptop.profile, laptop.profile.parent)
    for _ in range(size.repetitions * 2):
        started = time.perf_counter()
        program.play([_UNLOCK, {"await": "first key"}, _QUIT])
        program.hear("first key")
        ours.append(time.perf_counter() - started)
        program.finish()
        bare.append(_bare_start(laptop.profile))
    return [
        Figure(
            "start to the first key", median(ours), "s", median(bare), "an empty window and the unlock; 1.5 promised"
        )
    ]


def _bare_start(profile: Path) -> float:
    command = [sys.executable, "-m", "bench.empty_window", str(profile), _PHRASE]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return time.perf_counter() - started


def _sending(laptop: LaptopProcess, headquarters: Headquarters, size: Size) -> list[Figure]:
    """Send so many while as many of another laptop come, and type a registration meanwhile.

    What came is complete when the list says so: the last receipt may be here before it.
    """
    other = filled(enrolled(laptop.profile.with_name("other") / "register.db", headquarters), size.sent)
    with Sender(other, address_of(headquarters.port)) as sender:
        sender.round()
    opened = _opened(laptop.profile)
    filled(opened.register, size.sent, opened.key, first=size.sent)
    everybody: list[dict[str, Any]] = [{"press": "F3"}, _all_listed(2 * size.sent)]
    laptop.play(
        [_UNLOCK, {"act": "listen"}, *CASES[0].steps, {"await": "sent"}, *everybody, {"act": "tell stalls"}, _QUIT],
    )
    stalls = laptop.hear("stalls")
    laptop.finish()
    name = f"while {size.sent} are sent and fetched"
    return [
        Figure(f"longest stall {name}", stalls["longest_ours"], "ms", 50, "promised; waiting for a core left out"),
        Figure("the same, waiting for a core included", stalls["longest"], "ms"),
        Figure(f"stalls over 50 ms {name}", stalls["over"], "", None),
    ]


def _people(laptop: LaptopProcess, size: Size) -> list[Figure]:
    """Search and scroll a full list with the line down."""
    opened = _opened(laptop.profile)
    filled(opened.register, size.grown - 2 * size.sent, opened.key, first=2 * size.sent)
    acts = [{"act": act} for act in ("forget peak", "listen", "search", "scroll", "tell stalls", "tell memory")]
    laptop.play([_UNLOCK, {"await": "waiting"}, {"press": "F3"}, _all_listed(size.grown), *acts, _QUIT])
    searched, scrolled = laptop.hear("searched")["ms"], laptop.hear("scrolled")["ms"]
    stalls, peak = laptop.hear("stalls"), laptop.hear("memory")["peak"]
    laptop.finish()
    among = f"among {size.grown}"
    return [
        Figure(f"first rows {among}, from the key, p50", percentile(searched, 50), "ms", 50, "promised"),
        Figure(f"first rows {among}, from the key, p99", percentile(searched, 99), "ms", 50, "promised"),
        Figure(f"a page down {among}, p99", percentile(scrolled, 99), "ms", 50, "promised"),
        Figure("longest stall while searching and scrolling", stalls["longest_ours"], "ms", 50, "promised"),
        Figure(f"memory with {size.grown} people, peak after the unlock", peak / _KB_IN_MB, "MB", 300, "promised"),
    ]


def _all_listed(filled_in: int) -> dict[str, Any]:
    """Wait until the list counts all: those that were filled in, and those that were typed."""
    count = LOCALES["es"].toString(filled_in + len(CASES) + 1)
    return {"read": f"de {count} ·"}


def _opened(profile: Path) -> Unlocked:
    [card] = users(profile)
    return unlock(card.folder, _PHRASE, secrets_of(profile))
