"""Keeps the second copy of the journal up, on a lane of its own: a dying stick delays no save and no sending."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from chasqui_desktop.store.copying import Copying
from chasqui_desktop.store.second_copy import Place, SecondCopy
from chasqui_desktop.tasks import Lane
from chasqui_sync.core.problems import Problem, Trouble

_TRY_AGAIN_MS = 60_000


def second_place(profile: Path, chosen: str | None) -> Path:
    """Give the folder of the copies: on the drive that was chosen, else beside the profile, never inside it."""
    return Path(chosen) / "Chasqui" if chosen else profile.with_name(f"{profile.name}-copia")


class Copier(QObject):
    """Copies after each save; what it cannot copy counts as at risk until it can."""

    changed = Signal()
    """The copy grew or was lost: counts are read again."""
    tried = Signal()
    """All that can be copied is, or the copy cannot be reached now."""
    failed = Signal(object)
    """An exception that is no trouble of the disk: a bug."""

    def __init__(
        self, copying: Copying, copy: SecondCopy, identity: bytes, store_lane: Lane, copy_lane: Lane, parent: QObject
    ) -> None:
        """``identity`` is what a laptop needs to go on with the copy; see ``restoring``."""
        super().__init__(parent)
        self._copying = copying
        self._copy = copy
        self._identity = identity
        self._store_lane = store_lane
        self._copy_lane = copy_lane
        self._reference: dict[str, bytes] = {}
        self._erased: list[tuple[str, int]] = []
        self._gone: Place | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_TRY_AGAIN_MS)
        self._again.timeout.connect(self.bring_up)

    @Slot()
    def bring_up(self) -> None:
        """Copy what is not copied yet."""
        copy = self._copy
        self._copy_lane.ask(lambda: self._bring_up(copy), self._done, self._broken)

    def use(self, folder: Path) -> None:
        """Keep the copy in another folder from now on; the one before stays where it is."""
        self._copy = self._copy.on(folder)
        self._reference, self._gone = {}, None
        self.bring_up()

    def stop(self) -> None:
        """Say nothing more."""
        self._again.stop()
        self.blockSignals(True)

    def _bring_up(self, copy: SecondCopy) -> bool:
        """Runs on the copy lane; tells whether anything changed."""
        before = self._copying.covered
        try:
            kept = self._kept(copy)
            while (span := self._store_lane.call(partial(self._copying.missing, kept))) is not None:
                kept = copy.keep(self._identity, span)
            self._copying.covered = kept
            self._let_go(copy)
            self._erase(copy)
            if kept is not None:
                self._keep_reference(copy)
        except Trouble:
            # a stick that was pulled out, a disk that is full: nothing is covered by what cannot be read
            self._copying.covered = None
            raise
        return self._copying.covered != before

    def _let_go(self, copy: SecondCopy) -> None:
        gone = self._store_lane.call(self._copying.let_go)
        if gone is not None and gone != self._gone and copy.exists():
            copy.let_go(gone)
        self._gone = gone

    def _erase(self, copy: SecondCopy) -> None:
        erased = self._store_lane.call(self._copying.erased)
        if erased != self._erased and copy.exists():
            copy.erase(erased)
        self._erased = erased

    def _keep_reference(self, copy: SecondCopy) -> None:
        states = self._store_lane.call(self._copying.reference)
        if states != self._reference:
            copy.keep_reference(states)
            self._reference = states

    def _kept(self, copy: SecondCopy) -> Place | None:
        """Say what of this journal is in the copy; one of another history is put aside, and begun anew."""
        here = self._store_lane.call(self._copying.end)
        try:
            kept = copy.end(here.incarnation)
            if kept is None:
                return None
            if kept.seq <= here.seq and self._store_lane.call(lambda: self._copying.holds(kept)):
                return kept
            beyond = copy.after(here)
        except Trouble as trouble:
            if trouble.problem is not Problem.DATABASE_DAMAGED:
                raise
        else:
            if beyond.operations and beyond.end == kept:
                # the register was put back from an older image: its copy knows what it has forgotten
                self._store_lane.call(lambda: self._copying.adopt(beyond))
                return kept
        copy.put_aside()
        return None

    def _done(self, changed: bool) -> None:
        self._again.stop()
        if changed:
            self.changed.emit()
        self.tried.emit()

    def _broken(self, error: BaseException) -> None:
        self._again.start()
        self.changed.emit()
        self.tried.emit()
        if not isinstance(error, Trouble):
            self.failed.emit(error)
