"""Listed: a run and the text a person wrote for it, each made of the other.

It knows nothing of Qt: what takes longer than a frame is called in another process, and what was read there is kept.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import partial
from typing import Any, NamedTuple

from msgspec.structs import replace

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.errors import Finding, SpecError
from lrviz.experiment import Experiment
from lrviz.listing import Answer, Listing
from lrviz.run import Run
from lrviz.source.amending import amend
from lrviz.source.amending.moved import moved
from lrviz.source.read import studied
from lrviz.source.reading import Reading
from lrviz.source.text.syntax import LONGEST
from lrviz.source.usage.usage import Usage
from lrviz.source.write import code
from lrviz.ui.naming import free_name
from lrviz.ui.speech.saying import said
from lrviz.ui.speech.spoken import turned

UNREAD = "pasted"
"""What a run is called while its text can't be read."""
SHORT = 8
"""Lines that a low dock shows."""
_NAMED = re.compile(
    r"; say what it is: names=\{'(.+)': …\}|; known are .*"
    r"|\. names=\{'(.+)': …\}로 알려 주세요|\. 아는 것은 .*"  # as these are said in Korean
)
LOOSE = 300
"""A text of at most this many characters is read at once; a longer one takes more than a few milliseconds."""
KEPT = 64
"""Readings that are kept."""
_kept: OrderedDict[Listing, Reading] = OrderedDict()


class Read(NamedTuple):
    """A run as its text says it, and all that was read of the text."""

    run: Run
    said: Reading


def relisted(run: Run, text: str) -> Listing:
    """Give a text with the answers and the choice that a run's own had."""
    before = run.listing
    return Listing(text) if before is None else moved(before, text)


def reading(listing: Listing) -> Reading:
    """Read a person's text with their answers; it never raises."""
    said = _kept.get(listing)
    return said if said is not None else studied(listing)


def keep(listing: Listing, said: Reading) -> None:
    """Keep what was read elsewhere, so that it is known here."""
    _kept[listing] = said
    _kept.move_to_end(listing)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)


def known(listing: Listing) -> Reading | None:
    """Give what a text says where that is known, or short enough to be read at once."""
    return reading(listing) if is_quick(listing) else _kept.get(listing)


def shown(run: Run) -> str:
    """Give the text a run is shown as."""
    return amend.shown(run)


def shown_now(run: Run) -> str | None:
    """Give the text a run is shown as, where that is known within a frame."""
    if run.listing is None or is_quick(run.listing):
        return shown(run)
    said = known(run.listing)
    return run.listing.text if said is not None and amend.stands(said, run) else None


def as_shown(run: Run) -> Reading:
    """Read the text a run is shown as."""
    text = shown(run)
    return reading(Listing(text) if run.listing is None else moved(run.listing, text))


def read_typed(run: Run, listing: Listing) -> Read:
    """Give the run as a text says it, as `typed` does, with what was read."""
    return Read(typed(run, listing), reading(listing))


def read_pasted(listing: Listing, base: Run) -> Read:
    """Give the run that a text makes, as `pasted` does, with what was read."""
    return Read(pasted(listing, base), reading(listing))


def typed(run: Run, listing: Listing) -> Run:
    """Give the run as a text says it.

    What the text leaves open stays, and all of it where the text can't be read. A text that lrviz would write itself
    is no listing.
    """
    said = reading(listing)
    if said.run is None:
        return replace(run, listing=listing)
    changed = _taken(run, said)
    return replace(changed, listing=None if code(changed) == listing.text and not listing.answers else listing)


def merged(before: Run, typed: Run, now: Run) -> Run:
    """Give a run with what was typed into its text, and what was changed elsewhere in the meantime.

    `typed` is what became of the run `before` by the keys, and `now` what became of it otherwise. Where both changed
    the same field, the keys count.
    """
    own = {name: _merged(*(getattr(run, name) for run in (before, typed, now))) for name in Run.__struct_fields__}
    try:
        return replace(now, **own)
    except SpecError:  # each is valid, and both together aren't
        return typed


def _merged(before: Any, typed: Any, now: Any) -> Any:
    """Give a value with both changes of it: of two schedulers or optimizers of one class field by field."""
    if before in (typed, now):
        return now if typed == before else typed
    if not isinstance(typed, (Schedule, Optimizer)) or not type(before) is type(typed) is type(now):
        return typed
    names = typed.__struct_fields__
    own = {name: _merged(*(getattr(one, name) for one in (before, typed, now))) for name in names}
    try:
        return replace(typed, **own)
    except SpecError:
        return typed


