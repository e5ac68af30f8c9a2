"""Data files of people's own: what is found in good ones, and what is said of bad ones, with the place."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.datafile import DataError, Inspection, digest_of, inspect, inspected, table
from lrviz.errors import LrvizError


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_table_is_known_by_its_columns(tmp_path: Path) -> None:
    found = inspected(written(tmp_path / "t.csv", "age,city,grade\n30,Seoul,1\n41.5,Busan,2\n30,Seoul,1.0\n"))
    age, city, grade = found.columns
    assert (found.rows, found.delimiter, found.skip) == (3, ",", 1)
    assert (age.words, age.whole, age.classes) == (False, False, ())
    assert (city.words, city.classes, city.counts) == (True, ("Busan", "Seoul"), (1, 2))
    assert (grade.whole, grade.classes, grade.counts) == (True, ("1", "2"), (2, 1))
    assert age.preview == ("30", "41.5", "30")
    assert not any(column.flaw for column in found.columns)


@pytest.mark.parametrize(
    ("text", "delimiter"), [("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("a,b\r\n1,2\r\n", ",")]
)
def test_cells_may_be_parted_in_other_ways(tmp_path: Path, text: str, delimiter: str) -> None:
    found = inspected(written(tmp_path / "t.csv", text))
    assert [column.name for column in found.columns] == ["a", "b"]
    assert found.delimiter == delimiter


def test_a_byte_order_mark_and_empty_lines_are_no_matter(tmp_path: Path) -> None:
    found = inspected(written(tmp_path / "t.csv", b"\xef\xbb\xbfa,b\n\n1,2\n\n3,4\n"))
    assert [column.name for column in found.columns] == ["a", "b"]
    assert found.rows == 2


def test_without_names_columns_are_numbered(tmp_path: Path) -> None:
    found = inspected(written(tmp_path / "t.csv", "1,2\n3,4\n"))
    assert [column.name for column in found.columns] == ["column 1", "column 2"]
    assert (found.rows, found.skip) == (2, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "t.csv is empty"),
        ("\n\n", "t.csv is empty"),
        ("a,b\n", "t.csv has names but no rows"),
        ("a,b\n1,2\n1\n", "t.csv: line 3 has 1 cell, the first has 2"),
        ("a,a\n1,2\n", "t.csv: two columns are called 'a'"),
        ('"a\nb",c\n1,2\n', "t.csv: the name 'a\\nb' goes over more than one line"),
        (b"a,b\n1,caf\xe9\n", "t.csv is no UTF-8 text: byte 0xe9 is in it"),
        ('a,b\n1,"2\n', "t.csv: line 2 can’t be read: unexpected end of data"),
    ],
)
def test_a_bad_table_is_refused_in_a_sentence(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(DataError) as refused:
        inspected(written(tmp_path / "t.csv", text))
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("cells", "flaw"),
    [
        (["1", "", "3"], "line 3 is empty"),
        (["1", "nan", "nan"], "line 3 holds 'nan', and 1 more"),
        (["1", "2", "-inf"], "line 4 holds '-inf'"),
        (["1e300", "2", "3"], "line 2 holds '1e300'"),
        (["1", "2", "n/a"], "line 4 holds 'n/a' among numbers"),
        (["1", "2", "1_000"], "line 4 holds '1_000' among numbers"),
        (["a", "b", "3"], ""),
    ],
)
def test_what_is_wrong_with_a_column_is_said_of_it(tmp_path: Path, cells: list[str], flaw: str) -> None:
    text = "good,odd\n" + "".join(f"1,{cell}\n" for cell in cells)
    good, odd = inspected(written(tmp_path / "t.csv", text)).columns
    assert good.flaw == ""
    assert odd.flaw == flaw


def test_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(DataError, match=r"big.csv can’t be read: it has 1.0 GB, and at most 128 MB are read"):
        next(inspect(path))


def test_other_files_and_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"neither CSV \(.csv, .tsv, .txt\) nor NPZ"):
        inspected(written(tmp_path / "t.xlsx", "a"))
    with pytest.raises(DataError, match=r"t.csv can’t be read: no such file"):
        inspected(tmp_path / "t.csv")
    with pytest.raises(DataError, match="it is a folder"):
        inspected(tmp_path)
    with pytest.raises(DataError, match="choose the data anew"):
        digest_of(tmp_path / "gone.csv")


def test_looking_through_gives_turns_and_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "BLOCK", 4)
    path = written(tmp_path / "t.csv", "a,b\n" + "1,2\n" * 2000)
    shares = list(inspect(path))
    assert len(shares) > 900
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1


def test_arrays_are_known_by_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "t.npz"
    strange = np.array([{}] * 6, dtype=object)
    np.savez(
        path,
        pictures=np.zeros((6, 4, 4), np.uint8),
        label=np.array(list("ababab")),
        column=np.arange(6.0)[:, None],
        short=np.zeros(3),
        strange=strange,
        holes=np.array([1, np.nan, 3, 4, 5, 6]),
        times=np.array([0] * 6, "M8[s]"),
        single=np.float64(3),
    )
    found = {column.name: column for column in inspected(path).columns}
    assert found["pictures"].shape == (4, 4)
    assert found["pictures"].width == 16
    assert (found["label"].words, found["label"].classes, found["label"].counts) == (True, ("a", "b"), (3, 3))
    assert found["column"].shape == ()
    assert found["column"].whole
    assert {name: found[name].flaw for name in ("short", "strange", "holes", "times", "single")} == {
        "short": "it has 3 rows, the others have 6",
        "strange": "it holds Python objects, which are never loaded",
        "holes": "row 1 holds nan",
        "times": "it holds neither numbers nor text but datetime64[s]",
        "single": "it is a single value, the others have 6",
    }


def test_nothing_in_an_archive_is_executed(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "sprung",))

    path = tmp_path / "t.npz"
    np.savez(path, trap=np.array([Trap()] * 3, dtype=object), x=np.zeros(3))
    assert inspected(path).columns[0].flaw.startswith("it holds Python objects")
    assert not (tmp_path / "sprung").exists()


def test_a_bad_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"t.npz is no NPZ file"):
        inspected(written(tmp_path / "t.npz", b"no archive"))
    np.savez(tmp_path / "e.npz")
    with pytest.raises(DataError, match="0 arrays"):
        inspected(tmp_path / "e.npz")
    with zipfile.ZipFile(tmp_path / "h.npz", "w") as archive, archive.open("huge.npy", "w") as huge:
        shape = {"descr": "|u1", "fortran_order": False, "shape": (2**30,)}
        np.lib.format.write_array_header_1_0(huge, shape)  # which is all that is looked at
    with pytest.raises(DataError, match=r"unpacks to 1.0 GB; at most 512 MB"):
        inspected(tmp_path / "h.npz")


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_refuse(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for suffix in (".csv", ".npz"):
        path = written(tmp_path_factory.getbasetemp() / f"any{suffix}", data)
        try:
            found: object = inspected(path)
        except LrvizError as error:
            found = str(error)
        assert isinstance(found, Inspection) or (found and "\n" not in str(found))


@given(
    rows=st.lists(
        st.tuples(st.floats(-1e6, 1e6), st.integers(-5, 5), st.text(st.characters(codec="utf-8"), max_size=5)),
        min_size=2,
        max_size=30,
    )
)
def test_what_the_csv_module_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[float, int, str]]
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("number", "whole", "word"), *rows])
    path = written(tmp_path_factory.getbasetemp() / "csv.csv", text.getvalue())
    try:
        found = inspected(path)
    except DataError:
        assert any("\x00" in word for _, _, word in rows) or any(len(word.splitlines()) > 1 for _, _, word in rows)
        return
    number, whole, _ = found.columns
    assert found.rows == len(rows)
    assert not number.flaw
    assert whole.classes == tuple(str(value) for value in sorted({row[1] for row in rows}))


@pytest.mark.parametrize("text", ["\n\na;b\n1;2\n", "a;b\n1;2\n", '\n"a";b\n1;2\n'])
def test_empty_lines_before_the_names_are_counted_as_numpy_counts_them(tmp_path: Path, text: str) -> None:
    found = inspected(written(tmp_path / "t.csv", text))
    assert [column.name for column in found.columns] == ["a", "b"]
    rows = np.loadtxt(tmp_path / "t.csv", delimiter=found.delimiter, skiprows=found.skip, ndmin=2)
    assert rows.tolist() == [[1, 2]]


def test_text_in_arrays_is_stripped_as_in_tables(tmp_path: Path) -> None:
    np.savez(tmp_path / "t.npz", x=np.arange(4.0), y=np.array([" b", "a", "a ", "b"]))
    assert inspected(tmp_path / "t.npz").columns[1].classes == ("a", "b")


def test_an_infinite_half_is_no_number_to_train_with(tmp_path: Path) -> None:
    np.savez(tmp_path / "t.npz", x=np.array([1, np.inf, 3], np.float16), y=np.arange(3))
    assert inspected(tmp_path / "t.npz").columns[0].flaw == "row 1 holds inf"


@given(place=st.integers(0, 2000), bit=st.integers(0, 7))
def test_a_damaged_archive_does_no_more_than_refuse(
    tmp_path_factory: pytest.TempPathFactory, place: int, bit: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.npz"
    np.savez_compressed(path, x=np.arange(300.0) % 7, y=np.array(["a", "b", "c"] * 100))
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= 1 << bit
    path.write_bytes(bytes(data))
    try:
        found: object = inspected(path)
    except LrvizError as error:
        found = str(error)
    assert found


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path / "nul\0.csv"):
        with pytest.raises(DataError, match="can’t be read"):
            inspected(path)
        with pytest.raises(DataError, match="choose the data anew"):
            digest_of(path)
