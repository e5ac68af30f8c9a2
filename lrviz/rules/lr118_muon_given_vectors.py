"""LR118: Muon is given parameters that are no matrices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrviz.rules.rule import Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading

_WHOLE = re.compile(r"^(\w+\.)*\w+\.parameters\(\)$")
_VECTORS = re.compile(r"\bnn\.((?:Layer|Batch|Group|Instance|RMS)Norm\w*|Conv\dd|LSTM|GRU|MultiheadAttention)\(")


@text_rule("LR118", "error")
def muon_given_vectors(reading: Reading) -> Iterator[Found]:
    """Muon makes the momentum of a matrix orthogonal; torch refuses any parameter that has not two dimensions.

    Biases, norms and convolutions go to an optimizer of their own, usually AdamW.

    Bad:
        model = nn.Sequential(nn.Linear(64, 64), nn.LayerNorm(64), nn.Linear(64, 10))
        optimizer = torch.optim.Muon(model.parameters(), lr=1e-3)
    Good:
        model = nn.Sequential(nn.Linear(64, 64), nn.LayerNorm(64), nn.Linear(64, 10))
        matrices = [p for p in model.parameters() if p.ndim == 2]
        optimizer = torch.optim.Muon(matrices, lr=1e-3)
    Seen in: arXiv 2502.16982
    """
    vectors = _VECTORS.search(reading.text)
    for made in reading.usage.optimizers:
        if made.cls == "Muon" and _WHOLE.match(made.params) and vectors is not None:
            message = say(
                "Muon takes matrices only, and {params} gives it those of {vectors} too: torch raises a "
                "ValueError; give it the parameters with ndim == 2, and the others to AdamW",
                params=made.params,
                vectors=vectors[1],
            )
            yield Found(message, line=made.line)
