"""Borrowed: optimizers of other libraries whose updates are those of one of torch's, as calls of torch's."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from lrviz.source.frames.decisions import Decisions

_ADAMW, _ADAM, _SGD = "AdamW", "Adam", "SGD"
_UNDECAYED = {"weight_decay": 0.0}
_OPTIMIZERS: Mapping[str, tuple[str, Mapping[str, float]]] = {
    "transformers.AdamW": (_ADAMW, {"eps": 1e-6, **_UNDECAYED}),
    "transformers.optimization.AdamW": (_ADAMW, {"eps": 1e-6, **_UNDECAYED}),
    "pytorch_transformers.AdamW": (_ADAMW, {"eps": 1e-6, **_UNDECAYED}),
    "apex.optimizers.FusedAdam": (_ADAMW, _UNDECAYED),
    "apex.optimizers.FusedSGD": (_SGD, {}),
    "deepspeed.ops.adam.FusedAdam": (_ADAMW, _UNDECAYED),
    "deepspeed.ops.adam.DeepSpeedCPUAdam": (_ADAMW, _UNDECAYED),
    "torch_xla.amp.syncfree.Adam": (_ADAM, {}),
    "torch_xla.amp.syncfree.AdamW": (_ADAMW, {}),
    "torch_xla.amp.syncfree.SGD": (_SGD, {}),
}
"""torch's class for each, and the defaults that are other ones than torch's."""
_BITS = re.compile(r"bitsandbytes\.optim\.(?:Paged)?(AdamW|Adam|SGD|Adagrad|RMSprop)(?:8bit|32bit)?$")
_OWN = frozenset(
    {"correct_bias", "no_deprecation_warning", "bias_correction", "adam_w_mode", "adamw_mode", "set_grad_none", "args"}
    | {"optim_bits", "min_8bit_size", "percentile_clipping", "block_wise", "is_paged", "capturable", "master_weights"}
    | {"fp32_optimizer_states", "wd_after_momentum", "materialize_master_grads"}
)
"""Arguments that no rate depends on and torch has not."""


def take_as_torch(_: ast.Module, decisions: Decisions) -> bool:
    """Write optimizers of transformers, apex, DeepSpeed, XLA and bitsandbytes as torch's of the same rule."""
    found = {node: made for node in decisions.nodes if isinstance(node, ast.Call) and (made := _made(node, decisions))}
    for node, (cls, defaults) in found.items():
        whole = ast.copy_location(ast.Attribute(ast.Name("torch", ast.Load()), "optim", ast.Load()), node.func)
        node.func = ast.copy_location(ast.Attribute(whole, cls, ast.Load()), node.func)
        node.keywords = [one for one in node.keywords if one.arg not in _OWN]
        given = {one.arg for one in node.keywords}
        node.keywords += [
            ast.keyword(name, ast.Constant(value)) for name, value in defaults.items() if name not in given
        ]
        ast.fix_missing_locations(node)
    return bool(found)


def _made(node: ast.Call, decisions: Decisions) -> tuple[str, Mapping[str, float]] | None:
    full = decisions.names.dotted(node.func)
    if bits := _BITS.match(full):
        return bits[1], {}
    return _OPTIMIZERS.get(full)
