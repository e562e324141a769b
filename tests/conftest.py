"""What holds for every test: no screen, no real profile, no proxy, nothing passes silently."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Set before Qt, platformdirs or requests look: a test must not find the person's own Chasqui.
_HOME = Path(tempfile.mkdtemp(prefix="cq-home-"))
for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
    os.environ[_name] = str(_HOME)
for _name in ("APPDATA", "LOCALAPPDATA", "USERPROFILE"):
    if _name in os.environ:
        os.environ[_name] = str(_HOME)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LANG", "C.UTF-8")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# the machine's own logind is nobody's business here
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere/bus"
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost,::1"

from tests.helpers.logind import logind_bus  # noqa: E402 - after the surroundings are set
from tests.helpers.postgres import postgres, postgres_url  # noqa: E402 - after the surroundings are set

__all__ = ["logind_bus", "postgres", "postgres_url"]

# `make torture` asks for it; it takes minutes.
collect_ignore = [] if "TORTURE" in os.environ else ["torture"]

# No deadline: a slow machine is not a wrong answer. The same examples every time where a gate decides.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("house")


SAID = "said"


@pytest.fixture
def say(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Print a figure a test has counted where everybody sees it, also when it passes."""
    return lambda line: record_property(SAID, line)


class _Figures:
    """Prints what tests have said, whichever process they ran in."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            self._lines += [str(told) for name, told in report.user_properties if name == SAID]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self._lines:
            terminalreporter.section("what was tried")
        for line in self._lines:
            terminalreporter.write_line(line)


def pytest_configure(config: pytest.Config) -> None:
    """Figures are printed once, by the process that prints the rest."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Figures())


def pytest_unconfigure() -> None:
    """Leave no home behind."""
    shutil.rmtree(_HOME, ignore_errors=True)
