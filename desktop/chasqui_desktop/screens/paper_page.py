"""What will come out of the printer, seen before: the page itself, the paper to choose, one key to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.paper.printing import draw
from chasqui_desktop.paper.sheet import Page
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card, Ground
from chasqui_desktop.widgets.chip_groups import ChipGroup, numbered
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import Words, say

PAPER = say("Paper", "Papel")
PRINT = say("Paper", "Imprimir")
BACK = say("Paper", "Volver")
SIZE = say("Paper", "{width} × {height} mm")
SEEN = say("Paper", "Así sale: {title}, {size}")
PRINTING = say("Paper", "Imprimiendo…")
MOST_ENLARGED = 7.5
"""px per mm at 100 %: a slip is not shown larger than the drawings show it."""

PagesOf = Callable[[object], Sequence[Page]]


class PagePreview(Dressed, QWidget):
    """A page as large as there is room for, white in every theme: paper is white."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.put_on()

    def show_page(self, page: Page | None, words: Words) -> None:
        """``words`` tell what is seen to who cannot see it; None lets the page go."""
        self._page = page
        self.setAccessibleName(str(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(320))

    def page_box(self) -> QRectF:
        """Where the page lies."""
        if self._page is None:
            return QRectF()
        page, room = self._page, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        scale = min(room.width() / page.width, room.height() / page.height, look().px(100) * MOST_ENLARGED / 100)
        box = QRectF(0, 0, page.width * scale, page.height * scale)
        box.moveCenter(room.center())
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        box = self.page_box()
        with QPainter(self) as painter:
            painter.fillRect(box, QColor("#FFFFFF"))
            draw(self._page, painter, box)
            painter.setPen(QPen(QColor(look().tokens.border), look().tokens.edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)


class PaperPage(Dressed, QWidget):
    """Asks for pages to be printed, and says where they went; Esc goes back."""

    print_asked = Signal(object)
    """Pages: answer with ``tell``."""
    paper_chosen = Signal(object)
    left = Signal()

    def __init__(
        self, title: Words, papers: Sequence[tuple[object, Words]], more: Words, choose: Words = PAPER
    ) -> None:
        """``papers``: what there is to choose from, under ``choose``; ``more`` tells in a sentence what is on it."""
        super().__init__()
        self._pages_of: PagesOf = lambda _paper: ()
        self._title = title
        self._heading = Label(title, "title")
        self._more = Label(more, "second").wrapped()
        self._papers = ChipGroup(numbered(*papers))
        self._papers.set_value(papers[0][0])
        self._choose_words = choose
        self._papers.setAccessibleName(str(choose))
        self._papers.chosen.connect(self._choose)
        self._size = Label("", "second")
        self._state = Banner("soft")
        self._state.hide()
        self._print = Button(PRINT, "primary", "printer", "F8", large=True)
        self._print.clicked.connect(self.ask_to_print)
        self._back = Button(BACK, "quiet", "arrow-left", "Esc")
        self._back.clicked.connect(self.left)
        self._preview = PagePreview()
        self._set_out()
        self.put_on()

    def retranslate(self) -> None:
        # lines of a page are broken where it is laid out: in the other language they break elsewhere
        self._show()

    def _set_out(self) -> None:
        card = Card("plain", margins=(22, 16, 22, 16), gap=10)
        card.column.addWidget(self._heading)
        card.column.addWidget(self._more)
        card.column.addSpacing(8)
        card.column.addWidget(Label(self._choose_words, "label"))
        card.column.addWidget(self._papers)
        card.column.addWidget(self._size)
        card.column.addStretch(1)
        card.column.addWidget(self._state)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        acts.addWidget(self._back)
        acts.addStretch(1)
        acts.addWidget(self._print)
        card.column.addLayout(acts)
        seen = QVBoxLayout()
        seen.addWidget(self._preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(seen, 3)
        row.addWidget(card, 2)

    def open(self, pages_of: PagesOf, paper: object | None = None) -> None:
        """Show what ``pages_of`` gives for a paper; None keeps the one chosen last."""
        self._pages_of = pages_of
        if paper is not None:
            self._papers.set_value(paper)
        self._state.hide()
        self._show()
        self._papers.setFocus()

    def pages(self) -> Sequence[Page]:
        """What would be printed now."""
        return self._pages_of(self._papers.value())

    def paper(self) -> object | None:
        """The paper chosen."""
        return self._papers.value()

    def ask_to_print(self) -> None:
        """F8: as it is seen."""
        self.tell("soft", "printer", PRINTING)
        self.print_asked.emit(self.pages())

    def tell(self, ground: Ground, icon: str, words: Words, more: Words = "") -> None:
        """Say what became of it."""
        self._state.show()
        self._state.show_state(ground, icon, words, more)

    def told(self) -> str:
        """What was said last."""
        return self._state.accessibleName() if self._state.isVisibleTo(self) else ""

    def _choose(self, paper: object | None) -> None:
        if paper is None:
            # one paper is always in the printer: a second press on the same chip does not take it out
            self._papers.set_value(self._kept)
            return
        self._show()
        self.paper_chosen.emit(paper)

    def _show(self) -> None:
        pages = self.pages()
        self._kept = self._papers.value()
        if pages:
            size = SIZE.fill(width=round(pages[0].width), height=round(pages[0].height))
            self._size.say(size)
            self._preview.show_page(pages[0], SEEN.fill(title=self._title, size=size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
