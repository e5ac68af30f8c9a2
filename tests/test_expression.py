from __future__ import annotations

import itertools
import math
import resource
import time

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lrviz.expression import LONGEST, NODES, Expression, ExpressionError
from lrviz.vocabulary import CONSTANTS, FUNCTIONS
from tests.strategies import formulas

ALLOWED = {"math": math, "abs": abs, "min": min, "max": max, "round": round, "int": int, "float": float, "pow": pow}


def in_python(text: str, t: int) -> float | None:
    """Give what Python makes of a formula at one step, None where it raises or gives no real number."""
    try:
        value = eval(text, {"__builtins__": {}, **ALLOWED}, {"t": t})  # noqa: S307 - the truth to compare with
        return None if isinstance(value, complex) else float(value)
    except (ArithmeticError, ValueError, TypeError):
        return None


@settings(max_examples=400)
@given(text=formulas(), t=st.integers(0, 60))
def test_arrays_and_numbers_give_what_python_gives(text: str, t: int) -> None:
    formula = Expression.parse(text)
    assume("**" not in text and "pow" not in text)  # Python would work at 9 ** 9 ** 9; powers have their own test
    expected = in_python(formula.python(), t)
    assume(expected is None or abs(expected) < 2**53)  # beyond, Python's whole numbers are exact and float64's aren't
    assume(_steady(formula, t))
    found = formula(t=np.array([t, t]))
    if expected is None:
        assert np.isnan(found).all()
    elif math.isfinite(expected):
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)
        assert float(formula.single(t=t)) == expected


def _steady(formula: Expression, t: int) -> bool:
    """Tell whether a value stays where it is when t moves by a rounding error, unlike a floor at its jump."""
    values = formula(t=np.array([t - 1e-12, t, t + 1e-12]))
    return bool(np.isnan(values).all() or np.allclose(values, values[1], rtol=1e-6, atol=1e-6))


BASES = ["0", "0.5", "2", "-2", "-0.5", "t", "10"]
EXPONENTS = ["0", "2", "0.5", "-1", "-0.5", "t", "-t", "t / 3", "t * 40"]


@pytest.mark.parametrize("spelling", ["({}) ** ({})", "pow({}, {})", "math.pow({}, {})"])
def test_powers_are_pythons(spelling: str) -> None:
    for base, exponent, t in itertools.product(BASES, EXPONENTS, range(9)):
        formula = Expression.parse(spelling.format(base, exponent))
        expected = in_python(formula.python(), t)
        found = formula(t=np.array([t]))[0]
        if expected is None:
            assert np.isnan(found)
        else:
            assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_means_the_same_on_arrays_numbers_and_in_python(name: str) -> None:
    arguments = ["t / 7", "2.5", "0.3"][: FUNCTIONS[name].least]
    formula = Expression.parse(f"{name}({', '.join(arguments)})")
    for t in range(1, 20):
        expected = in_python(formula.python(), t)
        assert expected is not None
        assert formula(t=np.array([t]))[0] == pytest.approx(expected, rel=1e-14)
        assert float(formula.single(t=t)) == expected


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("0.95**t", "0.95 ** t"),
        ("lambda epoch: 0.95 ** epoch", "0.95 ** t"),
        ("lambda e: e * 2", "t * 2"),
        ("  ( ( t ) )  ", "t"),
        ("+t", "t"),
        ("1e3 * 0x10 + 1_000", "1000.0 * 16 + 1000"),
        ("math.cos(np.pi*t) + torch.exp(-t) + numpy.maximum(t, 1)", "cos(pi * t) + exp(-t) + max(t, 1)"),
        ("0 if t<5 else 1", "0 if t < 5 else 1"),
        ("not (t > 1 and t <= 4)", "not (t > 1 and t <= 4)"),
    ],
)
def test_a_formula_has_one_spelling(text: str, canonical: str) -> None:
    formula = Expression.parse(text)
    assert formula.text == canonical
    assert formula == Expression.parse(canonical)
    assert hash(formula) == hash(Expression.parse(canonical))
    assert formula != Expression.parse("t + 12345")


@given(formulas())
def test_the_canonical_text_is_its_own(text: str) -> None:
    formula = Expression.parse(text)
    assert Expression.parse(formula.text).text == formula.text


def test_several_variables_are_broadcast() -> None:
    formula = Expression.parse("lambda a, b: a ** 2 + b", ("x", "y"))
    assert formula.text == "x ** 2 + y"
    np.testing.assert_array_equal(formula(x=np.arange(3)[:, None], y=np.arange(2)), [[0, 1], [1, 2], [4, 5]])
    assert Expression.parse("3", ("x",))(x=np.zeros((2, 2))).tolist() == [[3, 3], [3, 3]]


def test_branches_that_are_not_taken_do_not_matter() -> None:
    for text in ("1 / t if t > 0 else 5", "t == 0 and 5 or 1 / t", "5 if not t else 1 / t"):
        np.testing.assert_array_equal(Expression.parse(text)(t=np.array([0, 2])), [5, 0.5])


@pytest.mark.parametrize("text", ["min(1, 1 / t)", "1 / t > 2", "1 if 1 / t else 2", "exp(1000 * (1 - t)) > 1 or 1"])
def test_what_python_raises_in_is_no_number_however_it_is_used(text: str) -> None:
    found = Expression.parse(text)(t=np.array([0, 1]))
    assert np.isnan(found[0])
    assert np.isfinite(found[1])


