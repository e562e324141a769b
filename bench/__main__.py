"""``python -m bench``: measures, prints ratios, writes build/bench/<subject>.json."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import click

from bench import crowd, desk, growth, store, sync, wire
from bench.figures import SIZES, told, write

_SUBJECTS = {
    "wire": (wire.measure,),
    "store": (store.measure,),
    "desk": (desk.measure,),
    "sync": (sync.measure, crowd.measure, growth.measure),
}
_PARTS = {"exchange": (sync.measure,), "crowd": (crowd.measure,), "growth": (growth.measure,)}
"""What makes up sync, to be measured alone while somebody works on it."""
_RESULTS = Path(__file__).resolve().parents[1] / "build" / "bench"


@click.command()
@click.argument("subjects", nargs=-1, type=click.Choice([*_SUBJECTS, *_PARTS]))
@click.option("--size", type=click.Choice(list(SIZES)), default="default", show_default=True)
def main(subjects: tuple[str, ...], size: str) -> None:
    """Measure SUBJECTS, all of them by default, each against limits of the same run."""
    for subject in subjects or _SUBJECTS:
        started = time.monotonic()
        figures = []
        for measure in {**_SUBJECTS, **_PARTS}[subject]:
            with tempfile.TemporaryDirectory(prefix="chasqui-bench-") as folder:
                figures += measure(SIZES[size], Path(folder))
        write(figures, _RESULTS / f"{subject}.json")
        click.echo(f"{subject} ({size}, {time.monotonic() - started:.0f} s)")
        for figure in figures:
            click.echo(told(figure))


if __name__ == "__main__":
    main()
