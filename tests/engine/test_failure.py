"""Whatever goes wrong is said in one line."""

from __future__ import annotations

import pytest
import torch

from lrviz.engine.failure import full, said
from lrviz.errors import ResourceError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ResourceError("device 'cuda' can't be used: no GPU"), "device 'cuda' can't be used: no GPU"),
        (RuntimeError("shapes differ\nat:: somewhere"), "RuntimeError: shapes differ"),
        (RuntimeError("\n  \nCUDA error"), "RuntimeError: CUDA error"),
        (KeyError(), "KeyError"),
        (MemoryError(), "out of memory: take smaller batches, a smaller model or fewer runs and seeds"),
        (torch.OutOfMemoryError("CUDA out of memory"), said(MemoryError())),
    ],
)
def test_an_error_is_said_in_one_line(error: Exception, words: str) -> None:
    assert said(error) == words


def test_a_full_memory_is_known_as_such_on_a_cpu() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**60, dtype=torch.uint8)
    assert full(caught.value)
    assert not full(RuntimeError("shapes differ"))
