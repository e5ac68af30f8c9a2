"""Eyes: which runs are shown, and in which order they stand."""

from __future__ import annotations

from msgspec.structs import replace

from lrviz.ui import listed
from lrviz.ui.store import Store


def move(store: Store, source: int, before: int) -> None:
    """Move a run so that it stands before another (or at the end)."""
    runs = list(store.experiment.runs)
    target = before - 1 if before > source else before
    if target == source or not 0 <= source < len(runs):
        return
    runs.insert(target, runs.pop(source))
    store.edit("reorder", replace(store.experiment, runs=tuple(runs)))
    store.select(target)


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
