from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lrviz.catalog import schedules
from lrviz.catalog.recipe import Recipe

GOLDEN = json.loads(Path(__file__).with_name("golden_recipes.json").read_text(encoding="utf-8"))
"""What the libraries give, written down by benchmarks/golden_recipes.py."""
RECIPES = {cls.__name__: cls for cls in schedules.SCHEDULES if issubclass(cls, Recipe)}
CASES = GOLDEN["cases"]


def name(case: dict[str, Any]) -> str:
    return f"{case['class']}({', '.join(f'{key}={value}' for key, value in case['given'].items())}) {case['lr']}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_a_recipe_is_what_its_library_gives(case: dict[str, Any]) -> None:
    recipe, lr = RECIPES[case["class"]](**case["given"]), case["lr"]
    steps, expected = np.array(GOLDEN["steps"]), np.array(case["rates"])
    known = steps[: len(expected)]
    scale = 1e-15 * max(expected, default=0)
    np.testing.assert_allclose(recipe.at(known, lr), expected, rtol=1e-9, atol=scale)
    np.testing.assert_allclose([lr * recipe.single(int(t), lr) for t in known], expected, rtol=1e-12, atol=scale)
    if case["error"] is not None:
        failing = int(steps[len(expected)])
        assert np.isnan(recipe.at(np.array([failing]), lr)).all()
        assert recipe.message(failing) == case["error"]
