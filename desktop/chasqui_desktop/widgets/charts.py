"""Bars that are painted: one answer a line, one day a column, a way in steps. Each says itself to who cannot see it.

Those who count towards the quota come first, in their colour; a gap of 2 px parts them from the others. What may not
be told is hatched, so that no colour alone says anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.rows import fitted
from chasqui_desktop.words import Words, number, percent, say

COUNTED = say("Charts", "Migrante o refugiado")
OTHER = say("Charts", "Peruano")
NO_DETAIL = say("Charts", "{n} · sin detalle")
SPOKEN = say("Charts", "{name}: {n}; {counted} migrantes o refugiados, {others} peruanos")
SPOKEN_WHOLE = say("Charts", "{name}: {n}, sin detalle")
SPOKEN_STEP = say("Charts", "{name}: {n}")
SPOKEN_SHARE = say("Charts", "{name}: {n}, {share} del paso anterior")
Split = tuple[int, int] | None
GAP = 2


@dataclass(frozen=True, slots=True)
class ChartBar:
    """``split`` None: hatched. ``strong``: the label stands out. ``share`` (percent) only of a step."""

    words: Words
    total: int
    split: Split = None
    strong: bool = False
    share: float | None = None

    def spoken(self) -> str:
        """The bar in words."""
        if self.split is None:
            return str(SPOKEN_WHOLE.fill(name=self.words, n=self.total))
        counted, others = self.split
        return str(SPOKEN.fill(name=self.words, n=self.total, counted=counted, others=others))


class Chart(Dressed, QWidget):
    """Bars, or a sentence where there are none."""

    def __init__(self, title: Words, empty: Words, before: Words = "") -> None:
        """``before``: said until the first figures are there; nobody yet is another thing than nobody."""
        super().__init__()
        self._title, self._empty = title, empty
        self._said = before or empty
        self.bars: tuple[ChartBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.put_on()

    def show_bars(self, bars: Sequence[ChartBar]) -> None:
        """Other figures; a chart of nobody has no bars to draw."""
        self.bars, self._said = tuple(bars), self._empty
        self.retranslate()
        self.updateGeometry()
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody to count."""
        return not any(bar.total for bar in self.bars)

    def retranslate(self) -> None:
        if hasattr(self, "bars"):
            said = str(self._said) if self.is_empty else ". ".join(self.spoken(bar) for bar in self.bars)
            self.setAccessibleName(f"{self._title}. {said}")

    def spoken(self, bar: ChartBar) -> str:
        return bar.spoken()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter)
            if self.is_empty:
                face = sized_font(15)
                draw_text(
                    painter, QRectF(self.rect()), str(self._said), face, look().tokens.text2,
                    Qt.AlignmentFlag.AlignHCenter,
                )  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        raise NotImplementedError


class SplitBars(Chart):
    """One answer a line: its name, its bar, its total."""

    LINE = 27

    def sizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(self.LINE * max(1, len(self.bars))))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(23 * max(3, len(self.bars))))

    def paint(self, painter: QPainter) -> None:
        px = look().px
        if self.is_empty:
            return
        line = min(px(self.LINE), self.height() / len(self.bars))
        label, figures = self._columns()
        most = max(bar.total for bar in self.bars)
        for at, bar in enumerate(self.bars):
            top = at * line
            face = sized_font(14, "control")
            name_box = QRectF(0, top, label - px(10), line)
            draw_text(painter, name_box, fitted(str(bar.words), face, name_box), face, look().tokens.text)
            width = max(px(3), (self.width() - label - figures) * bar.total / most) if bar.total else 0
            self.paint_bar(painter, QRectF(label, top + (line - px(15)) / 2, width, px(15)), bar, at)
            self.paint_figures(painter, QRectF(label + width + px(9), top, figures, line), bar)

    def paint_bar(self, painter: QPainter, box: QRectF, bar: ChartBar, at: int) -> None:
        paint_split(painter, box, bar, across=True)

    def paint_figures(self, painter: QPainter, box: QRectF, bar: ChartBar) -> None:
        draw_text(painter, box, self.figures(bar), sized_font(14, "strong"), look().tokens.text)

    def figures(self, bar: ChartBar) -> str:
        return str(NO_DETAIL.fill(n=bar.total)) if bar.split is None else number(bar.total)

    def figures_width(self) -> float:
        return max(text_width(self.figures(bar), sized_font(14, "strong")) for bar in self.bars)

    def _columns(self) -> tuple[float, float]:
        """Width of the names, and of what stands behind the bars."""
        names = max(text_width(str(bar.words), sized_font(14, "control")) for bar in self.bars)
        return min(max(look().px(104), names + look().px(14)), self.width() * 0.42), self.figures_width() + look().px(
            14
        )


