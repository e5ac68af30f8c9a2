"""A catalog model is the plain torch module that its script builds."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from torch import Tensor, nn

from lrviz import CNN, MLP, Linear, Transformer
from lrviz.catalog.model import Model
from lrviz.catalog.models import MODELS
from lrviz.engine.build import build
from lrviz.engine.models import Attention, Block, PreNormBlock
from lrviz.excerpt import excerpt
from tests.strategies import specs

VARIED = [
    Linear(),
    Linear(bias=False),
    MLP(),
    MLP(hidden=(64, 64), norm="BatchNorm1d", skip=True),
    MLP(hidden=(32, 32), norm="LayerNorm", activation="Sigmoid"),
    CNN(),
    CNN(pooling="AvgPool2d", activation="GELU"),
    Transformer(),
    Transformer(norm="pre"),
]


def small(model: Model) -> Model:
    """Give the like of a model that is built and run in no time, on pictures of 8 pixels a side and more."""
    fewer: dict[str, Any] = {}
    match model:
        case MLP():
            fewer = {"hidden": tuple(1 + width % 5 for width in model.hidden)}
        case CNN():
            fewer = {"channels": tuple(1 + width % 4 for width in model.channels[:3])}
        case Transformer():
            heads, blocks = 1 + model.heads % 3, 1 + model.blocks % 2
            fewer = {"heads": heads, "width": heads * (1 + model.width % 3), "blocks": blocks}
            fewer["feedforward"] = 1 + model.feedforward % 5
    return replace(model, **fewer)


def built(model: Model, inputs: int, outputs: int, image: tuple[int, int] | None, seed: int = 1) -> nn.Module:
    torch.manual_seed(seed)
    module = build(model, inputs, outputs, image)
    assert isinstance(module, nn.Module)
    return module


def written(model: Model, inputs: int, outputs: int, image: tuple[int, int] | None, seed: int = 1) -> nn.Module:
    """Build what the model's code says, as a script does: from torch and the text of the parts alone."""
    names: dict[str, Any] = {"torch": torch, "nn": nn, "__name__": "script"}
    exec("\n".join(model.imports()), names)  # noqa: S102 - our own text
    for part in model.parts():
        text = compile(excerpt("lrviz.engine.models", part), part, "exec", dont_inherit=True)  # nor our __future__
        exec(text, names)  # noqa: S102 - our own text
    torch.manual_seed(seed)
    module = eval(model.code(inputs, outputs, image), names)  # noqa: S307 - our own text
    assert isinstance(module, nn.Module)
    return module


def drawn(*shape: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(7))


@pytest.mark.parametrize("model", [MLP(), MLP(hidden=()), MLP(hidden=(8, 16, 4), activation="Tanh")])
def test_an_mlp_has_the_layers_names_and_weights_of_a_plain_sequential(model: MLP) -> None:
    module = built(model, 64, 10, None)
    torch.manual_seed(1)
    sizes = (64, *model.hidden, 10)
    layers = [layer for a, b in pairwise(sizes) for layer in (nn.Linear(a, b), getattr(nn, model.activation)())][:-1]
    plain = nn.Sequential(*layers)
    assert str(module).partition("(")[2] == str(plain).partition("(")[2]
    for (name, one), (other, two) in zip(module.named_parameters(), plain.named_parameters(), strict=True):
        assert name == other
        assert torch.equal(one, two)


@pytest.mark.parametrize("cls", MODELS)
@given(data=st.data(), rows=st.integers(8, 11), columns=st.integers(8, 11), outputs=st.integers(1, 4))
@settings(max_examples=40)
def test_a_script_builds_the_same_weights_and_outputs_bit_for_bit(
    cls: type[Model], data: st.DataObject, rows: int, columns: int, outputs: int
) -> None:
    model = small(data.draw(specs(cls)))
    size = (rows * columns, outputs, (rows, columns))
    ours, theirs = built(model, *size), written(model, *size)
    one, two = ours.state_dict(), theirs.state_dict()
    assert list(one) == list(two)
    assert all(torch.equal(one[name], two[name]) for name in one)
    inputs = drawn(3, rows * columns)
    torch.manual_seed(2)
    output = ours(inputs)
    assert output.shape == (3, outputs)
    assert output.isfinite().all()
    torch.manual_seed(2)
    assert torch.equal(output, theirs(inputs))
    assert torch.equal(ours.eval()(inputs), theirs.eval()(inputs))


@pytest.mark.parametrize("cls", MODELS)
@given(data=st.data())
@settings(max_examples=40)
def test_a_gradient_reaches_every_parameter(cls: type[Model], data: st.DataObject) -> None:
    module = built(small(data.draw(specs(cls))), 64, 3, (8, 8))
    module(drawn(4, 64)).square().sum().backward()
    for name, parameter in module.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.isfinite().all(), name


@pytest.mark.parametrize("model", VARIED, ids=repr)
def test_no_weight_is_without_a_say(model: Model) -> None:
    module = built(model, 64, 10, (8, 8))
    module(drawn(32, 64)).square().sum().backward()
    for name, parameter in module.named_parameters():
        assert parameter.grad is not None
        assert parameter.ndim < 2 or parameter.grad.any(), name


