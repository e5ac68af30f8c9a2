"""What the command line takes: one parser a command, and one for the window."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import NoReturn, get_args

from lrviz import __version__
from lrviz.survey import Method, What

COMMANDS = {
    "curve": "the learning rates of a scheduler, as numbers or as a picture",
    "lint": "what is wrong with the schedules of scripts and sessions",
    "forecast": "the loss that schedules lead to, by a law and without training",
    "train": "race the runs of a session and show what they reached",
    "landscape": "the landscape that the runs of a session walk through",
    "find-lr": "the rates that raising a run's rate from update to update suggests",
    "render": "a view of the window as a picture",
    "report": "all of a session on one page of HTML, which is a session file too",
    "script": "a run as a plain PyTorch training script",
    "session": "a session as a text to paste into a chat or a mail, and such a text as a session",
    "lessons": "the lessons: what there is, whether it holds, and how to begin one",
    "presets": "the presets: runs people really train by, each with its source",
    "explain": "what a scheduler, loss, optimizer, metric, problem or view is, and what people get wrong with it",
    "rules": "what lint knows: the id and the title of each rule",
}
SESSION = "a session file (.lrviz), a lesson’s (.toml), or the name of a lesson or a preset"


class Parser(argparse.ArgumentParser):
    """argparse's parser, with errors of one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"lrviz: {message} (see {self.prog} --help)\n")


def window_parser() -> Parser:
    """Give the parser of `lrviz [FILE]`."""
    listed = "\n".join(f"  lrviz {name:<9} {about}" for name, about in COMMANDS.items())
    parser = Parser(
        "lrviz",
        usage="lrviz [FILE]\n       lrviz COMMAND …",
        description="See what a learning-rate schedule will do, race it on a small problem, and take it away.",
        epilog=f"commands that need no window:\n{listed}\n\nlrviz COMMAND --help says more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="a session to open in the window")
    _version(parser)
    return parser


def parser_of(command: str) -> Parser:
    """Give the parser of a command."""
    about = COMMANDS[command]
    parser = Parser(f"lrviz {command}", description=about[0].upper() + about[1:] + ".", allow_abbrev=False)
    _ARGUMENTS[command](parser)
    _version(parser)
    return parser


def _version(parser: Parser) -> None:
    parser.add_argument("--version", action="version", version=f"lrviz {__version__}")


def _curve(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="a Python file, - for standard input, or the text itself")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--steps", type=_whole, metavar="N", help="how many steps, from 0 on")
    where.add_argument("--at", type=_places, metavar="T,…", help="these steps instead, as in 0,1000,1e9")
    parser.add_argument(
        "--lr", type=float, default=0.1, help="the rate before any schedule, where SOURCE has none (%(default)s)"
    )
    parser.add_argument("--format", choices=("csv", "json"), help="of the numbers (csv)")
    _output(parser, "a file to write instead: .csv, .json, .png, .svg, .pdf or .tex")
    _name(parser, "SOURCE")


def _forecast(parser: Parser) -> None:
    from lrviz.laws import LAWS  # here: no other command needs to load them

    fits = "; ".join(f"{name}’s {', '.join(sets)}" for name, sets in LAWS.items() if any(sets))
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help=f"a Python file, - for standard input, the text itself, {SESSION}"
    )
    parser.add_argument("--steps", type=_whole, metavar="N", help="how long the runs are (what a session plans)")
    parser.add_argument("--law", choices=tuple(LAWS), default="bound", help="what it is forecast by (%(default)s)")
    parser.add_argument(
        "--fit",
        metavar="NAME|LOG",
        help=f"the law’s coefficients: {fits} (the first); or fitted to losses of the first SOURCE’s run, a .csv with "
        "columns step and loss, or to what lrviz train -o wrote, a .json",
    )
    parser.add_argument(
        "--lr", type=float, default=0.1, help="the rate before any schedule, where SOURCE has none (%(default)s)"
    )
    parser.add_argument("--format", choices=("table", "json"), help="of the numbers (table)")
    _output(parser, "a file to write instead: .json, .png, .svg, .pdf or .tex")
    _scene(parser)
    _name(parser, "SOURCE")


def _lint(parser: Parser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"a Python file, - for standard input, {SESSION}")
    parser.add_argument("--steps", type=_whole, metavar="N", help="how often the scheduler steps (what its loops say)")
    parser.add_argument("--steps-per-epoch", type=_whole, metavar="N", help="updates in an epoch (what the loops say)")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="(%(default)s)")
    _name(parser, "FILE")


def _explain(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="as StepLR, get_wsd_schedule, FocalLoss, AdamW, NDCG or Landscape")


def _name(parser: Parser, source: str) -> None:
    about = f"what {source} doesn't say, as in args.lr=0.1"
    parser.add_argument("--name", action="append", default=[], metavar="NAME=VALUE", help=about)


def _train(parser: Parser) -> None:
    _session(parser)
    _racing(parser)
    _output(parser, "write losses, rates and metrics to this .json file")
    parser.add_argument("--baseline", metavar="NAME", help="also show what each run reached more than this one")
    parser.add_argument(
        "--format", choices=("table", "markdown", "csv", "latex"), default="table", help="of the table (%(default)s)"
    )


