"""People: the list reads what is in sight, and typing never waits for it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import People, PeopleFilter, PersonRow, Post
from chasqui_desktop.screens.paging import MOST_PAGES, PAGE
from chasqui_desktop.screens.people import PeopleScreen
from chasqui_desktop.widgets.focus_ring import FocusRing
from tests.helpers.keys import type_text
from tests.helpers.sample_book import REFERENCE, ROWS, YUSMARY, explain, now


class Source:
    """Answers pages like a store would, at once or when asked to."""

    def __init__(self, screen: PeopleScreen, total: int, *, slow: bool = False) -> None:
        self.screen, self.total, self.slow = screen, total, slow
        self.asked: list[tuple[str, PeopleFilter, int, int]] = []
        self.people: list[str] = []
        # Lambdas keep this source alive as long as the screen; PySide6 would not.
        screen.page_asked.connect(lambda *asked: self.page(*asked))
        screen.person_asked.connect(lambda record: self.person(record))

    def page(self, text: str, chosen: PeopleFilter, offset: int, limit: int) -> None:
        self.asked.append((text, chosen, offset, limit))
        if not self.slow:
            self.answer(self.asked[-1])

    def answer(self, asked: tuple[str, PeopleFilter, int, int]) -> None:
        text, chosen, offset, limit = asked
        total = 0 if "zz" in text else self.total
        rows = [row(at) for at in range(offset, min(offset + limit, total))]
        self.screen.show_page(text, chosen, offset, People(rows, total))

    def person(self, record: str) -> None:
        self.people.append(record)
        self.screen.show_person(YUSMARY._replace(record=record))


def is_read(screen: PeopleScreen, at: int) -> bool:
    return screen.rows().row(at) is not None


def row(at: int) -> PersonRow:
    return ROWS[at % len(ROWS)]._replace(record=f"r{at}", code=f"GE26-{at:06}")


@pytest.fixture
def screen(qtbot: QtBot) -> PeopleScreen:
    made = PeopleScreen(now, explain)
    made.show_reference(REFERENCE)
    made.resize(1270, 712)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def entered(screen: PeopleScreen, qtbot: QtBot, total: int = 4) -> Source:
    source = Source(screen, total)
    screen.enter()
    qtbot.waitUntil(lambda: screen.rows().total == total)
    return source


def test_a_hundred_thousand_people_are_read_a_page_at_a_time(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot, 100_000)
    table = screen.table()
    bar = table.verticalScrollBar()
    for share in (0.25, 0.5, 0.75, 1.0):
        bar.setValue(int(bar.maximum() * share))
        table.repaint()
        qtbot.waitUntil(lambda: screen.rows().row(table.rowAt(5)) is not None)
    last = screen.rows().row(99_999)
    assert last is not None
    assert last.code == "GE26-099999"
    assert len(source.asked) < 20
    assert screen.rows().kept_rows() <= MOST_PAGES * PAGE
    assert all(limit == PAGE for *_rest, limit in source.asked)


def test_a_list_dragged_from_end_to_end_keeps_few_pages_in_memory(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot, 100_000)
    for at in range(0, 100_000, 2_000):
        screen.rows().row(at)
        qtbot.waitUntil(partial(is_read, screen, at))
    assert screen.rows().kept_rows() <= MOST_PAGES * PAGE


def test_typing_goes_on_while_answers_are_on_their_way(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot)
    source.slow = True
    source.asked.clear()
    type_text("ron", screen.search_field())
    qtbot.waitUntil(lambda: bool(source.asked))
    type_text("dón", screen.search_field())
    qtbot.waitUntil(lambda: source.asked[-1][0] == "rondón")
    assert screen.search_field().text() == "rondón"
    assert screen.search_field().hasFocus()


def test_an_answer_to_an_old_text_is_dropped(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot)
    source.slow = True
    type_text("a", screen.search_field())
    qtbot.waitUntil(lambda: source.asked[-1][0] == "a")
    old = source.asked[-1]
    type_text("n", screen.search_field())
    qtbot.waitUntil(lambda: source.asked[-1][0] == "an")
    source.total = 2
    source.answer(source.asked[-1])
    source.total = 4
    source.answer(old)
    assert screen.rows().total == 2


def test_a_late_answer_under_another_chip_is_dropped(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_page("", PeopleFilter.QUOTA, 0, People([], 0))
    assert screen.rows().total == 4


def test_reading_is_said_only_when_it_takes_time(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot)
    source.slow = True
    type_text("q", screen.search_field())
    qtbot.waitUntil(lambda: source.asked[-1][0] == "q")
    assert screen._found.text() != "Leyendo…"
    qtbot.waitUntil(lambda: screen._found.text() == "Leyendo…")
    source.answer(source.asked[-1])
    assert screen._found.text() == "4 de 0 · por apellido"


def test_a_first_reading_that_takes_long_is_said_until_its_answer_comes(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = Source(screen, 4, slow=True)
    screen.enter()
    qtbot.waitUntil(lambda: screen._found.text() == "Leyendo…")
    source.answer(source.asked[-1])
    assert screen._found.text() != "Leyendo…"


def test_nobody_yet_says_how_to_begin(screen: PeopleScreen, qtbot: QtBot) -> None:
    Source(screen, 0)
    screen.enter()
    qtbot.waitUntil(lambda: screen._note.isVisible())
    assert screen._note.text() == "Aún no hay registros. F2 para el primero."


def test_a_name_nobody_has_is_carried_to_the_desk(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    type_text("zz ñato", screen.search_field())
    qtbot.waitUntil(lambda: screen._note.isVisible())
    assert screen._note.text() == "Nadie con «zz ñato». ¿Registrar?"
    with qtbot.waitSignal(screen.register_asked) as asked:
        screen.leave("desk")
    assert asked.args == ["zz ñato"]
    assert screen.search_field().text() == "zz ñato"


def test_a_name_somebody_has_is_not_carried(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    with qtbot.assertNotEmitted(screen.register_asked):
        screen.leave("desk")


def test_down_goes_from_the_search_into_the_list_and_slash_comes_back(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot)
    qtbot.keyClick(screen.search_field(), Qt.Key.Key_Down)
    assert screen.table().hasFocus()
    assert source.people == ["r0"]
    qtbot.keyClick(screen.table(), Qt.Key.Key_Down)
    assert source.people == ["r0", "r1"]
    qtbot.keyClick(screen.table(), Qt.Key.Key_Slash)
    assert screen.search_field().hasFocus()


def test_enter_before_the_answer_opens_the_first_one_when_it_comes(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot)
    source.slow = True
    type_text("rondon", screen.search_field())
    qtbot.keyClick(screen.search_field(), Qt.Key.Key_Return)
    assert source.people == []
    qtbot.waitUntil(lambda: source.asked[-1][0] == "rondon")
    source.answer(source.asked[-1])
    assert source.people == ["r0"]
    assert screen.table().hasFocus()


def test_whoever_types_on_after_enter_stays_in_the_search(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot)
    source.slow = True
    type_text("rond", screen.search_field())
    qtbot.keyClick(screen.search_field(), Qt.Key.Key_Return)
    type_text("on", screen.search_field())
    qtbot.waitUntil(lambda: source.asked[-1][0] == "rondon")
    source.answer(source.asked[-1])
    assert source.people == []
    assert screen.search_field().hasFocus()


def test_escape_returns_to_the_search_and_clears_nothing(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    type_text("ron", screen.search_field())
    qtbot.keyClick(screen.search_field(), Qt.Key.Key_Down)
    qtbot.keyClick(screen.table(), Qt.Key.Key_Escape)
    assert screen.search_field().hasFocus()
    assert screen.search_field().text() == "ron"


def test_whole_numbers_show_for_a_while_and_hide_by_themselves(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY)
    line = screen._panel._phone
    assert line.text() == "987 ••• 412"
    line._timer.setInterval(40)  # ten seconds in use
    qtbot.mouseClick(line._see, Qt.MouseButton.LeftButton)
    assert line.text() == "987 654 412"
    qtbot.waitUntil(lambda: line.text() == "987 ••• 412")


def test_another_person_comes_masked(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY)
    qtbot.mouseClick(screen._panel._document._see, Qt.MouseButton.LeftButton)
    assert "004518236" in screen._panel._document.text()
    screen.show_person(YUSMARY._replace(record="other"))
    assert screen._panel._document.text() == "Solic. refugio ••• 236"


def test_leaving_the_room_masks_what_was_shown(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY)
    qtbot.mouseClick(screen._panel._document._see, Qt.MouseButton.LeftButton)
    screen.leave("sending")
    assert "004518236" not in screen._panel._document.text()


def test_the_panel_says_where_the_record_is_and_who_wrote_it(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY)
    panel = screen._panel
    assert panel._consent.text() == "v3.2 · 3 de 5"
    assert panel._lives.text() == "Comas, Lima, Lima"
    assert panel._way[0].text().startswith("Guardado en este equipo")
    assert panel._history[0].text().startswith("Registrada por Milagros T.")
    arrived = YUSMARY._replace(post=Post.HEADQUARTERS, sent_at=YUSMARY.saved_at, receipt="118")
    screen.show_person(arrived)
    assert [line.text().split(",")[0] for line in panel._way if line.isVisible()] == [
        "Guardado en este equipo",
        "Copia comprobada",
        "Oficina",
        "Sede",
        "Recibo 118",
    ]


def test_a_record_held_apart_says_why(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY._replace(post=Post.ATTENTION, problem=414))
    assert screen._panel._reason.text() == "La sede pide corregir un dato (414)."


def test_rows_read_again_keep_the_person_and_the_place(screen: PeopleScreen, qtbot: QtBot) -> None:
    source = entered(screen, qtbot, 500)
    screen.table().selectRow(3)
    screen.table().verticalScrollBar().setValue(1_000)
    before = screen.table().verticalScrollBar().value()
    source.asked.clear()
    screen.read_again()
    qtbot.waitUntil(lambda: bool(source.asked))
    assert screen._panel.record() == "r3"
    assert screen.table().verticalScrollBar().value() == before


def test_a_reader_of_screens_hears_each_cell(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [screen.rows().index(1, column).data(role) for column in range(4)]
    assert spoken == ["Cárdenas, Nilda, GE26-000001", "Comas", "Bodega y abarrotes", "En este equipo"]


def test_in_a_narrow_window_one_person_takes_the_place_of_the_list(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.resize(760, 600)
    assert not screen._panel.isVisible()
    qtbot.keyClick(screen.search_field(), Qt.Key.Key_Down)
    qtbot.keyClick(screen.table(), Qt.Key.Key_Return)
    assert screen._panel.isVisible()
    assert not screen.table().isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.table().isVisible()
    assert screen.table().hasFocus()


def test_e_in_the_list_asks_for_the_whole_form_of_the_one_on_show(screen: PeopleScreen, qtbot: QtBot) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY)
    screen.table().setFocus()
    with qtbot.waitSignal(screen.form_asked) as asked:
        qtbot.keyClick(screen.table(), Qt.Key.Key_E)
    assert asked.args == [YUSMARY.record]


@pytest.mark.parametrize(
    ("image", "said"), [(b"", "en pantalla; va a la sede"), (b"PNG", "en pantalla; está en este equipo")]
)
def test_beside_the_list_is_said_where_her_signature_is(
    screen: PeopleScreen, qtbot: QtBot, image: bytes, said: str
) -> None:
    entered(screen, qtbot)
    screen.show_person(YUSMARY)
    assert not screen._panel._signature.isVisible()
    signed = {**YUSMARY.fields["consent"], "how": "signature", "signature": {"sha256": "ab" * 32}}
    screen.show_person(YUSMARY._replace(fields={**YUSMARY.fields, "consent": signed}, signature=image))
    assert screen._panel._signature.isVisible()
    assert screen._panel._signature.text() == said


def test_the_ring_is_around_the_row_the_keys_move_and_leaves_its_neighbours_whole(
    screen: PeopleScreen, qtbot: QtBot
) -> None:
    entered(screen, qtbot)
    ring, table = FocusRing(screen), screen.table()

    def row() -> QRect:
        there = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(screen, there.topLeft()).y()
        return QRect(table.viewport().mapTo(screen, QPoint(0, 0)).x(), top, table.viewport().width(), there.height())

    qtbot.keyClick(screen.search_field(), Qt.Key.Key_Down)
    first = row()
    assert first.contains(ring.geometry())
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert row().top() > first.top()
    assert row().contains(ring.geometry())
