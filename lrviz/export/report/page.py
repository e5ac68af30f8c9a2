"""The page of a report: one HTML file, whose policy lets it load nothing and run nothing but its own script."""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Iterator
from html import escape
from typing import Any

import numpy as np

from lrviz.export.report.content import Code, Curve, File, Floats, Found, Pane, Report, Shown, Table, View
from lrviz.export.report.marks import swatch
from lrviz.files import resource

DIGITS = 6
"""Digits of the numbers that curves are drawn from; the tables that can be saved have all."""
TALL = 3
"""A view of fewer panes, one below the other, has tall ones."""


def page(report: Report) -> bytes:
    """Give the report as a file. Everything that comes from a session is escaped: its names may hold anything."""
    script = "\n".join(_shipped(name) for name in ("curves.js", "page.js"))
    style = _colours(report) + _shipped("page.css")
    policy = (
        f"default-src 'none'; script-src {_mark(script)}; style-src {_mark(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = [
        f'<!doctype html>\n<html lang="{escape(report.language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="lrviz">',
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">',
        f"<title>{escape(report.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>",
        *_body(report),
        "</main>",
        f'<script type="application/json" id="curves">{_data(report)}</script>',
        f"<script>{script}</script>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def _shipped(name: str) -> str:
    return resource("report", name).read_text(encoding="utf-8")


def _mark(text: str) -> str:
    """Give what a policy calls a text by: nothing else may run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _colours(report: Report) -> str:
    """Give the colours as variables of the sheet: on screens that are dark the dark ones, on paper the light."""
    light, dark = ("".join(f"--{name}:{pair[i]};" for name, pair in report.colours.items()) for i in (0, 1))
    runs = "".join(f".c{i}{{--line:var(--line{i});--ink:var(--ink{i})}}" for i in range(8))
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{runs}\n"


# What is read ---------------------------------------------------------------------------------------------------------


def _body(report: Report) -> Iterator[str]:
    words = report.words
    lead = "".join(f"<p>{escape(line)}</p>" for line in report.lead)
    yield f"<header><h1>{escape(report.title)}</h1>{lead}</header>"
    yield _legend(report)
    for i, view in enumerate(report.views):
        yield _view(view, i, words["no_script"])
    if report.table is not None:
        yield _table(report, report.table)
    if report.found:
        yield _section(words["findings"], "".join(map(_found, report.found)))
    if report.code:
        yield _section(words["code"], "".join(_code(report, i, one) for i, one in enumerate(report.code)))
    yield _session(report)
    facts = "".join(f"<dt>{escape(what)}</dt><dd>{escape(value)}</dd>" for what, value in report.facts)
    yield _section(words["facts"], f"<dl>{facts}</dl>")
    lines = "".join(
        f'<div class="code"><p class="hint">{escape(one.about)}</p><pre>{escape(one.line)}</pre></div>'
        for one in report.commands
    )
    yield _section(words["again"], lines)
    yield f"<footer>{escape(words['made_by'])}</footer>"


def _section(title: str, inner: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{inner}</section>"


def _legend(report: Report) -> str:
    """Give the runs as buttons that hide their curves."""
    runs = "".join(
        f'<button type="button" class="run" data-run="{i}" aria-pressed="true">{swatch(colour)}'
        f'<span title="{escape(name)}">{escape(name)}</span></button>'
        for i, (name, colour) in enumerate(report.runs)
    )
    groups = dict.fromkeys(pane.group for view in report.views for pane in view.panes)
    whole = escape(report.words["all"])
    back = "".join(f'<button type="button" data-resets="{escape(group)}" hidden>{whole}</button>' for group in groups)
    hint = f'<span class="hint live-only screen-only">{escape(report.words["hint"])}</span>'
    return f'<nav aria-label="{escape(report.words["runs"])}">{runs}<span class="rest"></span>{back}{hint}</nav>'


def _view(view: View, index: int, no_script: str) -> str:
    panes = "".join(_figure(_id(index, i), pane) for i, pane in enumerate(view.panes))
    drawn = f'<div class="panes live-only{" two" if view.two else ""}">{panes}</div>' if panes else ""
    picture = _picture(view)
    if panes and picture:
        picture = f'<noscript><p class="hint">{escape(no_script)}</p>{picture}</noscript>'
    return (
        f'<section><p class="eyebrow">{escape(view.title)}</p><h2>{escape(view.headline)}</h2>'
        f'<p class="under">{escape(view.under)}</p>{drawn}{picture}</section>'
    )


def _figure(name: str, pane: Pane) -> str:
    """Give where the script draws a pane, and the row above it."""
    return (
        f'<figure class="pane"><figcaption class="head" id="{name}-head"><h3>{escape(pane.title)}</h3>'
        f'<span class="hint">{escape(pane.note)}</span></figcaption><div class="plot" id="{name}"></div></figure>'
    )


def _picture(view: View) -> str:
    if not view.pictures:
        return ""
    light, *dark = (f"data:image/svg+xml;base64,{base64.b64encode(one).decode()}" for one in view.pictures)
    source = f'<source media="screen and (prefers-color-scheme: dark)" srcset="{dark[0]}">' if dark else ""
    return f'<picture>{source}<img class="picture" src="{light}" alt="{escape(view.summary)}"></picture>'


def _table(report: Report, table: Table) -> str:
    heads = "".join(f'<th scope="col"><button type="button">{escape(head)}</button></th>' for head in table.heads)
    rows = "".join(
        f'<tr><td><span class="run">{swatch(report.runs[row.run][1])}{escape(report.runs[row.run][0])}</span></td>'
        f"{''.join(map(_cell, row.cells))}</tr>"
        for row in table.rows
    )
    inner = (
        f'<p class="under">{escape(table.under)}</p><div class="scrolls">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
    return _section(table.title, inner)


def _cell(cell: Shown) -> str:
    value = "" if cell.value is None or not math.isfinite(cell.value) else repr(float(cell.value))
    text = f'<span class="best">{escape(cell.text)}</span>' if cell.best else escape(cell.text)
    return f'<td data-value="{value}">{text}</td>'


def _found(found: Found) -> str:
    fix = f"<pre>{escape(found.fix)}</pre>" if found.fix else ""
    message = f"{found.run}: {found.message}" if found.run else found.message
    return f'<div class="finding {found.severity}"><code>{escape(found.rule)}</code><p>{escape(message)}</p>{fix}</div>'


def _code(report: Report, index: int, code: Code) -> str:
    name, colour = report.runs[code.run]
    return (
        f'<div class="code"><div class="head">{swatch(colour)}<h3>{escape(name)}</h3>'
        f'{_copier(f"code-{index}", report)}</div><pre id="code-{index}">{escape(code.text)}</pre></div>'
    )


def _copier(what: str, report: Report) -> str:
    return f'<button type="button" class="live-only" data-copies="{what}">{escape(report.words["copy"])}</button>'


def _session(report: Report) -> str:
    """Give the session as text, which reads a report as a session file, and the files to be saved."""
    files = "".join(map(_file, report.files))
    inner = (
        f'<p class="under">{escape(report.words["session_about"])}</p>'
        f'<div class="files">{_copier("session", report)}{files}</div>'
        f'<pre class="text" id="session">{escape(report.session, quote=False)}</pre>'
    )
    return _section(report.words["session"], inner)


def _file(file: File) -> str:
    link = f"data:{file.kind};base64,{base64.b64encode(file.data).decode()}"
    return f'<a class="button" download="{escape(file.name)}" href="{link}">{escape(file.words)}</a>'


# What is drawn --------------------------------------------------------------------------------------------------------


def _id(view: int, pane: int) -> str:
    return f"pane-{view}-{pane}"


def _data(report: Report) -> str:
    """Give the curves as JSON that can stand in a page."""
    panes = [
        {"id": _id(i, j), "view": i, "narrow": view.two, "tall": not view.two and len(view.panes) < TALL, **_pane(pane)}
        for i, view in enumerate(report.views)
        for j, pane in enumerate(view.panes)
    ]
    words = {name: report.words[name] for name in ("log", "linear", "scale", "copied")}
    text = json.dumps({"words": words, "panes": panes}, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def _pane(pane: Pane) -> dict[str, Any]:
    axes = {
        name: {"low": axis.low, "high": axis.high, "title": axis.title, "log": axis.log, "form": axis.form}
        for name, axis in (("x", pane.x), ("y", pane.y))
    }
    bars = None if pane.bars is None else {"edges": _numbers(pane.bars.edges), "heights": _numbers(pane.bars.heights)}
    spots = [
        {"run": spot.run, "colour": spot.colour, "x": spot.x, "y": spot.y, "text": spot.text}
        for spot in pane.spots
        if math.isfinite(spot.x) and math.isfinite(spot.y)
    ]
    own = {"title": pane.title, "group": pane.group, "smooth": pane.smooth, "bars": bars, "spots": spots}
    return {**axes, **own, "curves": [_curve(curve) for curve in pane.curves]}


def _curve(curve: Curve) -> dict[str, Any]:
    own = {"run": curve.run, "name": curve.name, "colour": curve.colour, "style": curve.style, "named": curve.named}
    high = None if curve.high is curve.low or np.array_equal(curve.high, curve.low) else _numbers(curve.high)
    return {**own, "end": curve.end, "x": _numbers(curve.x), "low": _numbers(curve.low), "high": high}


def _numbers(values: Floats) -> list[float | int | None]:
    """Write numbers short: whole ones as such, none for those that aren't finite."""
    return [_rounded(float(value)) for value in values]


def _rounded(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    if value.is_integer() and abs(value) < 2**53:
        return int(value)
    return float(f"{value:.{DIGITS}g}")
