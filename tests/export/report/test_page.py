"""The page of a report: it loads nothing, runs nothing but its own script, and takes no name for HTML."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest

from lrviz import Experiment, Run, dumps, loads
from lrviz.export.report import (
    Bars,
    Code,
    Command,
    Contour,
    Curve,
    Dots,
    File,
    Found,
    Ground,
    Matrix,
    Pane,
    Pin,
    Report,
    Row,
    Scale,
    Shown,
    Spot,
    Table,
    Trek,
    View,
    page,
)

HOSTILE = "</script></pre><img src=x onerror=alert(1)>\"'&<!-- \u2028"
WORDS = (
    *("runs", "all", "hint", "no_script", "log", "linear", "scale", "copy", "copied", "findings", "code", "session"),
    *("session_about", "facts", "again", "made_by", "against", "nothing", "each"),
)


def report(name: str) -> Report:
    """Give a report in which every text is that name."""
    x = np.arange(3.0)
    curve = Curve(0, name, 0, x, np.array([1.0, np.nan, 1 / 3]), np.array([2.0, np.nan, np.inf]), end=name)
    scale = Scale(0, 2, name)
    spots = (Spot(0, 0, 1, 2, name), Spot(0, 0, np.nan, 2, name))
    pins, dots = (Pin(0, 0, 1, name, name),), Dots(x, x, np.array([0, 1, 2]))
    pane = Pane(name, "steps", scale, scale, (curve,), name, Bars(x, x[:2]), spots, pins=pins, dots=dots)
    matrix = Matrix(0, name, (name, name), (name,), np.array([[0.0, 1.0]]), ((name, name),), name)
    trek = Trek(0, name, 0, x, x, x, x, name)
    contours, ramp = (Contour((np.eye(2),), name),), (("#000000",), ("#ffffff",))
    plane = Ground(name, "steps", scale, scale, x, x, np.zeros((3, 3)), x, 0, ramp, contours, (trek,), (0.0, 1.0, name))
    return Report(
        title=name,
        language="en",
        lead=(name,),
        runs=((name, 0), ("other", 9)),
        views=(
            View(name, name, name, (pane,), summary=name, pictures=(b"<svg/>",)),
            View(name, name, name, matrices=(matrix,), ground=plane),
        ),
        session=dumps(Experiment(runs=(Run(name),))),
        words=dict.fromkeys(WORDS, name),
        colours={"bg": ("#ffffff", "#000000")},
        table=Table(name, name, (name, name), (Row(0, (Shown(name, 1.5, best=True), Shown(name))),)),
        found=(Found("LR101", "error", name, name, name),),
        code=(Code(0, name),),
        facts=((name, name),),
        commands=(Command(name, name),),
        files=(File(name, "text/csv", b"a,b\n", name),),
    )


class Seen(HTMLParser):
    """What a browser would see: tags with their attributes, and the text in each kind of element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def curves(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="curves">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    assert not set("<>&") & set(found[1]), "nothing in it can end the element"
    known = json.loads(found[1])
    for curve in (curve for pane in known["panes"] for curve in pane["curves"]):
        curve["x"] = known["xs"][curve["x"]]
    return known


def test_no_name_is_taken_for_html() -> None:
    hostile, tame = page(report(HOSTILE)).decode(), page(report("tame")).decode()
    assert [tag for tag, _ in Seen(hostile).tags] == [tag for tag, _ in Seen(tame).tags]
    assert [set(own) for _, own in Seen(hostile).tags] == [set(own) for _, own in Seen(tame).tags]
    assert hostile.count("</script>") == 2
    assert HOSTILE in Seen(hostile).texts
    assert curves(hostile)["panes"][0]["curves"][0]["name"] == HOSTILE


def test_nothing_is_loaded_and_only_its_own_script_may_run() -> None:
    text = page(report("tame")).decode()
    for tag, own in Seen(text).tags:
        assert not any(name.startswith("on") for name in own), tag
        assert "style" not in own
        for name in ("src", "href", "srcset"):
            assert (own.get(name) or "data:").startswith("data:")
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
    policy = next(own["content"] for tag, own in Seen(text).tags if own.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    for kind, tag in (("script-src", "script"), ("style-src", "style")):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inner is not None
        mark = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{kind} 'sha256-{mark}'" in policy
    assert "unsafe" not in policy


def test_the_page_is_a_session_too() -> None:
    head = "lrviz session, 1 run, check 00000000:"
    for name in (HOSTILE, "a  b\nc", "경주 \U0001f600", head, f"{head} {{}}"):
        assert loads(page(report(name)).decode()).runs[0].name == name


def test_curves_are_short_and_gaps_are_none() -> None:
    (pane,) = curves(page(report("tame")).decode())["panes"]
    (curve,) = pane["curves"]
    assert curve["x"] == [0, 1, 2]
    assert curve["low"] == [1, None, 0.333333]
    assert curve["high"] == [2, None, None]
    assert [spot["x"] for spot in pane["spots"]] == [1]
    assert pane["bars"] == {"edges": [0, 1, 2], "heights": [0, 1]}


def test_a_plain_curve_is_written_once() -> None:
    y = np.array([1.0, 2.0])
    view = View("v", "h", "u", (Pane("p", "steps", Scale(0, 1), Scale(0, 2), (Curve(0, "a", 0, y, y, y.copy()),)),))
    made = report("tame")
    text = page(Report(made.title, "en", (), made.runs, (view,), made.session, made.words, made.colours)).decode()
    assert curves(text)["panes"][0]["curves"][0]["high"] is None


@pytest.mark.parametrize("part", ["table", "found", "code", "files"])
def test_what_there_is_nothing_of_has_no_heading(part: str) -> None:
    made = report("tame")
    own = {name: getattr(made, name) for name in Report.__dataclass_fields__} | {part: None if part == "table" else ()}
    assert len(page(Report(**own))) < len(page(made))


def test_files_can_be_saved_without_a_script() -> None:
    links = [own for tag, own in Seen(page(report("tame")).decode()).tags if tag == "a"]
    assert [own["download"] for own in links] == ["tame"]
    assert base64.b64decode((links[0]["href"] or "").partition(",")[2]) == b"a,b\n"


def test_cells_are_as_dark_as_their_share() -> None:
    text = page(report("tame")).decode()
    assert re.findall(r'<td class="s(\d+)">', text) == ["0", "20"]
    assert ".matrix .s20{background:color-mix(in srgb,var(--line) 45%,transparent)}" in text


def test_numbers_that_curves_share_are_held_once() -> None:
    x = np.arange(5.0)
    panes = tuple(Pane("p", "steps", Scale(0, 4), Scale(0, 9), (Curve(0, "a", 0, x.copy(), x, x),)) for _ in range(3))
    made = report("tame")
    text = page(Report(made.title, "en", (), made.runs, (View("v", "h", "u", panes),), "", made.words, {})).decode()
    assert curves(text)["xs"] == [[0, 1, 2, 3, 4]]


@pytest.mark.parametrize(("panes", "square", "columns"), [(3, True, 3), (3, False, 2), (2, True, 2), (6, True, 3)])
def test_panes_leave_no_gap_below_them(panes: int, square: bool, columns: int) -> None:
    pane = Pane("p", "steps", Scale(0, 1), Scale(0, 1), square=square)
    assert View("v", "h", "u", (pane,) * panes, two=True).columns == columns


def test_what_is_drawn_is_said_in_words_too() -> None:
    view = View("v", "h", "u", (Pane("p", "steps", Scale(0, 1), Scale(0, 1)),), summary="one run falls")
    made = report("tame")
    text = page(Report(made.title, "en", (), made.runs, (view,), "", made.words, {})).decode()
    assert '<p class="unseen live-only">one run falls</p>' in text
