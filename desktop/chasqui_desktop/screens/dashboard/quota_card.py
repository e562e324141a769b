"""The card that matters most: the share of migrants and refugees, and how many are missing now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from chasqui_desktop.board import OF, Board
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.quota import QuotaMeter
from chasqui_desktop.words import Words, percent


class QuotaCard(Card):
    """The share in large figures, what is missing, the bar with its minimum."""

    def __init__(self) -> None:
        super().__init__("plain", margins=(16, 14, 16, 8), gap=4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._title = Label("", "head")
        self._share = Label("", "number")
        self._missing = Label("", "label").wrapped()
        self._rest = Label("", "second").wrapped()
        self._meter = QuotaMeter(tall=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._missing)
        words.addWidget(self._rest)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._share, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.column.addWidget(self._title)
        self.column.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.column.addWidget(self._meter)

    def show_board(self, board: Board) -> None:
        """Say how the quota stands."""
        quota = board.quota
        self._title.say(board.title)
        self._share.say(percent(round(quota.share * 100, 1)))
        self._missing.say(board.missing)
        self._missing.set_tone("" if board.is_empty else ("warn" if quota.missing else "ok"))
        self._rest.say(board.rest)
        self._rest.setVisible(bool(str(board.rest)))
        above: Words = "" if board.is_empty else OF.fill(n=quota.counted, m=quota.total)
        self._meter.show_quota(round(quota.share * 100, 1), quota.minimum * 100, above)
        self.setAccessibleName(f"{board.title}: {percent(round(quota.share * 100, 1))}. {board.missing}. {board.rest}")
