"""Make a machine ready for this project: Qt's libraries, a virtual environment, the locked releases.

Run by the system's own Python with nothing but the standard library. A second run
finds the stamp of the first and leaves at once. As root on Debian or Ubuntu it
installs what is missing; otherwise it prints the one line to run and stops.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = ENVIRONMENT / ".prepared"

# What PySide6's wheel expects of the system: found with a bare Debian root.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    # the xcb platform: a window on X11
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def main() -> None:
    """Prepare the machine, or say in one line what a person has to do first."""
    if sys.version_info < (3, 11):  # noqa: UP036 - it is an older Python that has to be told
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12")
    if already_prepared():
        return
    if sys.platform == "linux":
        install_system_packages(missing_packages())
    make_environment()
    install_releases()
    STAMP.write_text(wanted_stamp(), encoding="utf-8")


def already_prepared() -> bool:
    """Tell whether the environment works and was made from this very lock."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted_stamp() and environment_works()


def wanted_stamp() -> str:
    """Fingerprint of all that decides what is installed and where."""
    fingerprint = hashlib.sha256()
    for source in (LOCK, ROOT / "pyproject.toml", Path(__file__)):
        fingerprint.update(source.read_bytes())
    fingerprint.update(str(ROOT).encode())
    return fingerprint.hexdigest()


def environment_python() -> Path:
    """The interpreter inside the environment; Windows keeps it in another folder."""
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def environment_works() -> bool:
    """False for an environment whose interpreter was moved, removed or replaced by another version."""
    check = [str(environment_python()), "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        answer = subprocess.run(check, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def missing_packages() -> list[str]:
    """Debian packages of the libraries, tools and Python parts that are not there."""
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if shutil.which("objdump") is None:
        missing.append("binutils")  # PyInstaller reads with it which libraries a library wants
    if Path(sys.base_prefix) == Path("/usr"):
        missing += missing_parts_of_debians_python()
    return missing


def missing_parts_of_debians_python() -> list[str]:
    """Debian splits Python: what makes environments, and the library that a bundled program carries."""
    version = f"3.{sys.version_info.minor}"
    missing = []
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{version}-venv")
    if not loads(f"libpython{version}.so.1.0"):
        missing.append(f"libpython{version}")
    return missing


def loads(library: str) -> bool:
    """Ask the loader itself, which also knows libraries outside of Debian's folders."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install with apt-get as root, otherwise stop with the line that does it."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        stop(f"These libraries are missing, by their Debian names; please install them: {names}")
    if os.geteuid() != 0:
        stop(f"Please run once: sudo apt-get update && sudo apt-get install -y {names}")
    say(f"Installing from the system's packages: {names}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], quiet)
    run(["apt-get", "install", "-y", "-qq", "-o=Dpkg::Use-Pty=0", "--no-install-recommends", *packages], quiet)


def make_environment() -> None:
    """Create .venv, anew if it is there but does not work."""
    if environment_works():
        return
    say("Making .venv")
    run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])


def install_releases() -> None:
    """Install the locked releases, each checked against its hash, and this project in place."""
    pip = [str(environment_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    say("Installing the locked releases (the first time: about 150 MB)")
    run([*pip, "--require-hashes", "-r", str(LOCK)])
    run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run one step with its output shown; a failed step ends the preparation."""
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        stop(f"This step failed: {' '.join(command)}")


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens next."""
    print(f"setup: {sentence}", flush=True)


def stop(sentence: str) -> None:
    """End here, with the reason on the error stream."""
    raise SystemExit(f"setup: {sentence}")


if __name__ == "__main__":
    main()
