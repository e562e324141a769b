"""Faults planted on purpose, one at a time: a proof that does not see them is no evidence.

Each stands in for one place of the program while it is switched on; the program itself has no such switch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import NamedTuple

from tests.simulation import steps
from tests.simulation.erasing import erase_somebody
from tests.simulation.planted import at_headquarters, in_an_erasure, in_the_fold, on_the_laptop
from tests.simulation.simulation import Simulation
from tests.simulation.steps import COPIES, Step


class Plant(NamedTuple):
    """A fault to switch on, and the checkers one of which must see it."""

    planted: Callable[[], AbstractContextManager[None]]
    seen_by: frozenset[str]
    besides: Mapping[Step, int]
    """Steps that happen more often than else, so that somebody sees it soon, with their weights."""
    afterwards: Callable[[Simulation], None]
    """What happens once a world has drained."""


def _plant(
    planted: Callable[[], AbstractContextManager[None]],
    *seen_by: str,
    besides: Mapping[Step, int] = MappingProxyType({}),
    afterwards: Callable[[Simulation], None] = lambda _: None,
) -> tuple[str, Plant]:
    return planted.__name__.replace("_", " "), Plant(planted, frozenset(seen_by), besides, afterwards)


PLANTS: dict[str, Plant] = dict(
    [
        _plant(at_headquarters.acknowledged_before_commit, "receipts", "replays", besides={steps.headquarters_off: 30}),
        _plant(at_headquarters.no_uniqueness, "arrival", "conflicts", "once", besides={steps.break_off: 30}),
        _plant(at_headquarters.plain_sequence, "pages", "same bytes"),
        _plant(at_headquarters.quarantine_blocks_the_batch, "draining"),
        _plant(at_headquarters.half_a_batch_folded, "arrival", "own writes"),
        _plant(at_headquarters.page_complete_too_early, "pages", "own writes"),
        _plant(at_headquarters.tombstone_dropped, "pages"),
        _plant(at_headquarters.departure_not_told, "scope", besides={steps.hand_over: 20}),
        _plant(at_headquarters.scope_not_checked_on_reading, "scope"),
        _plant(at_headquarters.served_by_the_old_role, "scope", "pages", besides={steps.give_role: 10}),
        _plant(at_headquarters.scope_not_checked_on_writing, "scope", "arrival"),
        _plant(at_headquarters.challenge_not_rotated, "replays"),
        _plant(at_headquarters.signature_not_verified, "arrival", "scope", "log bytes"),
        _plant(at_headquarters.chain_not_verified, "log bytes"),
        _plant(at_headquarters.revoked_folds, "revoked", "arrival", besides={steps.revoke: 10}),
        _plant(in_the_fold.seen_dropped, "conflicts"),
        _plant(in_the_fold.last_writer_wins, "conflicts"),
        _plant(in_the_fold.clock_wins, "clocks", besides={steps.edit_apart: 20, steps.turn_clock: 10}),
        _plant(in_the_fold.withdrawal_is_an_edit, "conflicts", besides={steps.edit_apart: 30}),
        _plant(in_the_fold.conflict_swallowed, "conflicts"),
        _plant(in_the_fold.unknown_fields_dropped, "own writes", "intact", "arrival"),
        _plant(in_the_fold.early_arrival_is_a_conflict, "conflicts", "same bytes", besides={steps.overtake: 20}),
        _plant(on_the_laptop.joined_listed_twice, "joined"),
        _plant(on_the_laptop.saved_before_commit, "saved", besides={steps.laptop_off: 40}),
        _plant(on_the_laptop.cursor_before_page, "pages", "cursors", besides={steps.laptop_off: 40}),
        _plant(on_the_laptop.whole_records_written, "saved"),
        _plant(on_the_laptop.seen_not_written, "conflicts"),
        _plant(on_the_laptop.receipt_not_compared, "draining", besides={steps.exchange: 40}),
        _plant(on_the_laptop.let_go_before_the_backup, "let go"),
        _plant(on_the_laptop.digest_over_ids_only, "alike"),
        _plant(on_the_laptop.kept_beyond_the_new_role, "scope", besides={steps.give_role: 10}),
        _plant(on_the_laptop.own_writes_forgotten, "own writes"),
        _plant(on_the_laptop.signature_settled_unheard, "signatures", besides={steps.lose_a_signature: 5}),
        _plant(on_the_laptop.tally_of_signatures_unheard, "signatures", besides={steps.lose_a_signature: 5}),
        _plant(on_the_laptop.same_life_after_an_image, "draining", besides=COPIES),
        _plant(on_the_laptop.old_names_in_a_new_life, "saved", besides=COPIES),
        _plant(in_an_erasure.erased_from_records_alone, "erased", afterwards=erase_somebody),
        _plant(in_an_erasure.signature_outlives_its_person, "erased", afterwards=erase_somebody),
        _plant(in_an_erasure.late_words_about_the_erased_kept, "erased", afterwards=erase_somebody),
        _plant(in_an_erasure.laptop_keeps_what_it_wrote, "erased", afterwards=erase_somebody),
        _plant(in_an_erasure.laptop_erases_too_much, "erased", "draining", afterwards=erase_somebody),
    ]
)
