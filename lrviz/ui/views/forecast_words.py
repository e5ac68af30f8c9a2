"""What the window says of a forecast: which run should end lowest, how sure that is, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from lrviz.laws import LAWS
from lrviz.laws.law import Law
from lrviz.laws.places import Place
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.ui.numbers import NARROW, short, whole
from lrviz.ui.speech import counts, saying
from lrviz.ui.views.foreseen import Foreseen

NEAR = 0.015
"""A share this near to a fraction is called by its name."""
FEW = 3
"""Of more runs than this, the number is said instead of the names."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Forecast", text)


def pane() -> str:
    """Give the title of the pane."""
    return _tr("Forecast")


def loose() -> str:
    """Give what stands beside a spike of a bound."""
    return _tr("loose right after a drop")


def unfit() -> str:
    """Give why nothing is forecast of a run that torch refuses."""
    return _tr("it has no learning rate")


def listens() -> str:
    """Give why nothing is forecast of a run whose scheduler waits for a metric."""
    return _tr("its rates depend on the loss it will have")


def refused() -> str:
    """Give why nothing is forecast of a run that torch ends early."""
    return _tr("torch raises before its end")


def scanned() -> str:
    """Give why nothing is forecast of a run yet."""
    return _tr("its rates are still being scanned")


def title(name: str, of: str = "") -> str:
    """Give what a law is called, with the set of coefficients that it has."""
    known = {"bound": _tr("Bound"), "multi-power": _tr("Multi-power law"), "annealing": _tr("Annealing law")}
    said = known.get(name, name)
    return f"{said} · {of}" if of else said


def titled(law: Law, *, earlier: bool = False) -> str:
    """Give what a law with its coefficients is called; one of no known set is fitted to a race."""
    own = next((of for of, known in LAWS[law.name].items() if known == law), None)
    if own is not None:
        return title(law.name, own)
    words = _tr("{0}, fitted to an earlier race") if earlier else _tr("{0}, fitted to this race")
    return words.format(title(law.name))


def fitting(name: str) -> str:
    """Give what offers to fit a law."""
    known = {
        "multi-power": _tr("Fit the multi-power law to this race…"),
        "annealing": _tr("Fit the annealing law to this race…"),
    }
    return known.get(name, name)


def is_fitted(law: Law) -> bool:
    """Whether a law was fitted to a race: it is of no known set of coefficients."""
    return law not in LAWS[law.name].values()


def place(among: Place | None) -> str:
    """Write a place behind a final loss; a range where the law can't tell, nothing where there is none."""
    if among is None:
        return ""
    low, high = among
    return f" · #{low}" if low == high else f" · #{low}–{high}"


def note(runs: Sequence[Run], foreseen: Foreseen, *, sampled: bool) -> str:
    """Say what the pane shows, and before that which runs it can't show beside others, and why."""
    what = _tr("the loss still left, at most") if foreseen.law.name == "bound" else _tr("the loss predicted")
    missing = left_out(runs, foreseen) if foreseen.there(runs) else []
    earlier = [_tr("by an earlier race")] if foreseen.earlier else []
    unit = [_tr("in {0}").format(foreseen.law.unit)] if foreseen.law.unit else []
    return " · ".join([*missing, what, *earlier, _tr("lower is better"), *unit, *([_tr("sampled")] if sampled else [])])


def nothing(runs: Sequence[Run], foreseen: Foreseen) -> str:
    """Say why nothing is forecast of any run, where that isn't drawn; empty where it is, or there is something."""
    if not runs or len(foreseen.unknown) < len(runs):
        return ""
    return " ".join(f"{said[:1].upper()}{said[1:]}." for said in left_out(runs, foreseen))


def left_out(runs: Sequence[Run], foreseen: Foreseen) -> list[str]:
    """Say which runs a law says nothing of, those with the same reason together."""
    who: dict[str, list[str]] = {}
    for run, why in foreseen.outside(runs):
        who.setdefault(saying.said(why), []).append(run.name)
    return [_tr("not of {0}: {1}").format(_who(names), why) for why, names in who.items()]