def test_a_stretched_formula_has_the_same_shape_and_does_not_grow() -> None:
    formula = Expression.parse("0.95 ** (t // 3) + sin(t)")
    t = np.arange(50)
    longer = formula.stretched("t", 10)
    np.testing.assert_array_equal(longer(t=t), formula(t=10 * t))
    again = formula
    for _ in range(100):
        again = again.stretched("t", 1.5)
    assert len(again.text) < 2 * len(longer.text) + 60
    widest = Expression.parse("max(" + "t, " * (NODES - 2) + "t)")
    assert widest.stretched("t", 0.1).stretched("t", 3).uses("t")


REFUSED = {
    "open('/etc/passwd')": "`open` isn’t allowed here",
    "__import__('os').system('x')": "`.system` isn’t allowed here",
    "t.__class__": "`t.__class__` isn’t allowed here",
    "math.gcd(t, 2)": "`math.gcd` isn’t allowed here",
    "os.system": "`os.system` isn’t allowed here",
    "(lambda: 1)()": "a lambda inside an expression isn’t allowed here",
    "[x for x in t]": "a comprehension isn’t allowed here",
    "(y := 3)": "`:=` isn’t allowed here",
    "'a' * t": "text in quotes isn’t allowed here",
    "f'{t}'": "text in quotes isn’t allowed here",
    "t[0]": "`[…]` isn’t allowed here",
    "t @ t": "isn’t allowed here",
    "t & 1": "isn’t allowed here",
    "~t": "`~` isn’t allowed here",
    "t in t": "`in` or `is` isn’t allowed here",
    "1j": "a complex number isn’t allowed here",
    "None": "`None` isn’t allowed here",
    "inf": "`inf` isn’t allowed here",
    "epoch": "`epoch` isn’t allowed here",
    "exp": "`exp` is a function: write exp(…)",
    "exp(1)(2)": "calling what a call gives isn’t allowed here",
    "exp(x=1)": "`exp` takes plain arguments only",
    "max(*t)": "`max` takes plain arguments only",
    "max(1)": "`max` can’t take 1 argument",
    "lambda a, b: a": "a lambda here takes 1 plain argument",
    "lambda *a: 1": "a lambda here takes 1 plain argument",
    "lambda a=2: a": "a lambda here takes 1 plain argument",
    "lambda np: np.exp(1)": "`np.exp` isn’t allowed here",
    "1e999": "a number may be at most 1e+300",
    "9" * 5000: "a number may be at most 1e+300",
    "t if": "invalid syntax",
    "import os": "invalid syntax",
    "t; t": "invalid syntax",
    "": "the text is empty",
    "\ud800": "it holds characters that are no text",
    "+".join("t" * NODES): "",
}


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_named_and_refused_in_one_line(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        Expression.parse(text)
    assert REFUSED[text] in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


HOSTILE = {
    "ten megabytes": "t" * 10**7,
    "brackets": "(" * 100_000 + ")" * 100_000,
    "brackets that are read": "(" * (LONGEST // 2) + ")" * (LONGEST // 2),
    "minuses": "-" * (LONGEST - 1) + "1",
    "nots": "not " * (LONGEST // 5) + "1",
    "sums": "1+" * (LONGEST // 2 - 1) + "1",
    "ifs": "1 if t else " * (LONGEST // 13) + "1",
    "lambdas": "lambda t: " * (LONGEST // 11) + "1",
    "attributes": "t" + ".t" * (LONGEST // 2 - 1),
    "calls": "abs(" * 190 + "t" + ")" * 190,
    "nulls": "t\0" * 1000,
    "comparisons": "t<" * (LONGEST // 2 - 1) + "t",
    "powers": "**".join("9" * 900),
    "strings": "'" + "a" * (LONGEST - 2) + "'",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_in_an_error_soon_and_in_little_memory(name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.thread_time()
    with pytest.raises(ExpressionError):
        Expression.parse(HOSTILE[name])
    assert time.thread_time() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


@pytest.mark.parametrize("text", ["9**9**9**9", "(9**9)**(9**9)", "10**400 * 10**400", "(2**16000)**2 * t"])
def test_towers_of_powers_are_not_climbed(text: str) -> None:
    formula = Expression.parse(text)
    start = time.thread_time()
    assert not np.isfinite(formula(t=np.arange(3))).all()
    with pytest.raises((OverflowError, TypeError)):
        float(formula.single(t=1))
    assert time.thread_time() - start < 5


@given(
    st.text(max_size=60) | st.lists(st.sampled_from([*"()+-*/%<>=!,.:t1 ", "**", "lambda ", "if ", "exp"])).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        formula = Expression.parse(text)
    except ExpressionError:
        pass
    else:
        assert formula(t=np.arange(3)).shape == (3,)


def test_the_vocabulary_is_what_the_manual_says() -> None:
    wanted = "min max abs pow round int float exp log log2 log10 sqrt sin cos tan tanh floor ceil"
    assert set(FUNCTIONS) == set(wanted.split())
    assert set(CONSTANTS) == {"pi", "e"}
    assert not any(name in CONSTANTS for name in FUNCTIONS)
