"""Text to syntax: what hostile or clumsily pasted text goes through before anything is read from it."""

from __future__ import annotations

import ast
import re
import warnings

from lrviz.errors import Finding, SourceError
from lrviz.sentences import say
from lrviz.source.text.clean import cleaned
from lrviz.source.text.tree import walk

LONGEST = 150_000
"""Characters that are read at most: some 3000 lines."""
MOST = 25_000
"""Nodes of its syntax at most; scripts have a tenth or a fifth of one for each character."""
WIDEST = 4096
"""Bits of a whole number at most; Python writes out some 14,000, and none that is meant has more than 64."""

LESS = say("paste only what sets up the optimizer and the scheduler")
"""What is to be done with a text that there is too much of."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that make code look like other code."""


def syntax(source: str) -> list[ast.AST]:
    """Give every node of a text's syntax tree, each before those below it.

    What pasting leaves behind is taken out first; the lines keep their numbers.

    Raises
    ------
    SourceError
        LR200: the text is no Python, or too long or too nested to look at.
    """
    if not isinstance(source, str):
        raise unreadable(say("the source must be text, not {source}", source=type(source).__name__))
    if len(source) > LONGEST:
        raise unreadable(
            say(
                "the text is {source:,} characters long; at most {longest:,} are read: {less}",
                source=len(source),
                longest=LONGEST,
                less=LESS,
            )
        )
    if "\0" in source:
        raise unreadable(say("a null byte is no text: take it out"), source.count("\n", 0, source.find("\0")) + 1)
    if turning := _TURNING.search(source):
        why = say(
            "a character turns the direction of what follows, so that the code isn’t what it looks like: take it out"
        )
        raise unreadable(why, source.count("\n", 0, turning.start()) + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an invalid escape in a string is not our business
            nodes = list(walk(ast.parse(cleaned(source).text)))
    except SyntaxError as error:
        raise unreadable(error.msg, error.lineno) from None
    except UnicodeEncodeError as error:
        why = say("half a surrogate pair is no text: take it out")
        raise unreadable(why, source.count("\n", 0, error.start) + 1) from None
    except (RecursionError, MemoryError):
        raise too_deep() from None
    if len(nodes) > MOST:
        raise unreadable(
            say(
                "the text holds {nodes:,} names, numbers and calls; at most {most:,} are read: {less}",
                nodes=len(nodes),
                most=MOST,
                less=LESS,
            )
        )
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value.bit_length() > WIDEST:
            raise unreadable(
                say(
                    "a number of {bit_length:,} bits is too long to be written out", bit_length=node.value.bit_length()
                ),
                node.lineno,
            )
    return nodes


def too_deep() -> SourceError:
    """Give the error for a text whose brackets or blocks stand in too many others."""
    return unreadable(say("the text is nested too deeply: {less}", less=LESS))


def unreadable(message: str, line: int | None = None) -> SourceError:
    """Give the error for a text nothing can be read from."""
    return SourceError(Finding("LR200", "error", message, line))
