"""Compiled networks in PyTorch, for every number type."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
import tropiary

torch = pytest.importorskip("torch", reason="PyTorch is not installed (scripts/setup --with-torch)")

DTYPES = ["float64", "float32", "float16", "bfloat16"]


@pytest.mark.parametrize("form", ["relu", "maxout", "filters"])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("source", ["N", "diamond", "antichain:5", "crown:3", "chain:1"])
def test_torch_computes_the_exact_values_inside_the_box(source, dtype, form):
    network = tropiary.compile(source, dtype=dtype, form=form)
    assert network.certificate.exact
    model = tropiary.torch.module(network)
    low, high = map(int, network.certificate.box[0])
    points = np.random.default_rng(23).integers(low, high, endpoint=True, size=(100, network.inputs))
    with torch.no_grad():
        values = model(torch.tensor(points).to(getattr(torch, dtype)))
    f = tropiary.PosetPolynomial(tropiary.Poset(source))
    assert values.dtype == getattr(torch, dtype)
    assert [Fraction(float(v)) for v in values[:, 0]] == [f(point) for point in points]


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_parameters_are_the_exact_weights(dtype):
    network = tropiary.compile("N", dtype=dtype)
    model = tropiary.torch.module(network)
    linear = [layer for layer in model if isinstance(layer, torch.nn.Linear)]
    assert len(linear) == len(network.layers) and len(model) == 2 * len(linear) - 1
    for layer, exact in zip(linear, network.layers):
        assert [Fraction(float(x)) for x in layer.weight.detach().flatten()] == list(exact.weights)
        assert [Fraction(float(x)) for x in layer.bias.detach()] == list(exact.bias)
        assert layer.weight.requires_grad


@pytest.mark.parametrize("form", ["relu", "maxout", "filters"])
@pytest.mark.parametrize("source", ["N", "diamond", "antichain:4", "crown:3"])
def test_gradients_lie_in_the_subdifferential(source, form):
    p = tropiary.Poset(source)
    model = tropiary.torch.module(tropiary.compile(p, form=form))
    up_sets = np.array([[i in up_set for i in range(p.size)] for up_set in tropiary.up_sets(p)], dtype=float)
    points = [x for x in itertools.product((-1, 0, 1), repeat=p.size)]
    for point in points[:: max(1, len(points) // 150)]:
        x = torch.tensor([point], dtype=torch.float32, requires_grad=True)
        model(x).sum().backward()
        values = up_sets @ np.array(point)
        best = up_sets[values == values.max()]
        # In the hull of the maximising up-sets: for a lattice of up-sets, between the least and the greatest, and a
        # maximiser itself where all entries are 0 or 1.
        gradient = x.grad[0].numpy()
        assert (best.min(axis=0) - 1e-6 <= gradient).all() and (gradient <= best.max(axis=0) + 1e-6).all()
        assert np.isclose(gradient @ np.array(point), values.max(), atol=1e-5)
        if set(gradient.tolist()) <= {0.0, 1.0}:
            assert any((gradient == row).all() for row in best)


def test_float32_differs_somewhere_outside_the_box():
    model = tropiary.torch.module(tropiary.compile("N", dtype="float32"))
    points = np.random.default_rng(24).integers(-(2**24), 2**24, size=(500, 4))
    with torch.no_grad():
        values = model(torch.tensor(points, dtype=torch.float32))
    f = tropiary.PosetPolynomial(tropiary.Poset("N"))
    assert any(Fraction(float(v)) != f(point) for v, point in zip(values[:, 0], points))


def test_safetensors_load_into_the_module():
    load = pytest.importorskip("safetensors.torch", reason="safetensors is not installed").load
    network = tropiary.compile("N", dtype="bfloat16")
    tensors = load(network.to_safetensors())
    model = tropiary.torch.module(network)
    for i, layer in enumerate(layer for layer in model if isinstance(layer, torch.nn.Linear)):
        assert torch.equal(tensors[f"layers.{i}.weight"], layer.weight)
        assert torch.equal(tensors[f"layers.{i}.bias"], layer.bias)


def test_the_dag_form_is_refused():
    with pytest.raises(tropiary.Error, match="dag"):
        tropiary.torch.module(tropiary.compile("N", form="dag"))
