"""Changes: what a fix does, and what was done, in the words of code."""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec.structs import replace

from lrviz.catalog.schedule import Schedule
from lrviz.errors import Finding
from lrviz.run import EarlyStopping, Run
from lrviz.spec import Spec, Value, fields
from lrviz.ui.controls.entry import show_entry
from lrviz.ui.past.history import Step

LONGEST = 60


class Difference(NamedTuple):
    """A field that is another, with what it was and is as text; without a name where that says enough."""

    field: str
    old: str
    new: str

    @property
    def now(self) -> str:
        """What it is now, as in code."""
        return f"{self.field}={self.new}" if self.field else self.new

    @property
    def moved(self) -> str:
        """From what it went to what."""
        return f"{self.field} {self.old} → {self.new}".strip()


def fixed(finding: Finding, run: Run) -> str:
    """Say what applying a finding's fix changes: "T_max=1000"; empty where that can't be said in a few words."""
    if finding.fix is not None and (said := changed(run, finding.fix)):
        return said
    texts = [" ".join(patch.text.split()) for patch in finding.patches if patch.text.strip()]
    return texts[0] if len(texts) == 1 and len(texts[0]) <= LONGEST else ""


def changed(before: Run, after: Run) -> str:
    """Name what differs between two versions of a run, in the order of the form.

    >>> from lrviz.catalog.schedules.step_lr import StepLR
    >>> changed(Run("a", StepLR(30)), Run("a", StepLR(90, 0.5), stepped="epoch"))
    'step_size=90, gamma=0.5, every epoch'
    """
    said = ", ".join(one.now for one in _differences(before, after))
    return said if len(said) <= LONGEST else ""


def told(step: Step) -> tuple[str, str]:
    """Say what a step changed, with values, and of which run: ("step_size 30 → 220", "cosine").

    Where that can't be said in a few words it is what the step is called, and the run is "".

    >>> from lrviz.catalog.schedules.step_lr import StepLR
    >>> from lrviz.experiment import Experiment
    >>> before, after = (Experiment.of(Run("a", StepLR(size)), steps=99) for size in (30, 90))
    >>> told(Step("step size", before, after))
    ('step_size 30 → 90', 'a')
    """
    before, after = step.before, step.after
    pairs = [(old, new) for old, new in zip(before.runs, after.runs, strict=False) if old != new]
    alone = len(before.runs) == len(after.runs) and len(pairs) == 1
    others = before.problem != after.problem or before.metric != after.metric
    found: list[Difference] = []
    name = ""
    if not pairs and not others and before.training != after.training:
        found = _values(before.training, after.training)
    elif alone and not others and before.training == after.training:
        old, new = pairs[0]
        found, name = [*_named(old, new), *_differences(old, new)], new.name
    said = ", ".join(one.moved for one in found)
    return (said, name) if said and len(said) <= LONGEST else (step.what, "")


def _named(before: Run, after: Run) -> list[Difference]:
    """Give what a run is called, where that is another."""
    return [Difference("", before.name, after.name)] if before.name != after.name else []


def _differences(before: Run, after: Run) -> list[Difference]:
    """Give what differs between two versions of a run, in the order of the form."""
    return [
        *_spec(before.schedule, after.schedule),
        *_pairs("", f"every {before.stepped}", f"every {after.stepped}"),
        *_spec(before.optimizer, after.optimizer),
        *_pairs("clip", _written(before.clip), _written(after.clip)),
        *_groups(before, after),
        *_spec(before.loss, after.loss),
        *_stopping(before.early_stopping, after.early_stopping),
    ]


def _pairs(field: str, old: str, new: str) -> list[Difference]:
    return [Difference(field, old, new)] if old != new else []


def _groups(before: Run, after: Run) -> list[Difference]:
    old, new = (f"{len(run.groups)} group{'s' * (len(run.groups) != 1)}" for run in (before, after))
    return [Difference("", old, new)] if before.groups != after.groups else []


def _values(before: Value, after: Value) -> list[Difference]:
    """Give the fields of a value that differ."""
    pairs = ((field.name, getattr(before, field.name), getattr(after, field.name)) for field in fields(type(after)))
    return [Difference(name, _written(old), _written(new)) for name, old, new in pairs if old != new]


def _stopping(before: EarlyStopping | None, after: EarlyStopping | None) -> list[Difference]:
    if before == after:
        return []
    never = "never stopped early"
    if after is None:
        return [Difference("", f"patience={before.patience}" if before is not None else never, never)]
    return [Difference("patience", never if before is None else str(before.patience), str(after.patience))]


def alike(before: Run, after: Run) -> bool:
    """Say whether two runs train alike, whatever they are called and wherever they leave another."""
    plain = {"name": "run", "colour": 0, "visible": True, "listing": None, "branch": None}
    return replace(before, **plain) == replace(after, **plain)


def _spec(before: Spec | None, after: Spec | None) -> list[Difference]:
    """Give the fields that differ, those of parts too; another class by its name."""
    if before == after:
        return []
    if after is None or before is None or type(before) is not type(after):
        names = ("no scheduler" if one is None else type(one).__name__ for one in (before, after))
        return [Difference("", *names)]
    found: list[Difference] = []
    for field in fields(type(after)):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if isinstance(new, Spec) and isinstance(old, Spec):
            found += _spec(old, new)
        elif _parts(old) and _parts(new) and len(old) == len(new):
            found += [said for one, other in zip(old, new, strict=True) for said in _spec(one, other)]
        elif _parts(new) and _parts(old):
            found.append(Difference(field.name, _classes(old), _classes(new)))
        else:
            found.append(Difference(field.name, _written(old), _written(new)))
    return found


def _classes(parts: Any) -> str:
    return f"[{', '.join(type(one).__name__ for one in parts)}]"


def _parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, Schedule) for one in value)


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return show_entry(value)
    return str(value)