def _landscape(parser: Parser) -> None:
    _session(parser)
    _surveying(parser)
    _output(parser, "the file to write: .npz, .png, .svg, .pdf or .tex", required=True)
    _painting(parser)
    _racing(parser)


def _surveying(parser: Parser) -> None:
    parser.add_argument(
        "--method",
        choices=get_args(Method),
        default="ends",
        help="how the plane is laid: through the runs’ ends (%(default)s), at random, where the paths vary most, where "
        "it curves most, or no plane but lines from end to end",
    )
    parser.add_argument(
        "--what", choices=get_args(What), default="train_loss", help="what is measured there (%(default)s)"
    )
    parser.add_argument("--grid", type=_whole, default=51, metavar="N", help="points along each side (%(default)s)")
    parser.add_argument("--span", type=_span, default="auto", help="how far the plane reaches (%(default)s)")
    parser.add_argument("--seed", type=_whole, default=0, metavar="N", help="which random plane (%(default)s)")
    parser.add_argument("--origin", default="", metavar="NAME", help="the run at whose end it starts (the last)")


def _find_lr(parser: Parser) -> None:
    _session(parser)
    parser.add_argument("--run", metavar="NAME", help="which run (the first)")
    parser.add_argument("--seeds", type=_whole, default=5, metavar="N", help="trainings, each of its own (%(default)s)")
    parser.add_argument(
        "--on", choices=("train", "val"), default="train", help="whose loss: the batches', or the validation set's"
    )
    parser.add_argument(
        "--from", dest="low", type=float, default=1e-5, metavar="LR", help="the first rate (%(default)s)"
    )
    parser.add_argument("--to", dest="high", type=float, default=10.0, metavar="LR", help="the last rate (%(default)s)")
    parser.add_argument("--updates", type=_whole, default=100, metavar="N", help="from first to last (%(default)s)")
    parser.add_argument(
        "--group", type=_group, metavar="PATTERN|N", help="raise only this parameter group's rate, 0 for what has none"
    )
    _output(
        parser,
        "write the losses to this .csv file, with the suggestions to this .json, or draw them: .png, .svg, .pdf, .tex",
    )
    _painting(parser)
    _racing(parser)


def _render(parser: Parser) -> None:
    _session(parser)
    parser.add_argument(
        "--view",
        choices=("schedule", "loss", "landscape", "training", "finder", "gradients", "all"),
        required=True,
        help="which view; landscape, training and gradients race first, the finder searches for --run’s rate; all of "
        "them go into the folder that -o names",
    )
    _output(parser, "the picture: .png, .svg, .pdf or .tex; of all views a folder", required=True)
    parser.add_argument(
        "--format", choices=("png", "svg", "pdf"), default="png", help="of the pictures of all views (%(default)s)"
    )
    _painting(parser)
    parser.set_defaults(method="ends", what="train_loss", grid=51, span="auto", seed=0, origin="")
    parser.add_argument("--run", metavar="NAME", help="whose rate or gradients are shown (the first)")
    parser.add_argument("--step", type=_whole, default=0, metavar="N", help="whose update is taken apart (%(default)s)")
    parser.set_defaults(seeds=5, on="train", low=1e-5, high=10.0, updates=100, group=None)
    _racing(parser)


def _painting(parser: Parser) -> None:
    parser.add_argument(
        "--size",
        type=_size,
        metavar="WxH|NAME",
        help="of a picture (1280x800): in pixels, in millimetres as in 85x60mm, or slide, column, columns or square",
    )
    parser.add_argument("--dpi", type=_whole, metavar="N", help="pixels to an inch (96)")
    parser.add_argument("--font-size", type=float, metavar="PT", help="of the labels, in points (9)")
    parser.add_argument("--line-width", type=float, metavar="PT", help="of the curves, in points (1.7)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="its colours (%(default)s)")
    parser.add_argument("--transparent", action="store_true", help="without a background")
    parser.add_argument("--pane", default="", metavar="NAME", help="only this pane, by its key or title (all)")
    parser.add_argument("--no-headline", action="store_true", help="without the sentences on top")
    parser.add_argument(
        "--outlines",
        action=argparse.BooleanOptionalAction,
        help="words as shapes, in an SVG (as a rule: it holds no fonts) or a PDF",
    )


def _report(parser: Parser) -> None:
    _session(parser)
    _output(parser, "the page to write: .html", required=True)
    parser.add_argument("--race", action="store_true", help="race the runs first, and show what they reached")
    parser.add_argument("--landscape", action="store_true", help="survey where the runs went, too")
    parser.add_argument("--find-lr", action="store_true", help="search for the rate of each visible run, too")
    parser.add_argument("--baseline", default="", metavar="NAME", help="the run that others are read against (none)")
    parser.add_argument("--title", default="", metavar="TEXT", help="what stands on top (the runs and the problem)")
    parser.add_argument("--language", choices=("en", "ko"), default="en", help="(%(default)s)")
    parser.set_defaults(method="ends", what="train_loss", grid=51, span="auto", seed=0, origin="", run=None)
    parser.set_defaults(seeds=5, on="train", low=1e-5, high=10.0, updates=100, group=None)
    _racing(parser)


def _script(parser: Parser) -> None:
    _session(parser)
    parser.add_argument("--run", metavar="NAME", help="which run (the first)")
    _shrinking(parser)
    _output(parser, "the file to write (standard output)")


def _text(parser: Parser) -> None:
    _session(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), help="what it is written as (text; a .lrviz file is json)"
    )
    _output(parser, "the file to write (standard output)")


