"""The page of a report: one HTML file, whose policy lets it load nothing and run nothing but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from lrviz.export.report.content import Code, File, Found, Ground, Pane, Report, View
from lrviz.export.report.data import data, id_of
from lrviz.export.report.marks import swatch
from lrviz.export.report.tables import reached, shaded, shades
from lrviz.files import resource

COLUMNS = {1: "one", 2: "two", 3: "three"}
"""Classes of the sheet by how many panes stand side by side."""
SPELLED = {ord(sign): f"%{ord(sign):02X}" for sign in '%"#<>& \\^`{|}[]'}
"""Signs that mean something in a link, or can't stand in one, and how they are written there."""


def page(report: Report) -> bytes:
    """Give the report as a file. Everything that comes from a session is escaped: its names may hold anything."""
    script = "\n".join(_shipped(name) for name in ("curves.js", "plane.js", "draw.js", "ground.js", "page.js"))
    style = _colours(report) + _shipped("page.css") + shades()
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
        f'<script type="application/json" id="curves">{data(report)}</script>',
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
        yield _view(report, view, i)
    if report.table is not None:
        yield _section(report.table.title, reached(report, report.table))
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
    """Give the runs as buttons that hide their curves, and how curves are read and laid out."""
    words = {name: escape(text) for name, text in report.words.items()}
    runs = "".join(
        f'<button type="button" class="run" data-run="{i}" aria-pressed="true" disabled>{swatch(colour)}'
        f'<span title="{escape(name)}">{escape(name)}</span></button>'
        for i, (name, colour) in enumerate(report.runs)
    )
    several = ""
    if len(report.runs) > 1:
        names = "".join(f'<option value="{i}">{escape(name)}</option>' for i, (name, _) in enumerate(report.runs))
        several = (
            f'<label class="choice live-only">{words["against"]}<select id="baseline">'
            f'<option value="-1">{words["nothing"]}</option>{names}</select></label>'
            f'<button type="button" id="each" class="choice live-only" aria-pressed="false">{words["each"]}</button>'
        )
    back = f'<button type="button" id="all" class="choice" hidden>{words["all"]}</button>'
    hint = f'<p class="hint live-only screen-only">{words["hint"]}</p>'
    rest = '<span class="rest"></span>'
    return f'<nav aria-label="{words["runs"]}">{runs}{rest}{back}{several}</nav>{hint}'


def _view(report: Report, view: View, index: int) -> str:
    panes = "".join(_figure(id_of(index, i), pane) for i, pane in enumerate(view.panes))
    drawn = f'<div class="panes live-only {COLUMNS[view.columns]}">{panes}</div>' if panes else ""
    if view.ground is not None:
        drawn = _plane(id_of(index, "ground"), view.ground) + drawn
    picture = _picture(view)
    if drawn and picture:
        picture = f'<noscript><p class="hint">{escape(report.words["no_script"])}</p>{picture}</noscript>'
    if drawn and view.summary:  # for those who can't see what is drawn
        drawn = f'<p class="unseen live-only">{escape(view.summary)}</p>{drawn}'
    runs = dict.fromkeys(matrix.run for matrix in view.matrices)
    cells = "".join(shaded(report, [one for one in view.matrices if one.run == run]) for run in runs)
    tables = f'<div class="matrices">{cells}</div>' if cells else ""
    return (
        f'<section><p class="eyebrow">{escape(view.title)}</p><h2>{escape(view.headline)}</h2>'
        f'<p class="under">{escape(view.under)}</p>{drawn}{picture}{tables}</section>'
    )


def _plane(name: str, ground: Ground) -> str:
    """Give where the script draws a landscape: its colours, and what is over them."""
    return (
        f'<figure class="ground live-only"><figcaption class="head"><h3>{escape(ground.title)}</h3>'
        f'<span class="hint" id="{name}-read"></span></figcaption>'
        f'<div class="plot" id="{name}"><canvas></canvas></div></figure>'
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
    light, *dark = map(_inline, view.pictures)
    source = f'<source media="screen and (prefers-color-scheme: dark)" srcset="{dark[0]}">' if dark else ""
    return f'<picture>{source}<img class="picture" src="{light}" alt="{escape(view.summary)}"></picture>'


def _inline(picture: bytes) -> str:
    """Give an SVG file as a link that holds it, which is shorter than in base 64."""
    return f"data:image/svg+xml,{' '.join(picture.decode().split()).translate(SPELLED)}"


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
