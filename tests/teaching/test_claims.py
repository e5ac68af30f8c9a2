"""Claims: worked out as Python would, on every seed at once, and refused by name where they are none."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import SGD, CosineAnnealingLR, Experiment, Run, StepLR
from lrviz.results import Landscape, LRFinder, Route, RunResult
from lrviz.teaching.claims import Claim, Need
from lrviz.teaching.evidence import Evidence
from lrviz.teaching.grammar import LONGEST, ClaimError
from tests.teaching.traced import PLAN, evidence, of_accuracies, trace

NUMBERS = st.floats(-3, 3).map(lambda x: f"{round(x, 3)!r}") | st.integers(0, 9).map(str)
SEEN = st.sampled_from(
    ['end("a", "accuracy")', 'end("b", "accuracy")', 'at("a", "accuracy", 10)', 'best("b", "accuracy")']
)
VALUES = st.recursive(
    NUMBERS | SEEN,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/"]), inner).map(lambda parts: f"({' '.join(parts)})"),
        inner.map(lambda one: f"abs({one})"),
        inner.map(lambda one: f"-{one}"),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(lambda p: f"{p[0]}({p[1]}, {p[2]})"),
    ),
    max_leaves=6,
)
COMPARED = st.tuples(VALUES, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), VALUES).map(" ".join)
CONDITIONS = st.recursive(
    COMPARED | st.tuples(VALUES, VALUES, VALUES).map(" < ".join),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda parts: f"({' '.join(parts)})"),
        inner.map(lambda one: f"not ({one})"),
    ),
    max_leaves=3,
)
ACCURACIES = st.lists(st.floats(0, 1), min_size=3, max_size=3)


def holds(text: str, seen: Evidence) -> list[bool]:
    return [bool(one) for one in Claim.parse(text).holds({"scene": seen}, "scene").holds]


def refused(text: str, experiment: Experiment | None = None) -> str:
    with pytest.raises(ClaimError) as caught:
        Claim.parse(text).check({"": experiment or PLAN}, "")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@given(CONDITIONS, ACCURACIES, ACCURACIES)
def test_a_claim_is_worked_out_as_python_would(text: str, first: list[float], second: list[float]) -> None:
    assume(len(text) <= LONGEST)
    seen = of_accuracies(a=first, b=second)
    values = {"a": first, "b": second}
    expected = []
    for seed in range(3):
        words: dict[str, Any] = {
            "end": lambda run, _, seed=seed: values[run][seed],
            "at": lambda *_: 0.1,
            "best": lambda run, _, seed=seed: max(0.1, values[run][seed]),
        }
        try:
            expected.append(bool(eval(text, {"__builtins__": {"abs": abs, "min": min, "max": max}}, words)))  # noqa: S307
        except ZeroDivisionError:
            assume(False)
    found = holds(text, seen)
    assert found == (expected if len(found) == 3 else expected[:1])


def test_what_is_taken_over_the_seeds_is_one_condition() -> None:
    seen = of_accuracies(a=[0.5, 0.6, 0.9], b=[0.55, 0.5, 0.4])
    for text, expected in {
        'mean(end("a", "accuracy")) > 0.66': True,
        'median(end("a", "accuracy")) == 0.6': True,
        'sd(end("a", "accuracy")) < 0.2': False,
        'abs(sd(end("a", "accuracy")) - 0.2081666) < 1e-6': True,
        'share(end("a", "accuracy") > end("b", "accuracy")) > 0.7': False,
        'share(end("a", "accuracy") > end("b", "accuracy")) > 0.6': True,
        'mean(end("a", "accuracy") - end("b", "accuracy")) > 0.18': True,
    }.items():
        claim = Claim.parse(text)
        assert claim.at_once
        assert holds(text, seen) == [expected], text
    assert not Claim.parse('end("a", "accuracy") > mean(end("b", "accuracy"))').at_once


def test_the_numbers_of_both_sides_are_there() -> None:
    seen = of_accuracies(a=[0.9561, 0.6, 0.9], b=[0.8779, 0.5, 0.4])
    verdict = Claim.parse('end("a", "accuracy") > end("b", "accuracy") and end("a", "accuracy") < 2').holds(
        {"scene": seen}, "scene"
    )
    first, second = verdict.compared
    assert first.said() == "0.9561 > 0.8779"
    assert first.said(2) == "0.9 > 0.4"
    assert second.said(1) == "0.6 < 2"
    assert (first.left, first.sign, first.right) == ("end('a', 'accuracy')", ">", "end('b', 'accuracy')")
    assert first.summed() == "0.8187 ± 0.19 > 0.5926 ± 0.25"
    taken = Claim.parse('share(end("a", "accuracy") > 0.7) > 0.5').holds({"scene": seen}, "scene")
    assert [one.said() for one in taken.compared] == ["0.6667 > 0.5"]


def test_losses_are_means_of_batches_and_of_what_diverged_infinite() -> None:
    losses = [4.0] * 20 + [2.0] * 10 + [1.0] * 10
    fine = trace(losses, metrics={"val_loss": [3.0, 2.5, 2.0, 1.5]}, lrs=[0.1] * 30 + [0.01] * 10)
    lost = trace([1.0, 1e9], metrics={"val_loss": []}, diverged_at=1)
    seen = evidence({"a": [fine, lost]}, replace(PLAN, training=replace(PLAN.training, seeds=(5, 6))))
    for text, expected in {
        'end("a", "loss") == 1.5': [True, False],
        'end("a", "loss") > 1e300': [False, True],
        'end("a", "val_loss") > 1e300': [False, True],
        'at("a", "train_loss", 20) == 4': [True, False],
        'at("a", "loss", 30) == 3': [True, False],
        'at("a", "val_loss", 20) == 2.5': [True, False],
        'best("a", "loss") == 1.5': [True, False],
        'lowest("a", "loss") == 1': [True, True],
        'highest("a", "loss") == 4': [True, False],
        'highest("a", "val_loss") == 3': [True, False],
        'lowest("a", "val_loss") == 1.5': [True, False],
        'best("a", "val_loss") == 1.5': [True, False],
        'abs(spread("a", "val_loss", 2) - 0.5 / 2 ** 0.5) < 1e-9': [True, False],
        'diverged("a")': [False, True],
        'not diverged("a") and updates("a") == 40': [True, False],
        'updates("a") == 2': [False, True],
        'rate("a", 30) == 0.01': [True, False],
        'cuts("a") == 1 and first_cut("a") == 30': [True, False],
        'log10(rate("a", 30)) == -2': [True, False],
        'end("a", "accuracy") > 0 or end("a", "accuracy") <= 0': [False, False],
    }.items():
        assert holds(text, seen) == expected, text


def test_two_runs_are_the_same_bit_for_bit() -> None:
    one, other = trace([1.0, 2.0, math.nan]), trace([1.0, 2.0, np.nextafter(3, 4)])
    seen = evidence({"a": [one, one, one], "b": [trace([1.0, 2.0, math.nan]), other, trace([1.0])]})
    assert holds('same("a", "b")', seen) == [True, False, False]


def test_scenes_are_paired_by_seed() -> None:
    scenes = {"cold": of_accuracies(a=[0.1, 0.2, 0.3]), "hot: er": of_accuracies(a=[0.2, 0.1, 0.4])}
    claim = Claim.parse('end("a", "accuracy") < end("cold: a", "accuracy")')
    assert claim.holds(scenes, "hot: er").holds.tolist() == [False, True, False]
    plans = dict.fromkeys(scenes, PLAN)
    assert claim.needs(plans, "hot: er") == {Need("training", "hot: er"), Need("training", "cold")}
    claim.check(plans, "cold")


def test_a_scene_with_fewer_seeds_limits_the_pairs() -> None:
    fewer = replace(PLAN, training=replace(PLAN.training, seeds=(5,)))
    scenes = {"cold": of_accuracies(a=[0.1, 0.2, 0.3]), "hot": evidence({"a": [trace([1.0] * 20)]}, fewer)}
    assert Claim.parse('end("hot: a", "loss") > end("a", "accuracy")').holds(scenes, "cold").count == 1


def test_finders_and_planes_are_asked_for_only_where_they_are_needed() -> None:
    scenes = {"": PLAN}
    assert Claim.parse('found("a", "valley") < 1').needs(scenes, "") == {Need("finder", "", "a")}
    assert Claim.parse('sharpness("b") < 1').needs(scenes, "") == {Need("sharpness", "", "b")}
    assert Claim.parse("explained() > 0.5").needs(scenes, "") == {Need("landscape", "", "")}
    assert Claim.parse('setting("a", "optimizer.lr") > 0.5').needs(scenes, "") == frozenset()

    none = np.zeros(0)
    finder = LRFinder("a", none, np.zeros((3, 0)), np.zeros((3, 0)), {}, {"valley": np.array([0.1, math.nan, 0.3])})
    planes = tuple(Landscape("pca", "", none, none, np.zeros((0, 0)), (), share) for share in (0.6, 0.7, 0.8))
    seen = Evidence(PLAN, {}, {"a": finder}, {"b": planes, "": planes}, {"b": np.array([1.0, 2.0, 3.0])})
    assert holds('found("a", "valley") > 0', seen) == [True, False, True]
    assert holds('found("a", "steepest") > 0', seen) == [False, False, False]
    assert holds('sharpness("b") > 1.5', seen) == [False, True, True]
    routes = [Route("b", none.astype(int), none, none, none, none, np.array([40]), np.array([s])) for s in (1.0, 2, 3)]
    surveyed = tuple(Landscape("pca", "", none, none, np.zeros((0, 0)), (route,), 0.5) for route in routes)
    assert holds('sharpness("b") > 1.5', Evidence(PLAN, {}, {}, {"b": surveyed})) == [False, True, True]
    assert holds('sharpness("b") > 0', Evidence(PLAN)) == [False, False, False]
    assert holds('explained("b") > 0.65 and explained() > 0.75', seen) == [False, False, True]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("x" * (LONGEST + 1), f"at most {LONGEST} characters"),
        ("end(", "at character"),
        ('end("a", "loss")', "a claim compares, as in"),
        ('mean(end("a", "loss"))', "is a number"),
        ('ennd("a", "loss") > 1', "there is no 'ennd': the nearest is end"),
        ('__import__("os").system("ls") > 1', "there is no"),
        ("accuracy > 1", "accuracy stands alone: texts stand between quotes"),
        ("end > 1", "end(…) takes arguments"),
        ('end("a") > 1', "end(run, metric): this one has 1 arguments"),
        ('end("a", metric="loss") > 1', "without names"),
        ('end(*["a", "loss"]) > 1', "without names"),
        ('end("a", 3) > 1', "metric is a text between quotes, not '3'"),
        ('at("a", "loss", 2.5) > 1', "step is a whole number"),
        ('at("a", "loss", -1) > 1', "step is a whole number"),
        ("mean(3) > 1", "mean is taken over seeds"),
        ('share(end("a", "loss")) > 1', "a condition is wanted there"),
        ('end("a", "loss") and 1 > 2', "a condition is wanted there"),
        ('not end("a", "loss") > 1 > "x" and "y"', "'y' is no condition"),
        ('"x" + 1 > 2', "'x' is no number"),
        ("(1 > 2) > 3", "is a condition, which isn’t compared"),
        ("(1 > 2) + 3 > 1", "a number is wanted there"),
        ("1 % 2 > 0", "there are + - * / **"),
        ("~1 > 0", "~ is no part"),
        ("1 in 2", "compare with < <= > >= == !="),
        ("[1] > 0", "is no part of a claim"),
        ("(lambda: 1)() > 0", "there is no"),
        ("1e999 > 1", "at most 1e+300"),
        ("1j > 1", "neither a number nor a text"),
        ("+".join(["1"] * 150) + " > 1", "too long, or nested too deeply"),
        ("(" * 100 + "1" + ")" * 100 + "> 1 " + "-" * 60 + "1", "too long, or nested too deeply"),
        ('end("c", "loss") > 1', "there is no run 'c': there are a, b"),
        ('end("a", "acuracy") > 1', "there is no metric 'acuracy': the nearest is accuracy"),
        ('end("a", "r2") > 1', "there is no metric 'r2': there are loss, train_loss, val_loss, accuracy"),
        ('end("a", "noise_scale") > 1', "there is no metric"),
        ('at("a", "val_loss", 12) > 1', "no validation after 12 updates; the nearest are after 10 and 20"),
        ('at("a", "loss", 41) > 1', "the training has 40 updates"),
        ('rate("a", 40) > 1', "the training has 40 updates"),
        ('found("a", "vally") > 1', "there is no suggestion 'vally': the nearest is valley"),
        ('has_grad("a", "0.wieght")', "there is no parameter '0.wieght': the nearest is 0.weight"),
        ('setting("a", "schedule.T_mx") > 1', "there is no field 'T_mx': the nearest is T_max"),
        ('plan("step") > 1', "there is no field 'step': the nearest is steps"),
    ],
)
def test_what_is_no_claim_is_named(text: str, words: str) -> None:
    assert words in refused(text)


def test_a_probed_training_knows_its_probes() -> None:
    probed = replace(PLAN, training=replace(PLAN.training, probe=True))
    Claim.parse('end("a", "noise_scale") > 1').check({"": probed}, "")


@given(st.text(max_size=40))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    try:
        Claim.parse(text)
        said = "a claim"
    except ClaimError as error:
        said = str(error)
    assert len(said.splitlines()) == 1


# About the experiment as it is ----------------------------------------------------------------------------------------

FIRST = Experiment.of(
    Run("constant", optimizer=SGD(lr=0.1)),
    Run("cosine", CosineAnnealingLR(T_max=220), SGD(lr=0.1, nesterov=True, momentum=0.9)),
    steps=440,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('setting("cosine", "schedule.T_max") == 220', True),
        ('setting("cosine", "schedule.T_max") > 220', False),
        ('setting("cosine", "optimizer.nesterov")', True),
        ('setting("cosine", "optimizer.nesterov") == True', True),
        ('not setting("constant", "optimizer.nesterov")', True),
        ('setting("cosine", "stepped") == "batch"', True),
        ('setting("cosine", "stepped") != "batch"', False),
        ('setting("cosine", "stepped") > 1', False),
        ('setting("constant", "schedule.T_max") == 220', False),
        ('setting("cosine", "clip") == 1', False),
        ('setting("gone", "schedule.T_max") == 220', False),
        ('kind("cosine", "schedule") == "CosineAnnealingLR"', True),
        ('kind("constant", "schedule") == "NoneType"', True),
        ('kind("constant", "optimizer") == "Adam"', False),
        ('plan("steps") == 440 and runs() == 2', True),
        ('problem("label_noise") > 0.1', True),
        ('raced("cosine") and not raced("constant")', True),
        ('raced("gone")', False),
        ('end("cosine", "accuracy") > 0.9', True),
        ('end("constant", "accuracy") > 0 or end("constant", "accuracy") <= 0', False),
        ('kind("any run", "schedule") == "CosineAnnealingLR" and raced("any run")', True),
        ('kind("any run", "schedule") == "NoneType" and raced("any run")', False),
    ],
)
def test_what_a_person_changed_is_seen(text: str, expected: bool) -> None:
    raced = {"cosine": RunResult("cosine", {0: trace([1.0], metrics={"accuracy": [0.95]})})}
    assert Claim.parse(text).done(FIRST, raced) is expected


def test_a_run_of_another_kind_isnt_there_anymore() -> None:
    claim = Claim.parse('setting("cosine", "schedule.T_max") == 220')
    changed = replace(FIRST, runs=(replace(FIRST.runs[1], schedule=StepLR(220)),))
    assert not claim.done(changed, {})
    assert not claim.done(replace(FIRST, runs=()), {})
