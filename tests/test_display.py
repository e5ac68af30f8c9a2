"""Whether a window can open: asked of the system, said in one sentence, without Qt."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pytest

from lrviz.ui import display

README = Path(__file__).parents[1] / "README.md"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every display away."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def without(monkeypatch: pytest.MonkeyPatch, *missing: str) -> None:
    """Make some libraries fail to load, as they do where they aren't installed."""
    load = ctypes.CDLL

    def lacking(name: Any, *rest: Any) -> Any:
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")
        return load(name, *rest)

    monkeypatch.setattr(ctypes, "CDLL", lacking)


def test_no_display_is_said_with_what_needs_none() -> None:
    said = display.refusal()
    assert said is not None
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in said
    assert "lrviz train" in said
    assert "lrviz render" in said


@pytest.mark.parametrize(("name", "value"), [("DISPLAY", ":4321"), ("WAYLAND_DISPLAY", "wayland-none")])
def test_a_display_that_does_not_answer_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert f"{name} is {value}, where nothing answers" in str(display.refusal())


def test_a_platform_without_a_screen_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.refusal() is None


def test_other_systems_bring_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert display.refusal() is None
    assert display.missing_libraries() is None


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "libEGL.so.1", "libxcb-cursor.so.0")
    offscreen, xcb = display.missing_libraries(), display.missing_libraries("xcb")
    assert offscreen == (
        "Qt needs libEGL.so.1, which this system lacks: apt install libegl1 (Debian, Ubuntu) "
        "or dnf install libglvnd-egl (Fedora)."
    )
    assert "libEGL.so.1 and libxcb-cursor.so.0" in str(xcb)
    assert "apt install libegl1 libxcb-cursor0" in str(xcb)


def test_the_readme_names_every_package() -> None:
    text = README.read_text(encoding="utf-8").split()
    for packages in (display.LIBRARIES | display.XCB_LIBRARIES).values():
        assert set(packages) <= set(text)
