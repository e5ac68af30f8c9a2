"""Measuring a lesson: the seeds that its claims ask for, and nothing that none asks for."""

from __future__ import annotations

from msgspec.structs import replace

from lrviz import SGD, Experiment, Group, Run
from lrviz.engine.inline import landscape
from lrviz.engine.measuring import measure
from lrviz.teaching.lesson import Lesson, Measured, Scene, Step
from lrviz.teaching.verdicts import wants, weighed
from lrviz.teaching.words import Words

W = Words("w")
PLAN = Experiment.of(Run("a"), Run("b"), steps=20, validate_every=10, seeds=(3,))


def lesson(*measured: Measured) -> Lesson:
    scenes = Scene("one", PLAN), Scene("two", replace(PLAN, training=replace(PLAN.training, steps=10)))
    return Lesson(W, W, W, 1, scenes, (Step(W),), measured, W)


def test_each_scene_is_trained_with_as_many_seeds_as_its_claims_ask_for() -> None:
    few = Measured(W, 'end("a", "loss") > 0', of=2, at_least=2)
    more = Measured(W, 'end("two: a", "loss") > end("a", "loss")', of=3, at_least=1)
    found = measure(lesson(few, more), range(200, 264), device="cpu")
    assert {name: one.seeds for name, one in found.items()} == {"one": (200, 201, 202), "two": (200, 201, 202)}
    first, second = weighed(lesson(few, more), found)
    assert (first.seeds, second.seeds) == (2, 3)
    assert first.holds
    assert first.said == "2 of 2"


def test_what_no_claim_asks_for_is_not_trained() -> None:
    found = measure(lesson(Measured(W, 'end("a", "loss") > 0', of=1, at_least=1)), device="cpu")
    assert found["one"].seeds == (3,)
    assert set(found["one"].raced) == {"a", "b"}
    assert found["two"].raced == {}


def test_without_seeds_it_is_with_the_scenes_own_and_those_that_follow() -> None:
    found = measure(lesson(Measured(W, 'end("a", "loss") > 0', of=3, at_least=1)), device="cpu")
    assert found["one"].seeds == (3, 4, 5)


def test_fewer_seeds_than_a_claim_asks_for_are_weighed_by_their_share() -> None:
    asked = lesson(Measured(W, 'end("a", "loss") > 0', of=10, at_least=9))
    (one,) = weighed(asked, measure(asked, [7, 8], device="cpu"))
    assert (one.seeds, one.wanted, one.said) == (2, 2, "2 of 2")


def test_what_a_plane_explains_is_what_its_landscape_says() -> None:
    asked = lesson(
        Measured(W, 'explained("a") > 0.5 and explained() > 0.5', of=2, at_least=2),
        Measured(W, 'explained("a") > 1.01', of=1, at_least=1),
    )
    found = measure(asked, [7, 8], device="cpu")
    assert [one.said for one in weighed(asked, found)] == ["2 of 2", "0 of 1"]
    second = replace(PLAN, training=replace(PLAN.training, seeds=(8,)))
    assert found["one"].planes["a"][1].explained == landscape(second, runs=["a"], method="pca", grid=3).explained
    assert found["one"].planes[""][1].explained == landscape(second, grid=3).explained


def test_how_sharp_an_end_is_is_measured_with_each_seed_and_of_what_diverges_unknown() -> None:
    wild = replace(PLAN, runs=(PLAN.runs[0], replace(PLAN.runs[1], optimizer=SGD(lr=1e9))))
    asked = replace(
        lesson(
            Measured(W, 'sharpness("a") > 0', of=2, at_least=2),
            Measured(W, 'sharpness("b") > 0 or sharpness("b") <= 0', of=1, at_least=1),
        ),
        scenes=(Scene("one", wild),),
    )
    assert [one.said for one in weighed(asked, measure(asked, [7, 8], device="cpu"))] == ["2 of 2", "0 of 1"]


def test_a_finder_is_asked_once_for_all_its_seeds() -> None:
    asked = lesson(
        Measured(W, 'found("a", "valley") < found("a", "min/10") * 100', of=3, at_least=3),
        Measured(W, 'found("a", "steepest linear") < 1e-6', of=2, at_least=1),
    )
    found = measure(asked, [7, 8, 9], device="cpu")
    assert found["one"].finders["a"].losses.shape[0] == 3
    assert found["one"].raced == {}
    first, second = weighed(asked, found)
    assert first.said == "3 of 3"
    assert not second.holds


def test_who_gets_a_gradient_is_known_of_each_parameter() -> None:
    frozen = replace(PLAN, runs=(replace(PLAN.runs[0], groups=(Group("0.*", frozen=True),)), PLAN.runs[1]))
    asked = replace(
        lesson(
            Measured(W, 'has_grad("b", "0.weight") and moved("b", "0.weight")', of=2, at_least=2),
            Measured(W, 'not has_grad("a", "0.weight") and not moved("a", "0.weight")', of=2, at_least=2),
            Measured(W, 'has_grad("a", "2.weight") and moved("a", "2.weight")', of=2, at_least=2),
        ),
        scenes=(Scene("one", frozen),),
    )
    assert [one.said for one in weighed(asked, measure(asked, [7, 8], device="cpu"))] == ["2 of 2"] * 3


def test_wants_of_a_lesson_are_those_of_its_claims() -> None:
    asked = lesson(Measured(W, 'mean(end("a", "loss")) > 0', of=5, at_least=4), Measured(W, 'end("a", "loss") > 0'))
    assert list(wants(asked).values()) == [10]
    found = list(weighed(asked, measure(asked, [7, 8], device="cpu")))
    assert [one.said for one in found] == ["yes", "2 of 2"]
