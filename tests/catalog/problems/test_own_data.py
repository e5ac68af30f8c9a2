"""OwnData: what a person's file holds is what is learned from, and a file that isn't what it was is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

from lrviz import CNN, Experiment, OwnData, Run, SessionError, SpecError, load, save, script, train
from lrviz.catalog.problems.own_data import _read
from lrviz.datafile import DataError
from lrviz.errors import LrvizError
from tests.catalog.problems.test_problems import assert_written_as_made


def table(path: Path, rows: int = 60) -> Path:
    """Write a table with a number, a whole number, a word and a class of two."""
    rng = np.random.default_rng(0)
    lines = ["size;rooms;town;sold"]
    for row in range(rows):
        town = ("Busan", "Seoul", "Jeju, Korea")[row % 3]
        lines.append(f'{rng.normal():.3f}; {row % 7} ;"{town}";{("no", "yes")[row % 2]}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_shipped_table_is_the_irises() -> None:
    features, labels = load_iris(return_X_y=True)
    train_x, val_x, train_y, val_y = train_test_split(features, labels, test_size=0.2, random_state=0, stratify=labels)
    data = OwnData(standardised=False).data()
    assert np.array_equal(data.train_x, train_x.astype(np.float32))
    assert np.array_equal(data.val_x, val_x.astype(np.float32))
    assert np.array_equal(data.train_y, train_y)
    assert np.array_equal(data.val_y, val_y)


@pytest.mark.parametrize("labels", ["sold", "town", "size", "rooms"])
def test_a_column_of_any_kind_is_learned_and_written_out(tmp_path: Path, labels: str) -> None:
    problem = OwnData.of(table(tmp_path / "t.csv"), labels=labels)
    data = problem.data()
    assert data.train_x.shape == (problem.train_size, problem.inputs)
    assert problem.task == {"sold": "binary", "town": "classes", "size": "values", "rooms": "classes"}[labels]
    assert problem.outputs == {"sold": 1, "town": 3, "size": 1, "rooms": 7}[labels]
    assert np.allclose(data.train_x.mean(axis=0), 0, atol=1e-6)
    assert_written_as_made(problem)
    assert_written_as_made(OwnData(source=problem.source, label_noise=0.5, standardised=False, seed=3))


def test_pictures_of_an_archive_are_learned_and_written_out(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    np.savez(tmp_path / "p.npz", x=rng.integers(0, 255, (40, 8, 8), np.uint8), y=np.arange(40) % 4, z=rng.random(40))
    problem = OwnData.of(tmp_path / "p.npz", labels="y", features=["x"])
    assert (problem.image, problem.inputs, problem.outputs) == ((8, 8), 64, 4)
    assert_written_as_made(problem)
    assert_written_as_made(OwnData.of(tmp_path / "p.npz", labels="z"))
    experiment = Experiment.of(Run("a"), problem=OwnData(source=problem.source, model=CNN()), steps=3, batch_size=8)
    result = train(experiment, device="cpu")
    assert len(result.runs[0].losses) == 3


def test_label_noise_draws_classes_of_all_and_values_that_are_there(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", rows=400)
    for labels in ("town", "size"):
        clean = OwnData.of(path, labels=labels)
        noisy = OwnData(source=clean.source, label_noise=0.5, standardised=False)
        before, after = OwnData(source=clean.source, standardised=False).data(), noisy.data()
        changed = (before.train_y != after.train_y).mean()
        assert 0.2 < changed < 0.6
        assert set(after.train_y) <= set(before.train_y)
        assert np.array_equal(before.val_y, after.val_y)


def test_a_file_that_has_changed_or_gone_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv")
    problem = OwnData.of(path, labels="town")
    path.write_text(path.read_text() + "1;2;Busan;no\n")
    with pytest.raises(DataError, match="has changed since its columns were chosen: choose them anew"):
        problem.data()
    path.unlink()
    with pytest.raises(LrvizError, match=r"can’t be read: no such file.*choose the data anew"):
        train(Experiment.of(Run("a"), problem=problem, steps=2), device="cpu")


def test_a_script_trains_on_the_file_as_the_race_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problem = OwnData.of(table(tmp_path / "t.csv"), labels="size")
    experiment = Experiment.of(Run("a"), problem=problem, steps=5, batch_size=8)
    losses = train(experiment, device="cpu").runs[0].losses
    names: dict[str, object] = {"__name__": "__main__"}
    threads = torch.get_num_threads()
    exec(script(experiment), names)  # noqa: S102 - the text under test
    torch.set_num_threads(threads)
    assert names["losses"] == losses.tolist()


def test_a_session_keeps_what_was_chosen(tmp_path: Path) -> None:
    problem = OwnData.of(table(tmp_path / "t.csv"), labels="town", features=["size"])
    experiment = Experiment.of(Run("a"), problem=problem, batch_size=8)
    save(experiment, tmp_path / "s.lrviz")
    assert load(tmp_path / "s.lrviz") == experiment


@given(
    cells=st.lists(
        st.tuples(st.floats(-1e9, 1e9), st.sampled_from([" a", "b ", "c,d", 'e"f', "ü"])), min_size=8, max_size=40
    ),
    blank=st.booleans(),
)
def test_numpy_reads_what_was_found(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[float, str]], blank: bool
) -> None:
    quoted = [f'{number!r},"{word.replace(chr(34), chr(34) * 2)}"' for number, word in cells]
    path = tmp_path_factory.getbasetemp() / "n.csv"
    path.write_text("\n".join(["x,word", *quoted * 2]) + ("\n\n" if blank else ""), encoding="utf-8")
    if len({word for _, word in cells}) == 1:
        with pytest.raises(DataError, match="one value only"):
            OwnData.of(path, labels="word", task="classes")
        return
    problem = OwnData.of(path, labels="word", task="classes")
    features, labels = _read(problem.source)
    assert features[:, 0].tolist() == [number for number, _ in cells] * 2
    assert [problem.source.classes[code] for code in labels] == [word.strip() for _, word in cells] * 2


def test_the_type_of_an_array_changes_no_scale(tmp_path: Path) -> None:
    values = np.random.default_rng(0).uniform(0, 200, (5000, 2))
    for kind in (np.float16, np.float32, np.float64):
        np.savez(tmp_path / f"{kind.__name__}.npz", x=values.astype(kind), y=np.arange(5000) % 2)
        data = OwnData.of(tmp_path / f"{kind.__name__}.npz", labels="y").data()
        assert data.train_x.std() == pytest.approx(1, abs=0.01)


def test_a_source_that_says_what_its_file_is_not_is_refused() -> None:
    source = OwnData().source
    classes = (*source.classes, "wisteria")
    for wrong in ({"rows": 140}, {"inputs": 7}, {"classes": classes}):
        with pytest.raises(DataError, match="isn’t what it was"):
            OwnData(source=msgspec.structs.replace(source, **wrong)).data()


def test_a_session_can_name_no_file_that_was_not_looked_through(tmp_path: Path) -> None:
    save(Experiment.of(Run("a"), problem=OwnData()), tmp_path / "s.lrviz")
    text = (tmp_path / "s.lrviz").read_text()
    (tmp_path / "s.lrviz").write_text(text.replace('"iris.csv"', '"/etc/passwd"'))
    with pytest.raises(SessionError, match="digest"):
        load(tmp_path / "s.lrviz")


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.int16])
def test_values_of_any_type_are_scaled_alike_in_race_and_script(tmp_path: Path, kind: type) -> None:
    rng = np.random.default_rng(0)
    np.savez(tmp_path / "v.npz", x=rng.random((60, 3)), y=(rng.random(60) * 1000 + 5).astype(kind))
    problem = OwnData.of(tmp_path / "v.npz", labels="y", task="values")
    assert problem.data().train_y.std() == pytest.approx(1, abs=1e-5)
    assert_written_as_made(problem)


def test_a_constant_column_is_only_shifted(tmp_path: Path) -> None:
    rows = "".join(f"{row},{0.2 if row == 3 else 0.1},{'ab'[row % 2]}\n" for row in range(100))
    for seed in range(6):  # the odd one out is trained on or held out
        (tmp_path / "c.csv").write_text("x,same,y\n" + rows)
        source = OwnData.of(tmp_path / "c.csv", labels="y").source
        data = OwnData(source=source, seed=seed).data()
        assert np.abs(np.concatenate([data.train_x, data.val_x])).max() < 20


def test_a_gap_in_a_column_of_numbers_is_said_and_no_column_lost(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("id,a,b,y\n" + "p,1,2,u\nq,nan,3,v\n" * 4)
    with pytest.raises(DataError, match="'a' can’t be a feature: line 3 holds 'nan'"):
        OwnData.of(tmp_path / "g.csv", labels="y")
    assert OwnData.of(tmp_path / "g.csv", labels="y", features=["b"]).source.features == ("b",)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"labels": None}, "labels"),
        ({"labels": "y", "features": [0]}, "features"),
        ({"labels": "y", "task": "x"}, "task"),
    ],
)
def test_arguments_of_the_wrong_kind_are_refused_by_name(tmp_path: Path, given: Any, said: str) -> None:
    (tmp_path / "t.csv").write_text("a,y\n1,u\n2,v\n3,u\n4,v\n")
    with pytest.raises(SpecError, match=said):
        OwnData.of(tmp_path / "t.csv", **given)
    with pytest.raises(SpecError, match="path"):
        OwnData.of(cast("Any", None), labels="y")
