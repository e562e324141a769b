"""``python -m tests.shots FOLDER``: headquarters, laptops, people at work; a picture of each screen."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

from bench import people
from bench.laptop import PROMOTER, Sender, address_of, enrolled, filled
from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from tests.shots.hand import sign
from tests.shots.playing import play, play_apart
from tests.shots.script import OTHERS, day, office
from tests.shots.small import make_small

COORDINATOR = "Patricia Vega"
PHONES = "+51987650774", "+51956120438"


@click.command()
@click.argument("pictures", type=click.Path(path_type=Path))
def main(pictures: Path) -> None:
    """Draw into PICTURES/<language>-<theme>/<screen>.png."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="chasqui-", ignore_cleanup_errors=True) as folder:
        headquarters = Headquarters(Path(folder) / "headquarters")
        headquarters.prepare()
        headquarters.start()
        gate = Gate(("127.0.0.1", headquarters.port))
        gate.up()
        try:
            _others_work(Path(folder), headquarters)
            code = headquarters.ask("enrol", "--staff", PROMOTER).strip()
            steps = day(pictures, address_of(gate.port), code)
            acts = {"line down": gate.down, "line up": gate.up, "sign": sign}
            ended = play(Path(folder) / "profile", steps, acts)
            code = headquarters.ask("enrol", "--staff", COORDINATOR).strip()
            steps = office(pictures, address_of(gate.port), code)
            ended = ended or play_apart(Path(folder) / "office", steps)
        finally:
            gate.close()
            headquarters.stop()
    for file in sorted(pictures.glob("*/*.png")):
        make_small(file)
    sys.exit(ended)


def _others_work(folder: Path, headquarters: Headquarters) -> None:
    """Two laptops register, one of them somebody twice; both change a telephone and do not see the other's change."""
    first = filled(enrolled(folder / "first" / "register.db", headquarters), OTHERS - 1)
    with Sender(first, address_of(headquarters.port)) as one:
        contended = _register_again(one)
        one.round()
        with Sender(enrolled(folder / "second" / "register.db", headquarters), address_of(headquarters.port)) as other:
            for sender, phone in zip((one, other), PHONES, strict=True):
                person = sender.store.book.person(contended)
                phones = [{"number": phone, "owner": "own"}]
                sender.store.book.amend(contended, {"phones": phones}, {"phones": person.heads["phones"]})
            for sender in (one, other):
                sender.round()


def _register_again(sender: Sender) -> str:
    """Register the first person once more, with a few answers left out; give the second, who is somebody else."""
    book = sender.store.book
    reference = book.reference()
    edition, points = next(iter(reference.editions)), sorted(reference.points)
    again: dict[str, Any] = people.answers(0, edition, points[1])
    again["given_names"] = again["given_names"].split()[0]
    again["document"] = {"scheme": "none", "number": ""}
    again["consent_six_months"] = False
    book.register(again)
    code = people.answers(1, edition, points[1])["document"]["number"]
    return book.people(code, PeopleFilter.ALL, 0, 1).rows[0].record


if __name__ == "__main__":
    main()
