"""The frame of every screen: rail, header, toast, stepper, ring, tables."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card, ProgressLine
from chasqui_desktop.widgets.chip_groups import YesNo
from chasqui_desktop.widgets.focus_ring import FocusRing
from chasqui_desktop.widgets.labels import Badge
from chasqui_desktop.widgets.posts import Posts
from chasqui_desktop.widgets.quota import QuotaMeter
from chasqui_desktop.widgets.rail import NavRail
from chasqui_desktop.widgets.relay import Relay, RelayStrip
from chasqui_desktop.widgets.rows import CELL, Cell, PersonCell, PlaceCell, RowTable, TextCell, spoken_cell
from chasqui_desktop.widgets.stepper import Stepper
from chasqui_desktop.widgets.switches import LanguageSwitch
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.widgets.toast import Toast
from chasqui_desktop.widgets.top_bar import TopBar
from chasqui_desktop.widgets.weave import Weave


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()


def column(*widgets: QWidget) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
    return window


def test_a_toast_keeps_its_place_and_goes_by_itself(qtbot: QtBot) -> None:
    toast, below = Toast(), TextField()
    window = column(toast, below)
    window.resize(800, 200)
    shown(qtbot, window)
    before = below.geometry()
    toast._timer.setInterval(30)  # eight seconds in use
    toast.tell("Guardado: Nilda C.", "GE26-WQ6R-5")
    assert below.geometry() == before
    with qtbot.waitSignal(toast.gone):
        pass
    assert not toast.isVisible()


def test_a_toast_stays_while_one_of_its_actions_has_the_focus(qtbot: QtBot) -> None:
    done: list[str] = []
    toast, below = Toast(), TextField()
    window = column(toast, below)
    shown(qtbot, window)
    toast._timer.setInterval(20)
    toast.tell("Guardado", actions=(("Imprimir", "F8", lambda: done.append("print")),))
    action = toast.findChild(Button)
    assert action is not None
    action.setFocus()
    with qtbot.assertNotEmitted(toast.gone, wait=120):
        pass
    qtbot.keyClick(action, Qt.Key.Key_Return)
    assert done == ["print"]
    below.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_the_rail_asks_and_marks_only_when_told(qtbot: QtBot) -> None:
    rail = NavRail()
    rail.add("register", "identification-card", "Registrar", "F2")
    people = rail.add("people", "users", "Personas", "F3")
    rail.show_here("register")
    shown(qtbot, rail)
    with qtbot.waitSignal(rail.asked) as seen:
        qtbot.mouseClick(people, Qt.MouseButton.LeftButton)
    assert seen.args == ["people"]
    assert rail.entry("register").isChecked()
    assert not people.isChecked()
    rail.show_here("people")
    assert people.isChecked()


def test_a_count_on_the_rail_is_spoken(qtbot: QtBot) -> None:
    rail = NavRail()
    entry = rail.add("follow", "phone-call", "Seguim.", "F6")
    qtbot.addWidget(rail)
    entry.show_count(4)
    assert entry.accessibleName() == "Seguim., 4 por ver"
    entry.show_count(0)
    assert entry.accessibleName() == "Seguim."


def test_the_relay_says_its_counts_and_its_risk(qtbot: QtBot) -> None:
    strip = RelayStrip()
    shown(qtbot, strip)
    strip.show_relay(Relay(14, 9, 1118, 0))
    assert strip.accessibleName() == "Equipo 14, oficina 9, sede 1,118, 0 en riesgo"
    strip.show_relay(Relay(14, 9, 1118, 14))
    badge = strip.findChild(Badge)
    assert badge is not None
    assert badge.text() == "14 en riesgo"
    with qtbot.waitSignal(strip.clicked):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)


def test_the_language_switch_answers_to_mouse_and_arrows(qtbot: QtBot) -> None:
    switch = LanguageSwitch()
    shown(qtbot, switch)
    with qtbot.waitSignal(switch.chosen) as seen:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 10, 10))
    assert seen.args == ["en"]
    with qtbot.waitSignal(switch.chosen) as seen:
        qtbot.keyClick(switch, Qt.Key.Key_Left)
    assert seen.args == ["es"]
    assert switch.accessibleName() == "Idioma: ES"


def test_the_header_folds_into_a_menu(qtbot: QtBot) -> None:
    bar = TopBar()
    bar.resize(1270, 56)
    shown(qtbot, bar)
    bar.show_title("Personas", "Solo las de tu lista")
    bar.set_folded(True)
    assert bar.more.isVisible()
    assert not bar.privacy.isVisible()
    menu = bar.menu_of_more()
    with qtbot.waitSignal(bar.privacy_asked):
        menu.actions()[1].trigger()


def test_a_screen_can_put_its_own_widget_into_the_header(qtbot: QtBot) -> None:
    bar, slot = TopBar(), Badge("Comas")
    shown(qtbot, bar)
    bar.show_slot(slot)
    assert slot.isVisible()
    bar.show_title("Envío")
    assert not slot.isVisible()


def test_the_stepper_says_where_we_are(qtbot: QtBot) -> None:
    steps = Stepper(("Aviso", "Persona", "Negocio", "Cierre"))
    shown(qtbot, steps)
    steps.set_done(0, True)
    steps.go(1)
    assert steps.accessibleName() == "Paso 2 de 4, Persona, completo no"
    with qtbot.waitSignal(steps.asked) as seen:
        qtbot.mouseClick(steps.findChildren(QWidget)[3], Qt.MouseButton.LeftButton)
    assert seen.args[0] in range(4)
    assert steps.here == 1


def test_the_ring_follows_the_focus_and_stays_out_of_the_way_of_the_mouse(qtbot: QtBot) -> None:
    one, two = TextField(), TextField()
    window = column(one, two)
    window.resize(400, 200)
    ring = FocusRing(window)
    shown(qtbot, window)
    one.setFocus()
    qtbot.waitUntil(lambda: ring.isVisible() and ring.target() is one)
    two.setFocus()
    qtbot.waitUntil(lambda: ring.target() is two)
    assert ring.geometry().contains(two.geometry())
    assert window.childAt(two.geometry().center()) is two
    window.resize(600, 300)
    qtbot.waitUntil(lambda: ring.geometry().contains(two.geometry()))


def test_the_ring_goes_around_a_container_that_asks_for_it(qtbot: QtBot) -> None:
    card, answer = Card("inset"), YesNo()
    card.setProperty("ringed", True)
    card.column.addWidget(answer)
    window = column(card)
    ring = FocusRing(window)
    shown(qtbot, window)
    answer.setFocus()
    qtbot.waitUntil(lambda: ring.target() is card)


def test_the_ring_is_not_drawn_outside_a_scrolled_area(qtbot: QtBot) -> None:
    edits = [TextField() for _ in range(12)]
    area = QScrollArea()
    area.setWidget(column(*edits))
    area.setWidgetResizable(True)
    window = column(area)
    window.resize(300, 200)
    ring = FocusRing(window)
    shown(qtbot, window)
    edits[0].setFocus()
    qtbot.waitUntil(ring.isVisible)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not ring.isVisible())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_focused_button_answers_to_enter_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Abrir", "primary", key="Enter")
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_every_target_is_high_enough_for_a_finger(qtbot: QtBot) -> None:
    for widget in (Button("Poner", "soft"), YesNo(low=True).chips()[0], LanguageSwitch()):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= 36


def test_a_banner_offers_one_action(qtbot: QtBot) -> None:
    banner = Banner()
    banner.show_state("warn", "wifi-slash-bold", "Sin conexión desde las 8:31.", "Todo queda guardado.")
    banner.offer("Probar ahora", "arrow-clockwise", "F5")
    shown(qtbot, banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert banner.accessibleName() == "Sin conexión desde las 8:31. Todo queda guardado."
    banner.offer("")
    assert not banner.action.isVisible()


def test_progress_without_an_end_is_a_sentence_alone(qtbot: QtBot) -> None:
    line = ProgressLine()
    shown(qtbot, line)
    line.show_progress("Enviando 4 de 14", "18 de 74 KB", 4, 14)
    height = line.sizeHint().height()
    line.show_progress("Enviando y recibiendo…", "", 0, 0)
    assert line.sizeHint().height() < height


def test_painted_figures_carry_their_sentence(qtbot: QtBot) -> None:
    meter, posts = QuotaMeter(), Posts("office")
    qtbot.addWidget(meter)
    qtbot.addWidget(posts)
    meter.show_quota(28.1, 30)
    assert meter.accessibleName() == "28.1 % de 30 % como mínimo"
    posts.show_place("durable")
    assert posts.accessibleName() == "En la sede, respaldada"


class People(QAbstractTableModel):
    """Two people, as the list gives them."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 2

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 3

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Cell | str | None:
        cells: tuple[Cell, ...] = (PersonCell("Bravo, Keyla", "GE26", "KB"), TextCell("Comas"), PlaceCell("office"))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(cells[index.column()])
        return cells[index.column()] if role == CELL else None


def test_rows_are_painted_moved_through_and_spoken(qtbot: QtBot) -> None:
    table = RowTable(name="Personas")
    model = People(table)
    table.setModel(model)
    table.set_shares(200, 100, 200)
    table.resize(600, 300)
    shown(qtbot, table)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    assert table.rowHeight(0) == 55
    assert model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole) == "En la oficina"
    assert not table.grab().isNull()


def test_widgets_grow_with_the_text(qtbot: QtBot) -> None:
    rail, button = NavRail(), Button("Guardar y siguiente", "primary", large=True)
    rail.add("register", "identification-card", "Registrar", "F2")
    for widget in (rail, button):
        qtbot.addWidget(widget)
    before = (rail.width(), button.sizeHint().height())
    look().set_scale(150)
    try:
        qtbot.waitUntil(lambda: rail.width() > before[0])
        assert button.sizeHint().height() == 72
    finally:
        look().set_scale(100)


def test_the_weave_is_drawn_once_for_a_size(qtbot: QtBot) -> None:
    weave = Weave()
    weave.resize(480, 768)
    shown(qtbot, weave)
    weave.grab()
    first = weave._cloth.cacheKey()
    weave.grab()
    assert weave._cloth.cacheKey() == first
