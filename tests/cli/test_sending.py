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
