"""A worker's life: starting, failing to start, and ending without leaving a process."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lrviz.events import Died, Failed, Finished, Race
from lrviz.experiment import Experiment
from lrviz.jobs import process
from lrviz.jobs.log import log_file

if TYPE_CHECKING:
    from tests.jobs.conftest import Talk

JOB = Race(Experiment.of(*Experiment.first_open().runs, steps=3), "cpu")


def died(talk: Talk) -> list[Died]:
    return [reply for reply in talk.heard if isinstance(reply, Died)]


def is_final(reply: object) -> bool:
    return isinstance(reply, Died) and reply.final


def test_jobs_and_orders_wait_for_a_worker_that_is_not_ready(fresh: Callable[..., Talk]) -> None:
    talk = fresh()
    replaced = talk.client.run("race", JOB)
    ticket = talk.client.run("race", JOB)
    talk.client.steer("race", "pause")
    talk.client.start()
    talk.client.start()  # once is enough
    talk.client.steer("race", "resume")
    assert talk.until_end(ticket) == Finished("race", ticket)
    assert not talk.events(replaced)
    # started, examined and outlined; updates; norms after the first and the last; metrics and predictions
    assert len(talk.events(ticket)) == 3 + 3 + 2 * 3 + 3 + 3


@pytest.mark.parametrize(
    ("engine", "reason"),
    [
        ("import os\nos._exit(7)\n", "exit code 7"),
        ("raise OSError('libcudart.so.12: no such file\\nat all')\n", "OSError: libcudart.so.12: no such file"),
        ("import nowhere_at_all\n", "ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("def ready():\n    raise RuntimeError\n", "RuntimeError"),
    ],
)
def test_three_deaths_before_ready_end_in_a_sentence(fresh: Callable[..., Talk], engine: str, reason: str) -> None:
    talk = fresh(engine)
    ticket = talk.client.run("race", JOB)
    talk.client.start()
    talk.until(is_final)
    first, second, last = died(talk)
    assert first == second == Died(f"the training process ended unexpectedly ({reason})")
    assert last.message == f"the training process can't be started ({reason}); {log_file()} may say more"
    assert last.tickets == (ticket,)
    after = talk.client.run("race", JOB)
    assert talk.until_end(after) == Failed("race", after, last.message)
    assert talk.client.pid is None
    assert talk.client.ready is None


def test_a_worker_that_dies_in_every_job_is_replaced_each_time(fresh: Callable[..., Talk]) -> None:
    talk = fresh(
        "from lrviz.events import Ready\n"
        "import os\n"
        "def ready():\n    return Ready((), 'none')\n"
        "def run(job):\n    os._exit(3)\n    yield ()\n"
    )
    talk.client.start()
    for _ in range(5):
        talk.until_ready()
        ticket = talk.client.run("race", JOB)
        died = talk.until(lambda reply: isinstance(reply, Died))
        assert died == Died("the training process ended unexpectedly (exit code 3)", tickets=(ticket,))


def test_what_went_wrong_in_a_job_is_in_the_log_whole(fresh: Callable[..., Talk]) -> None:
    talk = fresh(
        "from lrviz.events import Ready\n"
        "from lrviz.engine.failure import said\n"
        "def ready():\n    return Ready((), 'none')\n"
        "def run(job):\n    yield ()\n    raise KeyError('a fault of ours')\n"
        "def release():\n    pass\n"
    )
    talk.client.start()
    ticket = talk.client.run("race", JOB)
    assert talk.until_end(ticket) == Failed("race", ticket, "KeyError: 'a fault of ours'")
    log = log_file().read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "a fault of ours" in log


def test_a_worker_that_can_give_no_memory_back_is_replaced(fresh: Callable[..., Talk]) -> None:
    talk = fresh(
        "from lrviz.events import Ready\n"
        "from lrviz.engine.failure import said\n"
        "def ready():\n    return Ready((), 'none')\n"
        "def run(job):\n    raise MemoryError\n    yield ()\n"
        "def release():\n    raise RuntimeError('CUDA error: device-side assert triggered')\n"
    )
    talk.client.start()
    talk.until_ready()
    before = talk.client.pid
    ticket = talk.client.run("race", JOB)
    failed = talk.until_end(ticket)
    assert isinstance(failed, Failed)
    assert failed.message.startswith("out of memory")
    if not died(talk):  # it may have come along with the failure
        talk.until(lambda reply: isinstance(reply, Died))
    assert died(talk) == [Died("the training process ended unexpectedly (exit code 1)")]
    talk.until_ready()
    assert talk.client.pid != before


def test_a_worker_where_no_server_forks_it_works_as_well(
    fresh: Callable[..., Talk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "FORKS", False)
    talk = fresh()
    ticket = talk.client.run("race", JOB)
    talk.client.start()
    assert talk.until_end(ticket) == Finished("race", ticket)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone asks whom to end")
def test_where_memory_runs_out_the_worker_goes_before_the_window(fresh: Callable[..., Talk]) -> None:
    talk = fresh("from lrviz.events import Ready\ndef ready():\n    return Ready((), 'none')\n")
    talk.client.start()
    talk.until_ready()
    worker = int(Path(f"/proc/{talk.client.pid}/oom_score_adj").read_text())
    assert worker > int(Path("/proc/self/oom_score_adj").read_text())


def test_closing_ends_every_process_and_can_be_done_twice(fresh: Callable[..., Talk]) -> None:
    talk = fresh()
    talk.client.start()
    talk.until_ready()
    talk.client.run("race", Race(Experiment.first_open(), "cpu"))
    pid = talk.client.pid
    assert pid is not None
    talk.client.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    talk.client.close()
    talk.client.start()
    assert talk.client.pid is None


def test_closing_does_not_wait_for_a_worker_that_is_just_starting(fresh: Callable[..., Talk]) -> None:
    talk = fresh("import time\ntime.sleep(600)\n")
    talk.client.start()
    talk.client.close()
    assert talk.client.take() == []


def test_a_client_never_started_can_be_closed(fresh: Callable[..., Talk]) -> None:
    fresh().client.close()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits on a process that is no child, as Linux can")
@pytest.mark.parametrize("end", ["os._exit(1)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_window_that_ends_hard_leaves_no_worker(tmp_path: Path, end: str) -> None:
    script = tmp_path / "window.py"
    script.write_text(f"""
import os, signal, sys, threading
from lrviz.events import Happened, Race
from lrviz.experiment import Experiment
from lrviz.jobs.client import Client

if __name__ == "__main__":
    news = threading.Event()
    client = Client(news.set)
    client.start()
    client.run("race", Race(Experiment.of(*Experiment.first_open().runs, steps=10**6), "cpu"))
    while not any(isinstance(reply, Happened) for reply in client.take()):
        news.wait()
        news.clear()
    print(client.pid, flush=True)
    sys.stdin.read(1)
    {end}
""")
    window = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert window.stdin is not None
    assert window.stdout is not None
    with window.stdin, window.stdout:
        worker = os.pidfd_open(int(window.stdout.readline()))
        try:
            window.stdin.write("x")
            window.stdin.flush()
            window.wait(60)
            assert select.select([worker], [], [], 60)[0], "the worker outlives the window"
        finally:
            os.close(worker)
    assert window.returncode in {1, -signal.SIGKILL}
