"""Compiled networks: exact inside the certified box in every runtime, and demonstrably not outside."""

import hashlib
import json
import os
import threading
from fractions import Fraction

import numpy as np
import pytest
import tropiary
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import poset_polynomial_by_definition, posets, posets_with_points, rationals

NUMPY = {"float64": np.float64, "float32": np.float32, "float16": np.float16}
FORMS = ["relu", "dag", "maxout", "filters"]
COMPOSED = "N(chain:2, diamond, antichain:3, crown:3)"


@pytest.mark.parametrize("form", FORMS)
@given(case=posets_with_points(st.integers(-(2**10), 2**10)))
def test_what_is_compiled_is_the_polynomial_exactly(form, case):
    p, x = case
    network = tropiary.compile(p, form=form, box=2**10)
    assert network(x) == (poset_polynomial_by_definition(p, x),)
    assert network.certificate.exact and network.form == form and network.inputs == p.size


@given(posets())
def test_posets_terms_networks_and_text_compile_alike(p):
    network = tropiary.compile(p, box=100)
    from_network = tropiary.compile(tropiary.lower(p), box=100)
    assert from_network.max_ops == network.max_ops == tropiary.lower(p).count_maxima
    if p.size:
        text = tropiary.compile(tropiary.to_relations_text(p), box=100)
        for (w, b), (v, c) in zip(text.weights(), network.weights(), strict=True):
            assert w.tolist() == v.tolist() and b.tolist() == c.tolist()


def test_a_polynomial_compiles_to_a_network_that_names_it():
    f = tropiary.parse_tropical_polynomial("max(0, x1, 2*x1 - x2, 3 + x2)")
    network = tropiary.compile(f, box=1000)
    assert network.certificate.exact and network.source == str(f)
    for x in [(0, 0), (5, -7), (-3, -4), (100, 999)]:
        assert network(x) == (max(0, x[0], 2 * x[0] - x[1], 3 + x[1]),)


def in_numpy(network, x, dtype):
    """The strict MLP by matrix products in the dtype."""
    layers = network.weights()
    value = np.asarray(x, dtype=dtype)
    for i, (w, b) in enumerate(layers):
        value = (value @ w.T + b).astype(dtype)
        if i + 1 < len(layers):
            value = np.maximum(value, dtype(0))
    return value


def integer_points(network, count, seed):
    """Random integer points of the certified box, and its corners."""
    random = np.random.default_rng(seed)
    low = [int(interval[0]) for interval in network.certificate.box]
    high = [int(interval[1]) for interval in network.certificate.box]
    points = random.integers(low, high, endpoint=True, size=(count, network.inputs), dtype=np.int64)
    return np.vstack([points, [low], [high]])


def exact_values(source, points):
    f = tropiary.PosetPolynomial(tropiary.Poset(source))
    return [f(point) for point in points]


@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
@pytest.mark.parametrize("source", ["N", "diamond", "antichain:5", "chain:6", "crown:3", COMPOSED])
def test_numpy_computes_the_exact_values_inside_the_box(source, dtype):
    network = tropiary.compile(source, dtype=dtype)
    assert network.certificate.exact and network.certificate.dtype == dtype
    points = integer_points(network, 50, seed=20)
    values = in_numpy(network, points, NUMPY[dtype])
    assert [Fraction(float(v)) for v in values[:, 0]] == exact_values(source, points)


@pytest.mark.parametrize("source", ["N", "antichain:5", "fence:7", COMPOSED])
@pytest.mark.parametrize("form", ["relu", "maxout", "filters"])
def test_onnx_runtime_computes_the_exact_values_inside_the_box(source, form):
    onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    network = tropiary.compile(source, dtype="float32", form=form)
    session = onnxruntime.InferenceSession(network.to_onnx(), providers=["CPUExecutionProvider"])
    points = integer_points(network, 500, seed=21)
    (values,) = session.run(["y"], {"x": points.astype(np.float32)})
    assert values.dtype == np.float32 and values.shape == (len(points), 1)
    assert [Fraction(float(v)) for v in values[:, 0]] == exact_values(source, points)