def headline(runs: Sequence[Run], foreseen: Foreseen) -> str:
    """Say who should end lowest and by how much, as far as the law tells; empty where it says less than the facts.

    That is where no two runs can be compared, where the rates of one aren't known, or its forecast isn't yet.
    """
    if any(run.name not in foreseen.of for run in runs):
        return ""
    return " ".join(_of_kind(kind, foreseen) for kind in foreseen.kinds(runs) if len(kind) > 1)


def _of_kind(kind: Sequence[tuple[Run, Forecast]], foreseen: Foreseen) -> str:
    own = foreseen.places([run for run, _ in kind])
    finals = {run.name: one.final for run, one in kind}
    if not own:
        return _undecided(finals)
    best = [name for name, (low, _) in own.items() if low == 1]
    worst = max(finals, key=lambda name: finals[name])
    more = _more(finals[worst] / min(finals.values()) - 1)
    if worst in best:  # lowest and highest are apart, but each from none of those between
        return _tr("{0} should end lower than {1}, which leaves {2} loss; the others may be either.").format(
            min(finals, key=lambda name: finals[name]), worst, more
        )
    if len(best) == 1:
        return _tr("{0} should end lowest; {1} leaves {2} loss.").format(best[0], worst, more)
    return _tr("{0} should end lowest, too close to call; {1} leaves {2} loss.").format(_who(best), worst, more)


def _undecided(finals: Mapping[str, float]) -> str:
    low, high = short(min(finals.values())), short(max(finals.values()))
    who = _who(list(finals))
    if low != high:
        return _tr("{0} can’t be told apart: they end at {1} to {2}, within what the forecast may be off.").format(
            who, low, high
        )
    return _tr("{0} can’t be told apart: they end at {1}.").format(who, low)


def _who(names: Sequence[str]) -> str:
    return joined(names) if len(names) <= FEW else counts.runs(len(names))


def joined(names: Sequence[str]) -> str:
    """Write names one after the other."""
    if len(names) < 2:
        return "".join(names)
    return _tr("{0} and {1}").format(", ".join(names[:-1]), names[-1])


def _more(share: float) -> str:
    """Write by how much more something is."""
    if abs(share - 1 / 3) < NEAR:
        return _tr("a third more")
    if abs(share - 1 / 4) < NEAR:
        return _tr("a quarter more")
    if share >= 1:
        return _tr("{0} times the").format(short(1 + share))
    return _tr("{0} more").format(f"{100 * share:.{0 if share >= 0.02 else 1}f}{NARROW}%")


def basis(runs: Sequence[Run], foreseen: Foreseen) -> str:
    """Say what the headline rests on."""
    said = [saying.said(foreseen.law.assumes)]
    if len(foreseen.kinds(runs)) > 1:
        said.append(_tr("SGD’s kind and Adam’s are not ranked against each other."))
    return " ".join(said)


def summary(runs: Sequence[Run], foreseen: Foreseen, cursor: int | None) -> str:
    """Give the pane in words, for those who can't see it."""
    own, law = foreseen.places(runs), foreseen.law
    said = [f"{run.name} {short(foreseen.final(run))}{place(own.get(run.name))}" for run, _ in foreseen.there(runs)]
    words = [_tr("Forecast, {0}: {1}.").format(titled(law, earlier=foreseen.earlier), ", ".join(said))] if said else []
    if cursor is not None and said:
        here = (f"{run.name} {foreseen.written(run, cursor)}" for run, _ in foreseen.there(runs))
        words.append(_tr("Forecast at step {0}: {1}.").format(whole(cursor), ", ".join(here)))
    words += [_tr("No forecast of {0}: {1}.").format(run.name, saying.said(why)) for run, why in foreseen.outside(runs)]
    return " ".join(words)
