"""Aviso: what is read aloud, and what she says to each purpose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.register.desk_card import Clock, DeskCard
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.notice_lines import LANGUAGE_NAMES, NOTICE_LANGUAGE, NoticeLines
from chasqui_desktop.screens.register.sentences import sentence
from chasqui_desktop.screens.register.signing import Signing
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup, YesNo
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.flow import FlowLayout
from chasqui_desktop.widgets.labels import Badge, Divider, Label
from chasqui_desktop.widgets.switches import Segments
from chasqui_desktop.words import language, say
from chasqui_resources.consent import ConsentText, Purpose
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import PURPOSES
from chasqui_sync.core.rules import Finding

READ_ALOUD = say("Register", "Lee esto en voz alta")
AGREES = say("Register", "¿Está de acuerdo?")
HOW = say("Register", "¿Cómo lo dijo?")
SIGNS = say("Register", "Su firma")
VERSION = say("Register", "Aviso {version} · desde {day}")
ALOUD = say("Register", "{n} s en voz alta")
SHOW = say("Register", "Mostrar a la persona")
REFUSES = say("Register", "No quiere registrarse")
ONLY_COUNTED = say("Register", "Solo suma 1 a la cuenta anónima.")


ANSWERS, ANSWERS_IN_LARGE, LARGE = 440, 340, 150
"""Width of the answers, and over which text size (percent) their words wrap so that both halves keep their place."""


class PurposeRow(Card):
    """One purpose with its Sí and No, ringed as a whole."""

    def __init__(self, code: str) -> None:
        super().__init__("inset", margins=(14, 9, 11, 9), gap=0)
        self.answer = YesNo()
        self._purpose: Purpose | None = None
        self._title = Label("", "head").wrapped()
        self._second = Label("", "hint", "second").wrapped()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._second)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.answer)
        self.column.addLayout(row)
        self.setProperty("ringed", True)
        self.setObjectName(f"row_{code}")

    def show_purpose(self, purpose: Purpose) -> None:
        """In the language of the screen: the promoter reads it, then asks."""
        self._purpose = purpose
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        purpose = getattr(self, "_purpose", None)
        if purpose is None:
            return
        title = purpose.title.get(language(), purpose.title["es"])
        second = purpose.subtitle.get(language(), purpose.subtitle["es"])
        self._title.say(title)
        self._second.say(second)
        self.answer.setAccessibleName(title)
        self.answer.setAccessibleDescription(second)
        for chip in self.answer.chips():
            chip.setAccessibleDescription(f"{title}. {second}")


class NoticeCard(DeskCard):
    """The notice in the language chosen, the five purposes, how the answer was given.

    ``refused`` says she does not want to register; ``language_chosen`` is the notice's, not the window's.
    """

    refused = Signal()
    show_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, form: Form, today: Clock, now_ms: Callable[[], int]) -> None:
        super().__init__(form, today)
        self._now_ms = now_ms
        self._text: ConsentText | None = None
        self._rows = {purpose: PurposeRow(purpose) for purpose in PURPOSES}
        self._how = ChipGroup(options.HOW_SAID)
        self._signing = Signing()
        self._lines = NoticeLines(44, "notice")
        self._reading_title = Label(READ_ALOUD, "head", "second").wrapped()
        self._languages = Segments((("es", "Español"), ("en", "English")), NOTICE_LANGUAGE)
        self._version, self._aloud = Badge("", "quiet", "file-text"), Badge("", "quiet", "microphone")
        self._show = Button(SHOW, "quiet", "arrows-clockwise", "Ctrl M")
        self._refuse = Button(REFUSES, "danger", "x-circle", "Ctrl 0")
        for purpose, row in self._rows.items():
            self.add(f"consent_{purpose}", row.answer)
        self.add("consent_how", self._how, Field(HOW, self._how))
        self.add("signature", self._signing.pad)
        self._lay_out()
        self.put_in_order()
        self._signing.put_in_order()
        self._bind()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addLayout(self._reading(), 1)
        row.addWidget(Divider(upright=True))
        answers = QWidget()
        answers.setLayout(self._answering())
        self._answers = answers
        row.addWidget(answers)
        self.column.addLayout(row)
        self.dress()

    def _reading(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._reading_title)
        head.addStretch(1)
        head.addWidget(self._languages)
        badges = FlowLayout(gap=8)
        badges.addWidget(self._version)
        badges.addWidget(self._aloud)
        foot = QHBoxLayout()
        foot.addWidget(self._show)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._lines, 4)
        column.addWidget(self._signing, 4)
        column.addStretch(1)
        column.addLayout(badges)
        column.addLayout(foot)
        return column

    def _answering(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(Label(AGREES, "head", "second"))
        for row in self._rows.values():
            column.addWidget(row)
        column.addSpacing(2)
        column.addWidget(self.fields["consent_how"])
        column.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addWidget(Label(ONLY_COUNTED, "hint", "second").wrapped(), 1)
        self._foot.addWidget(self._refuse)
        column.addLayout(self._foot)
        return column

    def dress(self) -> None:
        super().dress()
        if "consent_how" in self.fields and hasattr(self, "_answers"):
            is_large = look().scale > LARGE
            self._answers.setFixedWidth(look().px(ANSWERS_IN_LARGE if is_large else ANSWERS))
            side_by_side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._foot.setDirection(under if is_large else side_by_side)

    def _bind(self) -> None:
        for purpose in PURPOSES:
            row = self._rows[purpose]
            row.answer.chosen.connect(lambda value, purpose=purpose: self._answer(purpose, value))
            self.on_show(partial(self._show_answer, purpose))
        self.bind_choice("consent_how", self._how)
        self._how.chosen.connect(lambda _how: self._show_signing())
        self._signing.pad.changed.connect(lambda: self.pick("signature", self._signing.pad.strokes()))
        self.on_show(lambda: self._signing.pad.show_strokes(self.form.signature))
        self.on_show(self._show_signing)
        self._languages.chosen.connect(lambda code: self.speak(str(code)))
        self._show.clicked.connect(self.show_asked)
        self._refuse.clicked.connect(self.refused)
        self.on_show(self._show_text)

    def _show_answer(self, purpose: str) -> None:
        self._rows[purpose].answer.set_value(getattr(self.form, f"consent_{purpose}"))

    def _answer(self, purpose: str, value: bool | None) -> None:
        if self.form.notice_read_at is None:
            self.form.notice_read_at = self._now_ms()
        if purpose == "programme" and value is False and self.form.amendment is None:
            self.refused.emit()
            return
        self.pick(f"consent_{purpose}", value)

    def _show_signing(self) -> None:
        """Where she signs, in the place of what was read to her; "Mostrar a la persona" still shows it."""
        signs = self.form.consent_how == "signature"
        for part in (self._lines, self._languages, self._aloud):
            part.setVisible(not signs)
        self._signing.setVisible(signs)
        self._signing.show_signed_before(self.form.amendment is not None and self.form.amendment.is_signed)
        self._reading_title.say(SIGNS if signs else READ_ALOUD)

    def lift_pen(self) -> None:
        """What is drawn of a signature so far is in the form."""
        self._signing.pad.lift_pen()

    def show_saving(self, saving: bool) -> None:
        """While what is on the desk is being saved nobody signs."""
        self._signing.show_saving(saving)

    def speak(self, code: str) -> None:
        """Show the notice in another language, for this person and the next."""
        self.form.notice_language = code
        self._show_text()
        self.language_chosen.emit(code)
        self.touched.emit("notice_language")

    # ---------------------------------------------------------------- showing
    def say_findings(self, findings: Sequence[Finding]) -> None:
        super().say_findings(findings)
        for finding in findings:
            # The purposes have no line of their own for a sentence.
            if finding.problem is Problem.CONSENT_NEEDED and self.insists:
                self.fields["consent_how"].problem("bad", sentence(finding))

    def show_notice(self, text: ConsentText) -> None:
        """The edition's notice; the languages it is written in are offered."""
        self._text = text
        offered = [(code, LANGUAGE_NAMES.get(code, code)) for code in text.languages]
        if self.form.notice_language not in text.languages:
            self.form.notice_language = text.languages[0]
        self._languages.set_choices(offered)
        for purpose in text.purposes:
            if purpose.code in self._rows:
                self._rows[purpose.code].show_purpose(purpose)
        self._version.show_state(VERSION.fill(version=text.version, day=text.since))
        self._aloud.show_state(ALOUD.fill(n=text.seconds_aloud))
        self._show_text()

    def _show_text(self) -> None:
        if self._text is None:
            return
        code = self.form.notice_language
        self._languages.set_value(code)
        self._lines.show_lines(self._text.lines, [line.aloud[code] for line in self._text.lines])
