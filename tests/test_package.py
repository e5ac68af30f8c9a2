"""The package: what a wheel holds, that its files are found wherever it is installed, and that the README is true."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lrviz.files import resource

ROOT = Path(__file__).parents[1]
NOT_SHIPPED = {"docs", "screenshots"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def shipped() -> set[str]:
    """Give what a checkout has in resources/, as paths below it, but what is not shipped."""
    folder = ROOT / "resources"
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    paths = (path.with_suffix(".qm") if path.suffix == ".ts" else path for path in paths)  # the build compiles them
    return {
        path.as_posix()
        for path in paths
        if path.parts[0] not in NOT_SHIPPED and "__pycache__" not in path.parts and not made(path)
    }


def made(path: Path) -> bool:
    """Say whether a file is for those who write translations."""
    return path.parts[0] == "translations" and path.suffix != ".qm"


def test_resources_are_found_in_this_checkout() -> None:
    assert resource("lessons", "first-open.toml").is_file()
    assert resource("data", "digits.npz").is_file()


def test_a_wheel_holds_every_resource_and_every_module(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"lrviz/_resources/{path}" for path in shipped()} <= names
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lrviz").rglob("*.py")}
    assert modules <= names
    assert "lrviz/py.typed" in names
    assert not [
        name for name in names if name.startswith(("tests/", "benchmarks/")) or "screenshots" in name or "docs" in name
    ]
    assert wheel.stat().st_size < 3 * 2**20


def test_a_wheel_installed_elsewhere_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    script = (
        "import lrviz, pathlib\n"
        f"assert pathlib.Path(lrviz.__file__).is_relative_to({str(tmp_path)!r}), lrviz.__file__\n"
        "print(len(lrviz.lessons()), lrviz.Digits().data().train_x.shape, lrviz.load('first-open').runs[2].name)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "20 (1437, 64) cosine\n"


def test_the_map_of_the_readme_is_true() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Map")[2].partition("\n## ")[0]
    drawn = set(re.findall(r"^ {6}(\S+)", text, re.MULTILINE))
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "lrviz").iterdir()
        if path.name not in {"py.typed", "__pycache__"}
    }
    assert drawn == there


def test_constraints_pin_what_the_project_needs() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = dict(line.split("==") for line in text.splitlines() if line and not line.startswith("#"))
    assert pins["torch"] == "2.13.0"
    assert pins["pyside6-essentials"] == pins["shiboken6"] == "6.11.3"
    assert not [version for version in pins.values() if "+" in version]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    required = re.findall(r'^    "([A-Za-z][\w-]*)>=', project, re.MULTILINE)
    assert {name.lower().replace("_", "-") for name in required} <= set(pins)
