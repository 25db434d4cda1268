"""Tropical polynomials in Python: the semiring, Newton polytopes, and poset polynomials by maximum closure."""

import pickle
from fractions import Fraction

import tropiary
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import poset_polynomial_by_definition, posets, posets_with_points, rationals, up_sets_by_definition

small = rationals(bits=4)
points = st.tuples(small, small)
polynomials = st.builds(
    lambda monomials: tropiary.TropicalPolynomial(2, monomials), st.lists(st.tuples(points, small), max_size=4)
)


def value_by_definition(f, x):
    return max((c + sum(a * b for a, b in zip(v, x)) for v, c in f.monomials), default=tropiary.MINUS_INFINITY)


@given(polynomials, polynomials, points)
def test_sums_and_products_are_pointwise(f, g, x):
    assert f(x) == value_by_definition(f, x)
    assert tropiary.oplus(f, g)(x) == tropiary.oplus(f(x), g(x))
    assert tropiary.otimes(f, g)(x) == tropiary.otimes(f(x), g(x))
    assert tropiary.pow(f, 2) == tropiary.otimes(f, f)
    assert all(f.monomials[i][1] + sum(a * b for a, b in zip(f.monomials[i][0], x)) == f(x) for i in f.maximizers(x))


@given(polynomials)
def test_text_json_and_pickles_give_the_same_polynomial(f):
    assert tropiary.parse_tropical_polynomial(str(f), variables=2) == f
    assert tropiary.tropical_polynomial_from_json(tropiary.to_json(f)) == f
    assert pickle.loads(pickle.dumps(f)) == f and hash(pickle.loads(pickle.dumps(f))) == hash(f)
    assert eval(repr(f), vars(tropiary)) == f


@settings(max_examples=30)
@given(polynomials, polynomials)
def test_newton_polytopes_of_sums_and_products(f, g):
    n, m = tropiary.newton_polytope(f), tropiary.newton_polytope(g)
    assert tropiary.newton_polytope(tropiary.oplus(f, g)) == tropiary.convex_envelope([n, m])
    assert tropiary.newton_polytope(tropiary.otimes(f, g)) == tropiary.minkowski_sum([n, m]).polytope
    assert tropiary.newton_polytope(tropiary.support_function(n)) == n
    assert tropiary.lifted_newton_polytope(f).ambient_dimension == 3


@given(polynomials, points)
def test_removing_redundant_terms_keeps_the_function(f, x):
    essential = tropiary.remove_redundant_terms(f)
    assert essential(x) == f(x) and set(essential.monomials) <= set(f.monomials)


@given(posets_with_points(rationals(bits=70)))
def test_a_poset_polynomial_is_the_maximum_over_the_up_sets(case):
    p, x = case
    f = tropiary.PosetPolynomial(p)
    value = poset_polynomial_by_definition(p, x)
    assert f(x) == tropiary.expand(f)(x) == value
    assert type(f(x)) is Fraction and f.poset == p and f == pickle.loads(pickle.dumps(f))


@given(posets_with_points(st.integers(-2, 2)))
def test_the_closure_is_the_least_maximising_up_set(case):
    p, x = case
    closure = tropiary.maximum_closure(p, x)
    best = [s for s in up_sets_by_definition(p) if sum(x[i] for i in s) == closure.value]
    assert closure.least_up_set == frozenset.intersection(*best)
    oracle = tropiary.maximum_closure_by_up_sets(p, x)
    assert (oracle.value, oracle.least_up_set) == (closure.value, closure.least_up_set)


@given(posets(max_size=4))
def test_the_newton_polytope_of_a_poset_polynomial_is_the_order_polytope(p):
    f = tropiary.expand(tropiary.PosetPolynomial(p))
    assert tropiary.newton_polytope(f) == tropiary.order_polytope(p)
    assert tropiary.remove_redundant_terms(f) == f == tropiary.support_function(tropiary.order_polytope(p))


def test_coefficients_of_the_general_form_may_be_minus_infinity():
    p = tropiary.chain(2)  # its up-sets: nothing, the upper point, both
    f = tropiary.poset_polynomial_with_coefficients(p, [0, tropiary.MINUS_INFINITY, "1/2"])
    assert str(f) == "max(0, 1/2 + x1 + x2)"


def test_substitution_and_constants():
    f = tropiary.parse_tropical_polynomial("max(0, x1 + 2*x2)")
    g, h = tropiary.TropicalPolynomial.variable(1, 0), tropiary.TropicalPolynomial.constant(1, "1/2")
    assert tropiary.substitute(f, [g, h]) == tropiary.parse_tropical_polynomial("max(0, 1 + x1)")
    assert f.count_variables == 2
    assert f.monomials == (((0, 0), 0), ((1, 2), 0))


def test_the_polynomial_without_monomials_is_minus_infinity():
    zero = tropiary.TropicalPolynomial(2)
    assert zero([1, 2]) is tropiary.MINUS_INFINITY and str(zero) == "-inf"
    assert tropiary.newton_polytope(zero).empty
