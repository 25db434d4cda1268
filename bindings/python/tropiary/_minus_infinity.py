"""The zero of the max-plus semiring."""

from __future__ import annotations

from fractions import Fraction
from numbers import Rational
from typing import Any, Final


class MinusInfinity:
    """The tropical zero, less than every number; adding a number leaves it. A tag, not a float: use MINUS_INFINITY."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "-inf"

    def __hash__(self) -> int:
        return hash(MinusInfinity)

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, MinusInfinity)

    def __lt__(self, other: Any) -> bool:
        return True if isinstance(other, Rational) else False if isinstance(other, MinusInfinity) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return True if isinstance(other, (Rational, MinusInfinity)) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return False if isinstance(other, (Rational, MinusInfinity)) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return False if isinstance(other, Rational) else True if isinstance(other, MinusInfinity) else NotImplemented

    def __add__(self, other: Any) -> MinusInfinity:
        return self if isinstance(other, (Rational, MinusInfinity)) else NotImplemented

    __radd__ = __add__

    def __reduce__(self) -> str:
        return "MINUS_INFINITY"


MINUS_INFINITY: Final = MinusInfinity()
"""The tropical zero, the value of a tropical polynomial without monomials."""

#: An element of the max-plus semiring.
Tropical = Fraction | MinusInfinity
