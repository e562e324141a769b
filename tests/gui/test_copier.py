"""The copier on real lanes: it follows the journal, and says at once when nothing covers it any more."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.copier import Copier, second_place
from chasqui_desktop.store.second_copy import SecondCopy
from chasqui_desktop.tasks import Lane
from tests.helpers.laptop import Laptop, answers, laptop_at_work

KEY = b"c" * 32


class Bench:
    """A laptop whose register belongs to a store lane, and its copier."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        self.folder = folder
        self.copy = SecondCopy(folder / "copies" / "user.db", KEY)
        self.store_lane = Lane("store", lambda error: pytest.fail(repr(error)), parent)
        self.copy_lane = Lane("copy", lambda error: pytest.fail(repr(error)), parent)
        self.laptop: Laptop = self.store_lane.call(lambda: laptop_at_work(folder / "profile"))
        self.bugs: list[BaseException] = []
        self.copier = self.begin(parent)

    def begin(self, parent: QObject) -> Copier:
        laptop = self.laptop
        copier = Copier(
            laptop.store.copying, self.copy, laptop.identity, self.store_lane, self.copy_lane, parent
        )  # fmt: skip - one call
        copier.failed.connect(self.bugs.append)
        return copier

    def register(self, given: str = "Nilda") -> None:
        self.store_lane.call(lambda: self.laptop.store.book.register(answers(given=given)))

    def at_risk(self) -> int:
        return self.store_lane.call(lambda: self.laptop.store.book.counts().at_risk)

    def bring_up(self, qtbot: QtBot) -> None:
        with qtbot.waitSignal(self.copier.tried):
            self.copier.bring_up()
        assert self.bugs == []

    def reopen(self, parent: QObject) -> None:
        self.store_lane.call(self.laptop.reopen)
        self.copier = self.begin(parent)

    def end(self) -> None:
        self.copier.stop()
        self.copy_lane.close()
        self.store_lane.call(self.laptop.store.close)
        self.store_lane.close()


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def bench(tmp_path: Path, parent: QObject, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, parent)
    yield bench
    bench.end()


def test_after_a_save_nothing_is_at_risk_once_the_copy_was_read_again(bench: Bench, qtbot: QtBot) -> None:
    bench.register()
    assert bench.at_risk() == 1
    with qtbot.waitSignal(bench.copier.changed):
        bench.bring_up(qtbot)
    assert bench.at_risk() == 0


def test_what_was_copied_before_counts_again_once_it_was_looked_at(bench: Bench, parent: QObject, qtbot: QtBot) -> None:
    bench.register()
    bench.bring_up(qtbot)
    bench.copier.stop()
    bench.reopen(parent)
    assert bench.at_risk() == 1
    bench.bring_up(qtbot)
    assert bench.at_risk() == 0
    assert not list(bench.folder.glob("copies/*.aside-*"))


def test_a_place_that_cannot_be_written_leaves_everything_at_risk_and_is_no_bug(bench: Bench, qtbot: QtBot) -> None:
    bench.register()
    bench.bring_up(qtbot)
    shutil.rmtree(bench.folder / "copies")
    (bench.folder / "copies").write_bytes(b"a file where the folder was")
    bench.bring_up(qtbot)
    assert bench.at_risk() == 1
    (bench.folder / "copies").unlink()
    bench.bring_up(qtbot)
    assert bench.at_risk() == 0


def test_another_place_gets_the_whole_journal(bench: Bench, qtbot: QtBot) -> None:
    for _ in range(3):
        bench.register()
    bench.bring_up(qtbot)
    with qtbot.waitSignal(bench.copier.tried):
        bench.copier.use(bench.folder / "stick")
    assert bench.at_risk() == 0
    here = bench.store_lane.call(bench.laptop.store.copying.end)
    assert bench.copy.on(bench.folder / "stick").end(here.incarnation) == here
    assert bench.copy.end(here.incarnation) == here


def test_what_an_older_image_has_forgotten_comes_back_by_itself(bench: Bench, parent: QObject, qtbot: QtBot) -> None:
    register = bench.laptop.opened.register
    bench.store_lane.call(bench.laptop.store.close)
    image = bench.folder / "image.db"
    shutil.copyfile(register, image)
    bench.store_lane.call(bench.laptop.reopen)
    bench.copier = bench.begin(parent)
    bench.register("Keyla")
    bench.bring_up(qtbot)
    bench.copier.stop()
    bench.store_lane.call(bench.laptop.store.close)
    shutil.copyfile(image, register)
    bench.reopen(parent)
    bench.bring_up(qtbot)
    page = bench.store_lane.call(lambda: bench.laptop.store.book.people("keyla", PeopleFilter.ALL, 0, 9))
    assert page.total == 1
    assert bench.at_risk() == 0


@pytest.mark.parametrize("harm", ["another history", "noise"])
def test_a_copy_that_is_not_this_journals_is_put_aside_and_begun_anew(bench: Bench, qtbot: QtBot, harm: str) -> None:
    bench.register()
    bench.bring_up(qtbot)
    file = bench.folder / "copies" / "user.db"
    if harm == "noise":
        file.write_bytes(b"\x07" * file.stat().st_size)
    else:
        here = bench.store_lane.call(bench.laptop.store.copying.end)
        before = bench.copy.after(here._replace(seq=0))
        file.unlink()
        start = here._replace(seq=0, head=b"another" * 4)
        bench.copy.keep(bench.laptop.identity, before._replace(start=start))
    bench.bring_up(qtbot)
    assert bench.at_risk() == 0
    assert [one.name for one in bench.folder.glob("copies/*.aside-*")] == ["user.aside-1.db"]


def test_the_copy_lies_beside_the_profile_or_on_the_chosen_drive(tmp_path: Path) -> None:
    profile = tmp_path / "chasqui"
    assert second_place(profile, None) == tmp_path / "chasqui-copia"
    assert second_place(profile, str(tmp_path / "stick")) == tmp_path / "stick" / "Chasqui"
