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
    """Show only one run; once more shows all. Those whose text isn't read yet stay hidden."""
    runs = store.experiment.runs
    if listed.is_unread(runs[index]):
        return
    alone = runs[index].visible and not any(run.visible for i, run in enumerate(runs) if i != index)
    changed = tuple(
        run if listed.is_unread(run) else replace(run, visible=alone or i == index) for i, run in enumerate(runs)
    )
    store.edit(f"show only {runs[index].name}", replace(store.experiment, runs=changed))
