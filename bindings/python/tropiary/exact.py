"""Exact linear algebra over the rationals; a matrix is a list of rows of ints, Fractions or "p/q"."""

from ._tropiary._linear_algebra import (
    affine_dimension,
    determinant,
    dot,
    kernel,
    primitive,
    rank,
    reduced_row_echelon,
    solve,
)

__all__ = [
    "affine_dimension",
    "determinant",
    "dot",
    "kernel",
    "primitive",
    "rank",
    "reduced_row_echelon",
    "solve",
]
