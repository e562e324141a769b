"""Where paper comes from: the laptop's printer, or a PDF that only its owner reads and that goes by itself."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from chasqui_desktop.paper.printing import (
    KEPT_HOURS,
    NoPrintError,
    Printed,
    forget_handed_over,
    keep_both,
    keep_pdf,
    put_on_paper,
)
from chasqui_desktop.paper.sheet import Page, Sheet
from chasqui_desktop.theme import look


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    look()


def page(title: str = "comprobante-GE26-P2XD-7KQ4") -> Page:
    return Page(148, 105, lambda sheet: draw(sheet), title)


def draw(sheet: Sheet) -> None:
    sheet.text(10, 10, "Hola", 5)


def test_where_there_is_no_printer_a_pdf_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "Documentos" / "Chasqui"
    printed = put_on_paper([page()], folder)
    assert printed == Printed(file=folder / "comprobante-GE26-P2XD-7KQ4.pdf")
    assert printed.file is not None
    assert printed.file.read_bytes().startswith(b"%PDF-")
    assert printed.file.stat().st_mode & 0o777 == 0o600


def test_the_same_slip_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first = keep_pdf([page()], tmp_path)
    assert keep_pdf([page()], tmp_path) == first
    assert [file.name for file in tmp_path.iterdir()] == [first.name]


def test_a_folder_that_takes_nothing_is_told_and_nothing_else_fails(tmp_path: Path) -> None:
    (tmp_path / "Chasqui").write_text("in the way")
    with pytest.raises(NoPrintError):
        put_on_paper([page()], tmp_path / "Chasqui")


def test_what_names_somebody_goes_by_itself_and_nothing_else_does(tmp_path: Path) -> None:
    old, fresh = keep_pdf([page()], tmp_path), keep_pdf([page("comprobante-GE26-AAAA-BBBB")], tmp_path)
    data = keep_both([page("datos-GE26-AAAA-BBBB")], b"{}", tmp_path).file
    assert data is not None
    document = data.with_suffix(".json")
    assert stat.S_IMODE(document.stat().st_mode) == 0o600
    flyer, hers = keep_pdf([page("volante-COM-07-a5")], tmp_path), tmp_path / "mis notas.pdf"
    hers.write_bytes(b"%PDF-")
    now = fresh.stat().st_mtime
    for file in (old, data, document, flyer, hers):
        os.utime(file, (now - KEPT_HOURS * 3600 - 1,) * 2)
    assert forget_handed_over(tmp_path, now) == 3
    assert sorted(tmp_path.iterdir()) == sorted([fresh, flyer, hers])
    assert forget_handed_over(tmp_path / "nowhere", now) == 0


def test_pages_of_one_document_stand_one_after_the_other(tmp_path: Path) -> None:
    document = keep_pdf([page(), page(), page()], tmp_path).read_bytes()
    assert b"/Count 3" in document