class StepBars(SplitBars):
    """A way in steps, each paler than the one before; behind it the count and its share of the step before."""

    def spoken(self, bar: ChartBar) -> str:
        if bar.share is None:
            return str(SPOKEN_STEP.fill(name=bar.words, n=bar.total))
        return str(SPOKEN_SHARE.fill(name=bar.words, n=bar.total, share=percent(round(bar.share))))

    def paint_bar(self, painter: QPainter, box: QRectF, bar: ChartBar, at: int) -> None:
        colour = QColor(look().tokens.per)
        colour.setAlphaF(max(0.4, 1 - 0.16 * at))
        painter.fillRect(box, colour)
        if look().tokens.outlined:
            painter.setPen(QPen(QColor(look().tokens.text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def paint_figures(self, painter: QPainter, box: QRectF, bar: ChartBar) -> None:
        super().paint_figures(painter, box, bar)
        if bar.share is not None:
            after = box.adjusted(text_width(number(bar.total), sized_font(14, "strong")) + look().px(8), 0, 0, 0)
            draw_text(painter, after, percent(round(bar.share)), sized_font(13), look().tokens.text2)

    def figures(self, bar: ChartBar) -> str:
        return number(bar.total)

    def figures_width(self) -> float:
        return super().figures_width() + text_width(percent(100), sized_font(13)) + look().px(8)


class DayBars(Chart):
    """One day a column: its total above, its name below, two hair lines to measure by."""

    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(260), look().px(96))

    def paint(self, painter: QPainter) -> None:
        px, t = look().px, look().tokens
        foot, head = px(24), px(22)
        room = QRectF(0, head, self.width(), self.height() - foot - head)
        # where lines are black, those above the ground would run through the figures
        for share in (0.0,) if t.outlined else (0.0, 0.5, 1.0):
            y = room.bottom() - room.height() * share
            painter.fillRect(QRectF(0, y, self.width(), 1), QColor(t.ctl if share == 0 else t.line))
        if not self.bars:
            return
        most = max(1, *(bar.total for bar in self.bars))
        pitch = room.width() / len(self.bars)
        wide = min(pitch * 0.62, px(60))
        for at, bar in enumerate(self.bars):
            middle = pitch * (at + 0.5)
            height = room.height() * bar.total / most
            column = QRectF(middle - wide / 2, room.bottom() - height, wide, height)
            if bar.total:
                paint_split(painter, column, bar, across=False)
                self._middle(painter, middle, column.top() - px(21), number(bar.total), 13, "strong", t.text)
            weight, ink = ("title", t.text) if bar.strong else ("control", t.text2)
            self._middle(painter, middle, room.bottom() + px(3), _short(bar, pitch), 12.5, weight, ink)

    def _middle(
        self, painter: QPainter, middle: float, top: float, words: str, size: float, weight: str, ink: str
    ) -> None:
        wide = look().px(120)
        face = sized_font(size, weight)
        draw_text(
            painter,
            QRectF(middle - wide / 2, top, wide, look().px(20)),
            words,
            face,
            ink,
            Qt.AlignmentFlag.AlignHCenter,
        )


def _short(bar: ChartBar, room: float) -> str:
    """The day's name, or its last word (the day of the month) where there is no room for more."""
    words = str(bar.words)
    return words if text_width(words, sized_font(12.5, "title")) < room - 4 else words.rsplit(" ", maxsplit=1)[-1]


def paint_split(painter: QPainter, box: QRectF, bar: ChartBar, *, across: bool) -> None:
    """A bar in its two colours, those who count first (left, or above), or hatched where its split is not told."""
    t = look().tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if bar.split is None:
        _hatch(painter, box)
        return
    counted = bar.split[0] / bar.total
    if across:
        first = QRectF(box.left(), box.top(), box.width() * counted, box.height())
        second = QRectF(first.right() + GAP, box.top(), max(0.0, box.right() - first.right() - GAP), box.height())
    else:
        first = QRectF(box.left(), box.top(), box.width(), box.height() * counted)
        second = QRectF(box.left(), first.bottom() + GAP, box.width(), max(0.0, box.bottom() - first.bottom() - GAP))
    for part, colour in ((first, t.mig), (second, t.per)):
        painter.fillRect(part, QColor(colour))
        if t.outlined:
            painter.setPen(QPen(QColor(t.text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(part)


def _hatch(painter: QPainter, box: QRectF) -> None:
    t = look().tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(t.text2), 1))
    painter.setBrush(QBrush(QColor(t.text2), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


class Legend(Dressed, QWidget):
    """What the two colours mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def retranslate(self) -> None:
        self.setAccessibleName(f"{COUNTED}, {OTHER}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = look().px
        words = sum(text_width(str(each), sized_font(13.5)) for each in (COUNTED, OTHER))
        return QSize(words + 2 * px(20) + px(10), px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        px, t = look().px, look().tokens
        left = 0.0
        with QPainter(self) as painter:
            for words, colour in ((COUNTED, t.mig), (OTHER, t.per)):
                box = QRectF(left + 0.5, (self.height() - px(12)) / 2 + 0.5, px(12), px(12))
                painter.fillRect(box, QColor(colour))
                painter.setPen(QPen(QColor(t.text), 1))
                painter.drawRect(box)
                face = sized_font(13.5)
                width = text_width(str(words), face)
                draw_text(painter, QRectF(left + px(19), 0, width + 2, self.height()), str(words), face, t.text2)
                left += width + px(20) + px(9)
