"""`lrviz find-lr`: the rates that raising a run's rate suggests, as a table, as CSV, as JSON or as a picture."""

from __future__ import annotations

import math
from argparse import Namespace
from pathlib import Path

import numpy as np

from lrviz.cli.outputs import PICTURES, destination, paper, picture, write
from lrviz.experiment import Experiment
from lrviz.export.tables import csv_of_search, json_of_search
from lrviz.finding import BASIS, SUGGESTIONS, Suggestion
from lrviz.results import Floats, LRFinder
from lrviz.sentences import filled

FINE, FOUND = 0, 1


def sought(experiment: Experiment, arguments: Namespace) -> int:
    """Search, and print a row a suggestion; 1 where nothing is suggested."""
    output = destination(arguments.output, (".csv", ".json", *PICTURES))
    from lrviz.cli.progress import searched

    found = searched(experiment, arguments)
    if output:
        _write(experiment, found, output, arguments)
    _table(found)
    return FINE if any(math.isfinite(rate) for rate, _ in found.suggestions.values()) else FOUND


def _write(experiment: Experiment, found: LRFinder, output: Path, arguments: Namespace) -> None:
    match output.suffix.lower():
        case ".csv":
            write(output, [csv_of_search(found).encode()])
        case ".json":
            write(output, [json_of_search(found)])
        case _:
            picture(experiment, "finder", output, paper=paper(arguments, output.suffix.lower()), found=found)


def _table(found: LRFinder) -> None:
    """Print what is suggested, how far the seeds are apart, and what each suggestion is worth."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from lrviz.cli.progress import console

    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    shown.add_column("suggestion", no_wrap=True)
    shown.add_column("lr", justify="right", no_wrap=True)
    shown.add_column(f"{len(found.losses)} seeds" if len(found.losses) > 1 else "", no_wrap=True)
    shown.add_column("what was measured of it")
    for each in SUGGESTIONS:
        rate, _ = found.suggestions[each.name]
        style = "dim" if each.trap else ""
        cells = each.name, _rate(rate), _range(found.by_seed[each.name]), _measured(each)
        shown.add_row(*(Text(cell, style=style) for cell in cells))
    printed = console()
    printed.print(shown)
    printed.print(Text(headline(found)))
    printed.print(Text(f"Measured {BASIS}."))


def _measured(each: Suggestion) -> str:
    return f"A trap. {each.measured}" if each.trap else each.measured


def _rate(rate: float) -> str:
    return f"{rate:.2g}" if math.isfinite(rate) else "–"


def _range(own: Floats) -> str:
    """Give the lowest and the highest rate of several seeds, and how many of them have one where some haven't."""
    there = own[np.isfinite(own)]
    if len(own) == 1 or not len(there):
        return ""
    said = f"{there.min():.2g} to {there.max():.2g}"
    return said if len(there) == len(own) else f"{said}, {len(there)} of them"


def headline(found: LRFinder) -> str:
    """Say in a sentence where the loss falls, where it is lowest, and where seeds were cut."""
    if not np.isfinite(found.losses).any():
        return f"No seed of {found.run} has a loss that is a number."
    low, high = found.lrs[0], found.lrs[-1]
    valley, least = found.suggestions["valley"][0], found.suggestions["min/10"][0]
    if math.isnan(valley):
        return f"The loss of {found.run} never falls by more than its noise from {low:.2g} to {high:.2g}."
    if math.isnan(least):
        return f"The loss of {found.run} falls longest around {valley:.2g}, and has no lowest point up to {high:.2g}."
    gone = np.isnan(found.losses)
    cut, first = np.count_nonzero(gone.any(axis=1)), found.lrs[int(gone.any(axis=0).argmax())]
    text = "; {cut} of {seeds} seed{seeds:|s} {cut:was|were} cut, the first at {first:.2g}"
    where = filled(text, cut=cut, seeds=len(gone), first=first) if cut else ""
    return f"The loss of {found.run} falls longest around {valley:.2g} and is lowest around {10 * least:.2g}{where}."
