"""The one door for floats."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from . import _tropiary
from ._errors import error


def exactly(x: Any) -> Fraction:
    """The value of a finite float as a Fraction, exactly: exactly(0.1) is not 1/10.

    Takes Python and NumPy floats, Decimals, and what is exact already. Raises Error for nan and infinities.
    """
    if isinstance(x, float):
        return _tropiary.exactly(float(x))
    if isinstance(x, str) or not hasattr(x, "as_integer_ratio"):
        raise TypeError(f"exactly: {x!r} is no number")
    try:
        numerator, denominator = x.as_integer_ratio()
    except (ValueError, OverflowError):
        raise error("invalid_argument", f"exactly: {x!r} is not finite") from None
    return Fraction(int(numerator), int(denominator))
