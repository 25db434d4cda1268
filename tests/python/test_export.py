"""Files of compiled networks beyond ONNX and safetensors: NumPy archives and C++ headers."""

import io
import json
import random
import shutil
import subprocess
import zipfile

import numpy as np
import pytest
import tropiary

PROGRAM = """
#include <cmath>
#include <cstdio>
#include "network.hpp"
int main() {
  NUMBER x[network::inputs + 1], y[network::outputs + 1];
  for (;;) {
    for (int i = 0; i < network::inputs; ++i) {
      double value;
      if (std::scanf("%lf", &value) != 1) return 0;
      x[i] = static_cast<NUMBER>(value);
    }
    network::evaluate(x, y);
    for (int i = 0; i < network::outputs; ++i) std::printf("%.17g ", static_cast<double>(y[i]));
    std::printf("\\n");
  }
}
"""


@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "bfloat16"])
@pytest.mark.parametrize("form", ["relu", "maxout", "dag"])
def test_an_npz_file_holds_the_buffers(form, dtype):
    network = tropiary.compile("N(chain:2, ., antichain:2, .)", form=form, dtype=dtype)
    data = network.to_npz()
    assert data == network.to_npz() and zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    arrays = np.load(io.BytesIO(data))
    assert set(arrays.files) == {buffer.name for buffer in network.buffers} | {"metadata"}
    for buffer in network.buffers:
        assert arrays[buffer.name].shape == tuple(buffer.shape)
        assert arrays[buffer.name].tobytes() == buffer.bytes
    metadata = json.loads(arrays["metadata"].item())
    assert metadata["form"] == form and json.loads(metadata["certificate"])["dtype"] == dtype


@pytest.mark.skipif(shutil.which("g++") is None, reason="no g++ here")
@pytest.mark.parametrize("number", ["float", "double"])
@pytest.mark.parametrize("form", ["relu", "maxout", "dag"])
def test_a_header_computes_the_exact_values(tmp_path, form, number):
    dtype = {"float": "float32", "double": "float64"}[number]
    source = tropiary.lower(tropiary.Poset("crown:3"))
    network = tropiary.compile(source, form=form, dtype=dtype, box=2**12, grid=3)
    assert network.certificate.exact
    network.save(tmp_path / "network.hpp")
    (tmp_path / "main.cpp").write_text(PROGRAM.replace("NUMBER", number))
    command = ["g++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-O1", "main.cpp", "-o", "main"]
    subprocess.run(command, cwd=tmp_path, check=True)
    generator = random.Random(31)
    points = [[generator.randrange(-(2**15), 2**15) / 8 for _ in range(6)] for _ in range(200)]
    text = "\n".join(" ".join(map(repr, point)) for point in points + [[float("nan")] * 6])
    result = subprocess.run([str(tmp_path / "main")], input=text, capture_output=True, text=True, check=True)
    *values, last = map(float, result.stdout.split())
    assert values == [source([tropiary.exactly(x) for x in point])[0] for point in points]
    assert np.isnan(last)


def test_a_header_names_its_namespace():
    network = tropiary.compile("N")
    assert "namespace my_filter {" in network.to_cpp_header("my_filter")
    assert "namespace network_4_max {" in tropiary.export_network(network, "/some/where/4-max.hpp").decode()
    for path, name in (("class.hpp", "network_class"), ("std.cuh", "network_std"), ("_x.hpp", "network__x"), ("n.hpp", "n")):
        assert f"namespace {name} {{" in tropiary.export_network(network, path).decode()
    for name in ("a b", "class", ""):
        with pytest.raises(tropiary.Error, match="namespace"):
            network.to_cpp_header(name)
    with pytest.raises(tropiary.Error, match="straight lines"):
        tropiary.compile("antichain:1100000", form="dag", box=1).to_cpp_header()


def test_formats_are_known_by_their_extensions():
    assert dict(tropiary.network_formats())[".npz"] == "NumPy arrays"
    tropiary.check_network_format("a.onnx", "relu")
    with pytest.raises(tropiary.Error, match="dag"):
        tropiary.check_network_format("a.onnx", "dag")
    with pytest.raises(tropiary.Error, match=r"\.safetensors"):
        tropiary.check_network_format("a.pt", "relu")
