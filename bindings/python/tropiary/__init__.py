"""Posets, operads and Newton polytopes, compiled to networks.

The words are those of the C++ headers and of the command line. Points of posets are ints from 0; exact numbers come
out as Fractions and go in as ints, Fractions or "p/q", never as floats; arrays are NumPy's; mistakes raise Error.

>>> import tropiary
>>> p = tropiary.Poset("1<2, 3<2, 3<4")
>>> tropiary.count_up_sets(p)
8
>>> f = tropiary.PosetPolynomial(p)
>>> f([1, -2, "1/2", 3])
Fraction(3, 1)
>>> network = tropiary.compile(p, dtype="float32", box=1000)
>>> network.max_ops
4
"""

from ._tropiary import *  # noqa: F403  # isort: skip  (first: what follows may replace a name)
from . import _arrays, _pickling, _save, exact, torch  # noqa: F401
from . import _tropiary as _core
from ._exact import exactly
from ._minus_infinity import MINUS_INFINITY, MinusInfinity, Tropical
from ._networkx import from_networkx, to_networkx
from ._tropiary import __version__, parse_poset_argument

parse_poset = parse_poset_argument

for _method in (_arrays.vertices_array, _arrays.vertices_as_float, _arrays.facets_array, _arrays.equations_array):
    setattr(_core.Polytope, _method.__name__, _method)
for _method in (
    _arrays.weights, _arrays.arrays, _save.save, _save.to_onnx, _save.to_safetensors, _save.to_layer_config,
    _save.to_npz, _save.to_cpp_header
):
    setattr(_core.CompiledNetwork, _method.__name__, _method)
_core.Buffer.array = _arrays.array
del _method

_sugar = [
    "MINUS_INFINITY", "MinusInfinity", "Tropical", "exact", "exactly", "from_networkx", "parse_poset", "to_networkx",
    "torch",
]
# `compile` and `pow` are left to Python's own where a star is imported.
__all__ = sorted(  # pyright: ignore[reportUnsupportedDunderAll]
    {name for name in dir(_core) if not name.startswith("_")} - {"compile", "pow"} | set(_sugar)
)
