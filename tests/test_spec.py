from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from lrviz.catalog import schedules
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import LrvizError, SpecError
from lrviz.spec import Spec, each, fields, found, union


class Sample(Spec, frozen=True):
    """One of everything.

    Only the first line is the summary.
    """

    target: ClassVar[str] = "nowhere.Sample"

    count: Annotated[int, Meta(ge=1, le=9, description="How many.", examples=[3], extra={"unit": "steps"})]
    rate: Annotated[float, Meta(gt=0, description="How fast.", extra={"scale": "log", "slider": (0.1, 1)})] = 0.5
    maybe: Annotated[int, Meta(ge=0, extra={"rare": True})] | None = None
    mode: Literal["up", "down"] = "up"
    flag: bool = False
    name: Annotated[str, Meta(min_length=1, max_length=5)] = "name"
    steps: tuple[Annotated[int, Meta(ge=0)], ...] = ()
    pair: tuple[float, float] = (0.0, 1.0)
    few: Annotated[tuple[Annotated[int, Meta(ge=-(10**9))], ...], Meta(min_length=1, max_length=4)] = (0,)


def test_a_field_says_what_its_annotation_says() -> None:
    by_name = {field.name: field for field in fields(Sample)}
    assert [field.kind for field in fields(Sample)] == [
        "int",
        "float",
        "int",
        "choice",
        "bool",
        "text",
        "ints",
        "floats",
        "ints",
    ]
    assert [field.name for field in fields(Sample) if field.optional] == ["maybe"]
    assert [field.name for field in fields(Sample) if field.rare] == ["maybe"]
    count, rate = by_name["count"], by_name["rate"]
    assert (count.required, count.default, count.unit, count.help) == (True, 3, "steps", "How many.")
    assert (rate.required, rate.default, rate.scale, rate.slider) == (False, 0.5, "log", (0.1, 1))
    assert by_name["mode"].choices == ("up", "down")
    assert [field.bound for field in fields(Sample)] == [
        "a whole number between 1 and 9",
        "a number greater than 0",
        "a whole number of at least 0 or None",
        "one of 'up', 'down'",
        "true or false",
        "text of 1 to 5 characters",
        "a list, each a whole number of at least 0",
        "2 values, each a number",
        "a list of 1 to 4, each a whole number of at least -10**9",
    ]
    assert fields(Sample) is fields(Sample)


def test_one_of_a_list_s_values_has_a_field_of_its_own() -> None:
    milestones = next(field for field in fields(MultiStepLR) if field.name == "milestones")
    one = each(milestones, "milestone", "A step at which the rate drops.")
    assert (one.name, one.kind, one.unit, one.default) == ("milestone", "int", "steps", 30)
    assert one.bound == "a whole number between 0 and 10**15"
    assert one.help == "A step at which the rate drops."


def test_an_example_fills_what_is_required() -> None:
    assert Sample.example() == Sample(3)
    assert Sample.summary() == "One of everything."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"count": 0}, "Sample(count=0): count must be a whole number between 1 and 9"),
        ({"count": 3.5}, "Sample(count=3.5): count must be a whole number between 1 and 9"),
        ({"count": True}, "Sample(count=True): count must be a whole number between 1 and 9"),
        ({"count": "3"}, "Sample(count='3'): count must be a whole number between 1 and 9"),
        ({"count": 10**5000}, "Sample(count=a number of 16610 bits): count must be a whole number between 1 and 9"),
        ({"rate": 0}, "Sample(rate=0): rate must be a number greater than 0"),
        ({"rate": float("inf")}, "Sample(rate=inf): rate must be finite"),
        ({"rate": float("nan")}, "Sample(rate=nan): rate must be"),
        ({"maybe": -1}, "Sample(maybe=-1): maybe must be a whole number of at least 0 or None"),
        ({"mode": "sideways"}, "Sample(mode='sideways'): mode must be one of 'up', 'down'"),
        ({"flag": 1}, "Sample(flag=1): flag must be true or false"),
        ({"name": "much too long"}, "Sample(name='much too long'): name must be text of 1 to 5 characters"),
        ({"steps": (1, -1)}, "Sample(steps=(1, -1)): steps must be a list, each a whole number of at least 0"),
        ({"few": ()}, "Sample(few=()): few must be a list of 1 to 4, each a whole number"),
        ({"steps": 5}, "Sample(steps=5): steps must be a list"),
        ({"pair": (1.0, float("inf"))}, "Sample(pair=(1.0, inf)): pair must be finite"),
        ({"pair": (1.0,)}, "Sample(pair=(1.0,)): pair must be 2 values, each a number"),
    ],
)
def test_a_value_out_of_bounds_is_refused_in_one_line(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(SpecError) as caught:
        Sample(**{"count": 3, **changed})
    assert str(caught.value).startswith(words)
    assert isinstance(caught.value, (LrvizError, ValueError))
    name, value = next(iter(changed.items()))
    assert caught.value.path == f"Sample.{name}"
    assert caught.value.value is value
    assert words.endswith(caught.value.bound) or caught.value.bound


def test_a_list_that_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(SpecError, match="steps must be a list"):
        Sample(3, steps=endless)  # type: ignore[arg-type]  # on purpose


def test_numpys_numbers_become_pythons_at_the_door() -> None:
    sample = Sample(np.int64(3), np.float32(0.5), steps=np.arange(3), pair=[np.float64(1), 2])  # type: ignore[arg-type]  # that is the point
    assert [type(sample.count), type(sample.rate), type(sample.pair[1])] == [int, float, float]
    assert sample.steps == (0, 1, 2)
    assert msgspec.json.decode(msgspec.json.encode(sample), type=Sample) == sample


def test_values_are_frozen_equal_and_hashable() -> None:
    assert Sample(3) == Sample(3, 0.5)
    assert hash(Sample(3)) == hash(Sample(3, 0.5))
    with pytest.raises(AttributeError):
        Sample(3).count = 4  # type: ignore[misc]  # that is the point


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Sample)]), st.none() | st.text() | st.floats()))
def test_whatever_is_given_there_is_a_value_or_a_spec_error(given_: dict[str, Any]) -> None:
    try:
        value = Sample(**{"count": 3, **given_})
    except SpecError:
        return
    assert msgspec.json.decode(msgspec.json.encode(value), type=Sample) == value


def test_json_is_checked_as_python_is() -> None:
    decoder = msgspec.json.Decoder(union([StepLR, MultiStepLR]))
    assert decoder.decode(b'{"type": "StepLR", "step_size": 3}') == StepLR(3)
    for text in (
        b'{"type": "StepLR", "step_size": 0}',
        b'{"type": "StepLR", "step_size": 3, "gamma": 1e999}',
        b'{"type": "StepLR", "step_size": 3, "colour": 1}',
        b'{"type": "ThreeStepLR"}',
        b'{"type": "MultiStepLR", "milestones": [1, null]}',
    ):
        with pytest.raises(msgspec.ValidationError):
            decoder.decode(text)


def test_a_package_gives_the_classes_its_modules_define() -> None:
    classes = found(schedules.__name__, schedules.__path__, Schedule)
    assert classes == schedules.SCHEDULES
    assert [cls.__name__ for cls in classes] == sorted(cls.__name__ for cls in classes)
    assert Schedule not in classes
