"""`lrviz explain NAME`: a card as text."""

from __future__ import annotations

import textwrap
from argparse import Namespace

from lrviz.catalog.cards import Card, find, left_out
from lrviz.notation import plain

WIDTH = 100
FINE = 0


def explain(arguments: Namespace) -> int:
    """`lrviz explain NAME`: what it is, its formula, when to use it, what people get wrong, and its parameters."""
    print(written(find(arguments.name)))
    return FINE


def written(card: Card) -> str:
    """Write a card as paragraphs."""
    told = card.manual
    parts = [f"{card.name} ({card.kind})", *(textwrap.fill(text, WIDTH) for text in (told.summary, *told.more))]
    if card.formula:
        parts.append("\n".join(f"    {plain(line)}" for line in card.formula))
    parts.append(textwrap.fill(f"When to use it: {told.when}", WIDTH))
    parts.append(textwrap.fill(f"Common mistake: {told.mistake}", WIDTH))
    if card.parameters:
        parts.append("\n".join(_parameters(card)))
    parts += [textwrap.fill(f"From: {source.text}", WIDTH) + _beneath(source.link) for source in card.sources]
    return "\n\n".join(parts)


def _parameters(card: Card) -> list[str]:
    """Give a line for each parameter: its name, what it does, what it must be and what it is unless given."""
    named = [field for field in card.parameters if field.help]
    wide = max((len(field.name) for field in named), default=0)
    lines = []
    for field in named:
        default = "" if field.required else f", {left_out(field)} unless given"
        lines.append(f"  {field.name:<{wide}}  {field.help} It must be {field.bound}{default}.")
    return lines


def _beneath(link: str) -> str:
    return f"\n      {link}" if link else ""
