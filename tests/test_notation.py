"""Formulas are printed as they are meant."""

from __future__ import annotations

import pytest

from lrviz.notation import Cases, Fence, Over, Root, Row, Script, Word, lines, plain


def said(formula: str, *parameters: str) -> str:
    return plain(lines(f"y = {formula}", frozenset(parameters))[0]).removeprefix("y = ")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("a - (b - c)", "a − (b − c)"),
        ("a - b - c", "a − b − c"),
        ("a * (b + c) / d", "a · (b + c) / d"),
        ("a / (b * c)", "a / (b · c)"),
        ("(a + b) / c", "(a + b) / c"),
        ("-(1 - p) ** gamma * log(p)", "−(1 − p)^gamma · log(p)"),
        ("(a / b) ** 2", "(a / b)^2"),
        ("gamma ** (t // step_size)", "gamma^⌊t / step_size⌋"),
        ("a * (b % 1)", "a · (b mod 1)"),
        ("a % 2 - 1", "(a mod 2) − 1"),
        ("2 * pi * x", "2π · x"),
        ("2 * right", "2 · right"),
        ("sqrt(v_hat) + eps", "√v̂ + eps"),
        ("a if t < n <= k else 0", "a if t < n ≤ k, else 0"),
        ("sum(q[k] * p[k], k) + 1e-30", "Σ_k q_k · p_k + 10⁻³⁰"),
        ("max(0, abs(r) - 1)", "max(0, |r| − 1)"),
        ("beta1 ** t", "β₁^t"),
    ],
)
def test_a_formula_as_text(formula: str, text: str) -> None:
    assert said(formula, "gamma", "step_size", "eps") == text


def test_what_a_name_is_made_of_itself_has_an_arrow() -> None:
    assert plain(lines("m = beta1 * m + g")[0]) == "m ← β₁ · m + g"


def test_a_name_among_the_parameters_stays_as_it_is() -> None:
    row = lines("y = beta * T_max + T_cur", frozenset({"beta", "T_max"}))[0]
    assert plain(row) == "y = beta · T_max + T_cur"
    (_, _, right) = row.parts
    assert isinstance(right, Row)
    assert right.parts[0] == Word("beta", "parameter")
    assert right.parts[2] == Word("T_max", "parameter")
    assert right.parts[4] == Script(Word("T", "symbol"), down=Word("cur", "symbol"))


def test_boxes_hold_what_is_above_and_below() -> None:
    (row,) = lines("y = sqrt(a / 2) if t < 3 else (a + 1)")
    assert row.parts[2] == Cases(
        (
            (
                Root(Over(Word("a", "symbol"), Word("2", "number"))),
                Row((Word("t", "symbol"), Word("<", "sign"), Word("3", "number"))),
            ),
            (Row((Word("a", "symbol"), Word("+", "sign"), Word("1", "number"))), None),
        )
    )
    assert isinstance(lines("y = abs(x)")[0].parts[2], Fence)


@pytest.mark.parametrize(
    "formula",
    [
        *("rate", "y = [1]", "y.a = 1", "y = lambda: 1", "y =", "x = y = 1"),
        *("y = a & b", "y = a @ b", "y = a is b", "y = +a", "y = ~a", "y = f(a, b=1)", "y = f()"),
    ],
)
def test_what_is_no_formula_is_refused(formula: str) -> None:
    with pytest.raises(SyntaxError):
        lines(formula)
