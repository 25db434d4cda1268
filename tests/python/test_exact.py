"""Numbers cross between Python and C++ without loss, and floats do not cross at all."""

import decimal
import pickle
from fractions import Fraction

import numpy as np
import pytest
import tropiary
from hypothesis import given
from hypothesis import strategies as st
from strategies import rationals


def through_cpp(x):
    """The number read and written by C++."""
    return tropiary.exact.dot([x], [1])


@given(rationals(bits=300))
def test_a_rational_of_600_bits_comes_back_as_it_went(x):
    assert through_cpp(x) == x
    assert type(through_cpp(x)) is Fraction


@given(st.integers(-(2**130), 2**130))
def test_an_integer_comes_back_as_it_went(n):
    assert tropiary.exact.primitive([n, 1]) == (n, 1)


@pytest.mark.parametrize("bits", [59, 60, 61, 62, 63, 64, 65, 127, 128, 20_000, 200_000])
@pytest.mark.parametrize("offset", [-1, 0, 1])
@pytest.mark.parametrize("sign", [-1, 1])
def test_integers_at_the_word_boundaries_and_beyond_the_limit_of_decimal_text_come_back(bits, offset, sign):
    n = sign * (2**bits + offset)
    assert tropiary.exact.primitive([n, 1]) == (n, 1)


@given(rationals(bits=80))
def test_a_rational_can_be_written_as_text(x):
    assert through_cpp(str(x)) == x


@given(rationals(bits=100), rationals(bits=100))
def test_sums_and_products_agree_with_fractions(a, b):
    assert tropiary.exact.dot([a, b], [b, b]) == a * b + b * b


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_exactly_is_the_value_of_the_float(x):
    assert tropiary.exactly(x) == Fraction(x)


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_exactly_takes_numpy_floats(x):
    assert tropiary.exactly(np.float32(x)) == Fraction(x)
    assert tropiary.exactly(np.float64(x)) == Fraction(x)


def test_exactly_keeps_what_is_exact_and_rounds_no_large_int():
    assert tropiary.exactly(2**53 + 1) == 2**53 + 1
    assert tropiary.exactly(decimal.Decimal("0.1")) == Fraction(1, 10)
    assert tropiary.exactly(Fraction(1, 3)) == Fraction(1, 3)


@pytest.mark.parametrize("x", [float("nan"), float("inf"), np.float32("-inf"), decimal.Decimal("NaN")])
def test_exactly_refuses_what_is_not_finite(x):
    with pytest.raises(tropiary.Error) as error:
        tropiary.exactly(x)
    assert error.value.code == "invalid_argument"


@pytest.mark.parametrize("x", [0.5, 1.0, float("inf"), np.float32(1), np.float64(1), decimal.Decimal(1)])
def test_a_float_is_refused_with_advice(x):
    with pytest.raises(TypeError, match=r"Fraction\(x\) or tropiary\.exactly\(x\)"):
        through_cpp(x)
    with pytest.raises(TypeError, match=r"tropiary\.exactly\(x\)"):
        tropiary.PosetPolynomial(tropiary.chain(1))([x])
    with pytest.raises(TypeError, match=r"tropiary\.exactly\(x\)"):
        tropiary.TropicalPolynomial(1, [([x], 0)])


@pytest.mark.parametrize("x", [None, [], {}, 1j, b"1"])
def test_what_is_no_number_is_refused(x):
    with pytest.raises(TypeError):
        through_cpp(x)


def test_numpy_integers_are_numbers_and_arrays_of_them_vectors():
    assert through_cpp(np.int64(-3)) == -3
    assert through_cpp(np.uint8(200)) == 200
    assert tropiary.exact.dot(np.array([1, 2, 3]), np.array([4, 5, 6])) == 32
    assert tropiary.exact.determinant(np.array([[1, 2], [3, 4]])) == -2


def test_division_by_zero_and_malformed_text_are_errors():
    with pytest.raises(tropiary.Error) as error:
        through_cpp("1/0")
    assert error.value.code == "division_by_zero"
    with pytest.raises(tropiary.Error) as error:
        through_cpp("one half")
    assert error.value.code == "parse_error"


def test_text_is_no_vector():
    with pytest.raises(TypeError):
        tropiary.exact.dot("12", "34")


@given(st.lists(st.lists(rationals(bits=8), min_size=3, max_size=3), min_size=3, max_size=3))
def test_determinants_agree_with_the_expansion(rows):
    (a, b, c), (d, e, f), (g, h, i) = rows
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    assert tropiary.exact.determinant(rows) == determinant
    assert (tropiary.exact.rank(rows) == 3) == (determinant != 0)
    assert len(tropiary.exact.kernel(rows, 3)) == 3 - tropiary.exact.rank(rows)
    for x in tropiary.exact.kernel(rows, 3):
        assert all(tropiary.exact.dot(row, x) == 0 for row in rows)


def test_solve_finds_a_solution_or_none():
    assert tropiary.exact.solve([[1, 2], [3, 4]], [5, 6], 2) == (-4, Fraction(9, 2))
    assert tropiary.exact.solve([[1, 1], [1, 1]], [0, 1], 2) is None


def test_echelon_form_and_affine_dimension():
    assert tropiary.exact.reduced_row_echelon([[2, 4], [1, 2]]) == (((1, 2),), (0,))
    assert tropiary.exact.affine_dimension([]) == -1
    assert tropiary.exact.affine_dimension([[0, 0], [1, 1], [2, 2]]) == 1


@given(rationals())
def test_minus_infinity_is_the_tropical_zero(x):
    zero = tropiary.MINUS_INFINITY
    assert tropiary.oplus(zero, x) == tropiary.oplus(x, zero) == x
    assert tropiary.otimes(zero, x) is zero
    assert zero < x and x > zero and not zero >= x and max(x, zero) == x
    assert zero + x is zero and x + zero is zero
    assert tropiary.otimes(x, 1) == x + 1


def test_minus_infinity_is_one_value():
    zero = tropiary.MINUS_INFINITY
    assert pickle.loads(pickle.dumps(zero)) is zero
    assert zero == zero and not zero < zero and zero <= zero and hash(zero) == hash(tropiary.MinusInfinity())
    assert tropiary.oplus("-inf", zero) is zero
    assert repr(zero) == "-inf"
