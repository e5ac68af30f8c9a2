"""Verdicts: whether what a lesson says was measured holds of what its scenes gave."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lrviz.experiment import Experiment
from lrviz.teaching.claims import Claim, Need, Verdict
from lrviz.teaching.evidence import Evidence
from lrviz.teaching.lesson import Lesson, Measured


@dataclass(frozen=True, eq=False)
class Weighed:
    """A sentence of a lesson, and the verdict on its claim with so many `seeds`."""

    measured: Measured
    verdict: Verdict
    seeds: int

    @property
    def wanted(self) -> int:
        """With how many seeds it must hold, of the same share as the lesson says where there are fewer."""
        if len(self.verdict.holds) == 1:
            return 1
        return math.ceil(self.measured.at_least / self.measured.of * self.seeds - 1e-9)

    @property
    def holds(self) -> bool:
        """Whether it holds as often as the lesson says."""
        return self.verdict.count >= self.wanted

    @property
    def said(self) -> str:
        """In how many it holds: 10 of 10; yes or no where all seeds make one condition."""
        if len(self.verdict.holds) == 1 and self.measured.of > 1:
            return "yes" if self.holds else "no"
        return f"{self.verdict.count} of {len(self.verdict.holds)}"


def wants(lesson: Lesson) -> dict[Need, int]:
    """Give all that has to be measured for a lesson's claims, each with how many seeds."""
    scenes = experiments(lesson)
    found: dict[Need, int] = {}
    for measured in lesson.measured:
        for need in Claim.parse(measured.holds).needs(scenes, measured.scene or lesson.scenes[0].name):
            found[need] = max(found.get(need, 0), measured.of)
    return found


def weighed(lesson: Lesson, evidence: Mapping[str, Evidence]) -> Iterator[Weighed]:
    """Weigh each sentence of what was measured against the first of the seeds, as many as it asks for."""
    for measured in lesson.measured:
        seen = {name: one.first(measured.of) for name, one in evidence.items()}
        scene = measured.scene or lesson.scenes[0].name
        claim = Claim.parse(measured.holds)
        asked = {need.scene for need in claim.needs(experiments(lesson), scene)} or {scene}
        seeds = min(len(seen[name].seeds) for name in asked)
        yield Weighed(measured, claim.holds(seen, scene), seeds)


def experiments(lesson: Lesson) -> dict[str, Experiment]:
    """Give the experiment of each scene by its name."""
    return {scene.name: scene.experiment for scene in lesson.scenes}
