"""Borrowed: optimizers of other libraries whose updates are those of one of torch's, as calls of torch's."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from lrviz.sentences import say
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
_SHARED = frozenset({"params", "lr"})
"""Arguments that mean the same for all."""
_OWN = frozenset(
    {"correct_bias", "no_deprecation_warning", "bias_correction", "adam_w_mode", "adamw_mode", "set_grad_none", "args"}
    | {"optim_bits", "min_8bit_size", "percentile_clipping", "block_wise", "is_paged", "capturable", "master_weights"}
    | {"fp32_optimizer_states", "wd_after_momentum", "materialize_master_grads"}
)
"""Arguments that no rate depends on and torch has not."""


_OTHERS: Mapping[str, str] = {
    **dict.fromkeys(("Lion", "Lamb", "LAMB", "FusedLAMB", "Lars", "LARS", "Adafactor", "Prodigy", "Adan"), _ADAMW),
    **dict.fromkeys(("Lion8bit", "PagedLion8bit", "LAMB8bit", "Sophia", "SophiaG", "CAME", "SOAP", "Ranger"), _ADAMW),
    **dict.fromkeys(("DecoupledAdamW", "DecoupledLionW", "AdaBelief", "AdamP", "Ranger21", "StableAdamW"), _ADAMW),
    **dict.fromkeys(("LBFGS", "SGDP", "SGDW", "DecoupledSGDW"), _SGD),
}
"""Optimizers with rules of their own, and the one of torch's that is shown in their place: their rates are the same."""


def take_as_torch(_: ast.Module, decisions: Decisions) -> bool:
    """Write optimizers of transformers, apex, DeepSpeed, XLA and bitsandbytes as torch's of the same rule.

    Those whose rule torch doesn't have are written as another of torch's, and that is noted.
    """
    found = {node: made for node in decisions.nodes if isinstance(node, ast.Call) and (made := _made(node, decisions))}
    for node, (cls, defaults) in found.items():
        if other := _stood_in_for(node, decisions):
            shown = say("its rates are drawn, with {cls} in its place", cls=cls)
            decisions.note(
                say("{other} is an optimizer that lrviz doesn’t train with; {shown}", other=other[:80], shown=shown),
                node.lineno,
            )
            node.args = node.args[:2]
            node.keywords = [one for one in node.keywords if one.arg in _SHARED]
        whole = ast.copy_location(ast.Attribute(ast.Name("torch", ast.Load()), "optim", ast.Load()), node.func)
        node.func = ast.copy_location(ast.Attribute(whole, cls, ast.Load()), node.func)
        kept = [one for one in node.keywords if one.arg not in _OWN]
        given = {one.arg for one in kept}
        new = [ast.keyword(name, ast.Constant(value)) for name, value in defaults.items() if name not in given]
        node.keywords = [*kept, *new]
        ast.fix_missing_locations(node)
    return bool(found)


def _made(node: ast.Call, decisions: Decisions) -> tuple[str, Mapping[str, float]] | None:
    if full := _stood_in_for(node, decisions):
        return _OTHERS[full.rpartition(".")[2]], _UNDECAYED
    full = decisions.names.dotted(node.func)
    if bits := _BITS.match(full):
        return bits[1], {}
    return _OPTIMIZERS.get(full)


def _stood_in_for(node: ast.Call, decisions: Decisions) -> str:
    """Give the full name of an optimizer that isn't torch's own, where its rate is said; else nothing."""
    full = decisions.names.dotted(node.func)
    package, _, _ = full.partition(".")
    told = len(node.args) > 1 or any(one.arg == "lr" for one in node.keywords)
    known = full.rpartition(".")[2] in _OTHERS and (package != "torch" or full.endswith("LBFGS"))
    return full if known and told and not full.startswith(".") else ""
