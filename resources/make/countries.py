"""Makes the table of countries out of Babel's copy of CLDR and of phonenumbers' codes.

    pip install babel==2.18.0 phonenumbers && python resources/make/countries.py

Run by hand, in an environment of its own. Names are CLDR's (Unicode licence v3) for
es-PE and en; dialling codes are facts that phonenumbers (Apache 2.0) lists.
"""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from babel import Locale
from babel.core import get_global
from phonenumbers import country_code_for_region

PACKAGE = Path(__file__).resolve().parent.parent / "chasqui_resources"

# Codes of states that are gone, which CLDR keeps as other names of their successors.
WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}

# Regions CLDR knows that are no entry of ISO 3166-1: reserved codes, unions, Kosovo's user code.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}

HEADING = """\
# Countries and territories of ISO 3166-1. dialling is empty where there are no public telephones.
# Made by resources/make/countries.py from CLDR (Unicode licence v3) as carried by Babel 2.18.0.
code\tregion\tes\ten\tdialling
"""


def alpha3_codes() -> dict[str, str]:
    """The three-letter code by two-letter region, from CLDR's aliases."""
    return {
        regions[0]: alias
        for alias, regions in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(regions) == 1 and alias not in WITHDRAWN
    }


def main() -> None:
    """Write tables/countries.tsv, sorted by code, and CLDR's licence."""
    spanish, english = Locale("es", "PE").territories, Locale("en").territories
    lines = [
        f"{alpha3}\t{region}\t{spanish[region]}\t{english[region]}\t{country_code_for_region(region) or ''}"
        for region, alpha3 in alpha3_codes().items()
        if region in english and region not in NOT_ISO
    ]
    table = HEADING + "\n".join(sorted(lines)) + "\n"
    (PACKAGE / "tables" / "countries.tsv").write_text(table, encoding="utf-8")
    licence = distribution("babel").locate_file("babel/locale-data/LICENSE.unicode")
    text = Path(str(licence)).read_text(encoding="utf-8")
    (PACKAGE / "licences" / "cldr-Unicode.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
