"""Review: cases decided by keys alone, in the real screen; nothing is joined by Enter, and a join is undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.cases import Case, CaseFilter, Cases, Conflict, Pair, Side, Written
from chasqui_desktop.screens.review.screen import Act, ReviewScreen
from chasqui_desktop.typist import Typist
from chasqui_sync.core.likeness import Reason
from tests.helpers.sample_book import REFERENCE, ms, now

FIRST, SECOND = [{"number": "+51987650774", "owner": "own"}], [{"number": "+51956120438"}]
BEFORE = Written("phones", [{"number": "+51987650744"}], True, "s1", ms(300))
ANYELIS = Conflict(
    record="a" * 32,
    field="phones",
    code="GE26-3WVN-E",
    name="Anyelis P.",
    values=(Written("phones", FIRST, True, "s1", ms(48)), Written("phones", SECOND, False, None, ms(7))),
    stands=1,
    seen="o.1.7 p.1.4",
    before=BEFORE,
    beside=(
        Written("tax_regime", "nrus", False, None, ms(7)),
        Written("alternative_contact", "hermana", True, "s1", ms(48)),
        Written("sells_at", ["stall", "internet"], True, "s1", ms(48)),
    ),
    history=(
        BEFORE,
        Written("phones", FIRST, True, "s1", ms(48)),
        Written("phones", SECOND, False, None, ms(7)),
    ),
)
ROSA: dict[str, Any] = {
    "given_names": "Rosa Elena",
    "paternal_surname": "Quispe",
    "maternal_surname": "Mamani",
    "document": {"scheme": "dni", "number": "10117410"},
    "birth_date": "1988-03-12",
    "phones": [{"number": "+51987654321"}],
    "home_district": {"scheme": "inei", "code": "150110"},
    "sector": "prepared_food",
    "outreach_point": "p1",
    "promoter": "s1",
    "consent": {"version": "v3.2"},
    "consent_programme": True,
    "consent_whatsapp": True,
    "consent_six_months": True,
    "consent_partners": False,
    "consent_photos": False,
}
AGAIN = {
    **ROSA,
    "given_names": "Rosa",
    "document": {"scheme": "none", "number": ""},
    "promoter": "s2",
    "outreach_point": "p2",
    "consent_six_months": False,
}
TWO = Pair(
    sides=(Side("b" * 32, "GE26-K7M4-Q", ROSA, ms(48)), Side("c" * 32, "GE26-JV5T-B", AGAIN, ms(6))),
    together={**ROSA, "consent_six_months": False},
    percent=94,
    reasons=(Reason.SAME_PHONE,),
)
CONFLICT = Case("a" * 32, "phones", "", "GE26-3WVN-E", ("Anyelis P.",), ms(0.3), 0)
PAIR = Case("b" * 32, "", "c" * 32, "GE26-K7M4-Q", ("Rosa E. Q. M.", "Rosa Q. M."), ms(6), 94)


class Register:
    """Answers the screen at once, from what is left to decide."""

    def __init__(self, screen: ReviewScreen) -> None:
        self.cases = [CONFLICT, PAIR]
        self.conflict, self.pair = ANYELIS, TWO
        self.told: list[tuple[Any, ...]] = []
        self.screen = screen
        screen.page_asked.connect(self._page)
        screen.conflict_asked.connect(lambda *_: screen.show_conflict(self.conflict))
        screen.pair_asked.connect(lambda one, other: screen.show_pair(one, other, self.pair))
        screen.settle_asked.connect(lambda *said: self._decide(Act.SETTLED, CONFLICT, *said))
        screen.join_asked.connect(lambda *said: self._decide(Act.JOINED, PAIR, *said))
        screen.two_asked.connect(lambda *said: self._decide(Act.TWO, PAIR, *said))
        screen.part_asked.connect(lambda *said: self._back("part", *said))
        screen.doubt_asked.connect(lambda *said: self._back("doubt", *said))

    def _page(self, chosen: CaseFilter, offset: int, limit: int) -> None:
        wanted = {CaseFilter.ALL: (True, False), CaseFilter.CHANGES: (True,), CaseFilter.ALIKE: (False,)}[chosen]
        rows = [case for case in self.cases if bool(case.field) in wanted]
        self.screen.show_page(chosen, offset, Cases(rows[offset : offset + limit], len(rows)))

    def _decide(self, act: Act, case: Case, *said: Any) -> None:
        self.told.append((act, *said))
        self.cases.remove(case)
        self.screen.decided(act, str(said[0]), str(said[1]))

    def _back(self, what: str, *said: Any) -> None:
        self.told.append((what, *said))
        self.cases.append(PAIR)
        self.screen.read_again()


class Reviewer:
    """Somebody in front of the screen, with keys alone."""

    def __init__(self, screen: ReviewScreen, qtbot: QtBot) -> None:
        self.screen, self.qtbot = screen, qtbot
        self.register = Register(screen)
        self.typist = Typist(screen)
        screen.enter()
        self.wait(lambda: screen.conflict.isVisible())

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.typist.press(key)

    @property
    def use(self) -> str:
        return self.screen.conflict._use.text()


@pytest.fixture
def screen(qtbot: QtBot) -> ReviewScreen:
    shown = ReviewScreen(now)
    qtbot.addWidget(shown)
    shown.resize(1270, 712)
    shown.show_reference(REFERENCE)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def reviewer(screen: ReviewScreen, qtbot: QtBot) -> Reviewer:
    return Reviewer(screen, qtbot)


def words(screen: ReviewScreen) -> str:
    page = screen._pages.currentWidget()
    assert page is not None
    return "\n".join(part.text() for part in page.findChildren(type(screen._note)) if part.isVisible())


def test_both_values_are_said_with_who_and_when_and_the_standing_one_is_chosen(reviewer: Reviewer) -> None:
    cards = reviewer.screen.conflict._cards
    assert [card.text_shown() for card in cards if card.isVisible()] == ["987 650 774", "956 120 438"]
    assert [card.isChecked() for card in cards[:2]] == [False, True]
    assert cards[1].hasFocus()
    assert cards[0].accessibleName().startswith("1: 987 650 774. Milagros T., este equipo. 21 nov,")
    assert "Otro equipo" in cards[1].accessibleName()
    said = words(reviewer.screen)
    for each in ("Celular de Anyelis P.", "Antes decía", "987 650 744", "Lo demás se unió solo", "Nuevo RUS"):
        assert each in said
    assert "Puesto · Por internet" in said
    assert reviewer.use == "Usar 956 120 438"


def test_one_key_chooses_and_enter_settles_with_what_was_seen_and_the_next_comes(reviewer: Reviewer) -> None:
    reviewer.press("1")
    assert reviewer.use == "Usar 987 650 774"
    reviewer.press("Enter")
    assert reviewer.register.told == [(Act.SETTLED, "a" * 32, "phones", FIRST, "o.1.7 p.1.4")]
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())


def test_arrows_choose_between_values_and_move_in_the_list(reviewer: Reviewer) -> None:
    reviewer.press("Left")
    assert reviewer.use == "Usar 987 650 774"
    assert reviewer.screen.conflict._cards[0].hasFocus()
    reviewer.press("Right")
    assert reviewer.use == "Usar 956 120 438"
    reviewer.press("Down")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    reviewer.press("Up")
    reviewer.wait(lambda: reviewer.screen.conflict.isVisible())
    assert reviewer.register.told == []


def test_both_are_kept_the_one_chosen_first(reviewer: Reviewer) -> None:
    reviewer.press("1", "3")
    assert reviewer.use == "Guardar los dos"
    reviewer.press("Enter")
    assert reviewer.register.told[0][3] == [*FIRST, *SECOND]


def test_another_number_is_typed_and_an_unfinished_one_settles_nothing(reviewer: Reviewer) -> None:
    reviewer.press("4")
    reviewer.typist.type("98765")
    reviewer.press("Enter")
    assert reviewer.register.told == []
    assert "Ese número no está completo." in words(reviewer.screen)
    reviewer.typist.type("0799")
    reviewer.press("Enter")
    assert reviewer.register.told[0][3] == [{"number": "+51987650799"}]


def test_escape_leaves_the_typing_and_then_the_case_for_later(reviewer: Reviewer) -> None:
    reviewer.press("4")
    reviewer.typist.type("987")
    reviewer.press("Esc")
    assert reviewer.screen.conflict._cards[1].hasFocus()
    assert reviewer.screen.conflict._field.text() == "987"
    reviewer.press("Esc")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    assert reviewer.register.told == []
    assert len(reviewer.register.cases) == 2


def test_enter_joins_nobody_one_does_and_it_is_undone_by_a_key(reviewer: Reviewer) -> None:
    reviewer.press("Down")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    reviewer.press("Enter")
    assert reviewer.register.told == []
    reviewer.press("1")
    assert reviewer.register.told == [(Act.JOINED, "c" * 32, "b" * 32)]
    reviewer.wait(lambda: reviewer.screen.conflict.isVisible())
    assert reviewer.screen.toast.isVisible()
    reviewer.press("Ctrl U")
    assert reviewer.register.told[-1] == ("part", "c" * 32, "b" * 32)
    assert not reviewer.screen.toast.isVisible()
    reviewer.press("Ctrl U")
    assert len(reviewer.register.told) == 2, "what was undone is not undone again"


def test_two_people_it_is_by_one_key_and_back_by_another(reviewer: Reviewer) -> None:
    reviewer.press("Down")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    reviewer.press("2", "Ctrl U")
    assert reviewer.register.told == [(Act.TWO, "b" * 32, "c" * 32), ("doubt", "b" * 32, "c" * 32)]


def test_the_table_says_what_is_the_same_and_what_one_person_would_be(reviewer: Reviewer) -> None:
    reviewer.press("Down")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    rows = reviewer.screen.pair._rows
    told = {
        row.label.text(): (row.one.text(), row.word.text(), row.other.text()) for row in rows if row.label.isVisible()
    }
    assert told["Documento"] == ("DNI ••• 410", "solo uno", "Sin documento")
    assert told["Apellidos"] == ("Quispe Mamani", "igual", "Quispe Mamani")
    assert told["Nombres"] == ("Rosa Elena", "casi", "Rosa")
    assert told["Nacimiento"] == ("12/03/1988", "igual", "12/03/1988")
    assert told["Consentimiento"] == ("3 de 5", "distinto", "2 de 5")
    said = words(reviewer.screen)
    assert "Al unir vale lo más protector: 6 meses no." in said
    assert "Así quedaría: Rosa Elena Quispe Mamani" in said
    assert "La registraron dos promotores." in said
    assert "10117410" not in said


def test_what_was_settled_elsewhere_says_so_and_enter_goes_on(reviewer: Reviewer) -> None:
    reviewer.register.cases.remove(CONFLICT)
    reviewer.register.conflict = ANYELIS._replace(values=ANYELIS.values[:1], stands=0)
    reviewer.screen.read_again()
    reviewer.wait(lambda: reviewer.screen.conflict._settled.isVisible())
    assert "Milagros T. ya lo resolvió: 987 650 774" in words(reviewer.screen)
    reviewer.press("Enter")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    assert reviewer.register.told == []


def test_nothing_left_says_good_work(reviewer: Reviewer) -> None:
    reviewer.press("Enter")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    reviewer.press("1")
    reviewer.wait(lambda: "Nada por revisar. Buen trabajo." in words(reviewer.screen))
    assert QApplication.focusWidget() is reviewer.screen.table()


def test_a_change_elsewhere_keeps_what_was_typed_and_chosen(reviewer: Reviewer) -> None:
    reviewer.press("4")
    reviewer.typist.type("987650")
    asked: list[object] = []
    reviewer.screen.page_asked.connect(lambda *said: asked.append(said))
    reviewer.screen.read_again()
    reviewer.wait(lambda: bool(asked))
    assert reviewer.screen.conflict._field.text() == "987650"
    assert reviewer.screen.conflict._field.hasFocus()
    assert reviewer.use == "Usar lo escrito"


def test_a_decision_that_cannot_be_written_is_said(reviewer: Reviewer) -> None:
    reviewer.screen.failed("No hay espacio para guardar.")
    assert reviewer.screen._trouble.isVisible()
    assert reviewer.screen.conflict.isVisible()


def test_a_case_somebody_came_for_is_shown_whatever_is_in_the_list(reviewer: Reviewer) -> None:
    reviewer.press("Down")
    reviewer.wait(lambda: reviewer.screen.pair.isVisible())
    reviewer.screen.open_case("a" * 32, "phones")
    reviewer.wait(lambda: reviewer.screen.conflict.isVisible())


def test_a_reader_of_screens_hears_each_case(reviewer: Reviewer) -> None:
    model = reviewer.screen.table().model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken[0].startswith("Dos celulares distintos. Anyelis P. · GE26-3WVN-E. hoy,")
    assert spoken[1] == f"¿Es la misma persona?. Rosa E. Q. M. / Rosa Q. M.. {_moment(PAIR.at)} · parecido 94 %"


def _moment(at: int) -> str:
    moment = datetime.fromtimestamp(at / 1000).astimezone()
    return f"hoy, {moment.hour}:{moment.minute:02}"
