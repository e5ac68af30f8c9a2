"""Eyes: which runs are shown, and in which order they stand."""

from __future__ import annotations

from msgspec.structs import replace

from lrviz.run import Run
from lrviz.ui import branching, listed
from lrviz.ui.store import Store


def move(store: Store, source: int, before: int) -> None:
    """Move a run so that it stands before another (or at the end), with its branches; a branch stays with its run."""
    runs = store.experiment.runs
    if 0 <= source < len(runs):
        _reorder(store, branching.moved(runs, source, before), runs[source])


def shift(store: Store, by: int) -> None:
    """Move the selected run up (-1) or down (1), with its branches; a branch stays with its run."""
    run = store.run
    if run is not None:
        _reorder(store, branching.shifted(store.experiment.runs, store.selected, by), run)


def _reorder(store: Store, runs: tuple[Run, ...], run: Run) -> None:
    if runs != store.experiment.runs:
        store.edit("reorder", replace(store.experiment, runs=runs))
        store.select(runs.index(run))


def toggle(store: Store, index: int) -> None:
    """Show or hide a run; one whose text isn't read yet has nothing to show."""
    run = store.experiment.runs[index]
    if listed.is_unread(run):
        return
    what = f"hide {run.name}" if run.visible else f"show {run.name}"
    store.edit_run(index, replace(run, visible=not run.visible), what)


def solo(store: Store, index: int) -> None:
    """Show only one run; once more shows those that were seen before, or all. One not read yet stays hidden."""
    runs = store.experiment.runs
    if listed.is_unread(runs[index]):
        return
    seen = frozenset(run.name for run in runs if run.visible)
    if seen == {runs[index].name}:
        shown = store.companions & {run.name for run in runs} or {run.name for run in runs}
    else:
        shown = {runs[index].name}
        if len(seen) > 1:  # from one alone to another: what was seen before both is to come back
            store.companions = seen
    changed = tuple(run if listed.is_unread(run) else replace(run, visible=run.name in shown) for run in runs)
    store.edit(f"show only {runs[index].name}", replace(store.experiment, runs=changed))


def pin(store: Store, index: int) -> None:
    """Compare all runs with one, or with none where it is the one already."""
    name = store.experiment.runs[index].name
    store.pin("" if name == store.baseline else name)