def test_onnx_runtime_differs_somewhere_outside_the_box():
    onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    network = tropiary.compile("N", dtype="float32")
    session = onnxruntime.InferenceSession(network.to_onnx(), providers=["CPUExecutionProvider"])
    random = np.random.default_rng(22)
    points = random.integers(-(2**24), 2**24, size=(500, 4)).astype(np.float32)  # each coordinate is a float32
    (values,) = session.run(["y"], {"x": points})
    exact = exact_values("N", points.astype(np.int64))
    assert any(Fraction(float(v)) != e for v, e in zip(values[:, 0], exact))


def test_the_onnx_file_is_valid_and_has_only_gemm_and_relu():
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    model = onnx.load_from_string(tropiary.to_onnx(tropiary.compile(COMPOSED)))
    onnx.checker.check_model(model, full_check=True)
    assert {node.op_type for node in model.graph.node} <= {"Gemm", "Relu"}
    assert model.ir_version == 7 and model.opset_import[0].version == 13


@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "bfloat16"])
@pytest.mark.parametrize("form", FORMS)
def test_safetensors_hold_the_buffers(form, dtype):
    safetensors = pytest.importorskip("safetensors", reason="safetensors is not installed")
    network = tropiary.compile("N", form=form, dtype=dtype)
    tensors = dict(safetensors.deserialize(network.to_safetensors()))
    assert set(tensors) == {buffer.name for buffer in network.buffers}
    for buffer in network.buffers:
        tensor = tensors[buffer.name]
        assert bytes(tensor["data"]) == buffer.bytes
        assert (tensor["shape"], tensor["dtype"]) == (list(buffer.shape), buffer.dtype)


@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_safetensors_load_as_the_weights(dtype):
    load = pytest.importorskip("safetensors.numpy", reason="safetensors is not installed").load
    network = tropiary.compile(COMPOSED, dtype=dtype)
    tensors = load(network.to_safetensors())
    assert len(network.weights()) == network.hidden_layers + 1
    for i, (w, b) in enumerate(network.weights()):
        assert w.dtype == b.dtype == NUMPY[dtype]
        np.testing.assert_array_equal(tensors[f"layers.{i}.weight"], w)
        np.testing.assert_array_equal(tensors[f"layers.{i}.bias"], b)
        layer = network.layers[i]
        assert w.shape == (layer.rows, layer.columns)
        assert [Fraction(float(x)) for x in w.ravel()] == list(layer.weights)
        assert [Fraction(float(x)) for x in b] == list(layer.bias)
    assert sum(w.size + b.size for w, b in network.weights()) == network.parameters
    assert [len(b) for _, b in network.weights()[:-1]] == list(network.widths)


def test_bfloat16_comes_as_ml_dtypes_or_as_bits(monkeypatch):
    network = tropiary.compile("N", dtype="bfloat16")
    (w, b), *_ = network.weights()
    monkeypatch.setitem(__import__("sys").modules, "ml_dtypes", None)
    bits = network.weights()[0][0]
    assert bits.dtype == np.uint16
    np.testing.assert_array_equal(w.view(np.uint16), bits)
    as_float32 = (bits.astype(np.uint32) << 16).view(np.float32)
    assert [Fraction(float(x)) for x in as_float32.ravel()] == list(network.layers[0].weights)


def test_the_dag_form_has_arrays_and_no_dense_layers():
    network = tropiary.compile("antichain:64", form="dag")
    assert network.max_ops == 64
    arrays = network.arrays()
    assert arrays["ops"].dtype == np.uint8 and len(arrays["ops"]) == len(network.program.ops)
    assert arrays["row_starts"][-1] == len(arrays["slots"]) == len(network.program.weights)
    for use in (network.weights, network.to_onnx):
        with pytest.raises(tropiary.Error, match="dag"):
            use()


