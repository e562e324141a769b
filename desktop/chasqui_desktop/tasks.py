"""Two single-thread lanes off the GUI thread: the store lane owns the database, the line lane the network.

Results come back through a signal of an object that lives in the GUI thread: in PySide6 a function
connected to an object of another thread would run over there.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class _Answer(NamedTuple):
    future: Future[object]
    then: Callable[[object], None]
    failed: Callable[[BaseException], None]


class Lane(QObject):
    """One worker thread that does one thing after the other; made and used from the GUI thread."""

    _answered = Signal(object)

    def __init__(self, name: str, failed: Callable[[BaseException], None], parent: QObject) -> None:
        """``failed`` takes, in the GUI thread, every exception that a call does not handle itself."""
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._failed = failed
        self._closed = False
        # queued always: work that is done before its callback is set is told from the GUI thread itself, and
        # would overtake the answers that wait in line
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do ``work`` on the lane, then ``then`` with its result, or ``failed``, in the GUI thread."""
        if self._closed:
            return
        future = self._executor.submit(work)
        # T is lost on the way through a Qt signal; ``then`` meets only what ``work`` gave
        answer = _Answer(future, then or _nothing, failed or self._failed)  # type: ignore[arg-type]
        future.add_done_callback(lambda _: self._answered.emit(answer))

    def call(self, work: Callable[[], T]) -> T:
        """Do ``work`` on the lane and wait for it; for other lanes, never for the GUI thread."""
        return self._executor.submit(work).result()

    def close(self) -> None:
        """Finish what was asked and stop; what is still on its way back to the GUI thread is dropped."""
        self._closed = True
        self._executor.shutdown(wait=True)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if self._closed:
            return
        error = answer.future.exception()
        if error is not None:
            answer.failed(error)
        else:
            answer.then(answer.future.result())


def _nothing(_: object) -> None:
    return
