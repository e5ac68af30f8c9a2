"""The command line: `lrviz` opens the window; `lrviz curve`, `train`, `landscape`, `render` and others need none."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from lrviz.cli.parsers import COMMANDS, parser_of, window_parser
from lrviz.errors import LrvizError, nearest
from lrviz.files import cause, log_folder

FINE, FOUND, WRONG, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143
"""Exit codes: all well; a run diverged or torch refused; wrong use; Ctrl-C; SIGTERM."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code; an error is one line on standard error, never a traceback."""
    given = list(sys.argv[1:] if argv is None else argv)
    _raise_on(signal.SIGTERM, SystemExit(TERMINATED))
    _raise_on(signal.SIGINT, _Interrupt())
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # closed, or replaced by something simpler
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a TextIOWrapper has it
    try:
        code = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as ended:  # argparse: --help, --version, wrong use
        return _flushed(int(ended.code or 0))
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED)
    except BrokenPipeError:
        return _closed()
    except LrvizError as error:
        return _complain(str(error), WRONG)
    except OSError as error:
        _closed()  # what is still in standard output's buffer would fail once more at the end
        if error.strerror is None:  # it says itself what can't be written, and why
            return _complain(str(error), WRONG)
        return _complain(f"{error.filename or 'the output'} can’t be written: {cause(error)}", WRONG)
    except Exception as error:  # noqa: BLE001 - whatever it is, a user gets one line and the log the rest
        return _complain(_logged(error), FOUND)
    return code


def _run(given: list[str]) -> int:
    if given and given[0] in COMMANDS:
        from lrviz.cli import commands

        arguments = parser_of(given[0]).parse_args(given[1:])
        return int(getattr(commands, given[0].replace("-", "_"))(arguments))
    if len(given) > 1 and not given[0].startswith("-") and not os.path.lexists(given[0]):
        close = nearest(given[0], COMMANDS)
        raise LrvizError(f"there is no command {given[0]}" + (f"; the nearest is {close}" if close else ""))
    arguments = window_parser().parse_args(given)
    return _window(arguments.file)


def _raise_on(number: int, ending: BaseException) -> None:
    """Raise on a signal, so that all is cleaned up on the way: a half-written file is taken away."""

    def end(*_: object) -> NoReturn:
        raise ending

    if threading.current_thread() is threading.main_thread():  # Python lets no other set a handler
        signal.signal(number, end)


class _Interrupt(KeyboardInterrupt):
    """Ctrl-C. Of Python's own kind, raised amid an exec as imports do it, Python dies though it was caught."""


def _window(file: str | None) -> int:
    """Open the window, or say in one sentence why it can't open."""
    if file is not None and not os.path.lexists(file):
        close = nearest(file, COMMANDS)
        command = f"; the nearest command is {close}" if close else ""
        return _complain(f"there is no file and no command {file}{command}", WRONG)
    from lrviz.ui.display import refusal

    if why := refusal():
        return _complain(why, WRONG)
    for number in (signal.SIGINT, signal.SIGTERM):  # until the window takes them over: it closes as by its button
        _raise_on(number, SystemExit(FINE))
    try:
        from lrviz.ui import app
    except ImportError as error:  # a library that refusal() doesn't know
        return _complain(f"Qt can't be loaded: {error}", WRONG)
    return app.main(None if file is None else Path(file))


def _complain(message: str, code: int) -> int:
    with contextlib.suppress(OSError):  # standard error may be closed too
        print(f"lrviz: {' '.join(message.split())}", file=sys.stderr, flush=True)
    return code


def _flushed(code: int) -> int:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _closed()
    return code


def _closed() -> int:
    """End in silence: whoever read our output has seen enough."""
    with contextlib.suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _logged(error: Exception) -> str:
    """Put an unexpected error's traceback in the log, and say where that is."""
    said = f"{type(error).__name__}: {error}"
    path = log_folder() / "lrviz.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write("".join(traceback.format_exception(error)))
    except OSError:
        logging.getLogger("lrviz").debug("no log can be written", exc_info=True)
        return f"something unexpected went wrong: {said}"
    return f"something unexpected went wrong: {said} (more in {path})"
