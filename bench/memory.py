"""How much memory a laptop and headquarters take while everything is sent and comes back."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

from bench.figures import Figure
from bench.laptop import Sender, address_of
from bench.office import Office

_MB = 1024.0
"""kB, as /proc tells them."""
_FORGET_PEAK = "5"
"""proc(5), clear_refs: the peak begins anew."""


def measured(office: Office, count: int) -> list[Figure]:
    """Measure the peak of each process during one round: the laptop's over its idle, the server's whole."""
    if not Path("/proc/self/clear_refs").exists():
        return []
    with office.serving() as headquarters:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            over_idle = pool.apply(_peak_of_round, (office.register, headquarters.port))
        server = kilobytes(headquarters.pid, "VmHWM")
    return [
        Figure(f"memory of the laptop over idle, {count} sent", over_idle / _MB, "MB", 150, "promised"),
        Figure(f"memory of the server, {count} taken in", server / _MB, "MB", 200, "promised"),
    ]


def _peak_of_round(register: Path, port: int) -> int:
    with Sender(register, address_of(port)) as sender:
        idle = kilobytes(os.getpid(), "VmRSS")
        forget_peak()
        sender.round()
        return kilobytes(os.getpid(), "VmHWM") - idle


def forget_peak() -> None:
    """Let this process's peak begin anew; nothing where the system keeps none."""
    if Path("/proc/self/clear_refs").exists():
        Path("/proc/self/clear_refs").write_text(_FORGET_PEAK)


def kilobytes(process: int, name: str) -> int:
    """Give a size of a process as Linux tells it (proc(5), status), in kB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
