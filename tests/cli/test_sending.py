"""`lrviz session`: a session as a text to be sent, and back."""

from __future__ import annotations

from pathlib import Path

from lrviz import Experiment, dumps, load
from lrviz.session import encode
from tests.cli.commands import complaint, ran


def test_a_session_is_sent_and_comes_back(tmp_path: Path) -> None:
    sent = ran("session", "first-open")
    assert sent.stdout == dumps(Experiment.first_open())
    path = tmp_path / "back.lrviz"
    assert ran("session", "-", "-o", str(path), input=f"See:\n> {sent.stdout}".replace("\n", "\n> ")).returncode == 0
    assert path.read_bytes() == encode(Experiment.first_open())
    mail = tmp_path / "mail.txt"
    assert ran("session", str(path), "-o", str(mail)).returncode == 0
    assert load(mail) == Experiment.first_open()


def test_standard_input_is_a_session_for_every_command() -> None:
    sent = dumps(Experiment.first_open())
    assert "StepLR" in ran("script", "-", "--run", "step", input=sent).stdout


def test_damage_is_one_line() -> None:
    assert "standard input can’t be opened: it was changed on its way" in complaint(
        ran("session", "-", input=dumps(Experiment.first_open()).replace("440", "441"))
    )
    assert "contradict" in complaint(ran("session", "first-open", "--format", "text", "-o", "x.lrviz"))


def test_a_report_is_written_and_is_a_session(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    assert ran("report", "first-open", "-o", str(path), "--title", "<b>").returncode == 0
    assert "<title>&lt;b&gt;</title>" in path.read_text()
    assert load(path) == Experiment.first_open()
    assert "StepLR" in ran("script", str(path), "--run", "step").stdout
    assert "LR120" in ran("lint", str(path)).stdout
    assert "cosine" in ran("forecast", str(path)).stdout
    assert "must end in .html or .htm" in complaint(ran("report", "first-open", "-o", str(tmp_path / "r.pdf")))
    unknown = ran("report", "first-open", "-o", str(tmp_path / "no.html"), "--baseline", "nobody")
    assert "there is no run 'nobody': choose constant or step or cosine" in complaint(unknown)


def test_a_report_tells_of_what_it_is_asked_to_find_out(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    wanted = "--race", "--find-lr", "--landscape", "--baseline", "step", "--miniature", "12"
    assert ran("report", "first-open", "-o", str(path), *wanted).returncode == 0
    text = path.read_text()
    assert text.count('<p class="eyebrow">LR finder</p>') == 3
    assert text.count("<canvas>") == 1
    assert "Train loss − step" in text
    assert f"lrviz report {path.name} --race --landscape --find-lr --baseline=step -o {path.name}" in text


def test_a_curve_and_a_view_are_written_for_latex(tmp_path: Path) -> None:
    path = tmp_path / "c.tex"
    assert ran("curve", "StepLR(optimizer, step_size=2)", "--steps", "9", "-o", str(path)).returncode == 0
    assert path.read_text().count(r"\begin{axis}") == 2, "the rate and its forecast"
