"""A person's .py file is looked through, never executed; what can't make a model says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import modelfile
from lrviz.errors import LrvizError
from lrviz.modelfile import ModelFileError, maker, makers, read

FILE = '''
raise RuntimeError("executed")

def sized(inputs, outputs, width=3):
    """A net of any size."""

def alone():
    pass

def by_name(*, outputs, inputs, image=None): ...

def strange(inputs, depth): ...

def hidden(inputs, /, outputs): ...

class Net(nn.Module):
    def __init__(self, inputs: int, outputs: int): ...

class Bare(nn.Module):
    pass

class NoModule:
    pass
'''


def test_every_maker_says_what_it_takes_or_why_it_is_none() -> None:
    found = {each.name: each for each in makers(FILE, "net.py")}
    assert found["sized"].takes == ("inputs", "outputs")
    assert found["sized"].summary == "A net of any size."
    assert found["alone"].takes == ()
    assert found["by_name"].takes == ("inputs", "outputs", "image")
    assert found["Net"].takes == ("inputs", "outputs")
    assert {name for name, each in found.items() if each.unfit} == {"strange", "hidden", "NoModule"}
    assert found["strange"].unfit == "it asks for depth, and is given inputs, outputs and image"
    assert found["hidden"].unfit == "inputs is positional-only, and is given by name"
    assert found["NoModule"].unfit == "it is no subclass of nn.Module"
    assert [bool(each.unfit) for each in makers(FILE, "net.py")] == [False] * 5 + [True] * 3


def test_the_last_function_is_taken_if_none_is_named() -> None:
    assert maker(FILE, "net.py").name == "by_name"
    assert maker(FILE, "net.py", "Net").name == "Net"
    with pytest.raises(ModelFileError, match="has no function 'sizd'; the nearest is sized"):
        maker(FILE, "net.py", "sizd")
    with pytest.raises(ModelFileError, match="strange can’t make a model: it asks for depth"):
        maker(FILE, "net.py", "strange")
    with pytest.raises(ModelFileError, match="NoModule can’t make a model"):
        maker("class NoModule: pass", "net.py")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def net(:", "net.py, line 1: invalid syntax"),
        ("x = 1", "net.py has no function and no class that could make a model"),
        ("\x00", "net.py can’t be read as Python"),
        ("(" * 100_000, "net.py"),
    ],
    ids=["syntax", "empty", "null", "brackets"],
)
def test_what_is_no_python_is_refused(text: str, said: str) -> None:
    with pytest.raises(ModelFileError) as refused:
        makers(text, "net.py")
    assert str(refused.value).startswith(said) or "null" in str(refused.value)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.py").write_bytes(b"#" * (modelfile.LARGEST + 1))
    (tmp_path / "latin.py").write_bytes(b"# caf\xe9")
    for name, said in (("big.py", "at most 0.25 MB are read"), ("latin.py", "no UTF-8"), ("none.py", "no such file")):
        with pytest.raises(ModelFileError, match=said):
            read(tmp_path / name)


@given(st.text(max_size=200))
def test_no_text_does_more_than_refuse(text: str) -> None:
    try:
        found: object = makers(text, "net.py")
    except LrvizError as error:
        found = str(error)
    assert found
    assert "\n" not in str(found)
