"""Part of `make lint`: no secret lies in the tree, and what is installed is what was locked.

Whether a locked release has a known fault is asked of `pip-audit` where that is installed: it needs a line and is no
dependency of the project. Without it this says so and goes on, for a laptop in the field lints too.
"""

import re
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements" / "dev.txt"
SECRETS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{16}"),
    "a key of a cloud": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of a forge": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20}|pypi-AgEI[\w-]{50})"),
    "a token of a messenger": re.compile(r"\bxox[abprs]-[\w-]{10,}"),
    "a password in an address": re.compile(
        r"\b[a-z][a-z0-9+.-]*://[^\s:/@'\"{}<]+:[^\s:/@'\"{}<]{6,}@(?!127\.|localhost)"
    ),
}
"""What each pattern finds. Made-up phrases of tests are no secrets and look like none of them."""


def main() -> int:
    """Say what is wrong, one line each; give the exit code."""
    wrong = [*secrets_in_tree(), *unlike_the_lock()]
    for line in wrong:
        print(line)
    known = known_faults()
    print(f"audit: {len(tracked())} files without a secret, {known}" if not wrong else "audit: see above")
    return 1 if wrong or known.startswith("faults") else 0


def tracked() -> list[Path]:
    """Give the files of the tree that are kept, and those about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def secrets_in(text: str) -> list[str]:
    """Say which secrets a text holds."""
    return [name for name, pattern in SECRETS.items() if pattern.search(text)]


def secrets_in_tree() -> list[str]:
    """Say which files hold what must not be in them."""
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path.relative_to(ROOT)} holds {name}" for name in secrets_in(text)]
    return found


def unlike_the_lock() -> list[str]:
    """Say which installed releases are not those of the lock; what is not installed is another platform's."""
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    installed = {re.sub(r"[-_.]+", "-", each.name).lower(): each.version for each in distributions()}
    return [
        f"{name} {installed[name]} is installed, {version} is locked"
        for name, version in locked.items()
        if installed.get(name, version) != version
    ]


def known_faults() -> str:
    """Ask pip-audit, where it is, about every locked release."""
    tool = shutil.which("pip-audit")
    if tool is None:
        return "known faults not asked for: pip-audit is not installed"
    command = [tool, "--disable-pip", "--require-hashes", "-r", str(LOCK), "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return "no known fault in what is locked"
    if "vulnerabilit" in done.stdout + done.stderr:
        print(done.stdout)
        return "faults known in what is locked"
    return "known faults not asked for: no line"


if __name__ == "__main__":
    sys.exit(main())