def pasted(listing: Listing, base: Run) -> Run:
    """Give the run that a person's own text makes: named after its schedule, with the rest as in another run.

    One that can't be read yet has the text and is hidden: nothing is drawn that the text doesn't say.
    """
    said, base = reading(listing), replace(base, branch=None)
    if said.run is None:
        return replace(base, name=UNREAD, schedule=None, groups=(), listing=listing, visible=False)
    plain = replace(base, name=said.run.name, schedule=None, groups=(), clip=None, stepped="batch", visible=True)
    return typed(plain, listing)


def drawn(before: Run, after: Run, others: tuple[Run, ...]) -> Run:
    """Give a run that could never be drawn until now its schedule's name, and open its eye."""
    if not is_unread(before) or is_unread(replace(after, visible=False)):
        return after
    if not before.name.startswith(UNREAD):
        return replace(after, visible=True)
    wanted = type(after.schedule).__name__ if after.schedule is not None else "constant"
    return replace(after, visible=True, name=free_name(wanted, others))


def is_long(run: Run) -> bool:
    """Say whether a run's own text has more lines than a low dock shows."""
    return run.listing is not None and run.listing.text.count("\n") > SHORT


def is_unread(run: Run) -> bool:
    """Say whether a run has a text that couldn't be read so far, so that nothing of it can be drawn."""
    if run.listing is None or run.visible:
        return False
    said = known(run.listing)
    return said.run is None if said is not None else run.schedule is None


def told(finding: Finding) -> str:
    """Give a finding's sentence as the window says it, whose fields and lists show what can be given."""
    return turned(said(finding.message), partial(_NAMED.sub, ""))


def planned(experiment: Experiment, run: Run, said: Usage) -> Experiment:
    """Give the experiment with the length that a text's loops say; unchanged where they don't.

    An epoch has as many updates as the text says, in examples of the present batch; left open, those it has now.
    """
    per_epoch = said.updates_per_epoch or experiment.updates_per_epoch  # of a loader of nothing there are none
    if run.stepped == "epoch" and said.scheduler_steps is not None:
        steps: int | None = said.scheduler_steps * per_epoch
    else:
        steps = said.updates if said.updates is not None else said.planned(per_epoch)
    if not steps:
        return experiment
    training = experiment.training
    try:
        if per_epoch != experiment.updates_per_epoch:
            training = replace(training, examples=per_epoch * training.examples_per_update)
        return replace(experiment, training=replace(training, steps=steps))
    except SpecError:
        return experiment  # a loop of 10**20 rounds is no plan


def answered(listing: Listing, expression: str, value: Any) -> Listing:
    """Give a listing with an expression answered, or answered anew."""
    new = Answer(expression, value)
    if any(one.expression == expression for one in listing.answers):
        return replace(listing, answers=tuple(new if one.expression == expression else one for one in listing.answers))
    return replace(listing, answers=(*listing.answers, new))


def unanswered(listing: Listing, expression: str) -> Listing:
    """Give a listing without the answer for an expression."""
    return replace(listing, answers=tuple(one for one in listing.answers if one.expression != expression))


def fits(text: str) -> bool:
    """Say whether a text can be kept: neither empty nor longer than what is read."""
    return 0 < len(text) <= LONGEST


def is_quick(listing: Listing | None) -> bool:
    """Say whether a text is read within a frame; that which lrviz writes is."""
    return listing is None or len(listing.text) <= LOOSE


def _taken(run: Run, said: Reading) -> Run:
    """Give a run with all that a text says of it."""
    if said.run is None:
        return run
    own: dict[str, Any] = {"schedule": said.run.schedule}
    if said.has_optimizer:
        own |= {"optimizer": said.run.optimizer, "groups": said.run.groups}
    # Without a loop that trains, a text needn't say how it steps and clips.
    trains = any(step.loops for step in (*said.usage.steps, *said.usage.library))
    if trains or said.run.stepped == "epoch":
        own["stepped"] = said.run.stepped
    if trains or said.run.clip is not None:
        own["clip"] = said.run.clip
    return replace(run, **own)