@pytest.mark.parametrize("model", VARIED, ids=repr)
def test_a_model_has_a_curvature(model: Model) -> None:
    module = built(model, 64, 10, (8, 8))
    weights = list(module.parameters())
    loss = module(drawn(8, 64)).square().mean()
    slopes = torch.autograd.grad(loss, weights, create_graph=True)
    bends = torch.autograd.grad(sum(slope.square().sum() for slope in slopes), weights)  # type: ignore[arg-type]
    assert all(bend.isfinite().all() for bend in bends)
    assert any(bend.any() for bend in bends)


@pytest.mark.parametrize("model", [model for model in VARIED if not model.unfit("ranking", None)], ids=repr)
def test_each_document_of_a_query_is_answered_by_itself(model: Model) -> None:
    module = built(model, 11, 1, None)
    queries = drawn(3, 5, 11)
    scores = module(queries)
    assert scores.shape == (3, 5, 1)
    torch.testing.assert_close(scores.flatten(0, 1), module(queries.flatten(0, 1)))
    moved = queries.clone()
    moved[1, 2] += 1
    changed = (module(moved) != scores).squeeze(-1)
    assert changed[1, 2]
    assert changed.sum() == 1


@pytest.mark.parametrize("norm", ["BatchNorm1d", "LayerNorm"])
def test_a_norm_evens_out_what_the_activation_gets(norm: Any) -> None:
    module = built(MLP(hidden=(16,), norm=norm), 64, 10, None)
    normed = nn.Sequential(*list(module.children())[:2])(100 * drawn(50, 64) + 7)
    over = 0 if norm == "BatchNorm1d" else 1  # examples, or features of an example
    torch.testing.assert_close(normed.mean(over), torch.zeros_like(normed.mean(over)), atol=1e-5, rtol=0)
    torch.testing.assert_close(normed.var(over, correction=0), torch.ones_like(normed.mean(over)), atol=1e-3, rtol=0)


def test_a_skip_adds_what_it_leads_past() -> None:
    plain, skipping = built(MLP(hidden=(64, 64)), 64, 10, None), built(MLP(hidden=(64, 64), skip=True), 64, 10, None)
    first, second, last = (layer for layer in plain.modules() if isinstance(layer, nn.Linear))
    inputs = drawn(5, 64)
    x = (inputs + first(inputs).relu()) / 2**0.5
    x = (x + second(x).relu()) / 2**0.5
    torch.testing.assert_close(skipping(inputs), last(x))
    assert list(skipping.state_dict())[:2] == ["0.0.weight", "0.0.bias"]


def test_a_cnn_sees_the_same_stroke_wherever_it_is() -> None:
    module = built(CNN(), 64, 10, (8, 8))
    here, there = torch.zeros(8, 8), torch.zeros(8, 8)
    here[1, 1] = there[5, 5] = 1
    seen, elsewhere = nn.Sequential(*list(module.children())[:4])(torch.stack((here, there)).flatten(1))
    assert seen.shape == (8, 4, 4)
    torch.testing.assert_close(seen[:, :2, :2], elsewhere[:, 2:, 2:])
    assert not torch.allclose(seen, elsewhere)


@pytest.mark.parametrize(("block", "norm_first"), [(Block, False), (PreNormBlock, True)])
def test_a_block_is_torchs_encoder_layer(block: type[Block], norm_first: bool) -> None:
    torch.manual_seed(0)
    ours = block(12, 3, 20)
    theirs = nn.TransformerEncoderLayer(12, 3, 20, dropout=0.0, batch_first=True, norm_first=norm_first)
    named = {name.replace("in_proj_", "in_proj."): value for name, value in theirs.state_dict().items()}
    ours.load_state_dict(named)
    tokens = drawn(4, 8, 12)
    torch.testing.assert_close(ours(tokens), theirs(tokens), atol=2e-6, rtol=1e-5)


def test_every_head_heeds_for_itself() -> None:
    torch.manual_seed(0)
    one, many = Attention(12, 1), Attention(12, 4)
    many.load_state_dict(one.state_dict())
    tokens = drawn(2, 8, 12)
    assert not torch.allclose(one(tokens), many(tokens))


@pytest.mark.parametrize("model", [Transformer(), Transformer(norm="pre")], ids=repr)
def test_a_transformer_minds_the_order_of_rows_by_their_positions(model: Transformer) -> None:
    module = built(model, 64, 10, (8, 8))
    rows = drawn(1, 8, 8)
    upright, upside_down = module(rows.flatten(1)), module(rows.flip(1).flatten(1))
    assert not torch.allclose(upright, upside_down, atol=1e-5)
    with torch.no_grad():
        module.get_parameter("2.weight").zero_()
    torch.testing.assert_close(module(rows.flatten(1)), module(rows.flip(1).flatten(1)))


@pytest.mark.parametrize("cls", [CNN, Transformer])
def test_without_pictures_there_is_nothing_to_build(cls: type[Model]) -> None:
    with pytest.raises(ValueError, match="the model needs pictures"):
        build(cls(), 64, 10, None)
