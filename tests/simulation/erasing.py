"""At the end of a life somebody is erased: laptops hold unsent work on her, disks are put back, headquarters too.

Headquarters put back to before the erasure knows her again, and its operator says ``erase`` again, as he is told to.
"""

from __future__ import annotations

from chasqui_sync.core.blobs import digest
from chasqui_sync.server import blobs
from tests.simulation import steps
from tests.simulation.checkers.erased import CANARY, check
from tests.simulation.cuts import PowerCut
from tests.simulation.laptop import Image, SimulatedLaptop
from tests.simulation.ledger import Meant
from tests.simulation.simulation import EDITION, POINT, Simulation
from tests.simulation.steps import Step

STEPS = 12
SIGNATURE = f"{CANARY} signed this ".encode() * 20


def erase_somebody(simulation: Simulation) -> None:
    """Let it happen in a world that has drained. Raises Violation where anything of her is left, or of others gone."""
    erasing = _Erasing(simulation)
    erasing.let_her_get_everywhere()
    erasing.erase_her_among_faults()
    erasing.settle()
    erasing.put_every_image_back()
    erasing.settle()


class _Erasing:
    """One person, whose every word is marked, and her erasure."""

    def __init__(self, simulation: Simulation) -> None:
        self._world = simulation
        self._chance = simulation.source.stream("erasing")
        self._number = 0
        self._images: list[tuple[SimulatedLaptop, Image]] = []
        self._must_be_said = True
        """Headquarters knows of no erasure: not yet, or not any more."""
        for laptop in simulation.laptops:
            # what it asks of own writes knows of no erasure
            laptop.line.asking = lambda: None
        writers = [one for one in simulation.laptops if one.key.id not in simulation.ledger.revoked]
        self._record = self._registered(self._chance.choice(writers))
        self._hers: set[str] = set()
        """Her records: this one, and those somebody joined with it meanwhile."""

    def let_her_get_everywhere(self) -> None:
        """Let others hear of her, and write of her without knowing of each other; then back headquarters up."""
        world = self._world
        world.drain()
        for laptop in world.laptops:
            self._write_of_her(world, laptop)
        world.drain()
        with world.office.storage.database.reading() as connection:
            held = blobs.of_record(connection, self._record)
        assert held == {digest(SIGNATURE): SIGNATURE}
        world.back_up()

    def erase_her_among_faults(self) -> None:
        """Take images, write what waits to be sent, erase her, and let a few bad days go by."""
        world, chance = self._world, self._chance
        for laptop in world.laptops:
            if chance.random() < 0.5:
                self._images.append((laptop, laptop.image()))
            self._work(world, laptop)
            laptop.line.badness = world.badness
        self._say_erase(chance.choice([None, 0, 3, 8, 21, 99]))
        for _ in range(STEPS):
            chance.choice([*FAULTS, self._work, self._write_of_her, self._put_headquarters_back])(
                world, chance.choice(world.laptops)
            )

    def put_every_image_back(self) -> None:
        """Let laptops come back from before her erasure, and write of her again."""
        for laptop, image in self._images:
            laptop.old_image = image
            self._world.put_back(laptop)
            self._work(self._world, laptop)

    def settle(self) -> None:
        """Let what is late arrive and everybody drain, then look for her, and for everybody else."""
        world = self._world
        world.calm()
        for laptop in world.laptops:
            while laptop.line.late:
                laptop.line.deliver_late()
        if self._must_be_said:
            self._say_erase()
        world.drain()
        check(world, self._record, self._hers)

    def _say_erase(self, off_after: int | None = None) -> None:
        """Let the operator say it, again where the power goes meanwhile: after so many statements."""
        office = self._world.office
        try:
            self._hers.update(office.erase(self._record, off_after))
        except PowerCut:
            office.restart()
            self._hers.update(office.erase(self._record))
        office.trap.clear()
        self._must_be_said = False
        self._world.ledger.count("erased")

    def _put_headquarters_back(self, world: Simulation, _laptop: SimulatedLaptop) -> None:
        """Put back what was backed up before the erasure. Laptops may come before the operator has said it again."""
        world.restore()
        self._must_be_said = True
        if self._chance.random() < 0.5:
            self._say_erase()

    def _registered(self, laptop: SimulatedLaptop) -> str:
        fields = {
            "given_names": self._word(),
            "document": {"scheme": "unhcr", "number": self._word()},
            "edition": EDITION,
            "outreach_point": POINT,
            "consent": {"version": "v3.2", "language": "es", "how": "signature", "at": 1},
            "consent_programme": True,
        }
        assert laptop.save(lambda store, _: store.book.register(fields, signature=SIGNATURE), Meant(None, {}))
        return laptop.saved[-1].read().record

    def _work(self, world: Simulation, laptop: SimulatedLaptop) -> None:
        """Write of her and of others, unsent."""
        self._write_of_her(world, laptop)
        for _ in range(self._chance.randrange(3)):
            steps.save(world, laptop)

    def _write_of_her(self, _world: Simulation, laptop: SimulatedLaptop) -> None:
        if self._record not in laptop.states() or not steps.is_listed(laptop, self._record):
            return
        fields = {self._chance.choice(["main_need", "business_name"]): self._word()}
        laptop.save(lambda store, _: store.book.amend(self._record, fields, {}), Meant(None, {}))
        laptop.store.book.keep_draft("other", {"record": self._record, **fields})

    def _word(self) -> str:
        self._number += 1
        return f"{CANARY}{self._number}"


FAULTS: list[Step] = [
    steps.exchange,
    steps.exchange,
    steps.break_off,
    steps.bring_late,
    steps.laptop_off,
    steps.laptop_killed,
    steps.headquarters_off,
    steps.headquarters_full,
    steps.let_time_pass,
]
"""What goes wrong meanwhile."""
