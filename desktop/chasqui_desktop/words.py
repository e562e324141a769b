"""Words on screen: Spanish in the code, other languages by Qt's translation; figures as people write them.

What people read is a `Phrase`, made with `say` and put into words when it is shown, so a widget that keeps
the phrase says it again when the language changes. Text that is nobody's words (names, codes) stays ``str``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTranslator, Signal

from chasqui_resources.translations import words_file

LOCALES = {
    "es": QLocale(QLocale.Language.Spanish, QLocale.Country.Peru),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}

MONTHS = {
    "es": "ene feb mar abr may jun jul ago set oct nov dic".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
WEEKDAYS = {
    "es": "lun mar mié jue vie sáb dom".split(),
    "en": "Mon Tue Wed Thu Fri Sat Sun".split(),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence by its Spanish source and the context it is translated in; `fill` gives its placeholders values."""

    context: str
    source: str
    values: tuple[tuple[str, object], ...] = ()

    def fill(self, **values: object) -> Phrase:
        """The same sentence with ``{name}`` values: int, float and dates are written as the language does.

        A year or a code is no quantity: give it as ``str``. A value may be a phrase of its own.
        """
        return replace(self, values=(*self.values, *values.items()))

    def __str__(self) -> str:
        words = QCoreApplication.translate(self.context, self.source)
        return words.format(**{name: spoken(value) for name, value in self.values}) if self.values else words


Words = str | Phrase
"""Anything a widget can show: a phrase to be said, or text as it is."""


def say(context: str, source: str) -> Phrase:
    """A phrase of the screen or widget ``context``. Both must be literals: lupdate reads them in the source."""
    return Phrase(context, source)


def spoken(value: object) -> str:
    """A placeholder's value in the language in use."""
    if isinstance(value, bool | str | Phrase):
        return str(value)
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, datetime):
        return f"{day(value)}, {hour(value)}"
    if isinstance(value, date):
        return day(value)
    return hour(value) if isinstance(value, time) else str(value)


def language() -> str:
    """``es`` or ``en``, the language in use."""
    return "en" if QLocale().language() == QLocale.Language.English else "es"


def number(value: float, decimals: int = 1) -> str:
    """1,891 for a whole number, 28.1 with ``decimals`` for another."""
    if isinstance(value, int):
        return LOCALES[language()].toString(value)
    return LOCALES[language()].toString(float(value), "f", decimals)


def percent(value: float, decimals: int = 1) -> str:
    """``value`` is in percent: 28.1 is "28.1 %" in Spanish and "28.1%" in English; whole values have no decimals."""
    whole = float(value).is_integer()
    return number(int(value) if whole else value, decimals) + (" %" if language() == "es" else "%")


def day(value: date) -> str:
    """23/11/2026, or 23 Nov 2026."""
    if language() == "es":
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return f"{value.day} {MONTHS['en'][value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """23 nov, or 23 Nov: a day of this year."""
    return f"{value.day} {MONTHS[language()][value.month - 1]}"


def weekday(value: date) -> str:
    """Jue 12, or Thu 12: a day of these weeks."""
    return f"{WEEKDAYS[language()][value.weekday()]} {value.day}"


def hour(value: time | datetime) -> str:
    """10:42, of 24 hours, in both languages."""
    return f"{value.hour}:{value.minute:02}"


def long_day(value: date, code: str) -> str:
    """7 de diciembre, or 7 December, in the language ``code`` whichever is in use."""
    pattern = "d 'de' MMMM" if code == "es" else "d MMMM"
    return LOCALES[code].toString(QDate(value.year, value.month, value.day), pattern)


def told_in(code: str, words: Words) -> str:
    """``words`` in the language ``code``, whichever is in use: what is printed is in that of whoever gets it.

    Placeholders take text, numbers and phrases; days are given by `long_day`.
    """
    if isinstance(words, str):
        return words
    told = words.source if code == "es" else (_translator(code).translate(words.context, words.source) or words.source)
    values = {name: told_in(code, value) if isinstance(value, Phrase) else value for name, value in words.values}
    return told.format(**values) if values else told


@cache
def _words_of(code: str) -> bytes:
    return words_file(code)


@cache
def _translator(code: str) -> QTranslator:
    translator = QTranslator()
    # Qt reads the translation in place: the bytes must live as long as the translator
    if not translator.load(_words_of(code)):
        raise ValueError(f"the words of {code!r} cannot be read")
    return translator


class Language(QObject):
    """The language in use: installs or removes the translation, and every open widget says its words again."""

    changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.code = "es"
        self._translator = QTranslator(self)
        QLocale.setDefault(LOCALES["es"])

    def use(self, code: str) -> None:
        """Speak ``es`` or ``en`` from now on. Raises KeyError for another code, ValueError for a damaged file."""
        locale = LOCALES[code]
        if code == self.code:
            return
        QLocale.setDefault(locale)
        self.code = code
        if code == "es":
            QCoreApplication.removeTranslator(self._translator)
        else:
            self._read(code)
            QCoreApplication.installTranslator(self._translator)
        self.changed.emit(code)

    def _read(self, code: str) -> None:
        # Qt reads the translation in place: the bytes must live as long as the translator.
        self._bytes = words_file(code)
        if not self._translator.load(self._bytes):
            raise ValueError(f"the words of {code!r} cannot be read")

    def turn(self) -> None:
        """The other language, as Ctrl Shift E does."""
        self.use("en" if self.code == "es" else "es")
