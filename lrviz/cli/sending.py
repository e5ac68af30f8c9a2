"""`lrviz session`: a session as a text to be sent, and such a text as a session."""

from __future__ import annotations

from argparse import Namespace

from lrviz.cli.outputs import destination, write
from lrviz.cli.sources import opened
from lrviz.errors import LrvizError
from lrviz.session import SUFFIX, dumps, encode

FINE = 0


def session(arguments: Namespace) -> int:
    """`lrviz session FILE|LESSON|PRESET|-`: the session as text, or as a session file's JSON."""
    output = destination(arguments.output, (SUFFIX, ".json", ".txt", ".md"))
    as_file = output is not None and output.suffix.lower() in (SUFFIX, ".json")
    if as_file and arguments.format == "text":
        raise LrvizError(f"--format text and -o {arguments.output} contradict each other")
    experiment = opened(arguments.session, arguments.scene)
    written = encode(experiment) if as_file or arguments.format == "json" else dumps(experiment).encode()
    write(output, [written])
    return FINE
