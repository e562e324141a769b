"""Gathers the words of the desktop into chasqui_en.ts and compiles what is translated into chasqui_en.qm.

    python resources/make/words.py [ENGLISH_TSV]

Run by hand after words changed: new ones appear in the .ts as unfinished; write the English, run it again.
A table of lines ``context TAB Spanish TAB English`` writes many at once.
Both files are kept in the project, so that no build needs Qt's translation tools.
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "resources" / "chasqui_resources" / "words"
SOURCE = WORDS / "chasqui_en.ts"
COMPILED = WORDS / "chasqui_en.qm"


def tool(name: str) -> str:
    """The tool as PySide6's wheel installs it, beside this Python."""
    return str(Path(sys.executable).with_name(name))


def gather(target: Path) -> None:
    """Bring ``target`` up to date with the sources: ``say`` counts as Qt's ``translate``. Old words leave."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    subprocess.run(  # noqa: S603 - our own tool on our own sources
        [
            tool("pyside6-lupdate"),
            *("-tr-function-alias", "translate+=say", "-locations", "none", "-no-obsolete"),
            *("-source-language", "es_PE", "-target-language", "en_US"),
            *sources,
            *("-ts", str(target)),
        ],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )


def compile_words(source: Path, target: Path) -> None:
    """Write the .qm of a .ts; what is unfinished is left out and shows in Spanish."""
    subprocess.run(  # noqa: S603 - our own tool on our own file
        [tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)], check=True, capture_output=True
    )


def unfinished(source: Path) -> list[str]:
    """The Spanish of every message without its translation."""
    missing = []
    for message in ET.parse(source).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished" or not translation.text:
            missing.append(message.findtext("source", ""))
    return missing


def unlike_placeholders(source: Path) -> list[str]:
    """The Spanish of every message whose translation has other ``{placeholders}``."""
    unlike = []
    for message in ET.parse(source).iter("message"):  # noqa: S314 - our own file
        spanish, english = message.findtext("source", ""), message.findtext("translation", "")
        if english and set(re.findall(r"{\w+}", spanish)) != set(re.findall(r"{\w+}", english)):
            unlike.append(spanish)
    return unlike


def fill(target: Path, table: Path) -> None:
    """Write the table's English into the messages of ``target``. Raises KeyError for words no screen says."""
    tree = ET.parse(target)  # noqa: S314 - our own file
    messages = {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    for line in table.read_text(encoding="utf-8").splitlines():
        context, spanish, english = line.split("\t")
        translation = messages[context, spanish]
        if translation is not None:
            translation.text = english
            translation.attrib.pop("type", None)
    tree.write(target, encoding="utf-8", xml_declaration=True)


def main(table: Path | None) -> None:
    """Gather, write the table's English if there is one, compile, tell what is missing."""
    gather(SOURCE)
    if table is not None:
        fill(SOURCE, table)
        gather(SOURCE)
    compile_words(SOURCE, COMPILED)
    for source in unfinished(SOURCE):
        print(f"unfinished: {source}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