def _lessons(parser: Parser) -> None:
    parser.add_argument(
        "--check",
        nargs="*",
        metavar="FILE|LESSON",
        help="read these lessons (all), measure them, and say whether what they say holds",
    )
    parser.add_argument(
        "--seeds", type=_seeds, metavar="A-B", help="what --check trains with, as in 300-309 (from 200 on)"
    )
    parser.add_argument("--new", metavar="NAME", help="write a lesson to begin with, NAME.toml")
    parser.add_argument("--schema", action="store_true", help="print the JSON schema of a lesson’s file, for editors")
    parser.add_argument("--from", dest="session", metavar="FILE", help="a session file that --new takes its runs from")
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="what trains (%(default)s)"
    )
    parser.add_argument("--trust", action="store_true", help="execute the lessons’ models, if they are .py files")


def _nothing(parser: Parser) -> None:
    """`lrviz presets` and `lrviz rules` take nothing."""


_ARGUMENTS: dict[str, Callable[[Parser], None]] = {
    "curve": _curve,
    "forecast": _forecast,
    "lint": _lint,
    "train": _train,
    "landscape": _landscape,
    "find-lr": _find_lr,
    "render": _render,
    "report": _report,
    "script": _script,
    "session": _text,
    "lessons": _lessons,
    "presets": _nothing,
    "explain": _explain,
    "rules": _nothing,
}


def _session(parser: Parser) -> None:
    parser.add_argument("session", metavar="FILE|LESSON|PRESET", help=f"{SESSION}; - for standard input")
    _scene(parser)


def _scene(parser: Parser) -> None:
    parser.add_argument("--scene", metavar="NAME", default="", help="which scene of a lesson (the first)")


def _racing(parser: Parser) -> None:
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="what trains (%(default)s)"
    )
    parser.add_argument("--trust", action="store_true", help="execute the session's model, if it is a .py file")
    _shrinking(parser)


def _shrinking(parser: Parser) -> None:
    parser.add_argument(
        "--miniature", type=_whole, metavar="N", help="train at most N updates, in which every curve keeps its shape"
    )


def _output(parser: Parser, about: str, *, required: bool = False) -> None:
    parser.add_argument("-o", "--output", metavar="PATH", required=required, help=about)


def _whole(text: str) -> int:
    if not re.fullmatch(r"[0-9_]{1,20}", text):
        raise argparse.ArgumentTypeError(f"{text[:40]} is not a whole number of at least 0")
    return int(text)


def _group(text: str) -> str | int:
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) else text


def _seeds(text: str) -> tuple[int, ...]:
    found = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", text)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, -1)
    if not 1 <= last - first + 1 <= MOST_SEEDS:
        raise argparse.ArgumentTypeError(f"{text[:40]} are no seeds like 200-209, at most {MOST_SEEDS}")
    return tuple(range(first, last + 1))


def _places(text: str) -> list[int]:
    found = [part.strip() for part in text.split(",")]
    if not all(re.fullmatch(r"[0-9_]{1,20}|[0-9]e[0-9]{1,2}", part) for part in found):
        raise argparse.ArgumentTypeError(f"{text[:40]} is no list of steps like 0,1000,1e9")
    steps = [int(float(part)) if "e" in part else int(part) for part in found]
    if max(steps) > FURTHEST:
        raise argparse.ArgumentTypeError(f"{max(steps)} is beyond step {FURTHEST}")
    return steps


def _span(text: str) -> float | str:
    try:
        return text if text == "auto" else float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]} is neither auto nor a number") from None


def _size(text: str) -> tuple[float, float, str] | str:
    if text in SIZES:
        return text
    found = re.fullmatch(r"(\d{1,5}(?:\.\d{1,3})?)[x×](\d{1,5}(?:\.\d{1,3})?)(px|mm|)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text[:40]} is no size like 1280x800 or 85x60mm, nor {', '.join(SIZES)}")
    least = SMALLEST[found[3] or "px"]
    if min(float(found[1]), float(found[2])) < least:
        raise argparse.ArgumentTypeError(f"{text[:40]} is no size: each side must be at least {least}")
    return float(found[1]), float(found[2]), found[3] or "px"


MOST_SEEDS = 64  # as in Training
SMALLEST = {"px": 200, "mm": 20}
SIZES = ("slide", "column", "columns", "square")  # as in lrviz.ui.showing.paper
FURTHEST = 10**15  # as in lrviz.curve
