"""Where a person signs: with mouse, finger or pen. What is drawn are strokes of whole numbers, and a small picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import say

WIDE, HIGH = 1000, 400
"""The box in the units of its points: thousandths of its width, at any size of the window."""
BASELINE = 300
NEAR = 3
"""Points nearer to the last than this say nothing more of a line."""
MOST_POINTS = 2000
"""A long signature has a few hundred; what goes on for ever would make every draft slow to keep."""
PIECE = 8
"""Points of a line that are drawn at once."""
INK = 5
"""A stroke's width, in the same units."""
PICTURE_WIDE = 600
DOTS_PER_METRE = 6000
"""The picture is 10 cm wide."""

HERE = say("Widgets", "Firma aquí, con el dedo, el lápiz o el ratón")
NAME = say("Widgets", "Espacio para firmar")
SIGNED = say("Widgets", "Hay una firma. Supr la borra.")

Point = tuple[int, int]
Strokes = Sequence[Sequence[Sequence[int]]]
"""Each stroke its points, each point x from the left edge and y from the upper one."""


class SignaturePad(Dressed, QWidget):
    """A box with a line to sign on, as high as its width asks; Delete and Backspace empty it.

    ``changed`` comes when a stroke has ended, or all were taken away, by a person's act.
    """

    changed = Signal()
    shown = Signal()
    """Other strokes than before are shown, by whosever act, or the last point there is room for was drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[Point]] = []
        self._drawing: list[Point] | None = None
        self._finger: int | None = None
        self._is_open = True
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.put_on()

    # ---------------------------------------------------------------- what is drawn
    def strokes(self) -> list[list[Point]]:
        """Give the strokes that have ended."""
        return [list(stroke) for stroke in self._strokes]

    def show_strokes(self, strokes: Strokes) -> None:
        """Show what was drawn before; a stroke under way is not of this signature and is dropped."""
        self._drawing, self._finger = None, None
        self._strokes = [[(int(x), int(y)) for x, y in stroke] for stroke in strokes]
        self._tell()

    def clear(self) -> None:
        """Take everything away, as a person's act; nothing while the pad is closed."""
        if not self._is_open:
            return
        was_empty = self.is_empty and self._drawing is None
        self.show_strokes([])
        if not was_empty:
            self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was signed."""
        return not self._strokes

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be drawn before something is taken away."""
        return self._room() <= 0

    def _room(self) -> int:
        """Points that still can be drawn."""
        return MOST_POINTS - sum(map(len, self._strokes)) - len(self._drawing or ())

    def lift_pen(self) -> None:
        """End the stroke under way: it is as signed as any other, and what the hand goes on drawing is not."""
        self._end()

    def open_up(self, is_open: bool) -> None:
        """Let somebody sign, or let the pad lie closed: then no hand changes what is on it."""
        self.lift_pen()
        self._is_open = is_open
        self.setCursor(Qt.CursorShape.CrossCursor if is_open else Qt.CursorShape.ForbiddenCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus)
        self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(str(HERE if self.is_empty else SIGNED))
        self.update()
        self.shown.emit()

    # ---------------------------------------------------------------- drawing
    def _begin(self, at: QPointF) -> None:
        if not self._is_open:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.is_full:
            self._drawing = [self._point(at)]
            self.update()

    def _go_on(self, at: QPointF) -> None:
        if self._drawing is None or self._room() <= 0:
            return
        (x, y), (last_x, last_y) = self._point(at), self._drawing[-1]
        if (x - last_x) ** 2 + (y - last_y) ** 2 >= NEAR**2:
            self._drawing.append((x, y))
            self.update()
            if self._room() <= 0:
                self._tell()

    def _end(self) -> None:
        if self._drawing is not None:
            self._strokes.append(self._drawing)
            self._drawing = None
            self._tell()
            self.changed.emit()

    def _point(self, at: QPointF) -> Point:
        """In thousandths; what leaves the box runs along its edge."""
        unit = WIDE / max(1, self.width())
        return min(WIDE, max(0, round(at.x() * unit))), min(HIGH, max(0, round(at.y() * unit)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        # What is taken here comes not a second time as a mouse.
        event.accept()
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position())
        else:
            self._end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """Follow the finger that came first; a hand laid beside it draws nothing."""
        if event.type() == QEvent.Type.TouchCancel:
            self._drawing, self._finger = None, None
            self.update()
            return
        if event.type() == QEvent.Type.TouchBegin:
            # whoever was followed is gone, even where its end came to a window that lay over this one
            self._finger = None
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed and self._finger is None:
                self._finger = point.id()
                self._begin(point.position())
            elif point.id() == self._finger and point.state() == QEventPoint.State.Released:
                self._finger = None
                self._end()
            elif point.id() == self._finger and point.state() == QEventPoint.State.Updated:
                self._go_on(point.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- looks
    def retranslate(self) -> None:
        self.setAccessibleName(str(NAME))
        self._tell()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * HIGH / WIDE)

    def sizeHint(self) -> QSize:
        width = look().px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = look().px(240)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        unit = self.width() / WIDE
        with QPainter(self) as painter:
            ground = theme.tokens.surface if self._is_open else theme.tokens.inset
            draw_box(painter, QRectF(self.rect()), ground, theme.tokens.ctl, 8, theme.tokens.edge)
            line, side = BASELINE * unit, 60 * unit
            painter.setPen(QPen(QColor(theme.tokens.ctl), theme.px(1)))
            painter.drawLine(QPointF(side, line), QPointF(self.width() - side, line))
            if self._is_open and self.is_empty and self._drawing is None:
                below = QRectF(0, line, self.width(), self.height() - line)
                centre = Qt.AlignmentFlag.AlignHCenter
                draw_text(painter, below, str(HERE), self._fitting(str(HERE)), theme.tokens.text2, centre)
            drawing = [] if self._drawing is None else [self._drawing]
            _draw(painter, [*self._strokes, *drawing], unit, theme.tokens.text)

    def _fitting(self, words: str) -> QFont:
        """A font of the usual size, or of one in which the words are no longer than the line."""
        room = self.width() - 2 * look().px(10)
        return sized_font(14 * min(1.0, max(0.5, room / text_width(words, sized_font(14)))))


def signature_picture(strokes: Strokes) -> bytes:
    """Draw strokes black on white into a PNG of one bit a dot, 600 wide; the same strokes give the same bytes.

    At most 18 KB before they are packed, whatever was drawn; usually one or two after. Nothing else is in it.
    Empty without a stroke.
    """
    if not strokes:
        return b""
    drawn = QImage(PICTURE_WIDE, PICTURE_WIDE * HIGH // WIDE, QImage.Format.Format_Grayscale8)
    drawn.fill(Qt.GlobalColor.white)
    with QPainter(drawn) as painter:
        _draw(painter, strokes, PICTURE_WIDE / WIDE, "#000000")
    picture = drawn.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    # else Qt writes down how fine this screen is
    picture.setDotsPerMeterX(DOTS_PER_METRE)
    picture.setDotsPerMeterY(DOTS_PER_METRE)
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(packed, "PNG"):  # type: ignore[call-overload]  # PySide's stubs leave out the device
        raise RuntimeError("Qt could not write a PNG")
    return bytes(packed.data().data())


def _draw(painter: QPainter, strokes: Strokes, unit: float, ink: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(ink), INK * unit, Qt.PenStyle.SolidLine, round_cap, round_join))
    for stroke in strokes:
        for piece in _pieces(stroke, unit):
            painter.drawPath(piece)


def _pieces(stroke: Sequence[Sequence[int]], unit: float) -> Iterator[QPainterPath]:
    """Go through the middles between points, so that corners of the hand's samples are round; one point is a dot.

    In short pieces: of a long line that crosses itself Qt takes a multiple of the time, at every move of the hand.
    """
    points = [QPointF(x * unit, y * unit) for x, y in stroke]
    path = QPainterPath(points[0])
    for at, (here, after) in enumerate(pairwise(points), 1):
        path.quadTo(here, (here + after) / 2)
        if at % PIECE == 0:
            yield path
            path = QPainterPath(path.currentPosition())
    # a path without length is not drawn at all
    path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.01, 0))
    yield path
