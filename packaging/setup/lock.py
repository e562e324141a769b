"""Resolve the dependencies of pyproject.toml and write the hashed lists under requirements/.

The lists name releases and hashes for Linux, macOS and Windows, and no address: where
a machine gets its packages from is that machine's business. The resolver, uv, lives in
a throw-away environment; it is no dependency of the project.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A server draws no window, reads no pictures and asks no keyring.
LAPTOP_ONLY = [
    "pyside6-essentials", "shiboken6", "zxing-cpp", "keyring", "secretstorage", "jeepney", "pywin32-ctypes",
    "jaraco-classes", "jaraco-context", "jaraco-functools", "more-itertools", "importlib-metadata", "zipp",
    "lazy-importer", "backports-tarfile",
]  # fmt: skip

# dev first: the other two are held to its choice, so that what is tested is what is shipped.
LISTS = {
    "dev.txt": ["--extra", "dev"],
    "desktop.txt": ["-c", "requirements/dev.txt"],
    # The list is installed with --no-deps, so that what it leaves out stays out.
    "server.txt": [
        "--extra", "server", "--extra", "postgres", "-c", "requirements/dev.txt",
        *(word for name in LAPTOP_ONLY for word in ("--no-emit-package", name)),
    ],
}  # fmt: skip
RESOLVE = [
    "--no-config", "pip", "compile", "pyproject.toml", "--quiet", "--upgrade",
    "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links",
]  # fmt: skip


def main() -> None:
    """Write every list; fail if one names an address or a path."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        tools = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([str(tools / "python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
        # Hashes of files that lie on this machine only would be of no use to anyone else.
        environment = {name: value for name, value in os.environ.items() if name != "UV_FIND_LINKS"}
        for name, choice in LISTS.items():
            target = ROOT / "requirements" / name
            command = [str(tools / "uv"), *RESOLVE, *choice, "--output-file", str(target)]
            subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
            refuse_addresses(target)


def refuse_addresses(target: Path) -> None:
    """Stop when a list would tell where this machine gets its packages from."""
    for line in target.read_text(encoding="utf-8").splitlines():
        if "/" in line or "file:" in line or line.startswith("-"):
            raise SystemExit(f"{target.name} names a place: {line}")


if __name__ == "__main__":
    main()
