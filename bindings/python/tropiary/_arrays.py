"""NumPy arrays out of polytopes and compiled networks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ._errors import error
from ._tropiary import Buffer, CompiledNetwork, Polytope

if TYPE_CHECKING:
    import numpy as np

_NUMPY_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "U8": "u1", "U32": "<u4", "I64": "<i8"}


def _integers(rows: Any, columns: int) -> np.ndarray:
    import numpy as np

    fits = all(-(2**63) <= entry < 2**63 for row in rows for entry in row)
    return np.array(rows, dtype=np.int64 if fits else object).reshape(len(rows), columns)


def vertices_array(self: Polytope) -> np.ndarray:
    """The vertices as the rows of an array, exactly: of int64 when all are integral and fit, else of objects.

    The objects are Fractions, or ints when all are integral.
    """
    import numpy as np

    columns = self.ambient_dimension
    if all(coordinate.denominator == 1 for vertex in self.vertices for coordinate in vertex):
        return _integers([[coordinate.numerator for coordinate in vertex] for vertex in self.vertices], columns)
    array = np.empty((len(self.vertices), columns), dtype=object)
    for i, vertex in enumerate(self.vertices):
        array[i, :] = vertex
    return array


def vertices_as_float(self: Polytope) -> np.ndarray:
    """The vertices as the rows of a float64 array, each coordinate rounded to the nearest float: for plotting."""
    import numpy as np

    rows = [[float(coordinate) for coordinate in vertex] for vertex in self.vertices]
    return np.array(rows, dtype=np.float64).reshape(len(rows), self.ambient_dimension)


def facets_array(self: Polytope) -> np.ndarray:
    """The facets as rows [b, a...] with b + a·x ≥ 0, of int64 when all fit, else of Python ints."""
    return _integers(self.facets, 1 + self.ambient_dimension)


def equations_array(self: Polytope) -> np.ndarray:
    """The equations as rows [b, a...] with b + a·x = 0, of int64 when all fit, else of Python ints."""
    return _integers(self.equations, 1 + self.ambient_dimension)


def array(self: Buffer) -> np.ndarray:
    """The numbers as a read-only NumPy array.

    NumPy has no bfloat16: these come as ml_dtypes.bfloat16 when the package ml_dtypes is installed, else as uint16,
    the bits.
    """
    import numpy as np

    result = np.frombuffer(self.bytes, dtype=_NUMPY_TYPES[self.dtype]).reshape(self.shape)
    if self.dtype != "BF16":
        return result
    try:
        import ml_dtypes
    except ImportError:
        return result
    return result.view(ml_dtypes.bfloat16)


def layer_buffers(network: CompiledNetwork, function: str) -> list[tuple[Buffer, Buffer]]:
    """The buffers (weight, bias) of each dense layer."""
    if network.form == "dag":
        raise error("invalid_argument", f'{function}: the dag form has no dense layers; use form="relu" or "maxout"')
    by_name = {buffer.name: buffer for buffer in network.buffers}
    count = sum(re.fullmatch(r"layers\.\d+\.weight", name) is not None for name in by_name)
    return [(by_name[f"layers.{i}.weight"], by_name[f"layers.{i}.bias"]) for i in range(count)]


def weights(self: CompiledNetwork) -> list[tuple[np.ndarray, np.ndarray]]:
    """The pairs (W, b) of the dense layers y = W x + b in the network's dtype.

    In the relu form ReLU follows every layer but the last, else the maximum of each layers[i].pieces consecutive rows.

    bfloat16 comes as ml_dtypes.bfloat16 when the package ml_dtypes is installed, else as uint16, the bits. Raises Error
    for the dag form, whose arrays are in `arrays`.
    """
    return [(array(weight), array(bias)) for weight, bias in layer_buffers(self, "weights")]


def arrays(self: CompiledNetwork) -> dict[str, np.ndarray]:
    """All buffers by name, as they are written to a safetensors file."""
    return {buffer.name: array(buffer) for buffer in self.buffers}
