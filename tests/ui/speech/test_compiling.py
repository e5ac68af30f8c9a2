"""Compiled translations are kept by their content, and made again only where that is another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from lrviz.files import resource
from lrviz.ui.speech import compiling, qm

TEXTS = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="ko_KR"><context><name>Help</name>
<message><source>Find</source><translation>{}</translation></message></context></TS>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of texts, and a cache beside it."""
    (tmp_path / "lrviz_ko.ts").write_text(TEXTS.format("찾기"), encoding="utf-8")
    monkeypatch.setattr(compiling, "resource", lambda *parts: tmp_path / parts[-1])
    monkeypatch.setattr(compiling, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path


def said() -> str:
    translator, data = QTranslator(), compiling.compiled("ko", "ko_KR")
    assert translator.load(data)
    return str(translator.translate("Help", "Find"))


def test_it_is_compiled_once_and_again_when_a_text_is_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []
    plain = qm.compiled

    def counted(language: str, messages: Iterable[qm.Message]) -> bytes:
        times.append(language)
        return plain(language, messages)

    monkeypatch.setattr(qm, "compiled", counted)
    assert [said(), said()] == ["찾기", "찾기"]
    assert len(times) == 1
    (folder / "lrviz_ko.ts").write_text(TEXTS.format("검색"), encoding="utf-8")
    assert said() == "검색"
    assert len(times) == 2
    assert len(list((folder / "cache").iterdir())) == 1, "what is out of date isn't kept"


def test_another_compiler_makes_it_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said()
    before = list((folder / "cache").iterdir())
    (tmp_path / "qm.py").write_text("# as it was changed")
    monkeypatch.setattr(qm, "__file__", str(tmp_path / "qm.py"))
    assert said() == "찾기"
    assert list((folder / "cache").iterdir()) != before


def test_where_nothing_can_be_kept_it_is_compiled_all_the_same(folder: Path) -> None:
    (folder / "cache").write_text("no folder")
    assert said() == "찾기"


def test_the_texts_of_lrviz_are_what_is_compiled() -> None:
    made = compiling.compiled("ko", "ko_KR")
    assert made == qm.compiled("ko_KR", qm.read(resource("translations", "lrviz_ko.ts")))
