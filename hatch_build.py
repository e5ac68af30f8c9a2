"""The build's own step: a wheel holds the translations compiled, so that no start of the app has to."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTranslations(BuildHookInterface[Any]):
    """Puts the .qm of every .ts into the wheel; the source tree stays as it is."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what is to be included."""
        root, qm = Path(self.root), _compiler(Path(self.root))
        self._made = TemporaryDirectory()
        for path in sorted((root / "resources" / "translations").glob("*.ts")):
            compiled = Path(self._made.name) / path.with_suffix(".qm").name
            compiled.write_bytes(qm.compiled(qm.language(path), qm.read(path)))
            build_data["force_include"][str(compiled)] = f"lrviz/_resources/translations/{compiled.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clean up, once all is in the wheel."""
        self._made.cleanup()


def _compiler(root: Path) -> ModuleType:
    """Load the window's own compiler alone: lrviz's dependencies aren't there while it is built."""
    spec = importlib.util.spec_from_file_location("qm", root / "lrviz" / "ui" / "speech" / "qm.py")
    if spec is None or spec.loader is None:
        raise ImportError("lrviz/ui/speech/qm.py is missing")
    module = importlib.util.module_from_spec(spec)
    sys.modules["qm"] = module  # its dataclass looks its module up
    spec.loader.exec_module(module)
    return module
