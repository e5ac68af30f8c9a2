"""Blocks: every block of a text is found once, and other statements can be put in any of them."""

import ast

from lrviz.source.values.blocks import blocks, parts, rewrite

TEXT = """\
if a:
    one()
elif b:
    two()
else:
    three()
try:
    four()
except E as e:
    five()
else:
    six()
finally:
    seven()
match c:
    case [d] if f:
        eight()
for g in h:
    nine()
else:
    ten()
with i as j:
    eleven()
class K(L):
    def m(self, n=o):
        twelve()
"""


def called(tree: ast.AST) -> list[str]:
    """Give the calls that are statements of a block, as they are found."""
    found: list[str] = []
    for block in blocks(tree):
        for statement in block:
            if isinstance(statement, ast.Expr):
                found.append(ast.unparse(statement).removesuffix("()"))
            found += called(statement)
    return found


def test_every_block_is_found_in_the_order_of_the_text() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    assert called(ast.parse(TEXT)) == words.split()


def test_the_parts_of_a_statement_have_no_statement_in_them() -> None:
    tree = ast.parse(TEXT)
    heads = [node for statement in ast.walk(tree) if isinstance(statement, ast.stmt) for node in parts(statement)]
    assert not [node for head in heads for node in ast.walk(head) if isinstance(node, ast.stmt)]
    names = {node.id for head in heads for node in ast.walk(head) if isinstance(node, ast.Name)}
    assert {*"abcEfghijLo", "twelve"} <= names


def test_what_is_put_in_is_put_in_every_block() -> None:
    tree = ast.parse(TEXT)
    rewrite(tree, lambda one: ast.parse(f"{ast.unparse(one)}\nmore()").body if isinstance(one, ast.Expr) else [one])
    assert [each for each in called(tree) if each != "more"] == called(ast.parse(TEXT))
    assert called(tree).count("more") == len(called(ast.parse(TEXT)))


def test_a_block_that_nothing_is_left_of_is_a_pass_or_is_gone() -> None:
    tree = ast.parse("for a in b:\n    one()\nelse:\n    two()")
    rewrite(tree, lambda one: [] if isinstance(one, ast.Expr) else [one])
    assert ast.unparse(tree) == "for a in b:\n    pass"