@given(posets_with_points(rationals(bits=8), min_size=1))
def test_the_dag_program_means_what_its_documentation_says(case):
    p, x = case
    network = tropiary.compile(p, form="dag", box=2**8)
    program, slots = network.program, list(x)
    for i, op in enumerate(program.ops):
        row = range(program.row_starts[i], program.row_starts[i + 1])
        if op == 0:
            slots.append(program.constants[i] + sum(program.weights[k] * slots[program.slots[k]] for k in row))
        else:
            slots.append(max([slots[program.slots[k]] for k in row] + [program.constants[i]] * (op == 2)))
    assert tuple(slots[i] for i in program.outputs) == network(x) == (poset_polynomial_by_definition(p, x),)


def test_boxes_are_a_radius_a_pair_or_one_pair_for_each_input():
    pair = (Fraction(-1), Fraction(2))
    assert tropiary.compile("chain:2", box=3).certificate.box == ((-3, 3), (-3, 3))
    assert tropiary.compile("chain:2", box=pair).certificate.box == (pair, pair)
    assert tropiary.compile("chain:2", box=[pair, ("1/2", 5)], grid=1).certificate.box == (pair, (Fraction(1, 2), 5))
    assert tropiary.compile("chain:2", grid=3).certificate.grid == 3
    radius = tropiary.compile("chain:2").certificate.box[0][1]
    assert radius.denominator == 1 and bin(radius.numerator).count("1") == 1
    with pytest.raises(TypeError, match="exactly"):
        tropiary.compile("chain:2", box=0.5)


def test_a_certificate_that_does_not_hold_says_why():
    network = tropiary.compile("N", dtype="float16", box=10**4)
    certificate = network.certificate
    assert not certificate and not certificate.exact and certificate.reasons and "layer" in certificate.worst_neuron
    assert certificate.worst_partial_sum > 2 ** tropiary.significand_bits("float16")
    assert "not exact" in repr(certificate) and "not certified" in repr(network)
    assert tropiary.byte_size("bfloat16") == 2


def test_save_writes_each_format_by_its_suffix(tmp_path):
    network = tropiary.compile("N")
    paths = [tmp_path / "n.onnx", str(tmp_path / "n.safetensors"), tmp_path / "n.json"]
    network.save(*paths)
    assert paths[0].read_bytes() == tropiary.to_onnx(network) == tropiary.compile("N").to_onnx()
    with open(paths[1], "rb") as file:
        assert file.read() == tropiary.to_safetensors(network)
    assert json.loads(paths[2].read_text()) == json.loads(network.to_layer_config())
    assert json.loads(tropiary.to_compile_summary(network, ["n.onnx"]))["files"] == ["n.onnx"]


def test_save_writes_all_files_or_none(tmp_path):
    network = tropiary.compile("N")
    with pytest.raises(tropiary.Error, match="extension"):
        network.save(tmp_path / "n.onnx", tmp_path / "n.pt")
    with pytest.raises(tropiary.Error) as error:
        network.save(tmp_path / "n.onnx", tmp_path / "missing" / "n.json")
    assert error.value.code == "io_error"
    assert os.listdir(tmp_path) == []


def test_the_payload_hash_is_that_of_the_data():
    safe = tropiary.compile("N").to_safetensors()
    length = int.from_bytes(safe[:8], "little")
    metadata = json.loads(safe[8 : 8 + length])["__metadata__"]
    assert (8 + length) % 64 == 0
    assert metadata["payload_sha256"] == hashlib.sha256(safe[8 + length :]).hexdigest()


def test_other_threads_run_while_the_library_computes():
    p = tropiary.product(tropiary.Poset("crown:4"), tropiary.Poset("fence:4"))  # a prime poset of many up-sets
    counts = []
    thread = threading.Thread(target=lambda: counts.append(tropiary.count_linear_extensions(p)))
    thread.start()
    steps = 0
    while thread.is_alive():
        steps += 1
    assert counts and steps > 100
