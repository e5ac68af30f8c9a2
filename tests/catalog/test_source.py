"""Which columns of a file can be taken for what, and what is said of those that can't."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from lrviz import SpecError
from lrviz.catalog.source import chosen, flowers, likely, unfit_to_give, unfit_to_learn
from lrviz.datafile import Column, DataError, Inspection, inspected

NUMBERS = Column("size", preview=("1.5",))
WHOLE = Column("digit", whole=True, classes=tuple("0123"), counts=(5, 5, 5, 5))
WORDS = Column("kind", words=True, classes=("cat", "dog"), counts=(12, 8))
PICTURES = Column("pixels", (8, 8))


def found(*columns: Column, rows: int = 20) -> Inspection:
    return Inspection("/there/t.csv", "0123456789abcdef", rows, columns, ",", 1)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (NUMBERS, "values"),
        (WHOLE, "classes"),
        (WORDS, "binary"),
        (Column("year", whole=True, classes=tuple(map(str, range(30))), counts=(2,) * 30), "values"),
        (Column("name", words=True), None),
        (Column("same", whole=True, classes=("1",), counts=(20,)), None),
        (Column("bad", flaw="line 3 is empty"), None),
        (PICTURES, None),
        (Column("rare", words=True, classes=("a", "b"), counts=(19, 1)), None),
        (Column("few", whole=True, classes=("1", "2"), counts=(19, 1)), "values"),
    ],
    ids=lambda value: value.name if isinstance(value, Column) else str(value),
)
def test_what_a_column_most_likely_is(column: Column, kind: str | None) -> None:
    assert likely(column) == kind
    assert (kind is None) == all(unfit_to_learn(column).values())


@pytest.mark.parametrize(
    ("column", "kind", "why"),
    [
        (WORDS, "values", "it holds text"),
        (WHOLE, "binary", "it holds 4 classes, and binary are two"),
        (NUMBERS, "classes", "it holds fractions, and classes are text or whole numbers"),
        (Column("id", words=True), "classes", "it holds more than 256 different values"),
        (Column("one", words=True, classes=("x",), counts=(9,)), "classes", "one value only, 'x'"),
        (Column("rare", words=True, classes=("a", "b"), counts=(9, 1)), "classes", "'b' stands in one row only"),
        (PICTURES, "values", "more than one number for each example"),
    ],
)
def test_why_a_column_cannot_be_learned_as_something(column: Column, kind: Any, why: str) -> None:
    assert why in unfit_to_learn(column)[kind]


def test_features_are_numbers() -> None:
    assert unfit_to_give(WORDS) == "it holds text, and features are numbers"
    assert unfit_to_give(Column("bad", flaw="line 3 is empty")) == "line 3 is empty"
    assert not unfit_to_give(NUMBERS)
    assert not unfit_to_give(PICTURES)


def test_by_default_all_other_columns_of_numbers_are_given() -> None:
    name = Column("name", words=True)
    source = chosen(found(NUMBERS, WORDS, WHOLE, name), "kind")
    assert source.features == ("size", "digit")
    assert (source.task, source.classes, source.words, source.inputs) == ("binary", ("cat", "dog"), True, 2)
    assert source.columns == ("size", "kind", "digit", "name")
    with pytest.raises(DataError, match="'bad' can’t be a feature: line 3 is empty"):  # no column is lost unsaid
        chosen(found(NUMBERS, WORDS, Column("bad", flaw="line 3 is empty")), "kind")


def test_one_array_of_pictures_is_a_picture() -> None:
    channel = Column("pixels", (1, 8, 8))
    for pictures in (PICTURES, channel, Column("pixels", (8, 8, 1))):
        source = chosen(found(pictures, WHOLE), "digit")
        assert (source.image, source.inputs) == ((8, 8), 64)
    assert chosen(found(PICTURES, NUMBERS, WHOLE), "digit").image == ()
    assert chosen(found(Column("rgb", (3, 8, 8)), WHOLE), "digit").image == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"labels": "kimd"}, "t.csv has no column 'kimd'; the nearest is 'kind'"),
        ({"labels": "kind", "features": ["kind"]}, "'kind' can’t be a feature: it holds text"),
        ({"labels": "kind", "features": []}, "t.csv: no feature is chosen to learn 'kind' from"),
        ({"labels": "kind", "task": "values"}, "'kind' can’t be learned as values: it holds text"),
        ({"labels": "kind", "task": "ranking"}, "a table holds no queries"),
        ({"labels": "name"}, "'name' can’t be learned: it holds more than 256 different values"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(given: dict[str, Any], said: str) -> None:
    with pytest.raises(DataError) as refused:
        chosen(found(NUMBERS, WORDS, Column("name", words=True)), **given)
    assert said in str(refused.value)


def test_three_rows_are_too_few() -> None:
    with pytest.raises(DataError, match="has fewer than 4 rows"):
        chosen(found(NUMBERS, WORDS, rows=3), "kind")


def test_the_shipped_table_is_what_it_says() -> None:
    there = chosen(inspected(flowers().file), "species")
    assert msgspec.structs.replace(there, path="iris.csv", digest="") == flowers()


@pytest.mark.parametrize(
    "wrong",
    [
        {"features": ("size",)},
        {"labels": "sepal width"},
        {"features": ("sepal width", "sepal width")},
        {"classes": ()},
        {"task": "binary"},
        {"task": "values"},
        {"image": (3, 3)},
        {"rows": 3},
    ],
)
def test_a_source_that_contradicts_itself_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        msgspec.structs.replace(flowers(), **wrong)


def test_a_name_without_a_folder_is_a_shipped_file_and_no_other() -> None:
    assert flowers().file.is_file()
    with pytest.raises(SpecError, match="digest must be that of the file"):
        msgspec.structs.replace(flowers(), path="../../etc/passwd")
    away = msgspec.structs.replace(flowers(), path="../../etc/passwd", digest="0123456789abcdef")
    assert str(away.file) == "../../etc/passwd"
