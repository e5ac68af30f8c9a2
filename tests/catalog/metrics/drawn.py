"""Strategies that draw answers: few or many, with ties, with classes that nobody has or says, of one class only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.task import Task

SEEDS = st.integers(0, 2**32 - 1)
ROUNDED = st.sampled_from([0, 1, 9])
"""Decimals that outputs are rounded to: with none most of them are tied, with nine none is."""


@st.composite
def of_classes(draw: st.DrawFn) -> Answers:
    random = np.random.default_rng(draw(SEEDS))
    examples, classes = draw(st.integers(1, 60)), draw(st.integers(2, 7))
    there = draw(st.lists(st.integers(0, classes - 1), min_size=1, max_size=classes, unique=True))
    target = random.choice(np.array(there), examples)
    return Answers("classes", target, outputs(draw, random, (examples, classes)))


@st.composite
def of_classes_all_there(draw: st.DrawFn) -> Answers:
    answers = draw(of_classes().filter(lambda answers: len(set(answers.target)) > 1))
    there, target = np.unique(answers.target, return_inverse=True)
    return Answers("classes", target, answers.output[:, there])


@st.composite
def of_yes_or_no(draw: st.DrawFn) -> Answers:
    random = np.random.default_rng(draw(SEEDS))
    examples = draw(st.integers(1, 60))
    target = (random.random(examples) < draw(st.sampled_from([0.0, 0.1, 0.5, 1.0]))).astype(np.int64)
    return Answers("binary", target, outputs(draw, random, (examples, 1)))


@st.composite
def of_values(draw: st.DrawFn) -> Answers:
    random = np.random.default_rng(draw(SEEDS))
    examples = draw(st.integers(1, 60))
    target = draw(st.sampled_from([0.0, 1.0, 100.0])) * random.normal(size=examples) + 3
    return Answers("values", target.astype(np.float32), outputs(draw, random, (examples, 1)))


@st.composite
def of_queries(draw: st.DrawFn) -> Answers:
    random = np.random.default_rng(draw(SEEDS))
    queries, documents = draw(st.integers(1, 12)), draw(st.integers(2, 25))
    target = random.integers(0, draw(st.integers(1, 4)), (queries, documents)).astype(np.float32)
    return Answers("ranking", target, outputs(draw, random, (queries, documents, 1)))


@st.composite
def of_queries_without_ties(draw: st.DrawFn) -> Answers:
    answers = draw(of_queries())
    places = answers.output.argsort(axis=1).argsort(axis=1)
    return Answers("ranking", answers.target, (places + 1).astype(np.float32))


BY_TASK: Mapping[Task, Callable[[], st.SearchStrategy[Answers]]] = {
    "classes": of_classes,
    "binary": of_yes_or_no,
    "values": of_values,
    "ranking": of_queries,
}


def outputs(draw: st.DrawFn, random: np.random.Generator, shape: tuple[int, ...]) -> NDArray[np.float32]:
    spread = draw(st.sampled_from([0.3, 2.0, 10.0]))
    return (spread * random.normal(size=shape)).round(draw(ROUNDED)).astype(np.float32)
