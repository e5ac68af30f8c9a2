"""A process that is sent on errands: it gives what functions give, says what they raise, and is replaced if it dies."""

from __future__ import annotations

import operator
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from lrviz.errors import ResourceError
from lrviz.jobs import errands
from lrviz.jobs.errands import Errands

PATIENCE = 60.0


@pytest.fixture(scope="module")
def shared(no_process_left: None) -> Iterator[Errands]:
    made = Errands(["json"])
    made.open()
    yield made
    made.close()


def until_ready(made: Errands) -> None:
    end = time.monotonic() + PATIENCE
    while not made.ready:
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_function_is_called_in_another_process_once_its_modules_are_loaded(shared: Errands) -> None:
    until_ready(shared)
    assert shared.call(os.getpid) == shared.pid != os.getpid()
    assert shared.call(partial(operator.add, (1,), (2,))) == (1, 2)


def test_what_a_function_raises_is_said_in_one_line_and_the_process_goes_on(shared: Errands) -> None:
    with pytest.raises(ResourceError, match=r"^ValueError: invalid literal for int\(\) with base 10: 'x'$"):
        shared.call(partial(int, "x"))
    assert shared.call(os.getpid) == shared.pid


def test_a_process_that_dies_of_a_call_is_named_and_replaced_by_the_next(shared: Errands) -> None:
    shared.call(os.getpid)
    before = shared.pid
    with pytest.raises(ResourceError, match="SIGKILL"):
        shared.call(partial(signal.raise_signal, signal.SIGKILL))
    assert shared.ready, "else the next call would be made here, and this process die of it"
    assert shared.call(os.getpid) == shared.pid != before


def test_a_call_without_an_end_is_given_up(shared: Errands, monkeypatch: pytest.MonkeyPatch) -> None:
    shared.call(os.getpid)
    monkeypatch.setattr(errands, "PATIENCE", 0.05)
    with pytest.raises(ResourceError, match=r"longer than 0\.05 seconds"):
        shared.call(partial(time.sleep, 600))


def test_closing_gives_up_the_call_under_way_and_nothing_is_started_anew() -> None:
    made, said = Errands([]), []
    made.open()
    until_ready(made)

    def call() -> None:
        try:
            made.call(partial(time.sleep, 600))
        except ResourceError as error:
            said.append(str(error))

    caller = threading.Thread(target=call)
    caller.start()
    made.close()
    caller.join(PATIENCE)
    assert len(said) == 1
    made.open()
    assert made.pid is None
    assert not made.ready


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_process_is_gone_with_the_one_it_belongs_to() -> None:
    script = (
        "import os, time\n"
        "from lrviz.jobs.errands import Errands\n"
        "if __name__ == '__main__':\n"
        "    made = Errands([])\n"
        "    made.open()\n"
        "    print(made.call(os.getpid), flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGTERM)
        parent.wait(PATIENCE)
    end = time.monotonic() + PATIENCE
    while _is_alive(child):
        assert time.monotonic() < end
        time.sleep(0.01)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
