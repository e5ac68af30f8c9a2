"""Once: what is worked out of a text's nodes a single time, as long as its names stay what they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from lrviz.source.values.names import Names

Given = ParamSpec("Given")
Found = TypeVar("Found")


def once(function: Callable[Concatenate[Names, Given], Found]) -> Callable[Concatenate[Names, Given], Found]:
    """Keep what a function gives with the names that it is given first, by what else it is given."""

    @wraps(function)
    def kept(names: Names, /, *args: Given.args, **kwargs: Given.kwargs) -> Found:
        key: Any = (function, args, *kwargs.items())
        if key not in names.memory:
            names.memory[key] = function(names, *args, **kwargs)
        found: Found = names.memory[key]
        return found

    return kept
