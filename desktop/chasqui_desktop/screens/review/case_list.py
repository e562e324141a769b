"""The list of what is to be reviewed: a sign, what it is about, who, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from chasqui_desktop.cases import Case
from chasqui_desktop.screens.field_names import field_words
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_icon, draw_text, sized_font
from chasqui_desktop.widgets.rows import RowDelegate, RowTable, fitted
from chasqui_desktop.words import Words, percent, say

LIST = say("Review", "Por revisar")
TITLES: dict[str, Words] = {
    "phones": say("Review", "Dos celulares distintos"),
    "document": say("Review", "Dos documentos distintos"),
    "birth_date": say("Review", "Dos fechas de nacimiento"),
    "home_district": say("Review", "Dos distritos distintos"),
}
TWO_ANSWERS = say("Review", "Dos respuestas: {field}")
SAME_PERSON = say("Review", "¿Es la misma persona?")
WHO = say("Review", "{name} · {code}")
BOTH = say("Review", "{one} / {other}")
ALIKE = say("Review", "{moment} · parecido {percent}")


class Share:
    """A share in percent, written in the language of the moment it is read."""

    def __init__(self, value: int) -> None:
        self._value = value

    def __str__(self) -> str:
        return percent(self._value)


@dataclass(frozen=True, slots=True)
class CaseCell:
    """A case in three lines; ``words`` is what a screen reader says."""

    icon: str
    title: Words
    who: Words
    when: Words

    @property
    def words(self) -> str:
        return f"{self.title}. {self.who}. {self.when}"


def case_cell(case: Case, today: date) -> CaseCell:
    """Put a case into words."""
    moment = spoken_moment(local(case.at), today)
    if case.field:
        title = TITLES.get(case.field, TWO_ANSWERS.fill(field=field_words(case.field)))
        return CaseCell("git-fork", title, WHO.fill(name=case.names[0], code=case.code), moment)
    who = BOTH.fill(one=case.names[0], other=case.names[-1])
    return CaseCell("users", SAME_PERSON, who, ALIKE.fill(moment=moment, percent=Share(case.percent)))


class CaseDelegate(RowDelegate):
    """Paints a case."""

    def paint_cell(self, painter: QPainter, box: QRectF, cell: object, chosen: bool) -> None:
        if not isinstance(cell, CaseCell):
            return
        theme = look()
        t, px = theme.tokens, theme.px
        draw_icon(painter, box.left() + px(7), box.top() + px(22), theme.pixmap(cell.icon, t.primary, 18))
        left, top = box.left() + px(36), box.top() + px(10)
        width = box.right() - px(8) - left
        lines = ((cell.title, 15, "strong", t.text, 22), (cell.who, 14, "normal", t.text2, 19))
        for words, size, weight, ink, high in (*lines, (cell.when, 13, "normal", t.text2, 18)):
            face, room = sized_font(size, weight), QRectF(left, top, width, px(high))
            draw_text(painter, room, fitted(str(words), face, room), face, ink)
            top += px(high)


class CaseTable(RowTable):
    """The list; digits, Enter and Esc are the case's, not the list's."""

    def __init__(self) -> None:
        super().__init__(75, name=LIST)
        self.setItemDelegate(CaseDelegate(self))
        self.horizontalHeader().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)
