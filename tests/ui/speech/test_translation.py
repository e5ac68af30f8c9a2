"""Other languages: every text is there and finished, holds the same places, and Qt gives it."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from lrviz.files import resource
from lrviz.sentences import say
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.speech import particles, pseudo, qm, translation
from lrviz.ui.speech.language import keep, language, spoken
from lrviz.ui.speech.saying import said

FOLDER = resource("translations")
KOREAN = FOLDER / "lrviz_ko.ts"
ENGLISH = FOLDER / "lrviz_en.ts"


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    keep("ko")
    yield
    keep("en")


def script(name: str) -> ModuleType:
    """Load a script of the folder."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def places(text: str) -> set[str]:
    """Give what is put into a text, whatever particle follows it."""
    if "{" not in text:
        return set(re.findall(r"%L?n", text))
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None} | set(re.findall(r"%L?n", text))


def test_every_text_of_the_source_is_in_every_file_and_no_other() -> None:
    found = script("texts").texts()
    for name, (_, count) in script("update").LANGUAGES.items():
        path = FOLDER / f"lrviz_{name}.ts"
        written, _ = script("update").updated(path, name, found)
        assert written.splitlines() == path.read_text(encoding="utf-8").splitlines(), "run update.py beside it"
        assert all(len(message.forms) == (count if message.numerus else 1) for message in qm.read(path))


@pytest.mark.parametrize("path", [KOREAN, ENGLISH], ids=lambda path: path.stem)
def test_every_text_is_translated(path: Path) -> None:
    assert not [message.source for message in qm.read(path) if not message.finished]


@pytest.mark.parametrize("path", [KOREAN, ENGLISH], ids=lambda path: path.stem)
def test_a_translation_has_the_places_of_its_text(path: Path) -> None:
    for message in qm.read(path):
        for form in message.forms:
            assert not form or places(form) == places(message.source) | (places(form) & {"%n"}), message


def test_what_follows_a_colon_in_a_place_is_a_particle_or_pythons() -> None:
    for message in qm.read(KOREAN):
        for form in message.forms:
            asked = [spec for _, _, spec, _ in Formatter().parse(form) if spec] if "{" in form else []
            korean = [re.sub(r"^[^가-힣]*", "", spec) for spec in asked]
            assert all(particles.known(one) for one in korean if one), message
            assert not re.search(r"[을은이](\(를\)|\(는\)|\(가\))|\(으\)로", form), message


def test_qt_finds_in_what_is_compiled_here_what_its_own_tool_makes(tmp_path: Path) -> None:
    for path in (KOREAN, ENGLISH):
        theirs, ours = QTranslator(), QTranslator()
        subprocess.run(["pyside6-lrelease", path, "-nounfinished", "-qm", tmp_path / "theirs.qm"], check=True)
        data = qm.compiled(qm.language(path), qm.read(path))
        assert theirs.load(str(tmp_path / "theirs.qm"))
        assert ours.load(data)
        assert ours.language() == theirs.language()
        for message in qm.read(path):
            for n in (-1, 0, 1, 2, 5, 11) if message.numerus else (-1,):
                found = ours.translate(message.context, message.source, "", n)
                assert found == theirs.translate(message.context, message.source, "", n)
                assert found or not message.finished


def test_the_window_speaks_the_language_that_was_chosen(qapp: QApplication) -> None:
    try:
        keep("ko")
        assert language() == "ko"
        assert QCoreApplication.translate("TopBar", "Race again") == "다시 경주"
        assert QCoreApplication.translate("TopBar", "nothing there") == "nothing there"
    finally:
        keep("en")
    assert QCoreApplication.translate("TopBar", "Race again") == "Race again"


def test_qts_own_dialogs_speak_it_too(korean: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"


def test_a_text_that_stands_in_a_window_is_said_again(qtbot: QtBot) -> None:
    label = QLabel()
    label.setText(QCoreApplication.translate("Classroom", "{0} is no longer there").format("study.lrviz"))
    try:
        keep("ko")
        qtbot.waitUntil(lambda: label.text() == "study.lrviz가 더 이상 없습니다")
        keep("en")
        qtbot.waitUntil(lambda: label.text() == "study.lrviz is no longer there")
    finally:
        keep("en")
        label.deleteLater()


def test_a_name_that_reads_like_a_word_of_ours_stays_a_name(qtbot: QtBot) -> None:
    word, name = ElidedLabel("body"), ElidedLabel("body")
    word.setText(QCoreApplication.translate("Transport", "step"))
    name.setText("step")  # what a person called a run
    try:
        keep("ko")
        qtbot.waitUntil(lambda: word.text() == "스텝")
        assert name.text() == "step"
    finally:
        keep("en")
        for label in (word, name):
            label.deleteLater()


def test_a_sentence_made_elsewhere_is_said_with_what_is_in_it(qapp: QApplication) -> None:
    sentence = say("{what} isn’t in any file", what=say("{n} steps", n=3))
    assert said(sentence) == sentence == "3 steps isn’t in any file"
    assert said("plain") == "plain"


def test_the_pseudo_language_keeps_what_is_put_into_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LRVIZ_LANGUAGE", "pseudo")
    assert spoken() == "pseudo"
    assert language() == "en"
    translation.speak()
    try:
        text = QCoreApplication.translate("Classroom", "{0} is no longer there").format("study.lrviz")
        assert text.startswith(f"{pseudo.BEGIN}study.lrviz íš")
        assert len(text) > 1.3 * len("study.lrviz is no longer there")
    finally:
        monkeypatch.delenv("LRVIZ_LANGUAGE")
        translation.speak()


def test_choices_with_the_same_word_in_one_language_come_back_apart(qtbot: QtBot) -> None:
    said = QCoreApplication.translate
    QCoreApplication.translate("GroundForm", "Train")
    views = Segmented([("training", said("View", "Training")), ("gradients", said("View", "Gradients"))], name="View")
    try:
        words = [choice.text for choice in views.findChildren(QAbstractButton)]
        keep("ko")
        qtbot.waitUntil(lambda: [text() for text in words] == ["학습", "기울기"])
        keep("en")
        qtbot.waitUntil(lambda: [text() for text in words] == ["Training", "Gradients"])
    finally:
        keep("en")
        views.deleteLater()
