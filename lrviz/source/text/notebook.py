"""Notebook: the code of an .ipynb file, its cells one after the other; nothing in it is executed."""

from __future__ import annotations

import json
from typing import Any

from lrviz.errors import SourceError
from lrviz.sentences import say
from lrviz.source.text.syntax import unreadable

PYTHON = "python"


def notebook(data: bytes | str) -> str:
    """Give the code cells of a Jupyter notebook as one text, an empty line between them.

    Raises
    ------
    SourceError
        LR200: it is no notebook, its cells are in another language than Python, or none holds code.
    """
    try:
        document = json.loads(data)
    except (UnicodeDecodeError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise unreadable(say("it is no notebook: the file holds no JSON"), line) from None
    except RecursionError:
        raise unreadable(say("it is no notebook: it is nested too deeply")) from None
    if not isinstance(document, dict):
        raise _no_notebook()
    language = _language(document)
    if language != PYTHON:
        raise unreadable(say("the notebook is in {language}, and only Python is read", language=language[:40]))
    code = [text for text in map(_code, _cells(document)) if text.strip()]
    if not code:
        raise unreadable(say("the notebook has no code in it"))
    return "\n\n".join(text.rstrip("\n") for text in code) + "\n"


def _cells(document: dict[str, Any]) -> list[Any]:
    """Give the cells; those of the third version stand in worksheets."""
    sheets = document.get("worksheets")
    if "cells" not in document and isinstance(sheets, list):
        found = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells: Any = [cell for some in found if isinstance(some, list) for cell in some]
    else:
        cells = document.get("cells")
    if not isinstance(cells, list):
        raise _no_notebook()
    return cells


def _code(cell: Any) -> str:
    """Give the code of a cell; nothing where it is none, or begins with a magic that makes it another language's."""
    if not isinstance(cell, dict) or cell.get("cell_type") != "code":
        return ""
    source = cell.get("source", cell.get("input", ""))
    text = "".join(one for one in source if isinstance(one, str)) if isinstance(source, list) else source
    if not isinstance(text, str):
        return ""
    first = text.lstrip().partition("\n")[0]
    other = first.startswith("%%") and first[2:].split(" ")[0] not in {"time", "timeit", "capture", "prun"}
    return "" if other else text


def _language(document: dict[str, Any]) -> str:
    metadata = document.get("metadata")
    said = metadata if isinstance(metadata, dict) else {}
    for place, name in (("language_info", "name"), ("kernelspec", "language")):
        info = said.get(place)
        if isinstance(info, dict) and isinstance(info.get(name), str):
            return str(info[name]).lower()
    return PYTHON


def _no_notebook() -> SourceError:
    return unreadable(say("it is no notebook: there are no cells in it"))
