"""What the desk's finding fields offer: districts and countries, rubros, outreach points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chasqui_desktop.widgets.suggest_popup import Suggestion
from chasqui_desktop.words import language, say
from chasqui_resources.countries import country, find_countries
from chasqui_resources.districts import District, district, find_districts
from chasqui_resources.search import words_of
from chasqui_resources.sectors import find_sectors, sector
from chasqui_sync.core.records import OutreachPoint

THIS_POINT = say("Register", "este punto")
OTHER_COUNTRY = say("Register", "otro país")
ROWS = 6
NEAR = ("VEN", "COL", "ECU", "BOL", "CHL", "BRA")

Home = tuple[str, str]
"""Scheme (``inei`` or ``iso``) and code."""


def find_home(text: str, near: str | None, last_used: Sequence[str]) -> list[Suggestion]:
    """Districts first, the point's own before others; then countries, and the nearest for "otro país"."""
    found = [_district(each, near) for each in find_districts(text, near, last_used, ROWS)]
    if not text.strip():
        return found
    letters = len(text.strip())
    asked = words_of(str(OTHER_COUNTRY)).startswith(words_of(text)) and letters >= 3
    named = find_countries(text, language()) if letters > 3 or not found else ()
    abroad = [country(code) for code in NEAR] if asked else named
    room = max(0, ROWS - len(found))
    return found + [Suggestion(("iso", each.code), each.name(language()), str(OTHER_COUNTRY)) for each in abroad[:room]]


def home_suggestion(home: Home) -> Suggestion | None:
    """Write a place of the record as the field shows it; None for a code this version cannot name."""
    scheme, code = home
    try:
        if scheme == "iso":
            return Suggestion(home, country(code).name(language()), str(OTHER_COUNTRY))
        return _district(district(code), None)
    except KeyError:
        return None


def _district(found: District, near: str | None) -> Suggestion:
    note = THIS_POINT if found.code == near else ""
    return Suggestion(("inei", found.code), found.name, f"{found.province} · {found.department}", note)


def short_home(scheme: str, code: str) -> str:
    """Comas, Lima; or the country."""
    try:
        if scheme == "iso":
            return country(code).name(language())
        found = district(code)
    except KeyError:
        return code
    return f"{found.name}, {found.department}"


def find_trade(text: str) -> list[Suggestion]:
    """Rubros by name or by what people call them; the last row is always "otro"."""
    found = [Suggestion(each.code, each.name(language())) for each in find_sectors(text, language())[: ROWS - 1]]
    if all(row.value != "other" for row in found):
        found.append(Suggestion("other", sector("other").name(language())))
    return found


def trade_name(code: str) -> str:
    """A rubro in the language in use; a code of a newer table as it is."""
    try:
        return sector(code).name(language())
    except KeyError:
        return code


def find_country(text: str) -> list[Suggestion]:
    """Countries by a beginning of their name."""
    return [Suggestion(each.code, each.name(language())) for each in find_countries(text, language())[:ROWS]]


def country_name(code: str) -> str:
    """A country in the language in use; a code that is none as it is."""
    try:
        return country(code).name(language())
    except KeyError:
        return code


def find_point(text: str, points: Mapping[str, OutreachPoint], edition: str | None) -> list[Suggestion]:
    """Outreach points of an edition by words of their name or district."""
    found = []
    for record, point in sorted(points.items(), key=lambda each: each[1].name):
        where = "" if point.district is None else short_home(point.district.scheme, point.district.code)
        known = words_of(point.name, where)
        if point.edition == edition and all(word in known for word in words_of(text).split(" ") if word):
            found.append(Suggestion(record, point.name, where))
    return found
