"""Reports: all that is known of an experiment on one page of HTML that needs nothing else and is a session file too."""

from lrviz.export.report.content import (
    Bars,
    Code,
    Command,
    Curve,
    File,
    Found,
    Pane,
    Report,
    Row,
    Scale,
    Shown,
    Spot,
    Table,
    View,
)
from lrviz.export.report.page import page

__all__ = [
    "Bars",
    "Code",
    "Command",
    "Curve",
    "File",
    "Found",
    "Pane",
    "Report",
    "Row",
    "Scale",
    "Shown",
    "Spot",
    "Table",
    "View",
    "page",
]
