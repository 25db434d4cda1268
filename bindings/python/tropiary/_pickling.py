"""Pickling of the values, through the texts that read back as the same value."""

from __future__ import annotations

from typing import Any

from . import _tropiary as core


def _polytope(ambient_dimension: int, vertices: Any, facets: Any, equations: Any) -> core.Polytope:
    return core.Polytope.from_theorem(ambient_dimension, vertices, facets, equations)


def _text_reader(name: str) -> Any:
    """A function that pickles by its name; those of the C++ part do not."""

    def read(text: str) -> Any:
        return getattr(core, name)(text)

    read.__name__ = read.__qualname__ = f"_{name}"
    return read


_poset_from_json = _text_reader("poset_from_json")
_tropical_polynomial_from_json = _text_reader("tropical_polynomial_from_json")
_network_from_json = _text_reader("network_from_json")
_parse_term = _text_reader("parse_term")

core.Poset.__reduce__ = lambda self: (_poset_from_json, (core.to_json(self),))
core.TropicalPolynomial.__reduce__ = lambda self: (_tropical_polynomial_from_json, (core.to_json(self),))
core.TropicalNetwork.__reduce__ = lambda self: (_network_from_json, (core.to_json(self),))
core.Term.__reduce__ = lambda self: (_parse_term, (str(self),))
core.PosetPolynomial.__reduce__ = lambda self: (core.PosetPolynomial, (self.poset,))
core.Polytope.__reduce__ = lambda self: (
    _polytope,
    (self.ambient_dimension, self.vertices, self.facets, self.equations),
)
