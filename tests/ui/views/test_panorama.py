"""A landscape as a whole: what is said of it holds for the plan that was walked, whatever was edited since."""

from __future__ import annotations

from msgspec.structs import replace

from lrviz import MLP, Digits, Run, StepLR
from lrviz.ui.render import ground
from lrviz.ui.views.panorama import Viewpoint, of_survey
from tests.ui.landscapes import PLAN, two_basins

LONG = replace(PLAN, training=replace(PLAN.training, steps=6000))
LAST = Viewpoint(cursor=9, aspect=1.5)


def test_a_long_plan_that_was_walked_whole_is_no_miniature(dressed: object) -> None:
    shown = ground(LONG, two_basins(), {}, (1280, 800))
    assert shown.terrain is not None
    assert [(trek.at, trek.stale) for trek in shown.terrain.treks] == [(2, False), (2, False)]
    assert "miniature" not in shown.subline
    assert "changed" not in shown.subline


def test_a_miniature_is_called_one() -> None:
    small = LONG.miniature(600)
    shown = of_survey(LONG, small, two_basins(), {}, Viewpoint(5999, 1.5))
    assert "A 600-step miniature of the 6000-step plan." in shown.figure.subline
    assert shown.plan is not None
    assert shown.plan.training.steps == 600
    terrain = shown.figure.terrain
    assert terrain is not None
    assert not any(trek.stale for trek in terrain.treks)


def test_what_is_said_of_an_older_landscape_is_of_what_was_walked_then() -> None:
    edited = replace(PLAN, problem=Digits(model=MLP(hidden=(3,))), runs=(PLAN.runs[0], Run("b", StepLR(3), colour=7)))
    before, after = (of_survey(plan, PLAN, two_basins(), {}, LAST) for plan in (PLAN, edited))
    assert before.trust is not None
    assert after.trust is not None
    assert after.trust.parameters == before.trust.parameters
    assert [run.limit for run in after.trust.runs] == [run.limit for run in before.trust.runs]
    assert after.trust.runs[1].colour == 7
    assert "a, b changed since this race." in after.figure.subline
