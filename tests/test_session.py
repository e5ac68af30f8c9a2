"""Sessions: what is saved is what is loaded, and a broken file is named, never raised at."""

from __future__ import annotations

import copy
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz import Experiment, Run, SessionError, StepLR, dumps, lessons, load, loads, preset, presets, save
from lrviz.catalog.signal import Signal
from lrviz.catalog.signals import SIGNALS
from lrviz.run import Run as AnyRun
from lrviz.session import LARGEST, decode, encode
from tests.strategies import specs

FIRST: dict[str, Any] = json.loads(encode(Experiment.first_open()))


def said(data: bytes | str | dict[str, Any]) -> str:
    """Give the reason a document is refused for."""
    if isinstance(data, dict):
        data = json.dumps(data)
    with pytest.raises(SessionError) as caught:
        decode(data.encode() if isinstance(data, str) else data, "study.lrviz")
    assert str(caught.value) == f"study.lrviz can’t be opened: {caught.value.reason}"
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
    return caught.value.reason


def changed(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    document = copy.deepcopy(FIRST)
    change(document)
    return document


def test_the_first_lesson_is_the_first_session() -> None:
    assert "first-open" in lessons()
    assert load("first-open") == Experiment.first_open()
    assert [run.name for run in Experiment.first_open().runs] == ["constant", "step", "cosine"]


@given(st.lists(specs(AnyRun), max_size=3, unique_by=lambda run: run.name), st.sampled_from(SIGNALS).flatmap(specs))
@settings(max_examples=30)
def test_what_is_saved_is_what_is_loaded(runs: list[Run], metric: Signal) -> None:
    experiment = Experiment(runs=tuple(runs), metric=metric)
    assert decode(encode(experiment), "study.lrviz") == experiment


@given(
    st.lists(specs(AnyRun), max_size=3, unique_by=lambda run: run.name),
    st.sampled_from(SIGNALS).flatmap(specs),
    st.sampled_from(["", "> "]),
)
@settings(max_examples=30)
def test_what_is_sent_is_what_comes(runs: list[Run], metric: Signal, quote: str) -> None:
    experiment = Experiment(runs=tuple(runs), metric=metric)
    assert loads("".join(f"{quote}{line}\n" for line in dumps(experiment).splitlines())) == experiment


def test_every_lesson_and_preset_can_be_sent() -> None:
    for name in lessons():
        assert loads(dumps(load(name))) == load(name)
    for name in presets():
        assert len(dumps(preset(name))) < 2500
        assert loads(dumps(preset(name))) == preset(name)


def test_a_session_as_text_is_short_and_says_what_it_holds() -> None:
    text = dumps(Experiment.first_open())
    assert text.startswith("lrviz session, 3 runs, 440 steps, check ")
    assert len(text) < 500
    assert loads(encode(Experiment.first_open()).decode()) == Experiment.first_open()


def test_a_file_with_a_session_in_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "mail.txt"
    path.write_text(f"Hello,\n\n{dumps(Experiment.first_open())}\nBye")
    assert load(path) == Experiment.first_open()


def test_a_text_that_was_changed_is_refused_by_name() -> None:
    for text, reason in (
        (dumps(Experiment.first_open()).replace("440", "441"), "it was changed on its way: its check is "),
        (dumps(Experiment.first_open())[:-30], "it is cut off"),
        ("no session at all", "line 1, column 1"),
        ("half a pair: \ud800", "it is not UTF-8 text"),
    ):
        with pytest.raises(SessionError, match=reason) as caught:
            loads(text, "the mail")
        assert str(caught.value).startswith("the mail can’t be opened: ")


def test_a_session_from_before_there_was_a_supposed_metric_gets_the_usual_one() -> None:
    old = changed(lambda document: document.pop("metric"))
    assert decode(json.dumps(old).encode(), "old.lrviz") == Experiment.first_open()


def test_a_session_from_before_data_sets_were_planned_has_those_of_its_problem() -> None:
    old = changed(lambda document: [document["training"].pop(name) for name in ("examples", "sequence_length")])
    assert decode(json.dumps(old).encode(), "old.lrviz") == Experiment.first_open()


def test_a_supposed_metric_that_is_none_is_named() -> None:
    wrong = changed(lambda document: document["metric"].update(half_life=-1))
    assert said(wrong).startswith("metric.half_life is -1; it must be a number between 0.0001 and 10")
    assert "the nearest is LearningCurve" in said(
        changed(lambda document: document["metric"].update(type="LerningCurve"))
    )


def test_saving_is_readable_deterministic_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "경주 é.lrviz"
    experiment = Experiment.of(Run("기준", StepLR(3)))
    save(experiment, path)
    first = path.read_bytes()
    save(experiment, str(path))
    assert path.read_bytes() == first
    text = first.decode("utf-8")
    assert '\n      "name": "기준"' in text
    assert json.loads(text)["version"] == 1
    assert list(tmp_path.iterdir()) == [path]
    assert load(path) == experiment


def test_saving_follows_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    (tmp_path / "real.lrviz").write_text("old")
    (tmp_path / "real.lrviz").chmod(0o640)
    (tmp_path / "link.lrviz").symlink_to("real.lrviz")
    save(Experiment.first_open(), tmp_path / "link.lrviz")
    assert (tmp_path / "link.lrviz").is_symlink()
    assert load(tmp_path / "real.lrviz") == Experiment.first_open()
    assert stat.S_IMODE((tmp_path / "real.lrviz").stat().st_mode) == 0o640


def test_a_file_that_cannot_be_saved_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "study.lrviz"
    save(Experiment.first_open(), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SessionError, match=r"study\.lrviz can’t be saved: no space left on device"):
        save(Experiment.of(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["no/such/folder.lrviz", "", "a\0b.lrviz"])
def test_a_place_that_is_none_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="can’t be saved"):
        save(Experiment.first_open(), f"{tmp_path}/{name}")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda d: d["runs"][1]["schedule"].update(step_size="fast"),
            'runs[1].schedule.step_size is "fast"; it must be a whole number',
        ),
        (lambda d: d["runs"][1]["schedule"].update(step_size=0), "runs[1].schedule.step_size is 0; it must be a whole"),
        (lambda d: d["runs"][1]["schedule"].update(type="StpLR"), 'schedule.type is "StpLR"; the nearest is StepLR'),
        (lambda d: d["runs"][1]["schedule"].update(type=3), "runs[1].schedule.type is 3; it must be one of"),
        (lambda d: d["runs"][1]["schedule"].pop("type"), "runs[1].schedule.type is missing"),
        (lambda d: d["runs"][1]["schedule"].update(stepsize=3), "runs[1].schedule.stepsize is unknown"),
        (lambda d: d["runs"][1].update(schedule=[]), "runs[1].schedule is []; it must be"),
        (lambda d: d["runs"][1].pop("name"), "runs[1].name is missing; it must be text"),
        (lambda d: d["runs"][1].update(name="constant"), "runs must be"),
        (lambda d: d["runs"][1].update(colour=-1), "runs[1].colour is -1"),
        (lambda d: d["runs"][1].update(stepped="hourly"), 'runs[1].stepped is "hourly"; it must be one of'),
        (lambda d: d["runs"].append(3), "runs"),
        (lambda d: d.update(runs=3), "runs is 3"),
        (lambda d: d["runs"][0]["optimizer"].update(lr=-1), "runs[0].optimizer.lr is -1; it must be a number of at"),
        (lambda d: d["runs"][0]["optimizer"].update(nesterov=True, momentum=0), "runs[0].optimizer.nesterov must be"),
        (lambda d: d["runs"][0]["optimizer"].update(lr=10**300 * 10**100), "runs[0].optimizer.lr is a number of 401"),
        (lambda d: d["training"].update(seeds=[1, 1]), "training.seeds must be a list without repeats"),
        (lambda d: d["training"].update(seeds=[1, "a"]), 'training.seeds is [1, "a"]; it must be'),
        (
            lambda d: d["training"].update(step=3),
            "training.step is unknown: Training has no such field; the nearest is steps",
        ),
        (lambda d: d["problem"]["model"].update(hidden=[0]), "problem.model.hidden is [0]"),
        (lambda d: d.update(version=2), "version is 2, from a newer lrviz"),
        (lambda d: d.update(version="1"), 'version is "1"; it must be'),
        (lambda d: d.update(version=True), "version is true"),
        (lambda d: d.pop("version"), "version is missing"),
        (lambda d: d.update(rums=[]), "rums is unknown: Experiment has no such field; the nearest is runs"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(change: Callable[[dict[str, Any]], Any], reason: str) -> None:
    assert reason in said(changed(change))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("[]", "no JSON object"),
        ('{"version": 1,', "line 1, column"),
        ('{"version": 1}\nx', "line 2, column 1: extra data"),
        ('{\n "version": 1,\n "runs": [}', "line 3, column"),
        ('{"version": 1, "version": 1}', 'the document has two fields called "version"'),
        ('{"version": 1, "training": {"steps": 1, "steps": 2}}', 'training has two fields called "steps"'),
        ('{"version": 1, "training": {"steps": NaN}}', "training.steps is NaN; it must be a finite number"),
        ('{"version": 1, "training": {"steps": -Infinity}}', "training.steps is -Infinity"),
        ('{"version": 1, "training": {"steps": 1e999}}', "training.steps is too large a number"),
        ('{"version": 1, "runs": [{"name": "\\ud800"}]}', "runs[0].name holds half a surrogate pair"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"version": ' + "9" * 9000 + "}", "version is a number of 9000 digits"),
    ],
)
def test_what_is_no_session_is_said(text: str, reason: str) -> None:
    assert reason in said(text)


