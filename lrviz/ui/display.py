"""Whether a window can open at all, found out without Qt: it aborts the process where it can't."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

WITHOUT_A_WINDOW = "lrviz train and lrviz render need no display"

LIBRARIES = {  # of Linux, that Qt's wheels don't bring: (Debian and Ubuntu, Fedora)
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}
XCB_LIBRARIES = {  # besides, for windows on X11
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}


def refusal() -> str | None:
    """Say in one sentence why no window can open here, None where one can.

    Only Linux is looked at: macOS and Windows bring what Qt needs, and have a display.
    """
    if not sys.platform.startswith("linux"):
        return None
    if importlib.util.find_spec("PySide6") is None:
        return f"Qt is not installed: pip install PySide6-Essentials. {WITHOUT_A_WINDOW}."
    platform = _platform()
    if platform is not None and not _installed(platform):
        return f"QT_QPA_PLATFORM is {platform!r}, which Qt has no plugin for. {WITHOUT_A_WINDOW}."
    if platform is None:
        return f"There is no display to open a window on: {_sought()}. {WITHOUT_A_WINDOW}."
    return missing_libraries(platform)


def missing_libraries(platform: str = "offscreen") -> str | None:
    """Say in one sentence which libraries Qt lacks for a platform plugin, None where it has all."""
    if not sys.platform.startswith("linux"):
        return None
    wanted = LIBRARIES | (XCB_LIBRARIES if platform == "xcb" else {})
    missing = [name for name in wanted if not _loads(name)]
    if not missing:
        return None
    debian, fedora = (" ".join(dict.fromkeys(wanted[name][i] for name in missing)) for i in (0, 1))
    return (
        f"Qt needs {' and '.join(missing)}, which this system lacks: apt install {debian} (Debian, Ubuntu) "
        f"or dnf install {fedora} (Fedora)."
    )


def _installed(platform: str) -> bool:
    """Say whether Qt has a plugin for a platform, as far as its files tell."""
    found = importlib.util.find_spec("PySide6")
    plugins = Path(found.origin).parent / "Qt" / "plugins" / "platforms" if found and found.origin else Path()
    names = [path.stem.removeprefix("libq") for path in plugins.glob("libq*.so")]
    return not names or any(name.startswith(platform) for name in names)


def _platform() -> str | None:
    """Give the platform plugin Qt will take, None where none would find a display."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if chosen and chosen not in {"xcb", "wayland"}:
        return chosen
    if chosen != "xcb" and _wayland():
        return "wayland"
    return "xcb" if chosen != "wayland" and _x11() else None


def _sought() -> str:
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(name):
            return f"{name} is {os.environ[name]}, where nothing answers"
    return "neither DISPLAY nor WAYLAND_DISPLAY is set"


def _wayland() -> bool:
    """Whether a Wayland compositor answers."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), name)
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _x11() -> bool:
    """Whether an X server answers; True where the library that would ask it is missing, which is said elsewhere."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
