"""The steps of a simulation: one act, one round or one fault each, chosen by chance or by Hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from chasqui_sync.signing import SigningKey
from tests.simulation.checkers import own_writes
from tests.simulation.laptop import SimulatedLaptop
from tests.simulation.simulation import Simulation

Step = Callable[[Simulation, SimulatedLaptop], object]


def save(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Save what promoters save most."""
    acts, chance = simulation.acts, simulation.chance
    many = [acts.register, acts.register, acts.amend, acts.amend, acts.amend, acts.choose]
    few = [acts.withdraw, acts.agree, acts.delete, acts.settle, acts.refuse, acts.join, acts.join, acts.part]
    _act(simulation, laptop, chance.choice(many if chance.random() < 0.8 else few))


def save_oddly(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Save what headquarters will set apart, or take with care."""
    acts = simulation.acts
    odd = [
        acts.trespass,
        acts.break_a_rule,
        acts.mend,
        acts.of_newer_program,
        lambda laptop: acts.amend(laptop, blindly=True),
    ]
    _act(simulation, laptop, simulation.chance.choice(odd))


def hand_over(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Give a person to another promoter of the same office."""
    others = [one.person.staff for one in simulation.laptops if one.person.scope == laptop.person.scope]
    simulation.acts.hand_over(laptop, simulation.chance.choice(others))


def give_role(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Make a promoter her office's coordinator, or her coordinator a promoter; her laptop does not know of it yet."""
    simulation.give_role(laptop.person, "promoter" if laptop.person.role == "coordinator" else "coordinator")


def edit_apart(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let everybody edit the same person before anybody hears of the others."""
    acts, chance = simulation.acts, simulation.chance
    acts.about = acts.somebody(laptop)
    kinds = (
        (acts.amend,),
        (acts.withdraw, acts.agree),
        (acts.amend, acts.delete),
        (acts.choose,),
        (acts.join, acts.part),
    )
    act = chance.choice(kinds)
    for one in simulation.laptops:
        chance.choice(act)(one)
    acts.about = None


def exchange(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Do a round."""
    simulation.round(laptop)


def break_off(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Do a round that is stopped after one request or two."""
    end = laptop.line.requests + simulation.chance.choice([1, 2])
    simulation.round(laptop, lambda: laptop.line.requests >= end)


def bring_late(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let a request arrive that was given up long ago."""
    if laptop.line.late:
        simulation.ledger.count("late request arrived")
        laptop.line.deliver_late()


def laptop_off(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Cut a laptop's power inside its next save or round."""
    chance = simulation.chance
    step = chance.choice([save, exchange, exchange])
    statements = chance.choice([0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 99])
    # a save has one commit, a round one for each thing it asks of its store
    laptop.lose_power(statements, chance.choice([0, 1, 99] if step is save else [*range(8), *range(20), 99]))
    step(simulation, laptop)
    laptop.trap.clear()


def laptop_killed(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Kill a laptop's program while it does nothing, or just after it said that something is saved."""
    laptop.kill()
    simulation.ledger.count("laptop killed")


def disk_full(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let a laptop work on a full disk, then make room."""
    laptop.fill_disk()
    for _ in range(3):
        simulation.chance.choice([save, exchange])(simulation, laptop)
    laptop.free_disk()


def headquarters_off(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Cut headquarters' power inside its next transaction."""
    simulation.office.lose_power(simulation.chance.choice([0, 1, 2, 3, 5, 8, 99]))
    exchange(simulation, laptop)
    simulation.office.trap.clear()


def headquarters_full(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let a statement of headquarters' database fail."""
    simulation.office.refuse_statement(simulation.chance.randrange(8))
    exchange(simulation, laptop)
    simulation.office.trap.clear()


def revoke(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Revoke a laptop; its promoter does not hear of it and goes on. Two remain, or nothing could be compared."""
    if len(simulation.laptops) - len(simulation.ledger.revoked) > 2 and laptop.key.id not in simulation.ledger.revoked:
        simulation.revoke(laptop)


def back_up(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Make a copy of headquarters and say that it is safe."""
    simulation.back_up()
    del laptop


def restore(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Put headquarters back to its last copy."""
    simulation.restore()
    del laptop


def lose_a_signature(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Put headquarters back to a moment at which it had everything but what was signed last."""
    for _ in range(3):
        _act(simulation, laptop, simulation.acts.register)
    simulation.round(laptop, laptop.is_quiet)
    simulation.back_up()
    simulation.round(laptop)
    simulation.restore()


def take_image(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Take an image of a laptop's disk, for the day somebody puts it back."""
    simulation.ledger.count("image taken")
    laptop.old_image = laptop.image()


def put_back(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Put a laptop back to its image; nobody tells the program."""
    if laptop.old_image is not None:
        simulation.put_back(laptop)


def copy(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Copy a laptop; both go on. Once in a world: what a copy of a copy does, copies do already."""
    if len({one.key.id for one in simulation.laptops}) == len(simulation.laptops):
        twin = simulation.copy(laptop)
        twin.line.asking = partial(own_writes.check_one, simulation, twin)


def overtake(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let somebody edit what this laptop wrote, and headquarters forget it, so that the edit comes there first."""
    acts = simulation.acts
    acts.about = acts.somebody(laptop)
    simulation.round(laptop)
    others = [one for one in simulation.laptops if one is not laptop]
    for one in others:
        simulation.round(one)
    others = [one for one in others if acts.is_seen_by(one)]
    if others:
        other = simulation.chance.choice(others)
        simulation.backup = simulation.office.backup()
        acts.amend(laptop, "main_need")
        simulation.round(laptop)
        simulation.round(other)
        acts.amend(other, "main_need")
        simulation.restore()
        simulation.round(other)
    acts.about = None


def turn_clock(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Set a laptop's wall clock, rightly or not."""
    laptop.clock.set_anew()
    simulation.ledger.count("wall clock set")


def knock(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let a stranger ask in a laptop's name, with a key of her own."""
    simulation.ledger.count("stranger knocked")
    stranger = SigningKey(b"x" * 32)
    laptop.line.knock(stranger, simulation.acts.forged(laptop, stranger))


def let_time_pass(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let hours or days go by."""
    simulation.time.now += simulation.chance.randrange(3 * 24 * 3_600_000)
    del laptop


def let_a_month_pass(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Let more than a month go by."""
    simulation.time.now += 31 * 24 * 3_600_000 + simulation.chance.randrange(24 * 3_600_000)
    del laptop


def is_listed(laptop: SimulatedLaptop, record: str) -> bool:
    """Tell whether a person is on a laptop's list."""
    return bool(laptop.rows(f"SELECT 1 FROM record WHERE listed AND id = '{record}'"))


def _act(simulation: Simulation, laptop: SimulatedLaptop, act: Callable[[SimulatedLaptop], bool]) -> None:
    if act(laptop):
        simulation.ledger.count("saved")


CALM: dict[Step, int] = {
    save: 30,
    exchange: 20,
    edit_apart: 5,
    let_time_pass: 4,
    hand_over: 2,
    give_role: 1,
    back_up: 3,
    let_a_month_pass: 2,
}
"""What happens on good days, with its weight."""
FAULTS: dict[Step, int] = {
    save_oddly: 5,
    break_off: 5,
    bring_late: 5,
    laptop_off: 6,
    laptop_killed: 3,
    disk_full: 3,
    headquarters_off: 6,
    headquarters_full: 4,
    turn_clock: 5,
    revoke: 1,
    knock: 3,
    overtake: 3,
}
"""What happens on bad ones; each seed has some of them."""
COPIES: dict[Step, int] = {take_image: 5, put_back: 8, copy: 2, restore: 2}
"""What happens where disks are put back and copied."""