def test_a_file_cut_anywhere_is_refused() -> None:
    whole = encode(Experiment.first_open()).rstrip()
    for end in range(0, len(whole), 37):
        said(whole[:end])


@pytest.mark.parametrize("data", [b"\xff\xfe{\0}", b'{"version": 1, "runs": "\x80"}', b"\xef\xbb\xbf{}"])
def test_other_encodings_are_refused(data: bytes) -> None:
    said(data)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.just("type"), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(data=st.data(), value=VALUES)
@settings(max_examples=200)
def test_any_change_of_any_value_ends_in_an_experiment_or_a_session_error(data: st.DataObject, value: Any) -> None:
    document = copy.deepcopy(FIRST)
    place: Any = document
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = value
    try:
        assert isinstance(decode(json.dumps(document).encode(), "x"), Experiment)
    except SessionError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either is well


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_session_error(data: bytes) -> None:
    with pytest.raises(SessionError):
        decode(data, "x")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.lrviz"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(SessionError, match=f"it has 1.0 GB, and at most {LARGEST // 2**20} MB are read"):
        load(path)


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    places: list[tuple[str | Path, str]] = [
        (tmp_path, "it is a folder"),
        (tmp_path / "pipe", "no regular file"),
        (tmp_path / "none.lrviz", "there is no such file"),
        (tmp_path / ("a" * 300), "file name too long"),
        ("first-opne", "the nearest lesson is first-open"),
        ("a\0b", "null byte"),
        (Path("first-open"), "there is no such file"),
    ]
    for path, reason in places:
        with pytest.raises(SessionError, match=reason):
            load(path)


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(Experiment.first_open(), tmp_path / "mine.lrviz")

    def denied(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(SessionError, match=r"mine\.lrviz can’t be opened: permission denied"):
        load(tmp_path / "mine.lrviz")


def test_equal_experiments_have_equal_files() -> None:
    one, other = Experiment.first_open(), msgspec.convert(msgspec.to_builtins(Experiment.first_open()), Experiment)
    assert encode(one) == encode(other)
