"""The pages of cards: what each choice and view is, from the same texts as the cards in the window."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.cards import Card, Kind, card_of, cards, left_out
from lrviz.catalog.families import family, in_families
from lrviz.catalog.loss import Loss
from lrviz.catalog.metric import Metric
from lrviz.catalog.quantity import BY_TASK, QUANTITIES, shapes
from lrviz.catalog.schedule import EXAMPLE_STEPS, Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.signal import Signal
from lrviz.manual import RULE
from lrviz.notation import plain
from lrviz.spec import Field

PAGES: dict[str, tuple[str, str, tuple[Kind, ...]]] = {
    "schedules": (
        "Schedules",
        "Torch's schedulers, those of libraries and papers, and what they are composed of",
        ("schedule",),
    ),
    "losses": ("Losses", "What a run can be trained with", ("loss",)),
    "optimizers": ("Optimizers", "What makes an update of a gradient", ("optimizer",)),
    "metrics": ("Metrics", "What says how good answers are", ("metric",)),
    "problems": ("Problems", "What is trained on, and which model", ("problem", "model", "surface", "signal")),
    "views": ("Views", "What the window shows", ("view",)),
}
"""Each page by its file: its title, what it is about, and the kinds of cards on it."""
LIBRARIES = ("torch", "timm", "transformers", "keras")
HEADS: dict[Kind, str] = {
    "problem": "Data",
    "model": "Models",
    "surface": "Surfaces, as the model of a Walk",
    "signal": "Metrics that are supposed for a scheduler that listens",
}
"""The heads over kinds on a page of several."""
WIDTH, HEIGHT, EDGE = 240, 60, 3
PLACES = 121
INK = "#2B45C9"
LOSS_ROOF = 4.0


def pages() -> dict[str, str]:
    """Write every page, by its file."""
    return {f"{name}.md": _page(*about) for name, about in PAGES.items()}


def pictures() -> dict[str, str]:
    """Draw the curve of everything that has one, as SVG, by its file."""
    drawn = {card.key: _curve(card) for card in cards()}
    return {f"{key}.svg": _svg(*curve) for key, curve in drawn.items() if curve is not None}


def _page(title: str, about: str, kinds: Sequence[Kind]) -> str:
    head = f"{about}. The same stands on the cards in the window (*F1*) and is written by `lrviz explain NAME`."
    parts = [f"# {title}\n\n{head}\n"]
    for kind in kinds:
        parts += [f"## {HEADS[kind]}\n"] if len(kinds) > 1 else []
        parts += _families() if kind == "schedule" else [_section(card) for card in cards() if card.kind == kind]
    return "\n".join(parts)


def _families() -> Iterator[str]:
    """Give the sections of schedules, under the library they come from."""
    for name, classes in groupby(in_families(SCHEDULES), key=family):
        yield f"## {name if name in LIBRARIES else name.capitalize()}\n"
        yield from (_section(card_of(cls)) for cls in classes)


def _section(card: Card) -> str:
    told = card.manual
    parts = [f"### {card.name}", *_picture(card), told.summary, *told.more]
    if card.formula:
        parts.append("```text\n" + "\n".join(map(plain, card.formula)) + "\n```")
    parts += [f"**When to use it:** {told.when}", f"**Common mistake:** {RULE.sub(_linked, told.mistake)}"]
    named = [field for field in card.parameters if field.help]
    if named:
        parts.append(
            "\n".join(["| parameter | what it is | it must be | left out |", "|---|---|---|---|", *map(_row, named)])
        )
    parts += [
        f"From [{source.text}]({source.link})" if source.link else f"From {source.text}" for source in card.sources
    ]
    return "\n\n".join(parts) + "\n"


def _picture(card: Card) -> Iterator[str]:
    """Give an entry's picture, and of a metric what it shows; a view's is made by view_pictures.py."""
    cls = card.cls
    if card.kind == "view":
        yield f"![{card.name}](../views/{card.key}-light.png)"
    elif _curve(card) is not None:
        yield f"![{card.name}](pictures/{card.key}.svg)"
    if cls is not None and issubclass(cls, Metric):
        moved = cls.example().moved()
        yield f"Over the {moved.across}: {moved.note}."


def _linked(rule: re.Match[str]) -> str:
    return f"[{rule[0]}](rules.md#{rule[0].lower()})"


def _row(field: Field) -> str:
    left = "**required**" if field.required else left_out(field)
    return f"| `{field.name}` | {field.help} | {field.bound} | {left} |".replace("||", "\\|\\|")


Floats = NDArray[np.float64]


def _curve(card: Card) -> tuple[Floats, Floats] | None:
    """Give an entry's own curve, x and y (n,); None where it has none."""
    cls = card.cls
    if cls is None:
        return None
    if issubclass(cls, Metric):
        moved = cls.example().moved()
        return moved.x, moved.y
    if issubclass(cls, Schedule):
        if cls.listens:
            return None
        step = np.arange(EXAMPLE_STEPS)
        return step.astype(np.float64), cls.fitted(EXAMPLE_STEPS, 0.1).at(step, 0.1)
    if issubclass(cls, Signal):
        share = np.linspace(0, 1, PLACES)
        return share, cls.example().at(share)
    if issubclass(cls, Loss) and "surface" not in cls.uses:
        task = next(task for task in cls.uses if BY_TASK[task])
        name = BY_TASK[task][0]
        x = np.linspace(QUANTITIES[name].low, QUANTITIES[name].high, PLACES)[1:-1]
        loss = shapes(cls.fitted(task), name, x, 1 if task != "classes" else 10)[0].loss
        return x, np.minimum(loss, LOSS_ROOF)
    return None


def _svg(across: Floats, values: Floats) -> str:
    there = np.isfinite(values)
    first, last = float(across[0]), float(across[-1])
    low, high = min(0.0, float(values[there].min())), max(float(values[there].max()), 1e-12)
    x = EDGE + (across[there] - first) / (last - first) * (WIDTH - 2 * EDGE)
    y = HEIGHT - EDGE - (values[there] - low) / (high - low) * (HEIGHT - 2 * EDGE)
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<polyline fill="none" stroke="{INK}" stroke-width="2.25" stroke-linejoin="round" stroke-linecap="round" '
        f'points="{points}"/></svg>\n'
    )
