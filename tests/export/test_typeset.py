"""Tables as text: they read back as what was put in, whatever a run is called."""

from __future__ import annotations

import csv
import io
import math
import re

from hypothesis import given
from hypothesis import strategies as st

from lrviz.export.typeset import Entry, Sheet, comma_separated, inert, latex, markdown

NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SHEETS = st.lists(st.tuples(NAMES, NUMBERS, st.booleans()), min_size=1, max_size=5).map(
    lambda rows: Sheet(
        ("run", "loss"),
        tuple((Entry(name), Entry(f"{value:.3g}", value, best=best)) for name, value, best in rows),
    )
)


@given(SHEETS)
def test_csv_reads_back_with_every_digit(sheet: Sheet) -> None:
    head, *rows = csv.reader(io.StringIO(comma_separated(sheet)))
    assert head == ["run", "loss"]
    assert [(name, float(value)) for name, value in rows] == [(inert(row[0].text), row[1].value) for row in sheet.rows]


def test_no_name_is_worked_out_by_a_spreadsheet_and_numbers_stay_numbers() -> None:
    sheet = Sheet(("@run", "loss"), ((Entry('=HYPERLINK("http://a","b")'), Entry("−0.5", -0.5)),))
    head, row = csv.reader(io.StringIO(comma_separated(sheet)))
    assert head == ["'@run", "loss"]
    assert row == ['\'=HYPERLINK("http://a","b")', "-0.5"]


def test_no_name_is_markup() -> None:
    sheet = Sheet(("run", "loss"), ((Entry("~~a~~ &lt; $x$"), Entry("1")),))
    assert r"| \~\~a\~\~ \&lt; \$x\$ |" in markdown(sheet)


@given(SHEETS)
def test_every_row_of_markdown_has_as_many_cells_and_each_its_text(sheet: Sheet) -> None:
    lines = markdown(sheet).splitlines()
    assert len(lines) == 2 + len(sheet.rows)
    for line, row in zip(lines[2:], sheet.rows, strict=True):
        escaped = re.findall(r"(?:\\.|[^|\\])+", line)
        assert len([cell for cell in escaped if cell.strip()]) == 2
        assert ("**" in re.sub(r"\\.", "", line)) is row[1].best


@given(SHEETS)
def test_no_sign_of_a_name_is_left_to_latex(sheet: Sheet) -> None:
    for line, row in zip(latex(sheet).splitlines()[5:-2], sheet.rows, strict=True):
        text = re.sub(r"\\text[a-z]+(?=\{\})", "", line.removesuffix(r" \\")).replace("{}", "")
        text = re.sub(r"\$[^$]*\$|\\textbf\{|\\[&%$#_{},]", "", text.replace("}}", "}"))
        assert text.count("&") == 1, row
        assert not set(text.replace("}", "")) & set("%$#_^~{\\")


def test_a_column_of_deviations_stands_behind_one_that_has_any() -> None:
    sheet = Sheet(("run", "loss", "lr"), ((Entry("a"), Entry("0.5 ± 0.1", 0.5, 0.1), Entry("–")),))
    assert comma_separated(sheet) == "run,loss,loss ±,lr\na,0.5,0.1,\n"


def test_signs_of_numbers_have_their_own_in_latex() -> None:
    entry = Entry("−3×10⁻⁵ ± 1.5\u202f%", -3e-5, math.nan, best=True)
    assert r"\textbf{$-$3$\times$10$^{-5}$ $\pm$ 1.5\,\%} \\" in latex(Sheet(("", "Δw ÷ w"), ((Entry("a"), entry),)))
    assert r"$\Delta$w $\div$ w" in latex(Sheet(("", "Δw ÷ w"), ()))


def test_what_no_font_of_latex_has_is_written_otherwise_or_left_out() -> None:
    assert r"a ''b'' $|$ c" in latex(Sheet(("",), ((Entry('a "b" | c'),),)))
    assert "a b" in latex(Sheet(("",), ((Entry("a\x0cb"),),)))  # a form feed ends paragraphs, and none may end in bold


def test_wide_letters_are_aligned_too() -> None:
    sheet = Sheet(("실행", "loss"), ((Entry("코사인"), Entry("0.5")), (Entry("a"), Entry("0.25"))))
    assert markdown(sheet).splitlines()[2:] == ["| 코사인 |  0.5 |", "| a      | 0.25 |"]


def test_no_name_is_an_option_of_the_line_before_it() -> None:
    sheet = Sheet(("[run]", "loss"), ((Entry("[opt]"), Entry("1")), (Entry("*star"), Entry("2"))))
    lines = latex(sheet).splitlines()
    assert [lines[at] for at in (3, 5, 6)] == [r"  {}[run] & loss \\", r"  {}[opt] & 1 \\", r"  {}*star & 2 \\"]
    said = latex(Sheet(("run",), ((Entry("a--b ?`c"),),)))
    assert r"a-{}-b ?\textasciigrave{}c" in said


def test_korean_names_say_which_package_they_need() -> None:
    assert latex(Sheet(("run",), ((Entry("경주"),),))).startswith(r"% \usepackage{booktabs} \usepackage{kotex}")
    assert "kotex" not in latex(Sheet(("run",), ((Entry("race"),),)))
